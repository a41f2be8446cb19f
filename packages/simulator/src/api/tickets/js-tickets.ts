import type { World } from '../../world.js'

/** `jsapi` signs pages, `wx_card` signs cards. */
export type TicketType = 'jsapi' | 'wx_card'

export const ticketTypes: readonly TicketType[] = ['jsapi', 'wx_card']

interface Issued {
  readonly ticket: string
  expiresAt: number
}

/** A ticket as it is handed out. */
export interface GrantedTicket {
  readonly ticket: string
  readonly expires_in: number
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * The tickets of one account. There is one of each type: who asks again gets the same one, good for the whole time
 * again, even with another token.
 * https://github.com/wangxiao/romantic/issues/3 (the same ticket),
 * https://developers.weixin.qq.com/community/develop/doc/000e0adca68568abb1ab525365b000 (always 7200 seconds)
 */
export class JsTickets {
  readonly #world: World
  readonly #newest = new Map<TicketType, Issued>()
  readonly #ended: string[] = []

  constructor(world: World) {
    this.#world = world
  }

  get(type: TicketType): GrantedTicket {
    const { settings, clock } = this.#world
    const expiresAt = clock.now() + settings.jsTicketLifeSeconds * 1000
    const kept = this.#living(type)
    if (kept === undefined) this.#newest.set(type, this.#issue(type, expiresAt))
    else kept.expiresAt = expiresAt
    return { ticket: this.current(type) ?? '', expires_in: settings.jsTicketLifeSeconds }
  }

  /** The ticket that counts now; undefined when none was fetched, or it is past its time. */
  current(type: TicketType): string | undefined {
    return this.#living(type)?.ticket
  }

  /** Tickets of either type that count no longer, to recognise a page that was signed with one. */
  get ended(): readonly string[] {
    const past = [...this.#newest.values()].filter(({ expiresAt }) => expiresAt <= this.#world.clock.now())
    return [...this.#ended, ...past.map(({ ticket }) => ticket)]
  }

  #living(type: TicketType): Issued | undefined {
    const issued = this.#newest.get(type)
    return issued !== undefined && this.#world.clock.now() < issued.expiresAt ? issued : undefined
  }

  #issue(type: TicketType, expiresAt: number): Issued {
    const before = this.#newest.get(type)
    if (before !== undefined) this.#ended.push(before.ticket)
    return { ticket: this.#world.random.text(86, alphabet), expiresAt }
  }
}
