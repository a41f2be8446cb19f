import { coupon, plain, plainGuaranteed } from './ack.js'
import type { FundsAndComplaintEvents } from './events/funds-and-complaints.js'
import type { ProductAudit, QualificationAudit, TradeComponentEvents } from './events/trade-component.js'
import { type FieldsOf, opt, type RowsOf, req, structure, tree } from './row.js'

const qualificationFields = {
  status: req('integer', 'status'),
  auditId: req('string', 'audit_id'),
  brandId: opt('string', 'brand_id'),
  auditType: req('integer', 'audit_type'),
  rejectReason: req('string', 'reject_reason'),
} as const satisfies FieldsOf<QualificationAudit>

const productFields = {
  status: req('integer', 'status'),
  outProductId: req('string', 'out_product_id'),
  productId: req('id', 'product_id'),
  rejectReason: req('string', 'reject_reason'),
} as const satisfies FieldsOf<ProductAudit>

const orderFields = { outOrderId: req('string', 'out_order_id'), orderId: req('id', 'order_id') } as const

const component = { section: 'B6', status: 'legacy', audience: 'mini-program', ack: plain, replies: false } as const
const aftersale = {
  ...component,
  fields: {
    aftersaleInfo: structure('aftersale_info', {
      aftersaleId: req('id', 'aftersale_id'),
      outAftersaleId: req('string', 'out_aftersale_id'),
    }),
  },
} as const

export const tradeComponentRows: RowsOf<TradeComponentEvents> = {
  open_product_account_register: {
    ...component,
    wire: 'open_product_account_register',
    doc: 'A shop was admitted to the component, or cancelled it.',
    fields: {
      openProductAccountRegister: structure('OpenProductAccountRegister', { status: req('integer', 'status') }),
    },
  },
  open_product_brand_audit: {
    ...component,
    wire: 'open_product_brand_audit',
    doc: 'The review of a brand was decided.',
    fields: { qualificationAuditResult: structure('QualificationAuditResult', qualificationFields) },
  },
  open_product_category_audit: {
    ...component,
    wire: 'open_product_category_audit',
    doc: 'The review of a product category was decided.',
    fields: { qualificationAuditResult: structure('QualificationAuditResult', qualificationFields) },
  },
  open_product_spu_audit: {
    ...component,
    wire: 'open_product_spu_audit',
    doc: 'The review of a product was decided.',
    fields: { openProductSpuAudit: structure('OpenProductSpuAudit', productFields) },
  },
  open_product_spu_status_update: {
    ...component,
    wire: 'open_product_spu_status_update',
    doc: 'WeChat took a product off the shelf.',
    fields: { openProductSpuAudit: structure('OpenProductSpuAudit', productFields) },
  },
  open_product_scene_group_audit: {
    ...component,
    wire: 'open_product_scene_group_audit',
    doc: 'The review of a scene was decided.',
    fields: {
      sceneGroupAudit: structure('SceneGroupAudit', {
        groupId: req('string', 'group_id'),
        name: req('string', 'name'),
        reason: req('string', 'reason'),
        sceneGroupExtList: {
          kind: 'list',
          path: 'scene_group_ext_list',
          required: true,
          of: { extId: req('string', 'ext_id'), name: req('string', 'name'), status: req('integer', 'status') },
        },
      }),
    },
  },
  open_product_order_pay: {
    ...component,
    wire: 'open_product_order_pay',
    doc: 'An order of the component was paid.',
    ack: plainGuaranteed,
    fields: {
      orderInfo: structure('order_info', {
        ...orderFields,
        transactionId: req('string', 'transaction_id'),
        payTime: req('string', 'pay_time'),
      }),
    },
  },
  open_product_order_cancel: {
    ...component,
    wire: 'open_product_order_cancel',
    doc: 'An order of the component was cancelled.',
    fields: { orderInfo: structure('order_info', orderFields) },
  },
  open_product_order_confirm: {
    ...component,
    wire: 'open_product_order_confirm',
    doc: 'A user confirmed that an order arrived.',
    fields: { orderInfo: structure('order_info', orderFields) },
  },
  open_product_order_refund: {
    ...component,
    wire: 'open_product_order_refund',
    doc: 'An order of the component was paid back.',
    ack: plainGuaranteed,
    fields: { orderInfo: structure('order_info', orderFields) },
  },
  open_product_order_settle: {
    ...component,
    wire: 'open_product_order_settle',
    doc: 'An order of the component was settled.',
    ack: plainGuaranteed,
    fields: {
      orderInfo: structure('order_info', {
        ...orderFields,
        settleNo: req('string', 'settle_no'),
        amount: req('integer', 'amount'),
        settleTime: req('string', 'settle_time'),
      }),
    },
  },
  open_product_order_analyze: {
    ...component,
    wire: 'open_product_order_analyze',
    doc: 'Where an order of the component came from was worked out.',
    fields: { orderInfo: structure('order_info', { ...orderFields, openid: req('string', 'openid') }) },
  },
  open_product_receive_coupon: {
    ...component,
    wire: 'open_product_receive_coupon',
    doc: "A user takes a coupon: hand it out, and answer with `ret_code` and the coupon's number on your side.",
    ack: coupon,
    fields: { outCouponId: req('string', 'out_coupon_id'), requestId: req('string', 'request_id') },
  },
  aftersale_new_order: {
    ...component,
    wire: 'aftersale_new_order',
    doc: 'A user opened an after-sale case.',
    fields: {
      aftersaleInfo: structure('aftersale_info', {
        aftersaleId: req('id', 'aftersale_id'),
        orderId: req('id', 'order_id'),
        outOrderId: req('string', 'out_order_id'),
      }),
    },
  },
  aftersale_complaint_update_order_state: {
    ...aftersale,
    wire: 'aftersale_complaint_update_order_state',
    doc: 'The complaint about an after-sale case changed its state.',
  },
  aftersale_merchant_confirm_receipt_overdue: {
    ...aftersale,
    wire: 'aftersale_merchant_confirm_receipt_overdue',
    doc: 'The shop did not confirm in time that the goods came back.',
  },
  aftersale_merchant_handle_refund_overdue: {
    ...aftersale,
    wire: 'aftersale_merchant_handle_refund_overdue',
    doc: 'The shop did not deal with a refund in time.',
  },
  aftersale_merchant_handle_return_overdue: {
    ...aftersale,
    wire: 'aftersale_merchant_handle_return_overdue',
    doc: 'The shop did not deal with a return in time.',
  },
  aftersale_refund_success: {
    ...aftersale,
    wire: 'aftersale_refund_success',
    doc: 'The refund of an after-sale case is done.',
    ack: plainGuaranteed,
  },
  aftersale_update_order: { ...aftersale, wire: 'aftersale_update_order', doc: 'A user changed an after-sale case.' },
  aftersale_user_apply_platform_judge_overdue: {
    ...aftersale,
    wire: 'aftersale_user_apply_platform_judge_overdue',
    doc: 'The user did not ask the platform to judge in time.',
  },
  aftersale_user_cancel: { ...aftersale, wire: 'aftersale_user_cancel', doc: 'A user withdrew an after-sale case.' },
  aftersale_user_confirm_refund_certificate: {
    ...aftersale,
    wire: 'aftersale_user_confirm_refund_certificate',
    doc: 'A user confirmed the proof of a refund.',
  },
  aftersale_user_modify_return_info: {
    ...aftersale,
    wire: 'aftersale_user_modify_return_info',
    doc: 'A user changed how the goods come back.',
  },
  aftersale_user_upload_return_info_overdue: {
    ...aftersale,
    wire: 'aftersale_user_upload_return_info_overdue',
    doc: 'The user did not say in time how the goods come back.',
  },
  aftersale_wait_merchant_confirm_receipt: {
    ...aftersale,
    wire: 'aftersale_wait_merchant_confirm_receipt',
    doc: 'The shop has to confirm that the goods came back.',
  },
  aftersale_wait_merchant_offline_refund: {
    ...aftersale,
    wire: 'aftersale_wait_merchant_offline_refund',
    doc: 'The shop has to refund outside the platform.',
  },
}

const trade = { section: 'B6', status: 'current', audience: 'mini-program', ack: plain, replies: false } as const
const funds = { ...trade, ack: plainGuaranteed } as const

export const fundsAndComplaintRows: RowsOf<FundsAndComplaintEvents> = {
  funds_order_pay: {
    ...funds,
    wire: 'funds_order_pay',
    doc: 'An order was paid into the managed account.',
    fields: {
      orderInfo: structure('order_info', {
        tradeNo: req('string', 'trade_no'),
        transactionId: req('string', 'transaction_id'),
        payTime: req('string', 'pay_time'),
      }),
    },
  },
  funds_order_profitsharing: {
    ...funds,
    wire: 'funds_order_profitsharing',
    doc: 'The proceeds of an order were shared.',
    fields: {
      orderInfo: structure('order_info', {
        profitSharingNo: req('string', 'profit_sharing_no'),
        amount: req('integer', 'amount'),
        result: req('string', 'result'),
        finishTime: req('string', 'finish_time'),
      }),
    },
  },
  funds_order_refund: {
    ...funds,
    wire: 'funds_order_refund',
    doc: 'An order was paid back out of the managed account.',
    fields: {
      orderInfo: structure('order_info', {
        refundNo: req('string', 'refund_no'),
        status: req('string', 'status'),
        successTime: req('string', 'success_time'),
      }),
    },
  },
  withdraw_notify: {
    ...funds,
    wire: 'withdraw_notify',
    doc: 'A payout from the managed account went on.',
    fields: {
      withdrawInfo: structure('withdraw_info', {
        outRequestNo: req('string', 'out_request_no'),
        event: req('string', 'event'),
      }),
    },
  },
  complaint_callback: {
    ...trade,
    wire: 'complaint_callback',
    doc: 'A user complained about a trade. In JSON the payload stands at the top, beside the header.',
    fields: { bussiCallBackInfo: tree('BussiCallBackInfo', '') },
  },
  complaint_notify: {
    ...trade,
    wire: 'complaint_notify',
    doc: 'A complaint about a shop went on.',
    status: 'undocumented',
    fields: {
      complaintInfo: structure('complaint_info', {
        complaintOrderId: req('id', 'complaint_order_id'),
        state: req('string', 'state'),
        event: req('string', 'event'),
      }),
    },
  },
  miniprogram_sharer_action: {
    ...trade,
    wire: 'miniprogram_sharer_action',
    doc: 'A sharer did something: what is in `action`.',
    fields: {
      action: req('string', 'type'),
      openid: req('string', 'openid'),
      promoter: structure('promoter', {
        finderNickname: req('string', 'finder_nickname'),
        promoterId: req('string', 'promoter_id'),
        promoterOpenid: req('string', 'promoter_openid'),
      }),
    },
  },
  miniprogram_sharer_bind_status_change: {
    ...trade,
    wire: 'miniprogram_sharer_bind_status_change',
    doc: 'A sharer was tied to the mini program, or released.',
    fields: { openid: req('string', 'openid'), bindStatus: req('integer', 'bind_status') },
  },
}
