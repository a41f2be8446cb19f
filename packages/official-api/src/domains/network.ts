import type { CallOptions, NetworkApi, NetworkCheckCallbackAnswer, NetworkCheckCallbackRequest } from '@wx/endpoints'
import { optionsOf } from '../arguments/check.js'
import { listOf } from '../binding/answer.js'
import type { Shorthands } from './shorthands.js'

export interface CallbackCheckOptions extends CallOptions {
  /** Name resolution, ping, or both, which is the default. */
  readonly action?: NonNullable<NetworkCheckCallbackRequest['action']>
  /** From whose network; WeChat chooses by default. */
  readonly operator?: NonNullable<NetworkCheckCallbackRequest['check_operator']>
}

/** WeChat's addresses, and whether it reaches yours. */
export interface NetworkDomain extends NetworkApi {
  /**
   * Addresses that WeChat's pushes come from.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html
   */
  callbackIps(options?: CallOptions): Promise<readonly string[]>
  /**
   * Addresses of WeChat's API servers.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html
   */
  apiIps(options?: CallOptions): Promise<readonly string[]>
  /**
   * Tests whether WeChat's servers reach the account's callback address.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Network_Detection.html
   */
  callbackCheck(options?: CallbackCheckOptions): Promise<NetworkCheckCallbackAnswer>
}

export const networkShorthands = (api: NetworkApi): Shorthands<NetworkDomain, NetworkApi> => ({
  callbackIps: async (options) => listOf('network.getCallbackIp', await api.getCallbackIp({}, options), 'ip_list'),
  apiIps: async (options) => listOf('network.getApiDomainIp', await api.getApiDomainIp({}, options), 'ip_list'),
  async callbackCheck(options) {
    const { action = 'all', operator = 'DEFAULT', ...rest } = optionsOf(options)
    return api.checkCallback({ action, check_operator: operator }, rest)
  },
})
