import type { BaseAnswer } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface CityServiceBusinessInfo {
  redirect_page?: { page_type: string; url?: string; app_id?: string; fullpath?: string }
}

export interface CityServiceGetMedicalRealNameRequest {
  app_id?: string
  open_id: string
  wxmed_authcode: string
}

export interface CityServiceGetMedicalRealNameAnswer extends BaseAnswer {
  app_id?: string
  open_id?: string
  key_version?: number
  cipher_real_name?: string
  cipher_algorithm?: string
}

export interface CityServiceGetMessageRelationRequest {
  business_id: number
  open_id: string
}

export interface CityServiceGetMessageRelationAnswer extends BaseAnswer {
  is_subscribed?: 0 | 1
}

export interface CityServiceSendChannelMessageRequest {
  app_id: string
  open_id: string
  order_id?: string
  msg_id: string
  status: number
  business_id: number
  testonly_is_trial?: 0 | 1
  business_info?: CityServiceBusinessInfo
}

export interface CityServiceGetRealNameAuthUrlRequest {
  redirect_url: string
}

export interface CityServiceGetRealNameAuthUrlAnswer extends BaseAnswer {
  auth_url?: string
  /** Seconds the token or ticket lasts. */
  expires_in?: number
  appid?: string
}

export interface CityServiceApi {
  /**
   * Real-name data of a user for medical services.
   *
   * @see https://developers.weixin.qq.com/miniprogram/dev/server/API/cityservice/elderMedical/api_cityservice_getmedrealname
   */
  getMedicalRealName(
    request: CityServiceGetMedicalRealNameRequest,
    options?: CallOptions,
  ): Promise<CityServiceGetMedicalRealNameAnswer>
  /**
   * Whether a user takes messages of a city service.
   *
   * @see https://developers.weixin.qq.com/miniprogram/dev/server/API/cityservice/elderMedical/api_cityservice_getmsgrelation
   */
  getMessageRelation(
    request: CityServiceGetMessageRelationRequest,
    options?: CallOptions,
  ): Promise<CityServiceGetMessageRelationAnswer>
  /**
   * Sends a city-service message to a user.
   *
   * @see https://developers.weixin.qq.com/doc/service/api/medicalassistant/api_cityservice_sendchannelmsg
   */
  sendChannelMessage(request: CityServiceSendChannelMessageRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * Address of the page where a user agrees to hand over real-name data.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Non_tax_pay/API_document.html#9.2
   */
  getRealNameAuthUrl(
    request: CityServiceGetRealNameAuthUrlRequest,
    options?: CallOptions,
  ): Promise<CityServiceGetRealNameAuthUrlAnswer>
}

export const cityServiceTable = {
  getMedicalRealName: {
    call: 'POST /cityservice/getmedrealname',
    retry: 'safe',
    docs: 'miniprogram/dev/server/API/cityservice/elderMedical/api_cityservice_getmedrealname',
  },
  getMessageRelation: {
    call: 'POST /cityservice/getmsgrelation',
    retry: 'safe',
    docs: 'miniprogram/dev/server/API/cityservice/elderMedical/api_cityservice_getmsgrelation',
  },
  sendChannelMessage: {
    call: 'POST /cityservice/sendchannelmsg',
    docs: 'doc/service/api/medicalassistant/api_cityservice_sendchannelmsg',
  },
  getRealNameAuthUrl: {
    call: 'POST /intp/realname/getauthurl',
    platform: 'officialAccount',
    retry: 'safe',
    status: 'unknown',
    docs: 'doc/offiaccount/Non_tax_pay/API_document.html#9.2',
  },
} as const

/** One row for each method of {@link CityServiceApi}. */
export const cityServiceRows: Rows<CityServiceApi> = /* @__PURE__ */ expandRows<
  CityServiceApi,
  typeof cityServiceTable
>('cityService', cityServiceTable, { platform: 'both' })
