/** What an item brings to stand in a queue. The fields belong to the queues once the item is in. */
export interface Expiring<Item> {
  /** Milliseconds since 1970 at which something is due: it is forgotten, or its owner counts as lost. */
  until: number
  older: Item | undefined
  newer: Item | undefined
  queue: ExpiryQueue<Item> | undefined
}

export interface ExpiryQueue<Item> {
  readonly spanMs: number
  oldest: Item | undefined
  newest: Item | undefined
}

/** How many due items one sweep takes from a queue: more than one comes in meanwhile, so that a backlog shrinks. */
const perSweep = 3

/**
 * Items by the time they are due, without a timer and without ever looking at all of them. Items of one span stand in
 * one queue in the order they were last touched, which is the order they fall due in; spans take few values. An item
 * that falls due later than those behind it holds them up by the difference: they go late, never early.
 */
export class ExpiryQueues<Item extends Expiring<Item>> {
  readonly #due: (item: Item, now: number) => void
  readonly #bySpan = new Map<number, ExpiryQueue<Item>>()
  readonly #all: ExpiryQueue<Item>[] = []
  #turn = 0
  #last: ExpiryQueue<Item> | undefined

  /** @param due is told of each item that falls due; it must remove the item or touch it */
  constructor(due: (item: Item, now: number) => void) {
    this.#due = due
  }

  /** Puts an item at the end of the queue of its span. */
  touch(item: Item, until: number, spanMs: number): void {
    if (item.queue !== undefined) this.remove(item)
    item.until = until
    const queue = this.#last?.spanMs === spanMs ? this.#last : this.#queueOf(spanMs)
    item.queue = queue
    item.older = queue.newest
    if (queue.newest === undefined) queue.oldest = item
    else queue.newest.newer = item
    queue.newest = item
  }

  remove(item: Item): void {
    const { queue, older, newer } = item
    if (queue === undefined) return
    if (older === undefined) queue.oldest = newer
    else older.newer = newer
    if (newer === undefined) queue.newest = older
    else newer.older = older
    item.queue = undefined
    item.older = undefined
    item.newer = undefined
  }

  /** Takes a few due items from the queue last used and from one other: a constant amount of work. */
  sweep(now: number): void {
    if (this.#last !== undefined) this.#take(this.#last, now)
    if (this.#all.length < 2) return
    this.#turn = (this.#turn + 1) % this.#all.length
    const other = this.#all[this.#turn]
    if (other === undefined || other === this.#last) return
    this.#take(other, now)
    if (other.oldest === undefined) {
      this.#bySpan.delete(other.spanMs)
      this.#all.splice(this.#turn, 1)
    }
  }

  #take(queue: ExpiryQueue<Item>, now: number): void {
    for (let taken = 0; taken < perSweep; taken++) {
      const item = queue.oldest
      if (item === undefined || item.until > now) return
      this.#due(item, now)
    }
  }

  #queueOf(spanMs: number): ExpiryQueue<Item> {
    let queue = this.#bySpan.get(spanMs)
    if (queue === undefined) {
      queue = { spanMs, oldest: undefined, newest: undefined }
      this.#bySpan.set(spanMs, queue)
      this.#all.push(queue)
    }
    this.#last = queue
    return queue
  }
}
