import type { EventCommon } from '../../common.js'

/** The overall finding. */
export interface WxaMediaCheckResult {
  readonly suggest: string | undefined
  readonly label: number | undefined
}

/** Finding of one strategy. */
export interface MediaCheckDetail {
  readonly strategy: string | undefined
  readonly errcode: number | undefined
  readonly suggest: string | undefined
  readonly label: number | undefined
  readonly prob: number | undefined
}

/** A user opened the service chat of a mini program. */
export interface UserEnterTempsessionEvent extends EventCommon {
  readonly event: 'user_enter_tempsession'
  /** What the developer gave the button; up to 1,000 characters. */
  readonly sessionFrom: string | undefined
}

/** An asynchronous check of a picture or sound is done. */
export interface WxaMediaCheckEvent extends EventCommon {
  readonly event: 'wxa_media_check'
  readonly appid: string
  readonly traceId: string
  readonly version: number | undefined
  readonly result: WxaMediaCheckResult | undefined
  readonly detail: readonly MediaCheckDetail[]
  readonly errcode: number | undefined
  readonly errmsg: string | undefined
  readonly isrisky: boolean | undefined
  readonly extraInfoJson: string | undefined
  /** Unsigned: 4294966288 is -1008, the download failed. */
  readonly statusCode: number | undefined
}

/** Mini program: service chat and content safety. */
export interface MiniServiceEvents {
  readonly user_enter_tempsession: UserEnterTempsessionEvent
  readonly wxa_media_check: WxaMediaCheckEvent
}
