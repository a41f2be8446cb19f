import { instantDelivery, plain, plainGuaranteed } from './ack.js'
import type { DramaAndLiveEvents } from './events/drama-and-live.js'
import type { MiniOrderEvents } from './events/mini-orders.js'
import type { MiniReviewEvents } from './events/mini-review.js'
import type { MiniServiceEvents } from './events/mini-service.js'
import { opt, type RowsOf, req, structure } from './row.js'

const miniService = { section: 'B1', status: 'current', audience: 'mini-program', ack: plain, replies: false } as const

export const miniServiceRows: RowsOf<MiniServiceEvents> = {
  user_enter_tempsession: {
    ...miniService,
    wire: 'user_enter_tempsession',
    doc: 'A user opened the service chat of a mini program.',
    fields: { sessionFrom: opt('string', 'SessionFrom') },
  },
  wxa_media_check: {
    ...miniService,
    wire: 'wxa_media_check',
    doc: 'An asynchronous check of a picture or sound is done.',
    fields: {
      appid: req('string', 'appid'),
      traceId: req('string', 'trace_id'),
      version: opt('integer', 'version'),
      result: {
        kind: 'object',
        path: 'result',
        required: false,
        of: { suggest: opt('string', 'suggest'), label: opt('integer', 'label') },
      },
      detail: {
        kind: 'list',
        path: 'detail',
        required: false,
        of: {
          strategy: opt('string', 'strategy'),
          errcode: opt('integer', 'errcode'),
          suggest: opt('string', 'suggest'),
          label: opt('integer', 'label'),
          prob: opt('integer', 'prob'),
        },
      },
      errcode: opt('integer', 'errcode'),
      errmsg: opt('string', 'errmsg'),
      isrisky: opt('flag', 'isrisky'),
      extraInfoJson: opt('string', 'extra_info_json'),
      statusCode: opt('integer', 'status_code'),
    },
  },
}

const miniReview = { section: 'B2', status: 'current', audience: 'mini-program', ack: plain, replies: false } as const

export const miniReviewRows: RowsOf<MiniReviewEvents> = {
  weapp_audit_success: {
    ...miniReview,
    wire: 'weapp_audit_success',
    doc: 'The code passed its review.',
    fields: { succTime: req('time', 'SuccTime') },
  },
  weapp_audit_fail: {
    ...miniReview,
    wire: 'weapp_audit_fail',
    doc: 'The code failed its review.',
    fields: {
      reason: req('string', 'Reason'),
      failTime: req('time', 'FailTime'),
      screenShot: opt('string', 'ScreenShot'),
    },
  },
  weapp_audit_delay: {
    ...miniReview,
    wire: 'weapp_audit_delay',
    doc: 'The review of the code takes longer.',
    fields: { reason: req('string', 'Reason'), delayTime: req('time', 'DelayTime') },
  },
  wxa_nickname_audit: {
    ...miniReview,
    wire: 'wxa_nickname_audit',
    doc: 'The name of a mini program was reviewed.',
    fields: { ret: req('integer', 'ret'), nickname: req('string', 'nickname'), reason: opt('string', 'reason') },
  },
  wxa_category_audit: {
    ...miniReview,
    wire: 'wxa_category_audit',
    doc: 'A category of a mini program was reviewed.',
    fields: {
      ret: req('integer', 'ret'),
      first: req('integer', 'first'),
      second: req('integer', 'second'),
      reason: opt('string', 'reason'),
    },
  },
  wxa_privacy_apply: {
    ...miniReview,
    wire: 'wxa_privacy_apply',
    doc: 'The application for a privacy interface was reviewed.',
    fields: {
      resultInfo: {
        kind: 'object',
        path: 'result_info',
        required: true,
        of: {
          apiName: req('string', 'api_name'),
          applyTime: req('time', 'apply_time'),
          auditId: req('string', 'audit_id'),
          auditTime: req('time', 'audit_time'),
          reason: opt('string', 'reason'),
          status: req('integer', 'status'),
        },
      },
    },
  },
  wxa_illegal_record: {
    ...miniReview,
    wire: 'wxa_illegal_record',
    doc: 'A violation was recorded.',
    fields: {
      illegalRecordId: req('string', 'illegal_record_id'),
      appid: req('string', 'appid'),
      createTime: req('time', 'create_time'),
      illegalReason: req('string', 'illegal_reason'),
      illegalContent: req('string', 'illegal_content'),
      ruleUrl: req('string', 'rule_url'),
      ruleName: req('string', 'rule_name'),
    },
  },
  wxa_appeal_record: {
    ...miniReview,
    wire: 'wxa_appeal_record',
    doc: 'An appeal went on.',
    fields: {
      appealRecordId: req('string', 'appeal_record_id'),
      appid: req('string', 'appid'),
      appealTime: req('time', 'appeal_time'),
      appealCount: req('integer', 'appeal_count'),
      appealFrom: req('integer', 'appeal_from'),
      appealStatus: req('integer', 'appeal_status'),
      auditTime: opt('time', 'audit_time'),
      auditReason: opt('string', 'audit_reason'),
      punishDescription: opt('string', 'punish_description'),
      material: {
        kind: 'list',
        path: 'material',
        required: false,
        of: {
          illegalMaterial: {
            kind: 'object',
            path: 'illegal_material',
            required: false,
            of: { content: opt('string', 'content'), contentUrl: opt('string', 'content_url') },
          },
          appealMaterial: {
            kind: 'object',
            path: 'appeal_material',
            required: false,
            of: { reason: opt('string', 'reason'), proofMaterialId: opt('string', 'proof_material_id') },
          },
        },
      },
    },
  },
  wx_verify_pay_succ: {
    ...miniReview,
    wire: 'wx_verify_pay_succ',
    doc: 'The fee for accreditation was paid.',
    fields: { orderId: req('string', 'OrderId') },
  },
  wx_verify_dispatch: {
    ...miniReview,
    wire: 'wx_verify_dispatch',
    doc: 'Accreditation was handed to an agency.',
    fields: {
      provider: req('string', 'Provider'),
      contact: req('string', 'Contact'),
      dispatchTime: req('time', 'DispatchTime'),
    },
  },
  charge_service_quota_notify: {
    ...miniReview,
    wire: 'charge_service_quota_notify',
    doc: 'A bought quota is running out.',
    fields: {
      eventType: req('integer', 'event_type'),
      spuId: req('string', 'spu_id'),
      spuName: req('string', 'spu_name'),
      totalQuota: req('integer', 'total_quota'),
      totalUsedQuota: req('integer', 'total_used_quota'),
    },
  },
  add_nearby_poi_audit_info: {
    ...miniReview,
    wire: 'add_nearby_poi_audit_info',
    doc: 'A place for the "nearby" list was reviewed.',
    status: 'legacy',
    fields: {
      auditId: req('string', 'audit_id'),
      status: req('integer', 'status'),
      reason: opt('string', 'reason'),
      poiId: req('string', 'poi_id'),
    },
  },
  nearby_category_audit_info: {
    ...miniReview,
    wire: 'nearby_category_audit_info',
    doc: 'A category for the "nearby" list was reviewed.',
    status: 'legacy',
    fields: { auditId: req('string', 'audit_id'), status: req('integer', 'status'), reason: opt('string', 'reason') },
  },
  wxa_comment_bad_score: {
    ...miniReview,
    wire: 'wxa_comment_bad_score',
    doc: 'Somebody gave a bad rating.',
    fields: {
      result: { kind: 'object', path: 'result', required: true, of: { commentId: req('string', 'comment_id') } },
    },
  },
}

const miniOrder = { section: 'B3', status: 'current', audience: 'mini-program', ack: plain, replies: false } as const

export const miniOrderRows: RowsOf<MiniOrderEvents> = {
  trade_manage_remind_access_api: {
    ...miniOrder,
    wire: 'trade_manage_remind_access_api',
    doc: 'A reminder to report shipping by API.',
    fields: { msg: req('string', 'msg') },
  },
  trade_manage_remind_shipping: {
    ...miniOrder,
    wire: 'trade_manage_remind_shipping',
    doc: 'A reminder to ship an order.',
    fields: {
      transactionId: req('string', 'transaction_id'),
      merchantId: req('string', 'merchant_id'),
      subMerchantId: opt('string', 'sub_merchant_id'),
      merchantTradeNo: req('string', 'merchant_trade_no'),
      payTime: req('time', 'pay_time'),
      msg: req('string', 'msg'),
    },
  },
  trade_manage_order_settlement: {
    ...miniOrder,
    wire: 'trade_manage_order_settlement',
    doc: 'An order will be settled, or was.',
    fields: {
      transactionId: req('string', 'transaction_id'),
      merchantId: req('string', 'merchant_id'),
      subMerchantId: opt('string', 'sub_merchant_id'),
      merchantTradeNo: req('string', 'merchant_trade_no'),
      payTime: req('time', 'pay_time'),
      shippedTime: req('time', 'shipped_time'),
      estimatedSettlementTime: opt('time', 'estimated_settlement_time'),
      confirmReceiveMethod: opt('integer', 'confirm_receive_method'),
      confirmReceiveTime: opt('time', 'confirm_receive_time'),
      settlementTime: opt('time', 'settlement_time'),
    },
  },
  add_express_path: {
    ...miniOrder,
    wire: 'add_express_path',
    doc: 'A parcel moved.',
    fields: {
      deliveryId: req('string', 'DeliveryID'),
      wayBillId: req('string', 'WayBillId', 'WaybillId'),
      orderId: req('string', 'OrderId'),
      version: req('integer', 'Version'),
      count: req('integer', 'Count'),
      actions: {
        kind: 'list',
        path: 'Actions',
        required: true,
        of: {
          actionTime: req('time', 'ActionTime'),
          actionType: req('integer', 'ActionType'),
          actionMsg: req('string', 'ActionMsg'),
        },
      },
    },
  },
  update_waybill_status: {
    ...miniOrder,
    wire: 'update_waybill_status',
    doc: 'An instant delivery changed its state.',
    ack: instantDelivery,
    fields: {
      shopid: req('string', 'shopid'),
      shopOrderId: req('string', 'shop_order_id'),
      shopNo: req('string', 'shop_no'),
      waybillId: req('string', 'waybill_id'),
      orderStatus: req('integer', 'order_status'),
      actionTime: req('time', 'action_time'),
      actionMsg: opt('string', 'action_msg'),
      agent: {
        kind: 'object',
        path: 'agent',
        required: false,
        of: { name: opt('string', 'name'), phone: opt('string', 'phone'), reachTime: opt('time', 'reach_time') },
      },
    },
  },
  retail_refund_notify: {
    ...miniOrder,
    wire: 'retail_refund_notify',
    doc: 'A refund of a business order is done.',
    ack: plainGuaranteed,
    fields: {
      appid: req('string', 'appid'),
      mchid: req('string', 'mchid'),
      outRefundNo: req('string', 'out_refund_no'),
      refundId: req('string', 'refund_id'),
      outTradeNo: req('string', 'out_trade_no'),
      orderId: req('string', 'order_id'),
      refundAmount: req('integer', 'refund_amount'),
      orderAmount: req('integer', 'order_amount'),
      refundFrom: req('string', 'refund_from'),
      refundReason: opt('string', 'refund_reason'),
      createTime: req('string', 'create_time'),
      refundTime: opt('string', 'refund_time'),
      refundStatus: req('string', 'refund_status'),
      wxpayRefundId: opt('string', 'wxpay_refund_id'),
      env: req('integer', 'env'),
      payChannel: req('integer', 'pay_channel'),
      refundDesc: opt('string', 'refund_desc'),
    },
  },
}

const dramaAndLive = { section: 'B5', status: 'current', audience: 'mini-program', ack: plain, replies: false } as const

export const dramaAndLiveRows: RowsOf<DramaAndLiveEvents> = {
  secvod_upload_event: {
    ...dramaAndLive,
    wire: 'secvod_upload_event',
    doc: 'An episode of a drama was uploaded, or could not be.',
    fields: {
      uploadEvent: structure('upload_event', {
        mediaId: req('id', 'media_id'),
        sourceContext: opt('string', 'source_context'),
        errcode: req('integer', 'errcode'),
        errmsg: opt('string', 'errmsg'),
      }),
    },
  },
  secvod_audit_event: {
    ...dramaAndLive,
    wire: 'secvod_audit_event',
    doc: 'The review of a drama was decided.',
    fields: {
      auditEvent: structure('audit_event', {
        dramaId: req('id', 'drama_id'),
        sourceContext: opt('string', 'source_context'),
        auditDetail: structure('audit_detail', {
          auditType: opt('integer', 'audit_type'),
          status: req('integer', 'status'),
          createTime: req('time', 'create_time'),
          auditTime: req('time', 'audit_time'),
        }),
      }),
    },
  },
  secbook_audit_event: {
    ...dramaAndLive,
    wire: 'secbook_audit_event',
    doc: 'The review of a book was decided.',
    fields: {
      auditEvent: structure('audit_event', {
        bookId: req('string', 'book_id'),
        auditDetail: structure('audit_detail', {
          status: req('integer', 'status'),
          createTime: req('time', 'create_time'),
          auditTime: req('time', 'audit_time'),
        }),
      }),
    },
  },
  wxalive_follow_notify: {
    ...dramaAndLive,
    wire: 'wxalive_follow_notify',
    doc: 'A user follows a live room, or does so no longer.',
    fields: {
      followNotify: structure('FollowNotify', {
        roomId: req('id', 'room_id'),
        userOpenid: req('string', 'user_openid'),
        time: req('time', 'time'),
        liveStatus: req('integer', 'live_status'),
        action: req('string', 'action'),
      }),
    },
  },
  wxalive_push_message_notify: {
    ...dramaAndLive,
    wire: 'wxalive_push_message_notify',
    doc: 'The followers of a live room were notified.',
    fields: {
      pushMessageApiNotify: structure('PushMessageApiNotify', {
        messageId: req('string', 'message_id'),
        roomId: req('id', 'room_id'),
        totalCount: req('integer', 'total_count'),
        successCount: req('integer', 'success_count'),
        openidErrorCount: opt('integer', 'openid_error_count'),
        relationErrorCount: opt('integer', 'relation_error_count'),
        userRecvLimitCount: opt('integer', 'user_recv_limit_count'),
        internalErrorCount: opt('integer', 'internal_error_count'),
      }),
    },
  },
}
