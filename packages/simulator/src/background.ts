import { type Clock, isWxError, type Logger } from '@wx/core'

export interface BackgroundOptions {
  readonly clock: Clock
  readonly logger: Logger
  /** Ends what sleeps. */
  readonly closing: AbortSignal
}

/** Work that a call causes and does not wait for: jobs, and the pushes that tell of their end. */
export class Background {
  readonly #options: BackgroundOptions
  readonly #running = new Set<Promise<void>>()

  constructor(options: BackgroundOptions) {
    this.#options = options
  }

  /**
   * Does something after a time of the simulator's clock. What fails is logged.
   * @param ms milliseconds; 0: at once, but not within the call
   */
  later(ms: number, work: () => unknown): void {
    const { clock, closing } = this.#options
    const wakes = ms > 0 ? clock.sleep(ms, closing) : Promise.resolve()
    wakes.then(
      () => this.#run(work),
      () => {
        // The world ended before it was due.
      },
    )
  }

  /** Resolves when nothing is being done; what sleeps until its time is not waited for. */
  async idle(): Promise<void> {
    // What was just woken has to get on its way first.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#running.size > 0) await Promise.all(this.#running)
  }

  #run(work: () => unknown): void {
    const running = (async () => work())()
      .then(
        () => {},
        (error: unknown) => this.#failed(error),
      )
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  #failed(error: unknown): void {
    const { logger, closing } = this.#options
    if (closing.aborted) return
    const level = isWxError(error) && error.code === 'WX_SIMULATOR_NOT_CONNECTED' ? 'debug' : 'error'
    logger[level]('what an API call caused did not come to its end', { error })
  }
}
