import type { Clock } from '@wx/core'

/** What a user can do that lets the account write to them. */
export type Opening = 'message' | 'menuClick' | 'follow' | 'scan'

/**
 * How many messages each allows, and for how long (milliseconds). A menu click is `CLICK`, `scancode_push` and
 * `scancode_waitmsg`; other buttons open nothing. Payments (no limit, 48 h) are not simulated.
 * https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Messages.html
 */
export const openings: Readonly<Record<Opening, { readonly messages: number; readonly ms: number }>> = {
  message: { messages: 5, ms: 48 * 3_600_000 },
  menuClick: { messages: 3, ms: 60_000 },
  follow: { messages: 3, ms: 60_000 },
  scan: { messages: 3, ms: 60_000 },
}

/** Whether a message may be sent now. `exhausted`: all that were allowed have been sent. */
export type WindowState = 'open' | 'closed' | 'exhausted'

interface Window {
  left: number
  readonly until: number
}

/** The windows of one user. Doing the same again opens its window anew. */
export class ServiceWindows {
  readonly #clock: Clock
  readonly #open = new Map<Opening, Window>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  opened(by: Opening): void {
    const { messages, ms } = openings[by]
    this.#open.set(by, { left: messages, until: this.#clock.now() + ms })
  }

  /** How many messages may still be sent now. */
  get remaining(): number {
    return this.#current().reduce((sum, window) => sum + window.left, 0)
  }

  get state(): WindowState {
    const current = this.#current()
    if (current.length === 0) return 'closed'
    return current.some((it) => it.left > 0) ? 'open' : 'exhausted'
  }

  /** Takes one message from the window that closes first, and tells how it was before. */
  take(): WindowState {
    const { state } = this
    const window = this.#current()
      .filter((it) => it.left > 0)
      .sort((a, b) => a.until - b.until)[0]
    if (window !== undefined) window.left--
    return state
  }

  #current(): Window[] {
    const now = this.#clock.now()
    return [...this.#open.values()].filter((window) => now < window.until)
  }
}
