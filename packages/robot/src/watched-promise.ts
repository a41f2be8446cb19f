/**
 * A promise that knows whether anybody waits for it. `await` calls `then` on every promise that is not exactly a
 * `Promise`, so a middleware that looks at `next()` is told from one that does not.
 */
export class WatchedPromise<T> extends Promise<T> {
  /** What `then` makes is an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  isWatched = false

  // biome-ignore lint/suspicious/noThenProperty: telling that it was called is what this class is for
  override then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.isWatched = true
    return super.then(onDone, onFailed)
  }

  /** Resolves when it is settled either way, without watching it. */
  settled(): Promise<void> {
    return super.then(
      () => {},
      () => {},
    )
  }
}
