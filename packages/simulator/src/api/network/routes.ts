import type { ApiRoute } from '../route.js'

/** Everything here comes from this machine. */
const addresses = { ip_list: ['127.0.0.1'] }

export const networkRoutes: readonly ApiRoute[] = [
  { id: 'network.getCallbackIp', run: () => addresses },
  { id: 'network.getApiDomainIp', run: () => addresses },
]
