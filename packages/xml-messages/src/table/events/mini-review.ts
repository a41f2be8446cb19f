import type { EventCommon } from '../../common.js'

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
