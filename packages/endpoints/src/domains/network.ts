import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

export interface NetworkCheckCallbackRequest {
  /** dns, ping or all. */
  action?: 'dns' | 'ping' | 'all'
  /** CHINANET, UNICOM, CAP or DEFAULT. */
  check_operator?: 'CHINANET' | 'UNICOM' | 'CAP' | 'DEFAULT'
}

export interface NetworkCheckCallbackAnswer extends BaseAnswer {
  dns?: readonly { ip?: string; real_operator?: string }[]
  ping?: readonly { ip?: string; from_operator?: string; package_loss?: string; time?: string }[]
}

export interface NetworkGetApiDomainIpAnswer extends BaseAnswer {
  ip_list: readonly string[]
}

export interface NetworkApi {
  /**
   * Tests whether WeChat's servers reach the account's callback address: name resolution and ping.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Network_Detection.html
   */
  checkCallback(request?: NetworkCheckCallbackRequest, options?: CallOptions): Promise<NetworkCheckCallbackAnswer>
  /**
   * Addresses of WeChat's API servers.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html
   */
  getApiDomainIp(request?: NoRequest, options?: CallOptions): Promise<NetworkGetApiDomainIpAnswer>
  /**
   * Addresses that WeChat's pushes come from.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html
   */
  getCallbackIp(request?: NoRequest, options?: CallOptions): Promise<NetworkGetApiDomainIpAnswer>
}

export const networkTable = {
  checkCallback: {
    call: 'POST /cgi-bin/callback/check',
    retry: 'safe',
    docs: 'doc/offiaccount/Basic_Information/Network_Detection.html',
  },
  getApiDomainIp: {
    call: 'GET /cgi-bin/get_api_domain_ip',
    docs: 'doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html',
  },
  getCallbackIp: {
    call: 'GET /cgi-bin/getcallbackip',
    docs: 'doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html',
  },
} as const

/** One row for each method of {@link NetworkApi}. */
export const networkRows: Rows<NetworkApi> = /* @__PURE__ */ expandRows<NetworkApi, typeof networkTable>(
  'network',
  networkTable,
  { platform: 'both' },
)
