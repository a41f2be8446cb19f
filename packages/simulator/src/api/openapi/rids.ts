import type { World } from '../../world.js'

/** What is told of a call that was refused. */
interface RidRequest {
  readonly invoke_time: number
  readonly cost_in_ms: number
  /** The query, its secrets cut. */
  readonly request_url: string
  readonly request_body: string
  readonly response_body: string
  readonly client_ip: string
}

type RidVerdict = 'malformed' | 'expired' | 'unknown'

const sevenDays = 7 * 86_400
const kept = 1_000
const shape = /^([\da-f]{8})-[\da-f]{8}-[\da-f]{8}$/

/**
 * The refused calls of one account, by the rid their answers told, for seven days.
 * https://developers.weixin.qq.com/doc/service/api/apimanage/api_getridinfo
 */
export class RidLog {
  readonly #world: World
  readonly #calls = new Map<string, RidRequest>()

  constructor(world: World) {
    this.#world = world
  }

  keep(rid: string, request: RidRequest): void {
    this.#calls.set(rid, request)
    const oldest = this.#calls.keys().next()
    if (this.#calls.size > kept && oldest.done !== true) this.#calls.delete(oldest.value)
  }

  has(rid: string): boolean {
    return this.#calls.has(rid)
  }

  /** What is known of a rid, or why nothing is. A rid begins with its second, so its age is known in any case. */
  find(rid: unknown): RidRequest | RidVerdict {
    const second = typeof rid === 'string' ? shape.exec(rid)?.[1] : undefined
    if (typeof rid !== 'string' || second === undefined) return 'malformed'
    if (this.#world.clock.now() / 1000 - Number.parseInt(second, 16) > sevenDays) return 'expired'
    return this.#calls.get(rid) ?? 'unknown'
  }
}

/** Query fields that are worth more than a look. */
const secrets: ReadonlySet<string> = new Set(['access_token', 'secret', 'appsecret', 'refresh_token', 'code'])

/** The query as the platform tells it: of a secret only the first characters. */
export const shownQuery = (query: string): string =>
  query
    .split('&')
    .map((field) => {
      const [name = '', value = ''] = field.split('=', 2)
      return secrets.has(name) ? `${name}=${value.slice(0, 7)}xxxx` : field
    })
    .join('&')
