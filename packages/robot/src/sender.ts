import type { IncomingMessage, Reply } from '@wx/xml-messages'
import type { Pusher } from './options.js'
import type { Allowance, PushLedger } from './push-ledger.js'

/** Sends to the user of a message, counted where the robot counts. */
export class Sender {
  readonly #pusher: Pusher
  readonly #ledger: PushLedger | undefined

  constructor(pusher: Pusher, ledger: PushLedger | undefined) {
    this.#pusher = pusher
    this.#ledger = ledger
  }

  /** @throws PushWindowClosedError, PushQuotaExceededError, and whatever the pusher throws */
  async send(message: IncomingMessage, reply: Reply, allowance?: Allowance): Promise<void> {
    if (this.#ledger === undefined) {
      await this.#pusher.send(message.source, reply)
      return
    }
    const taken = await this.#ledger.take(message, allowance)
    try {
      await this.#pusher.send(message.source, reply)
    } catch (error) {
      throw await this.#ledger.failed(message, { taken, error })
    }
  }
}
