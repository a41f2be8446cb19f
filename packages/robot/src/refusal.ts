import type { Clock, Logger } from '@wx/core'

/**
 * Why a request got no further. From outside all look alike (S12): one status, one body. The reason goes to the log.
 */
export type RefusalReason =
  | 'method'
  | 'query'
  | 'parameter-missing'
  | 'signature-mismatch'
  | 'stale'
  | 'replayed'
  | 'encrypt-type'
  | 'plaintext-refused'
  | 'ciphertext-refused'
  | 'envelope'
  | 'decryption'
  | 'message'
  | 'echostr-missing'
  | 'source-missing'
  | 'account-unknown'
  | 'closed'

/** A refused request: thrown within the gate, answered at its edge. */
export class Refusal {
  readonly reason: RefusalReason
  /** What the developer reads in the log: cause and remedy, no secret, nothing of the request's content. */
  readonly detail: string

  constructor(reason: RefusalReason, detail: string) {
    this.reason = reason
    this.detail = detail
  }
}

/** A flood of refused requests must not flood the log: one line a second for each reason, with what was left out. */
export class RefusalLog {
  readonly #logger: Logger
  readonly #clock: Clock
  readonly #recent = new Map<RefusalReason, { at: number; left: number }>()

  constructor(logger: Logger, clock: Clock) {
    this.#logger = logger
    this.#clock = clock
  }

  add({ reason, detail }: Refusal): void {
    const now = this.#clock.now()
    const recent = this.#recent.get(reason)
    // Either way round: a clock that was set back must not silence the log.
    if (recent !== undefined && Math.abs(now - recent.at) < 1_000) {
      recent.left++
      return
    }
    this.#recent.set(reason, { at: now, left: 0 })
    const left = recent?.left ?? 0
    this.#logger.warn(`request refused: ${detail}`, { reason, ...(left > 0 && { notLogged: left }) })
  }
}
