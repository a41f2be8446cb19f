import { plain, plainGuaranteed } from './ack.js'
import type { CardEvents, CardOfUser, CardReview } from './events/cards.js'
import type { GiftCardEvents } from './events/gift-cards.js'
import type { InvoiceEvents } from './events/invoices.js'
import type { ScanProductEvents } from './events/scan-product.js'
import type { AuditOutcome, ShopAndToolEvents } from './events/shops-and-tools.js'
import { opt, type RowFields, type RowsOf, req } from './row.js'

const cardReviewFields = {
  cardId: req('string', 'CardId'),
  refuseReason: opt('string', 'RefuseReason'),
} as const satisfies RowFields<CardReview>

const cardOfUserFields = {
  cardId: req('string', 'CardId'),
  userCardCode: req('string', 'UserCardCode'),
} as const satisfies RowFields<CardOfUser>

const card = { section: 'A7', status: 'legacy', audience: 'official-account', ack: plain, replies: false } as const

export const cardRows: RowsOf<CardEvents> = {
  card_pass_check: { ...card, wire: 'card_pass_check', doc: 'A card template was approved.', fields: cardReviewFields },
  card_not_pass_check: {
    ...card,
    wire: 'card_not_pass_check',
    doc: 'A card template was refused.',
    fields: cardReviewFields,
  },
  user_get_card: {
    ...card,
    wire: 'user_get_card',
    doc: 'A user received a card.',
    fields: {
      cardId: req('string', 'CardId'),
      isGiveByFriend: req('flag', 'IsGiveByFriend'),
      userCardCode: req('string', 'UserCardCode'),
      friendUserName: opt('string', 'FriendUserName'),
      outerId: opt('integer', 'OuterId'),
      oldUserCardCode: opt('string', 'OldUserCardCode'),
      outerStr: opt('string', 'OuterStr'),
      isRestoreMemberCard: opt('flag', 'IsRestoreMemberCard'),
      isRecommendByFriend: opt('flag', 'IsRecommendByFriend'),
      unionId: opt('string', 'UnionId'),
      sourceScene: opt('string', 'SourceScene'),
    },
  },
  user_gifting_card: {
    ...card,
    wire: 'user_gifting_card',
    doc: 'A user is giving a card away.',
    fields: {
      cardId: req('string', 'CardId'),
      userCardCode: req('string', 'UserCardCode'),
      isReturnBack: req('flag', 'IsReturnBack'),
      friendUserName: req('string', 'FriendUserName'),
      isChatRoom: req('flag', 'IsChatRoom'),
    },
  },
  user_del_card: { ...card, wire: 'user_del_card', doc: 'A user deleted a card.', fields: cardOfUserFields },
  user_consume_card: {
    ...card,
    wire: 'user_consume_card',
    doc: 'A card was redeemed.',
    fields: {
      cardId: req('string', 'CardId'),
      userCardCode: req('string', 'UserCardCode'),
      consumeSource: req('string', 'ConsumeSource'),
      locationId: opt('string', 'LocationId'),
      locationName: opt('string', 'LocationName'),
      staffOpenId: opt('string', 'StaffOpenId'),
      verifyCode: opt('string', 'VerifyCode'),
      remarkAmount: opt('string', 'RemarkAmount'),
      outerStr: opt('string', 'OuterStr'),
    },
  },
  user_pay_from_pay_cell: {
    ...card,
    wire: 'user_pay_from_pay_cell',
    doc: 'A user paid from within a card.',
    ack: plainGuaranteed,
    fields: {
      cardId: req('string', 'CardId'),
      userCardCode: req('string', 'UserCardCode'),
      transId: opt('string', 'TransId'),
      locationId: opt('integer', 'LocationId'),
      locationName: opt('string', 'LocationName'),
      fee: req('integer', 'Fee'),
      originalFee: req('integer', 'OriginalFee'),
    },
  },
  user_view_card: {
    ...card,
    wire: 'user_view_card',
    doc: 'A user opened a member card.',
    fields: {
      cardId: req('string', 'CardId'),
      userCardCode: req('string', 'UserCardCode'),
      outerStr: opt('string', 'OuterStr'),
    },
  },
  user_enter_session_from_card: {
    ...card,
    wire: 'user_enter_session_from_card',
    doc: 'A user opened the chat from a card.',
    replies: true,
    fields: cardOfUserFields,
  },
  update_member_card: {
    ...card,
    wire: 'update_member_card',
    doc: 'Points or balance of a member card changed; either may be negative.',
    fields: {
      cardId: req('string', 'CardId'),
      userCardCode: req('string', 'UserCardCode'),
      modifyBonus: req('integer', 'ModifyBonus'),
      modifyBalance: req('integer', 'ModifyBalance'),
    },
  },
  card_sku_remind: {
    ...card,
    wire: 'card_sku_remind',
    doc: 'The stock of a card is running low.',
    fields: { cardId: req('string', 'CardId'), detail: req('string', 'Detail') },
  },
  card_pay_order: {
    ...card,
    wire: 'card_pay_order',
    doc: 'Coins for issuing cards were bought, spent or refunded.',
    fields: {
      orderId: req('string', 'OrderId'),
      status: req('string', 'Status'),
      createOrderTime: req('time', 'CreateOrderTime'),
      payFinishTime: req('time', 'PayFinishTime'),
      desc: opt('string', 'Desc'),
      freeCoinCount: req('string', 'FreeCoinCount'),
      payCoinCount: req('string', 'PayCoinCount'),
      refundFreeCoinCount: req('string', 'RefundFreeCoinCount'),
      refundPayCoinCount: req('string', 'RefundPayCoinCount'),
      orderType: req('string', 'OrderType'),
      memo: opt('string', 'Memo'),
      receiptInfo: opt('string', 'ReceiptInfo'),
    },
  },
  submit_membercard_user_info: {
    ...card,
    wire: 'submit_membercard_user_info',
    doc: 'A user activated a member card.',
    fields: cardOfUserFields,
  },
  card_merchant_check_result: {
    ...card,
    wire: 'card_merchant_check_result',
    doc: 'A sub-merchant was reviewed.',
    fields: { merchantId: req('string', 'MerchantId'), isPass: req('flag', 'IsPass'), reason: opt('string', 'Reason') },
  },
}

const giftCard = { section: 'A7', status: 'legacy', audience: 'official-account', ack: plain, replies: false } as const

export const giftCardRows: RowsOf<GiftCardEvents> = {
  giftcard_pay_done: {
    ...giftCard,
    wire: 'giftcard_pay_done',
    doc: 'A user bought gift cards.',
    ack: plainGuaranteed,
    fields: { pageId: req('string', 'PageId'), orderId: req('string', 'OrderId') },
  },
  giftcard_send_to_friend: {
    ...giftCard,
    wire: 'giftcard_send_to_friend',
    doc: 'A user passed a gift card on.',
    fields: {
      pageId: req('string', 'PageId'),
      orderId: req('string', 'OrderId'),
      isChatRoom: req('flag', 'IsChatRoom'),
      isReturnBack: req('flag', 'IsReturnBack'),
    },
  },
  giftcard_user_accept: {
    ...giftCard,
    wire: 'giftcard_user_accept',
    doc: 'Somebody accepted a gift card.',
    fields: {
      pageId: req('string', 'PageId'),
      orderId: req('string', 'OrderId'),
      isChatRoom: opt('flag', 'IsChatRoom'),
    },
  },
}

const invoice = { section: 'A8', status: 'current', audience: 'official-account', ack: plain, replies: false } as const

export const invoiceRows: RowsOf<InvoiceEvents> = {
  user_authorize_invoice: {
    ...invoice,
    wire: 'user_authorize_invoice',
    doc: 'A user authorised an invoice; one of the two order ids is set.',
    fields: {
      succOrderId: opt('string', 'SuccOrderId'),
      failOrderId: opt('string', 'FailOrderId'),
      authorizeAppId: opt('string', 'AuthorizeAppId', 'AppId'),
      invoiceSource: opt('string', 'Source', 'source'),
    },
  },
  update_invoice_status: {
    ...invoice,
    wire: 'update_invoice_status',
    doc: 'An invoice was locked, released or reimbursed.',
    fields: { status: req('string', 'Status'), cardId: req('string', 'CardId'), code: req('string', 'Code') },
  },
  submit_invoice_title: {
    ...invoice,
    wire: 'submit_invoice_title',
    doc: 'A user submitted who the invoice is for.',
    fields: {
      title: req('string', 'title'),
      phone: opt('string', 'phone'),
      taxNo: opt('string', 'tax_no'),
      addr: opt('string', 'addr'),
      bankType: opt('string', 'bank_type'),
      bankNo: opt('string', 'bank_no'),
      attach: opt('string', 'attach'),
      titleType: req('string', 'title_type'),
    },
  },
  cloud_invoice_invoiceresult_event: {
    ...invoice,
    wire: 'cloud_invoice_invoiceresult_event',
    doc: 'Cloud invoicing has a result.',
    status: 'legacy',
    fields: { status: req('integer', 'status'), fpqqlsh: req('string', 'fpqqlsh'), nsrsbh: req('string', 'nsrsbh') },
  },
}

const scanProduct = {
  section: 'A9',
  status: 'legacy',
  audience: 'official-account',
  ack: plain,
  replies: false,
} as const

export const scanProductRows: RowsOf<ScanProductEvents> = {
  user_scan_product: {
    ...scanProduct,
    wire: 'user_scan_product',
    doc: 'A user scanned a product and opened its page.',
    fields: {
      keyStandard: req('string', 'KeyStandard'),
      keyStr: req('string', 'KeyStr'),
      country: req('string', 'Country'),
      province: req('string', 'Province'),
      city: req('string', 'City'),
      sex: req('integer', 'Sex'),
      scene: req('integer', 'Scene'),
      extInfo: opt('string', 'ExtInfo'),
    },
  },
  user_scan_product_enter_session: {
    ...scanProduct,
    wire: 'user_scan_product_enter_session',
    doc: 'A user opened the chat from a product page.',
    replies: true,
    fields: {
      keyStandard: req('string', 'KeyStandard'),
      keyStr: req('string', 'KeyStr'),
      extInfo: opt('string', 'ExtInfo'),
    },
  },
  user_scan_product_async: {
    ...scanProduct,
    wire: 'user_scan_product_async',
    doc: 'The region of somebody who scanned a product.',
    fields: {
      keyStandard: req('string', 'KeyStandard'),
      keyStr: req('string', 'KeyStr'),
      extInfo: opt('string', 'ExtInfo'),
      regionCode: req('string', 'RegionCode'),
    },
  },
  user_scan_product_verify_action: {
    ...scanProduct,
    wire: 'user_scan_product_verify_action',
    doc: 'A product page was reviewed.',
    fields: {
      keyStandard: req('string', 'KeyStandard'),
      keyStr: req('string', 'KeyStr'),
      result: req('string', 'Result'),
      reasonMsg: opt('string', 'ReasonMsg'),
    },
  },
}

const auditOutcomeFields = {
  auditId: req('string', 'audit_id'),
  status: req('integer', 'status'),
  reason: opt('string', 'reason'),
} as const satisfies RowFields<AuditOutcome>

const shopAndTool = {
  section: 'A10',
  status: 'legacy',
  audience: 'official-account',
  ack: plain,
  replies: false,
} as const

export const shopAndToolRows: RowsOf<ShopAndToolEvents> = {
  poi_check_notify: {
    ...shopAndTool,
    wire: 'poi_check_notify',
    doc: 'A store was reviewed.',
    fields: {
      uniqId: req('string', 'UniqId'),
      poiId: req('string', 'PoiId'),
      result: req('string', 'Result'),
      msg: opt('string', 'msg', 'Msg'),
    },
  },
  apply_merchant_audit_info: {
    ...shopAndTool,
    wire: 'apply_merchant_audit_info',
    doc: 'The application for a store mini program was reviewed.',
    fields: auditOutcomeFields,
  },
  create_map_poi_audit_info: {
    ...shopAndTool,
    wire: 'create_map_poi_audit_info',
    doc: 'A new place on the map was reviewed.',
    fields: {
      auditId: req('string', 'audit_id'),
      status: req('integer', 'status'),
      mapPoiId: req('string', 'map_poi_id'),
      name: req('string', 'name'),
      address: req('string', 'address'),
      latitude: req('decimal', 'latitude'),
      longitude: req('decimal', 'longitude'),
      shRemark: opt('string', 'sh_remark'),
    },
  },
  add_store_audit_info: {
    ...shopAndTool,
    wire: 'add_store_audit_info',
    doc: 'A new store was reviewed.',
    fields: {
      auditId: opt('string', 'audit_id'),
      status: opt('integer', 'status'),
      reason: opt('string', 'reason'),
      isUpgrade: req('integer', 'is_upgrade'),
      poiid: req('string', 'poiid'),
    },
  },
  modify_store_audit_info: {
    ...shopAndTool,
    wire: 'modify_store_audit_info',
    doc: 'Changed pictures of a store were reviewed.',
    fields: auditOutcomeFields,
  },
  wificonnected: {
    ...shopAndTool,
    wire: 'WifiConnected',
    doc: "A user joined a shop's Wi-Fi.",
    fields: {
      connectTime: req('time', 'ConnectTime'),
      expireTime: req('time', 'ExpireTime'),
      vendorId: req('string', 'VendorId'),
      shopId: req('string', 'ShopId', 'PlaceId'),
      deviceNo: req('string', 'DeviceNo'),
    },
  },
  shakearoundusershake: {
    ...shopAndTool,
    wire: 'ShakearoundUserShake',
    doc: 'A user shook the phone near a beacon.',
    fields: {
      chosenBeacon: {
        kind: 'object',
        path: 'ChosenBeacon',
        required: true,
        of: {
          uuid: req('string', 'Uuid'),
          major: req('string', 'Major'),
          minor: req('string', 'Minor'),
          distance: req('decimal', 'Distance'),
        },
      },
      aroundBeacons: {
        kind: 'list',
        path: 'AroundBeacons.AroundBeacon',
        required: false,
        of: {
          uuid: opt('string', 'Uuid'),
          major: opt('string', 'Major'),
          minor: opt('string', 'Minor'),
          distance: opt('decimal', 'Distance'),
        },
      },
    },
  },
  merchant_order: {
    ...shopAndTool,
    wire: 'merchant_order',
    doc: 'Somebody paid for an order of the old WeChat shop.',
    ack: plainGuaranteed,
    fields: {
      orderId: req('string', 'OrderId'),
      orderStatus: req('integer', 'OrderStatus'),
      productId: req('string', 'ProductId'),
      skuInfo: req('string', 'SkuInfo'),
    },
  },
  guide_qrcode_scan_event: {
    ...shopAndTool,
    wire: 'guide_qrcode_scan_event',
    doc: 'A user scanned the QR code of a shop guide.',
    status: 'current',
    fields: {
      guideScanEvent: {
        kind: 'object',
        path: 'GuideScanEvent',
        required: true,
        of: {
          qrcodeGuideAccount: req('string', 'qrcode_guide_account'),
          qrcodeGuideOpenid: opt('string', 'qrcode_guide_openid'),
          openid: req('string', 'openid'),
          action: req('integer', 'action'),
          qrcodeInfo: opt('string', 'qrcode_info'),
        },
      },
    },
  },
  debug_demo: {
    ...shopAndTool,
    wire: 'debug_demo',
    doc: 'The official debugging tool says hello.',
    status: 'current',
    audience: 'both',
    replies: true,
    fields: { debugStr: req('string', 'debug_str') },
  },
}
