import type { EndpointRow } from '@wx/endpoints'
import type { Account } from '../account.js'
import type { World } from '../world.js'
import { chinaDay, chinaMonth } from './china-time.js'
import { quotaOf } from './quota-limits.js'
import { refuse } from './refusal.js'

const minuteMs = 60_000

/** Clears of the counters of all endpoints, and of a single endpoint, that an account has in a month. */
const clearsPerMonth = { all: 10, one: 50 } as const

/** Test accounts have limits of their own. */
type Whose = Pick<Account, 'kind'>

interface QuotaState {
  readonly daily_limit: number
  readonly used: number
  readonly remain: number
}

/**
 * How often one account has called what: a day's counters, a minute's, and a month's clears.
 * https://developers.weixin.qq.com/doc/service/Message_Management/API_Call_Limits.html
 */
export class Quotas {
  readonly #world: World
  readonly #used = new Map<string, number>()
  readonly #clears = { all: 0, one: 0 }
  #day: string
  #month: string
  #minute = 0
  #callsThisMinute = 0

  constructor(world: World) {
    this.#world = world
    this.#day = this.#today()
    this.#month = this.#thisMonth()
  }

  /**
   * Counts a call towards the minute.
   * @throws ApiRefusal 45011
   */
  takeMinute(): void {
    const { clock, settings } = this.#world
    const minute = Math.floor(clock.now() / minuteMs)
    if (minute !== this.#minute) this.#callsThisMinute = 0
    this.#minute = minute
    if (this.#callsThisMinute >= settings.callsPerMinute) {
      refuse(45011, `more than callsPerMinute (${settings.callsPerMinute}) calls of this account in a minute`)
    }
    this.#callsThisMinute++
  }

  /** @throws ApiRefusal 45009 when the day's calls of the endpoint are used up */
  mustHave(row: EndpointRow, whose: Whose): void {
    const limit = this.#limitOf(row, whose)
    if (limit !== undefined && this.#usedOf(row) >= limit) {
      refuse(
        45009,
        `the ${limit} calls a day of ${row.id} are used up; midnight in Shanghai or clear_quota brings more`,
      )
    }
  }

  /** Counts a call towards the day. */
  count(row: EndpointRow): void {
    this.#used.set(row.id, this.#usedOf(row) + 1)
  }

  /** What `openapi/quota/get` tells. Zeros where no limit is known. */
  state(row: EndpointRow, whose: Whose): QuotaState {
    const limit = this.#limitOf(row, whose) ?? 0
    const used = this.#usedOf(row)
    return { daily_limit: limit, used, remain: Math.max(0, limit - used) }
  }

  /** @returns whether one of the month's clears was left */
  clearAll(): boolean {
    if (!this.#takeClear('all')) return false
    this.#used.clear()
    return true
  }

  /** @returns whether one of the month's clears was left */
  clearOne(row: EndpointRow): boolean {
    if (!this.#takeClear('one')) return false
    this.#used.delete(row.id)
    return true
  }

  #takeClear(which: 'all' | 'one'): boolean {
    const month = this.#thisMonth()
    if (month !== this.#month) Object.assign(this.#clears, { all: 0, one: 0 })
    this.#month = month
    if (this.#clears[which] >= clearsPerMonth[which]) return false
    this.#clears[which]++
    return true
  }

  #limitOf(row: EndpointRow, { kind }: Whose): number | undefined {
    const quota = quotaOf(row)
    if (quota === undefined) return undefined
    const limit = (kind === 'test' ? quota.testAccountLimit : undefined) ?? quota.limit
    return Math.max(1, Math.floor(limit * this.#world.settings.quotaScale))
  }

  #usedOf(row: EndpointRow): number {
    const today = this.#today()
    if (today !== this.#day) this.#used.clear()
    this.#day = today
    return this.#used.get(row.id) ?? 0
  }

  #today(): string {
    return chinaDay(this.#world.clock.now())
  }

  #thisMonth(): string {
    return chinaMonth(this.#world.clock.now())
  }
}
