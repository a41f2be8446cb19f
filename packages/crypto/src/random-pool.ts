import { randomFillSync } from 'node:crypto'

/** Bytes fetched at a time. */
const poolSize = 4096

/** Random bytes in stock: asking the system once per message would cost as much as encrypting it. */
export class RandomPool {
  readonly #bytes: Buffer = Buffer.alloc(poolSize)
  #used: number = poolSize

  /** Writes `count` fresh bytes to the start of `target`; none is ever given twice. A loop beats `copy` for so few. */
  fill(target: Buffer, count: number): void {
    if (this.#used + count > poolSize) {
      randomFillSync(this.#bytes)
      this.#used = 0
    }
    const bytes = this.#bytes
    for (let i = 0; i < count; i++) {
      target[i] = bytes[this.#used] as number
      bytes[this.#used++] = 0
    }
  }
}
