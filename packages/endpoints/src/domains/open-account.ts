import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface OpenAccountBindRequest {
  appid: string
  open_appid: string
}

export interface OpenAccountCreateRequest {
  appid: string
}

export interface OpenAccountCreateAnswer extends BaseAnswer {
  open_appid?: string
}

export interface OpenAccountApi {
  /**
   * Binds an account to an open-platform account: its users then share a unionid.
   *
   * @see https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/bindOpenAccount.html
   */
  bind(request: OpenAccountBindRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Creates an open-platform account and binds the account to it.
   *
   * @see https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/createOpenAccount.html
   */
  create(request: OpenAccountCreateRequest, options?: CallOptions): Promise<OpenAccountCreateAnswer>
  /**
   * The open-platform account that an account is bound to.
   *
   * @see https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/getOpenAccount.html
   */
  get(request: OpenAccountCreateRequest, options?: CallOptions): Promise<OpenAccountCreateAnswer>
  /**
   * Unbinds an account from its open-platform account.
   *
   * @see https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/openplatform-management/unbindOpenAccount.html
   */
  unbind(request: OpenAccountBindRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const openAccountTable = {
  bind: {
    call: 'POST /cgi-bin/open/bind',
    docs: 'doc/oplatform/openApi/OpenApiDoc/openplatform-management/bindOpenAccount.html',
  },
  create: {
    call: 'POST /cgi-bin/open/create',
    docs: 'doc/oplatform/openApi/OpenApiDoc/openplatform-management/createOpenAccount.html',
  },
  get: {
    call: 'POST /cgi-bin/open/get',
    retry: 'safe',
    docs: 'doc/oplatform/openApi/OpenApiDoc/openplatform-management/getOpenAccount.html',
  },
  unbind: {
    call: 'POST /cgi-bin/open/unbind',
    docs: 'doc/oplatform/openApi/OpenApiDoc/openplatform-management/unbindOpenAccount.html',
  },
} as const

/** One row for each method of {@link OpenAccountApi}. */
export const openAccountRows: Rows<OpenAccountApi> = /* @__PURE__ */ expandRows<
  OpenAccountApi,
  typeof openAccountTable
>('openAccount', openAccountTable, { platform: 'openPlatform', status: 'unknown' })
