import type { Clock } from '@wx/core'

/** Pushes that are held back so that the next one overtakes them. */
export class HoldQueue {
  readonly #waiting = new Set<() => void>()

  /** Waits until another push of the account is over, or the time is. */
  async hold(clock: Clock, ms: number, closing: AbortSignal): Promise<void> {
    const over = new AbortController()
    const release = () => over.abort()
    this.#waiting.add(release)
    closing.addEventListener('abort', release, { once: true })
    await clock.sleep(ms, over.signal).catch(() => {})
    closing.removeEventListener('abort', release)
    this.#waiting.delete(release)
  }

  /** A push is over: those that waited for it go. */
  release(): void {
    for (const release of [...this.#waiting]) release()
  }
}
