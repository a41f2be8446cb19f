import type { Clock } from '@wx/core'
import type { VisibleReply } from './judge/reply-types.js'

/** Something a user can see in a chat. */
export type ShownMessage =
  | VisibleReply
  /** A customer message of a type that passive replies do not have; `body` is what was sent. */
  | { readonly type: 'card'; readonly msgtype: string; readonly body: Readonly<Record<string, unknown>> }
  /** A template message as the phone renders it: `content` has a line for each keyword that is shown. */
  | {
      readonly type: 'template'
      readonly templateId: string
      readonly title: string
      readonly content: string
      /** Where a tap leads; `miniprogram` goes before `url`. */
      readonly url?: string
      readonly miniprogram?: { readonly appid: string; readonly pagepath: string }
    }
  | { readonly type: 'banner'; readonly content: string; readonly reason: string; readonly reasons: readonly string[] }

/**
 * How it came: as the answer to a push, as a customer message, from an agent in a session, as a template message, as a
 * mass message or the preview of one, or as WeChat's own line when the robot failed.
 */
export type InboxVia = 'reply' | 'customerMessage' | 'agent' | 'template' | 'mass' | 'preview' | 'banner'

/** One thing a user sees, and when (milliseconds since 1970 of the simulator's clock). */
export type InboxItem = { readonly at: number; readonly via: InboxVia } & ShownMessage

/** One line of a chat: what the user did, or what came in. */
export type ChatLine =
  | { readonly from: 'user'; readonly at: number; readonly type: string; readonly text: string }
  | ({ readonly from: 'account' } & InboxItem)

/** A user's chat with one account, in order of time. */
export class Chat {
  readonly #clock: Clock
  readonly #changed: () => void
  readonly #lines: ChatLine[] = []
  #typingUntil = 0

  /** @param changed called after every new line */
  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock
    this.#changed = changed
  }

  get lines(): readonly ChatLine[] {
    return this.#lines
  }

  /** What the user saw, without what the user did. */
  get inbox(): readonly InboxItem[] {
    return this.#lines.flatMap((line) => {
      if (line.from === 'user') return []
      const { from: _, ...item } = line
      return [item]
    })
  }

  /** The user did something. */
  did(type: string, text: string): void {
    this.#lines.push({ from: 'user', at: this.#clock.now(), type, text })
    this.#changed()
  }

  /** Whether "typing …" stands above the chat now. */
  get isTyping(): boolean {
    return this.#clock.now() < this.#typingUntil
  }

  /** Shows "typing …" for so long (milliseconds), or takes it away with 0. What comes in takes it away too. */
  typing(ms: number): void {
    this.#typingUntil = this.#clock.now() + ms
    this.#changed()
  }

  /** Something came in. */
  sees(via: InboxVia, message: ShownMessage): void {
    this.#typingUntil = 0
    this.#lines.push({ from: 'account', at: this.#clock.now(), via, ...message })
    this.#changed()
  }
}
