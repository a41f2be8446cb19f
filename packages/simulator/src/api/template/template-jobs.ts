import type { Clock } from '@wx/core'

/** How long the same client_msg_id is sent once to the same user. Official. */
const onceMs = 10 * 60_000

/** What was sent under an id of the caller's own, so that it is sent once. */
export class TemplateJobs {
  readonly #clock: Clock
  readonly #sent = new Map<string, { readonly msgId: string; readonly until: number }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Id of the message that went to that user under that id within the last ten minutes. */
  sent(openid: string, clientMsgId: string): string | undefined {
    const sent = this.#sent.get(keyOf(openid, clientMsgId))
    return sent !== undefined && this.#clock.now() < sent.until ? sent.msgId : undefined
  }

  remember(openid: string, clientMsgId: string, msgId: string): void {
    this.#sent.set(keyOf(openid, clientMsgId), { msgId, until: this.#clock.now() + onceMs })
  }
}

const keyOf = (openid: string, clientMsgId: string): string => JSON.stringify([openid, clientMsgId])
