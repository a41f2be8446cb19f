import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { ContextStore } from './context-store.js'

function setUp() {
  const clock = new ManualClock(Date.UTC(2026, 0, 1))
  const store = new ContextStore({ clock })
  return { clock, store }
}

describe('UserContext is a dictionary', () => {
  it('CS-02, CS-03: set, get, has, delete; a missing key is undefined or the fallback', async () => {
    const { store } = setUp()
    const context = await store.open('o1')
    expect(context.get('step')).toBeUndefined()
    expect(context.get('step', 1)).toBe(1)
    expect(context.has('step')).toBe(false)
    context.set('step', 0).set('name', null)
    expect(context.get('step', 1)).toBe(0)
    expect(context.get('name', 'x')).toBeNull()
    expect(context.has('step')).toBe(true)
    expect(context.delete('step')).toBe(true)
    expect(context.delete('step')).toBe(false)
    expect(context.has('step')).toBe(false)
  })

  it('CS-04, CS-05, CS-06: pop, keys, entries, setDefault', async () => {
    const { store } = setUp()
    const context = await store.open('o1')
    expect(context.setDefault('a', 1)).toBe(1)
    expect(context.setDefault('a', 2)).toBe(1)
    context.set('b', [1, { c: '中' }])
    expect(context.keys()).toEqual(['a', 'b'])
    expect(context.entries()).toEqual([
      ['a', 1],
      ['b', [1, { c: '中' }]],
    ])
    expect(context.pop('a')).toBe(1)
    expect(context.pop('a')).toBeUndefined()
    expect(context.pop('a', 'none')).toBe('none')
    expect(context.keys()).toEqual(['b'])
  })

  it('names of Object.prototype are names like others', async () => {
    const { store } = setUp()
    const context = await store.open('o1')
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(context.get(name)).toBeUndefined()
      context.set(name, { a: name })
    }
    await context.save()
    const again = await store.open('o1')
    expect(again.keys()).toEqual(['constructor', '__proto__', 'toString'])
    expect(again.get('__proto__')).toEqual({ a: '__proto__' })
    expect(({} as { a?: unknown }).a).toBeUndefined()
  })

  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['not a number', Number.NaN],
    ['a date', new Date(0)],
    ['a map inside', { list: [new Map()] }],
  ])('refuses %s at once, naming the place', async (_, value) => {
    const { store } = setUp()
    const context = await store.open('o1')
    expect(() => context.set('cart', value)).toThrow(expect.objectContaining({ code: 'WX_CONTEXT_VALUE' }))
    expect(() => context.set('cart', value)).toThrow(/"cart/)
    expect(context.has('cart')).toBe(false)
  })

  it('refuses a cycle, also one made after the value was set', async () => {
    const { store } = setUp()
    const context = await store.open('o1')
    const cycle: Record<string, unknown> = {}
    context.set('a', cycle)
    cycle['self'] = cycle
    await expect(context.save()).rejects.toMatchObject({ code: 'WX_CONTEXT_VALUE' })
  })
})

describe('UserContext is saved when it changed', () => {
  it('CS-09, CS-17: accessed and modified tell what happened, and save resets modified', async () => {
    const { store } = setUp()
    const context = await store.open('o1')
    expect([context.accessed, context.modified]).toEqual([false, false])
    context.get('a')
    expect([context.accessed, context.modified]).toEqual([true, false])
    context.set('a', 1)
    expect(context.modified).toBe(true)
    await context.save()
    expect(context.modified).toBe(false)
    for (const change of [
      () => context.set('a', 1),
      () => context.delete('a'),
      () => context.clear(),
      () => context.setExpiry(5),
    ]) {
      change()
      expect(context.modified, String(change)).toBe(true)
      await context.save()
      expect(context.modified, String(change)).toBe(false)
    }
  })

  it('a value changed in place counts as changed', async () => {
    const { store } = setUp()
    const first = await store.open('o1')
    first.set('cart', ['apple'])
    await first.save()
    const second = await store.open('o1')
    const cart = second.get('cart') as string[]
    expect(second.modified).toBe(false)
    cart.push('pear')
    expect(second.modified).toBe(true)
    await second.save()
    expect((await store.open('o1')).get('cart')).toEqual(['apple', 'pear'])
  })

  it('what is changed while a save is under way is saved by the next one', async () => {
    const { store } = setUp()
    const context = await store.open('o1')
    context.set('a', 1)
    const saving = context.save()
    context.set('a', 2)
    await saving
    expect(context.modified).toBe(true)
    await context.save()
    expect((await store.open('o1')).get('a')).toBe(2)
  })

  it('nothing is stored before save', async () => {
    const { store } = setUp()
    const context = await store.open('o1')
    context.set('a', 1)
    expect((await store.open('o1')).has('a')).toBe(false)
  })

  it('CS-07: clear takes all keys away at the next save', async () => {
    const { store } = setUp()
    const context = await store.open('o1')
    context.set('a', 1).set('b', 2)
    await context.save()
    context.clear()
    expect((await store.open('o1')).keys()).toEqual(['a', 'b'])
    context.set('c', 3)
    await context.save()
    expect((await store.open('o1')).entries()).toEqual([['c', 3]])
  })

  it('CS-08: flush deletes at once and goes on with a new context of default expiry', async () => {
    const { store } = setUp()
    const context = await store.open('o1')
    context.set('a', 1)
    context.setExpiry(60)
    await context.save()
    context.set('b', 2)
    await context.flush()
    expect((await store.open('o1')).keys()).toEqual([])
    expect(context.keys()).toEqual([])
    expect(context.modified).toBe(false)
    expect(context.getExpiryAge()).toBe(7200)
    context.set('c', 3)
    await context.save()
    expect((await store.open('o1')).entries()).toEqual([['c', 3]])
  })
})

describe('UserContext expires', () => {
  it('CS-14: 7200 seconds after the last change, reading renews nothing', async () => {
    const { clock, store } = setUp()
    const context = await store.open('o1')
    context.set('a', 1)
    await context.save()
    await clock.advance(7_199_999)
    const read = await store.open('o1')
    expect(read.get('a')).toBe(1)
    await read.save()
    await clock.advance(1)
    expect((await store.open('o1')).has('a')).toBe(false)
  })

  it('CS-10, CS-11: age and date of the expiry, as stored and as it would be saved now', async () => {
    const { clock, store } = setUp()
    const context = await store.open('o1')
    expect(context.getExpiryAge()).toBe(7200)
    context.set('a', 1)
    await context.save()
    await clock.advance(200_000)
    expect(context.getExpiryAge()).toBe(7000)
    const read = await store.open('o1')
    expect(read.getExpiryAge()).toBe(7000)
    expect(read.getExpiryDate()).toEqual(new Date(Date.UTC(2026, 0, 1, 2, 0, 0)))
    read.set('a', 2)
    expect(read.getExpiryAge()).toBe(7200)
    expect(read.getExpiryDate()).toEqual(new Date(clock.now() + 7_200_000))
  })

  it('CS-10, CS-11: takes another modification and another expiry', async () => {
    const { store } = setUp()
    const context = await store.open('o1')
    const modification = new Date(Date.UTC(2026, 5, 1))
    const date = new Date(modification.getTime() + 90_500)
    expect(context.getExpiryDate({ modification })).toEqual(new Date(modification.getTime() + 7_200_000))
    expect(context.getExpiryDate({ modification, expiry: 30 })).toEqual(new Date(modification.getTime() + 30_000))
    expect(context.getExpiryDate({ modification, expiry: date })).toEqual(date)
    expect(context.getExpiryAge({ modification, expiry: 30 })).toBe(30)
    expect(context.getExpiryAge({ modification, expiry: date })).toBe(90.5)
    expect(context.getExpiryAge({ expiry: null })).toBe(7200)
  })

  it('CS-12: setExpiry in seconds counts from each change', async () => {
    const { clock, store } = setUp()
    const context = await store.open('o1')
    context.set('a', 1).setExpiry(300)
    await context.save()
    await clock.advance(200_000)
    const later = await store.open('o1')
    later.set('a', 2)
    await later.save()
    await clock.advance(299_999)
    expect((await store.open('o1')).get('a')).toBe(2)
    await clock.advance(1)
    expect((await store.open('o1')).has('a')).toBe(false)
  })

  it('CS-12: setExpiry with a Date is that moment, whatever changes later', async () => {
    const { clock, store } = setUp()
    const context = await store.open('o1')
    context.set('a', 1).setExpiry(new Date(clock.now() + 10_000))
    await context.save()
    await clock.advance(9_000)
    const later = await store.open('o1')
    later.set('b', 2)
    await later.save()
    expect(later.getExpiryAge()).toBe(1)
    await clock.advance(1_000)
    expect((await store.open('o1')).keys()).toEqual([])
  })

  it('CS-12: setExpiry(null) is the default again', async () => {
    const { clock, store } = setUp()
    const context = await store.open('o1')
    context.set('a', 1).setExpiry(300)
    await context.save()
    context.setExpiry(null)
    await context.save()
    await clock.advance(7_199_000)
    expect((await store.open('o1')).getExpiryAge()).toBe(1)
  })

  it.each([0, -1, new Date(0)])('CS-12: an expiry that has passed (%s) deletes', async (expiry) => {
    const { store } = setUp()
    const context = await store.open('o1')
    context.set('a', 1)
    await context.save()
    context.setExpiry(expiry)
    await context.save()
    expect((await store.open('o1')).keys()).toEqual([])
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, new Date(Number.NaN)])('refuses the expiry %s', async (expiry) => {
    const { store } = setUp()
    const context = await store.open('o1')
    expect(() => context.setExpiry(expiry)).toThrow(expect.objectContaining({ code: 'WX_CONFIG_INVALID' }))
  })

  it('goes on beyond the longest timer (25 days)', async () => {
    const { clock, store } = setUp()
    const context = await store.open('o1')
    context.set('a', 1).setExpiry(60 * 86_400)
    await context.save()
    await clock.advance(59 * 86_400_000)
    expect((await store.open('o1')).get('a')).toBe(1)
    await clock.advance(86_400_000)
    expect((await store.open('o1')).has('a')).toBe(false)
  })
})
