import { describe, expect, it } from 'vitest'
import { type Expiring, type ExpiryQueue, ExpiryQueues } from './expiry-queues.js'

class Item implements Expiring<Item> {
  readonly name: string
  until = 0
  older: Item | undefined = undefined
  newer: Item | undefined = undefined
  queue: ExpiryQueue<Item> | undefined = undefined
  constructor(name: string) {
    this.name = name
  }
}

function collecting(): { readonly queues: ExpiryQueues<Item>; readonly due: string[] } {
  const due: string[] = []
  const queues: ExpiryQueues<Item> = new ExpiryQueues<Item>((item) => {
    due.push(item.name)
    queues.remove(item)
  })
  return { queues, due }
}

describe('ExpiryQueues', () => {
  it('reports items in the order they fall due, none before its time', () => {
    const { queues, due } = collecting()
    for (const n of [1, 2, 3]) queues.touch(new Item(String(n)), n * 10, 100)
    queues.sweep(9)
    expect(due).toEqual([])
    queues.sweep(20)
    expect(due).toEqual(['1', '2'])
    queues.sweep(30)
    expect(due).toEqual(['1', '2', '3'])
  })

  it('a touched item goes to the end; a removed one is not reported', () => {
    const { queues, due } = collecting()
    const [a, b, c] = ['a', 'b', 'c'].map((name) => new Item(name)) as [Item, Item, Item]
    for (const item of [a, b, c]) queues.touch(item, 10, 100)
    queues.touch(a, 30, 100)
    queues.remove(b)
    queues.remove(b)
    queues.sweep(20)
    expect(due).toEqual(['c'])
    queues.sweep(30)
    expect(due).toEqual(['c', 'a'])
  })

  it('takes a few items at a time, more than one, so that a backlog shrinks without a pause', () => {
    const { queues, due } = collecting()
    for (let n = 0; n < 1_000; n++) queues.touch(new Item(String(n)), 10, 100)
    queues.sweep(20)
    expect(due.length).toBeGreaterThan(1)
    expect(due.length).toBeLessThan(10)
    for (let n = 0; n < 1_000; n++) queues.sweep(20)
    expect(due.length).toBe(1_000)
  })

  it('reaches items of spans that are no longer used', () => {
    const { queues, due } = collecting()
    for (let span = 0; span < 200; span++) queues.touch(new Item(String(span)), span, span)
    for (let n = 0; n < 400; n++) {
      queues.touch(new Item('new'), 10_000, 5_000)
      queues.sweep(300)
    }
    expect(due.length).toBe(200)
  })
})
