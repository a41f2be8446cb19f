import type { EventCommon } from '../../common.js'
import { plain } from '../ack.js'
import { opt, type RowsOf, req } from '../row.js'

/** The decision. */
export interface PrivacyReview {
  readonly apiName: string
  /** Unix seconds. */
  readonly applyTime: number | undefined
  readonly auditId: string
  /** Unix seconds. */
  readonly auditTime: number | undefined
  readonly reason: string | undefined
  readonly status: number | undefined
}

/** What was found fault with. */
export interface IllegalMaterial {
  readonly content: string | undefined
  readonly contentUrl: string | undefined
}

/** What the appeal says. */
export interface AppealMaterial {
  readonly reason: string | undefined
  readonly proofMaterialId: string | undefined
}

/** One charge and the answer to it. */
export interface AppealMaterialEntry {
  readonly illegalMaterial: IllegalMaterial | undefined
  readonly appealMaterial: AppealMaterial | undefined
}

/** Which rating. */
export interface WxaCommentBadScoreResult {
  readonly commentId: string
}

/** The code passed its review. */
export interface WeappAuditSuccessEvent extends EventCommon {
  readonly event: 'weapp_audit_success'
  /** Unix seconds. */
  readonly succTime: number | undefined
}

/** The code failed its review. */
export interface WeappAuditFailEvent extends EventCommon {
  readonly event: 'weapp_audit_fail'
  readonly reason: string
  /** Unix seconds. */
  readonly failTime: number | undefined
  /** Media ids joined by `|`. */
  readonly screenShot: string | undefined
}

/** The review of the code takes longer. */
export interface WeappAuditDelayEvent extends EventCommon {
  readonly event: 'weapp_audit_delay'
  readonly reason: string
  /** Unix seconds. */
  readonly delayTime: number | undefined
}

/** The name of a mini program was reviewed. */
export interface WxaNicknameAuditEvent extends EventCommon {
  readonly event: 'wxa_nickname_audit'
  readonly ret: number | undefined
  readonly nickname: string
  readonly reason: string | undefined
}

/** A category of a mini program was reviewed. */
export interface WxaCategoryAuditEvent extends EventCommon {
  readonly event: 'wxa_category_audit'
  readonly ret: number | undefined
  readonly first: number | undefined
  readonly second: number | undefined
  readonly reason: string | undefined
}

/** The application for a privacy interface was reviewed. */
export interface WxaPrivacyApplyEvent extends EventCommon {
  readonly event: 'wxa_privacy_apply'
  readonly resultInfo: PrivacyReview
}

/** A violation was recorded. */
export interface WxaIllegalRecordEvent extends EventCommon {
  readonly event: 'wxa_illegal_record'
  readonly illegalRecordId: string
  readonly appid: string
  /** Unix seconds. */
  readonly createTime: number | undefined
  readonly illegalReason: string
  readonly illegalContent: string
  readonly ruleUrl: string
  readonly ruleName: string
}

/** An appeal went on. */
export interface WxaAppealRecordEvent extends EventCommon {
  readonly event: 'wxa_appeal_record'
  readonly appealRecordId: string
  readonly appid: string
  /** Unix seconds. */
  readonly appealTime: number | undefined
  readonly appealCount: number | undefined
  readonly appealFrom: number | undefined
  readonly appealStatus: number | undefined
  /** Unix seconds. */
  readonly auditTime: number | undefined
  readonly auditReason: string | undefined
  readonly punishDescription: string | undefined
  readonly material: readonly AppealMaterialEntry[]
}

/** The fee for accreditation was paid. */
export interface WxVerifyPaySuccEvent extends EventCommon {
  readonly event: 'wx_verify_pay_succ'
  readonly orderId: string
}

/** Accreditation was handed to an agency. */
export interface WxVerifyDispatchEvent extends EventCommon {
  readonly event: 'wx_verify_dispatch'
  readonly provider: string
  readonly contact: string
  /** Unix seconds. */
  readonly dispatchTime: number | undefined
}

/** A bought quota is running out. */
export interface ChargeServiceQuotaEvent extends EventCommon {
  readonly event: 'charge_service_quota_notify'
  readonly eventType: number | undefined
  readonly spuId: string
  readonly spuName: string
  readonly totalQuota: number | undefined
  readonly totalUsedQuota: number | undefined
}

/** A place for the "nearby" list was reviewed. */
export interface AddNearbyPoiAuditInfoEvent extends EventCommon {
  readonly event: 'add_nearby_poi_audit_info'
  readonly auditId: string
  readonly status: number | undefined
  readonly reason: string | undefined
  readonly poiId: string
}

/** A category for the "nearby" list was reviewed. */
export interface NearbyCategoryAuditInfoEvent extends EventCommon {
  readonly event: 'nearby_category_audit_info'
  readonly auditId: string
  readonly status: number | undefined
  readonly reason: string | undefined
}

/** Somebody gave a bad rating. */
export interface WxaCommentBadScoreEvent extends EventCommon {
  readonly event: 'wxa_comment_bad_score'
  readonly result: WxaCommentBadScoreResult
}

/** Mini program: reviews, names, compliance. */
export interface MiniReviewEvents {
  readonly weapp_audit_success: WeappAuditSuccessEvent
  readonly weapp_audit_fail: WeappAuditFailEvent
  readonly weapp_audit_delay: WeappAuditDelayEvent
  readonly wxa_nickname_audit: WxaNicknameAuditEvent
  readonly wxa_category_audit: WxaCategoryAuditEvent
  readonly wxa_privacy_apply: WxaPrivacyApplyEvent
  readonly wxa_illegal_record: WxaIllegalRecordEvent
  readonly wxa_appeal_record: WxaAppealRecordEvent
  readonly wx_verify_pay_succ: WxVerifyPaySuccEvent
  readonly wx_verify_dispatch: WxVerifyDispatchEvent
  readonly charge_service_quota_notify: ChargeServiceQuotaEvent
  readonly add_nearby_poi_audit_info: AddNearbyPoiAuditInfoEvent
  readonly nearby_category_audit_info: NearbyCategoryAuditInfoEvent
  readonly wxa_comment_bad_score: WxaCommentBadScoreEvent
}

export const miniReviewRows: RowsOf<MiniReviewEvents> = {
  weapp_audit_success: {
    wire: 'weapp_audit_success',
    section: 'B2',
    doc: 'The code passed its review.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: { succTime: req('time', 'SuccTime') },
  },
  weapp_audit_fail: {
    wire: 'weapp_audit_fail',
    section: 'B2',
    doc: 'The code failed its review.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: {
      reason: req('string', 'Reason'),
      failTime: req('time', 'FailTime'),
      screenShot: opt('string', 'ScreenShot'),
    },
  },
  weapp_audit_delay: {
    wire: 'weapp_audit_delay',
    section: 'B2',
    doc: 'The review of the code takes longer.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: { reason: req('string', 'Reason'), delayTime: req('time', 'DelayTime') },
  },
  wxa_nickname_audit: {
    wire: 'wxa_nickname_audit',
    section: 'B2',
    doc: 'The name of a mini program was reviewed.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: { ret: req('integer', 'ret'), nickname: req('string', 'nickname'), reason: opt('string', 'reason') },
  },
  wxa_category_audit: {
    wire: 'wxa_category_audit',
    section: 'B2',
    doc: 'A category of a mini program was reviewed.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: {
      ret: req('integer', 'ret'),
      first: req('integer', 'first'),
      second: req('integer', 'second'),
      reason: opt('string', 'reason'),
    },
  },
  wxa_privacy_apply: {
    wire: 'wxa_privacy_apply',
    section: 'B2',
    doc: 'The application for a privacy interface was reviewed.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
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
    wire: 'wxa_illegal_record',
    section: 'B2',
    doc: 'A violation was recorded.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
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
    wire: 'wxa_appeal_record',
    section: 'B2',
    doc: 'An appeal went on.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
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
    wire: 'wx_verify_pay_succ',
    section: 'B2',
    doc: 'The fee for accreditation was paid.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: { orderId: req('string', 'OrderId') },
  },
  wx_verify_dispatch: {
    wire: 'wx_verify_dispatch',
    section: 'B2',
    doc: 'Accreditation was handed to an agency.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: {
      provider: req('string', 'Provider'),
      contact: req('string', 'Contact'),
      dispatchTime: req('time', 'DispatchTime'),
    },
  },
  charge_service_quota_notify: {
    wire: 'charge_service_quota_notify',
    section: 'B2',
    doc: 'A bought quota is running out.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: {
      eventType: req('integer', 'event_type'),
      spuId: req('string', 'spu_id'),
      spuName: req('string', 'spu_name'),
      totalQuota: req('integer', 'total_quota'),
      totalUsedQuota: req('integer', 'total_used_quota'),
    },
  },
  add_nearby_poi_audit_info: {
    wire: 'add_nearby_poi_audit_info',
    section: 'B2',
    doc: 'A place for the "nearby" list was reviewed.',
    status: 'legacy',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: {
      auditId: req('string', 'audit_id'),
      status: req('integer', 'status'),
      reason: opt('string', 'reason'),
      poiId: req('string', 'poi_id'),
    },
  },
  nearby_category_audit_info: {
    wire: 'nearby_category_audit_info',
    section: 'B2',
    doc: 'A category for the "nearby" list was reviewed.',
    status: 'legacy',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: { auditId: req('string', 'audit_id'), status: req('integer', 'status'), reason: opt('string', 'reason') },
  },
  wxa_comment_bad_score: {
    wire: 'wxa_comment_bad_score',
    section: 'B2',
    doc: 'Somebody gave a bad rating.',
    status: 'current',
    audience: 'mini-program',
    ack: plain,
    replies: false,
    fields: {
      result: { kind: 'object', path: 'result', required: true, of: { commentId: req('string', 'comment_id') } },
    },
  },
}
