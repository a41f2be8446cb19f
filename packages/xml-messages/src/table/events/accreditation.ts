import type { EventCommon } from '../../common.js'

/** Why accreditation failed, and when. */
export interface VerificationFailure extends EventCommon {
  /** Unix seconds. */
  readonly failTime: number | undefined
  readonly failReason: string
}

/** The qualification of the account was accepted; its name is still to be checked. */
export interface QualificationVerifySuccessEvent extends EventCommon {
  readonly event: 'qualification_verify_success'
  /** Unix seconds. */
  readonly expiredTime: number | undefined
}

/** The qualification of the account was refused. */
export interface QualificationVerifyFailEvent extends VerificationFailure {
  readonly event: 'qualification_verify_fail'
}

/** The name of the account was accepted; accreditation is complete. */
export interface NamingVerifySuccessEvent extends EventCommon {
  readonly event: 'naming_verify_success'
  /** Unix seconds. */
  readonly expiredTime: number | undefined
}

/** The name of the account was refused. */
export interface NamingVerifyFailEvent extends VerificationFailure {
  readonly event: 'naming_verify_fail'
}

/** Accreditation has to be renewed soon. */
export interface AnnualRenewEvent extends EventCommon {
  readonly event: 'annual_renew'
  /** Unix seconds. */
  readonly expiredTime: number | undefined
}

/** Accreditation has run out. */
export interface VerifyExpiredEvent extends EventCommon {
  readonly event: 'verify_expired'
  /** Unix seconds. */
  readonly expiredTime: number | undefined
}

/** Accreditation of the account. */
export interface AccreditationEvents {
  readonly qualification_verify_success: QualificationVerifySuccessEvent
  readonly qualification_verify_fail: QualificationVerifyFailEvent
  readonly naming_verify_success: NamingVerifySuccessEvent
  readonly naming_verify_fail: NamingVerifyFailEvent
  readonly annual_renew: AnnualRenewEvent
  readonly verify_expired: VerifyExpiredEvent
}
