/** Runs tasks of one key one after the other, in the order they came; those of different keys side by side. */
export class Serial {
  readonly #tails = new Map<string, Promise<unknown>>()

  async run<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    const before = this.#tails.get(key)
    const done = before === undefined ? task() : before.then(task)
    // Whoever comes next waits for the end, not for success.
    const tail = done.then(ignore, ignore)
    this.#tails.set(key, tail)
    try {
      return await done
    } finally {
      if (this.#tails.get(key) === tail) this.#tails.delete(key)
    }
  }
}

const ignore = (): void => {}
