import { bareAnswer } from '../answer.js'
import { optionalText } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { addressesOf, type Reached, reach } from './callback-check.js'

/** Everything here comes from this machine. */
const addresses = { ip_list: ['127.0.0.1'] }

const actions: readonly string[] = ['dns', 'ping', 'all']
const operators: readonly string[] = ['CHINANET', 'UNICOM', 'CAP', 'DEFAULT']

async function checkCallback({ body, account }: ApiCall) {
  const action = optionalText(body, 'action', { errcode: 40202 }) ?? 'all'
  if (!actions.includes(action)) refuse(40202, `action must be one of ${actions.join(', ')}`)
  const operator = optionalText(body, 'check_operator', { errcode: 40203 }) ?? 'DEFAULT'
  if (!operators.includes(operator)) refuse(40203, `check_operator must be one of ${operators.join(', ')}`)
  const url = URL.canParse(account.url ?? '') ? new URL(account.url ?? '') : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return refuse(40201, 'the account has no URL: give createAccount a `url`, or call account.connect(url)')
  }
  const found = await addressesOf(url)
  const dns = () => ({ dns: found.map((ip) => ({ ip, real_operator: operator })) })
  const ping = async () => {
    const asked = await Promise.all(found.map((ip) => reach(ip, url)))
    return { ping: asked.map((it) => pingLine(it, operator)) }
  }
  return bareAnswer({ ...(action === 'ping' ? {} : dns()), ...(action === 'dns' ? {} : await ping()) })
}

const pingLine = ({ ip, isReached, tookMs }: Reached, operator: string) => ({
  ip,
  from_operator: operator,
  package_loss: isReached ? '0%' : '100%',
  ...(isReached ? { time: `${tookMs.toFixed(3)}ms` } : {}),
})

export const networkRoutes: readonly ApiRoute[] = [
  { id: 'network.getCallbackIp', run: () => addresses },
  { id: 'network.getApiDomainIp', run: () => addresses },
  {
    id: 'network.checkCallback',
    source: 'https://developers.weixin.qq.com/doc/service/Basic_Information/Network_Detection.html',
    differences: [
      'The name is really resolved; instead of a ping, a connection to the port is opened from this machine.',
      'Operators are not known on this machine: the one that was asked for is said.',
      'What is answered for a name without addresses is not published; here empty lists.',
    ],
    run: checkCallback,
  },
]
