import type { BulkSource } from './bulk-types.js'

export interface InOrderOptions {
  readonly concurrency: number
  readonly signal: AbortSignal | undefined
}

/** Work on one item: not settled yet, or its outcome. */
interface Slot<Out> {
  outcome?: { readonly value: Out } | { readonly error: unknown }
}

/** A few more than run, so that one slow item does not leave the others idle. */
const slotsPerRunner = 2

/**
 * Works on items side by side and gives the outcomes in their order. Never more than twice `concurrency` of them are
 * taken from the source and not given out yet, however fast the source is. The first error ends it, behind the outcomes
 * of the items before; what runs then is waited for.
 */
export async function* inOrder<Item, Out>(
  source: BulkSource<Item>,
  work: (item: Item) => Promise<Out>,
  { concurrency, signal }: InOrderOptions,
): AsyncGenerator<Out, void, undefined> {
  const { default: PQueue } = await import('p-queue')
  signal?.throwIfAborted()
  const queue = new PQueue({ concurrency })
  const iterator = iteratorOf(source)
  const slots: Slot<Out>[] = []
  let [isReading, hasEnded, isOver] = [false, false, false]
  // One bell for everything that is waited for: racing promises would gather listeners on the slow ones.
  let ring = (): void => {}
  const onAbort = (): void => ring()
  signal?.addEventListener('abort', onAbort, { once: true })

  const settle = (slot: Slot<Out>, outcome: NonNullable<Slot<Out>['outcome']>): void => {
    slot.outcome = outcome
    ring()
  }

  const begin = (item: Item): void => {
    const slot: Slot<Out> = {}
    slots.push(slot)
    void queue.add(async () => {
      // What waits behind an error is not begun any more, and nobody will ask for its outcome.
      if (isOver) return
      try {
        settle(slot, { value: await work(item) })
      } catch (error) {
        isOver = true
        settle(slot, { error })
      }
    })
  }

  const read = (): void => {
    isReading = true
    // Within the promise, so that a source that throws at once ends the run like one that rejects.
    new Promise<IteratorResult<Item>>((resolve) => resolve(iterator.next())).then(
      (step) => {
        isReading = false
        if (step.done === true) hasEnded = true
        else begin(step.value)
        ring()
      },
      (error: unknown) => {
        hasEnded = true
        isReading = false
        slots.push({ outcome: { error } })
        ring()
      },
    )
  }

  try {
    for (;;) {
      signal?.throwIfAborted()
      if (!isReading && !hasEnded && !isOver && slots.length < concurrency * slotsPerRunner) read()
      const outcome = slots[0]?.outcome
      if (outcome !== undefined) {
        slots.shift()
        if ('error' in outcome) throw outcome.error
        yield outcome.value
      } else if (hasEnded && slots.length === 0) return
      else {
        await new Promise<void>((resolve) => {
          ring = resolve
        })
      }
    }
  } finally {
    isOver = true
    signal?.removeEventListener('abort', onAbort)
    queue.clear()
    await queue.onIdle()
    const closed = hasEnded ? undefined : Promise.resolve(iterator.return?.())
    // A source that is in the middle of reading may never come back.
    if (isReading) closed?.catch(() => {})
    else await closed
  }
}

const iteratorOf = <Item>(source: BulkSource<Item>): Iterator<Item> | AsyncIterator<Item> =>
  Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
