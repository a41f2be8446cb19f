import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'
import type { Download } from '../transfer.js'

/** What the code carries: a number or a text, for a time or for good (an account has 100,000 of the latter). */
export type QrcodeCreateRequest =
  | {
      action_name: 'QR_SCENE'
      /** Seconds it lasts, up to 2,592,000 (30 days); 60 when left out. */
      expire_seconds?: number
      /** Any 32-bit integer but 0. */
      action_info: { scene: { scene_id: number } }
    }
  | {
      action_name: 'QR_STR_SCENE'
      /** Seconds it lasts, up to 2,592,000 (30 days); 60 when left out. */
      expire_seconds?: number
      /** 1 to 64 characters. */
      action_info: { scene: { scene_str: string } }
    }
  | {
      action_name: 'QR_LIMIT_SCENE'
      /** 1 to 100,000. */
      action_info: { scene: { scene_id: number } }
    }
  | {
      action_name: 'QR_LIMIT_STR_SCENE'
      /** 1 to 64 characters. */
      action_info: { scene: { scene_str: string } }
    }

export interface QrcodeCreateAnswer extends BaseAnswer {
  /** Seconds it lasts. */
  expire_seconds?: number
  /** The ticket. */
  ticket: string
  url: string
}

export interface QrcodeShowRequest {
  /** The ticket. */
  ticket: string
}

export interface QrcodeApi {
  /**
   * Ticket for a QR code that carries a value of yours, for a time or for good.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html
   */
  create(request: QrcodeCreateRequest, options?: CallOptions): Promise<QrcodeCreateAnswer>
  /**
   * The picture of a QR code, for its ticket.
   */
  show(request: QrcodeShowRequest, options?: CallOptions): Promise<Download>
}

export const qrcodeTable = {
  create: {
    call: 'POST /cgi-bin/qrcode/create',
    quota: { limit: 100_000, testAccountLimit: 10_000 },
    permission: { may: ['verifiedService'] },
    docs: 'doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html',
  },
  show: { call: 'GET /cgi-bin/showqrcode', host: 'mp.weixin.qq.com', auth: 'none', answer: 'binary' },
} as const

/** One row for each method of {@link QrcodeApi}. */
export const qrcodeRows: Rows<QrcodeApi> = /* @__PURE__ */ expandRows<QrcodeApi, typeof qrcodeTable>(
  'qrcode',
  qrcodeTable,
)
