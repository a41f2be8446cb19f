import { ManualClock } from '@wx/core'
import { Keyv } from 'keyv'
import { describe, expect, it } from 'vitest'
import type { KeyvStore } from '../keyv-store.js'
import { ContextStore } from './context-store.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** What a Keyv on a Map really holds, without its own envelope. */
function contents(map: Map<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    [...map].map(([key, text]) => [key, (JSON.parse(String(text)) as { value: unknown }).value]),
  )
}

describe('ContextStore', () => {
  it('CS-01, P18: a user has one context per account, and parts of keys cannot run together', async () => {
    const map = new Map<string, unknown>()
    const keyv = new Keyv({ store: map })
    const store = new ContextStore({ keyv, account: 'gh_1' })
    for (const [account, openid] of [
      ['gh_1', 'o1'],
      ['gh_2', 'o1'],
      ['gh|1', 'o1'],
      ['gh', '1|o1'],
    ] as const) {
      const context = await store.open(openid, { account })
      expect(context.keys()).toEqual([])
      context.set('account', account)
      await context.save()
    }
    expect((await store.open('o1')).get('account')).toBe('gh_1')
    expect((await new ContextStore({ keyv, account: 'gh_2' }).open('o1')).get('account')).toBe('gh_2')
    expect([...map.keys()]).toEqual(['keyv:gh_1|o1', 'keyv:gh_2|o1', 'keyv:gh%7C1|o1', 'keyv:gh|1%7Co1'])
  })

  it('writes a versioned envelope with an absolute expiry, and not without a change', async () => {
    const clock = new ManualClock()
    const map = new Map<string, unknown>()
    const store = new ContextStore({ keyv: new Keyv({ store: map }), clock })
    const context = await store.open('o1')
    context.get('a')
    await context.save()
    expect(map.size).toBe(0)
    context.set('a', 1)
    await context.save()
    const envelope = { v: 1, expires: clock.now() + 7_200_000, data: { a: 1 }, version: expect.any(Number) }
    expect(contents(map)).toEqual({ 'keyv:|o1': envelope })
    const before = map.get('keyv:|o1')
    await context.save()
    expect(map.get('keyv:|o1')).toBe(before)
  })

  it('gives no context of one handler to another, also over a Keyv that keeps objects as they are', async () => {
    const keyv = new Keyv()
    keyv.serialize = undefined
    keyv.deserialize = undefined
    const store = new ContextStore({ keyv })
    const list = [1]
    const first = await store.open('o1')
    first.set('list', list)
    await first.save()
    list.push(2)
    const second = await store.open('o1')
    ;(second.get('list') as number[]).push(3)
    expect((await store.open('o1')).get('list')).toEqual([1])
  })

  it('two contexts of one user, saved one after the other, do not undo each other', async () => {
    const store = new ContextStore()
    const first = await store.open('o1')
    first.set('kept', 0).set('gone', 0)
    await first.save()
    const [a, b] = [await store.open('o1'), await store.open('o1')]
    a.set('a', 1)
    b.set('b', 2).delete('gone')
    await Promise.all([a.save(), b.save()])
    expect(Object.fromEntries((await store.open('o1')).entries())).toEqual({ kept: 0, a: 1, b: 2 })
  })

  it('update: 50 at once lose nothing', async () => {
    const store = new ContextStore<{ count: number }>()
    const results = await Promise.all(
      Array.from({ length: 50 }, () =>
        store.update('o1', async (context) => {
          const count = context.get('count', 0)
          await turn()
          context.set('count', count + 1)
          return count
        }),
      ),
    )
    expect((await store.open('o1')).get('count')).toBe(50)
    expect(results).toEqual(Array.from({ length: 50 }, (_, n) => n))
  })

  it('update: 50 at once through several stores on one Keyv in memory lose nothing', async () => {
    const keyv = new Keyv()
    const stores = Array.from({ length: 5 }, () => new ContextStore<{ count: number }>({ keyv }))
    const updates = stores.flatMap((store) =>
      Array.from({ length: 10 }, () =>
        store.update('o1', async (context) => {
          const count = context.get('count', 0)
          // All of them go on in the same turn, so that their reads and writes lie between one another's.
          await undefined
          context.set('count', count + 1)
        }),
      ),
    )
    await Promise.all(updates)
    expect((await new ContextStore<{ count: number }>({ keyv }).open('o1')).get('count')).toBe(50)
  })

  it('a context that is saved reads nothing anew, unless another one wrote meanwhile', async () => {
    const map = new Map<string, string>()
    let reads = 0
    const counting: KeyvStore = {
      get(key) {
        reads++
        return map.get(key)
      },
      set: (key, value) => map.set(key, value),
      delete: (key) => map.delete(key),
      clear: () => map.clear(),
      compareAndSet(key, { expected, value }) {
        if (map.get(key) !== expected || value === undefined) return false
        map.set(key, value)
        return true
      },
    }
    const store = new ContextStore({ keyv: new Keyv({ store: counting }) })
    const context = await store.open('o1')
    await context.set('a', 1).save()
    await context.set('a', 2).save()
    expect(reads).toBe(1)
    await store.update('o1', (it) => void it.set('b', 1))
    expect(reads).toBe(2)
    await context.set('a', 3).save()
    expect(reads).toBe(3)
    expect((await store.open('o1')).entries()).toEqual([
      ['a', 3],
      ['b', 1],
    ])
  })

  it('a context that has expired since it was opened does not come back to life when it is saved', async () => {
    const clock = new ManualClock()
    const store = new ContextStore({ clock, ttlSeconds: 10 })
    await store.update('o1', (it) => void it.set('old', 1))
    const context = await store.open('o1')
    await clock.advance(10_000)
    await context.set('new', 1).save()
    expect((await store.open('o1')).entries()).toEqual([['new', 1]])
  })

  it('update: may go on after it let the context expire', async () => {
    const store = new ContextStore()
    let runs = 0
    await store.update('o1', async (context) => {
      runs++
      await context.set('a', 1).setExpiry(-1).save()
      context.set('b', 2).setExpiry(null)
    })
    expect(runs).toBe(1)
    expect((await store.open('o1')).has('b')).toBe(true)
  })

  it('lets a Keyv that its user hooked into do the work itself', async () => {
    const keyv = new Keyv()
    const seen: string[] = []
    for (const hook of ['preSet', 'postGetRaw', 'preDelete']) keyv.hooks.addHandler(hook, () => void seen.push(hook))
    const store = new ContextStore({ keyv })
    await store.update('o1', (context) => void context.set('a', 1))
    await store.delete('o1')
    expect(new Set(seen)).toEqual(new Set(['preSet', 'postGetRaw', 'preDelete']))
  })

  it('writes what Keyv itself can read, under the key Keyv itself would take', async () => {
    for (const options of [{}, { namespace: 'ns' }, { namespace: '' }, { useKeyPrefix: false }]) {
      const map = new Map<string, unknown>()
      const keyv = new Keyv({ store: map, ...options })
      const store = new ContextStore({ keyv, account: 'ns:a' })
      await store.update('o1', (context) => void context.set('a', 1))
      expect(await keyv.get('ns:a|o1'), JSON.stringify(options)).toMatchObject({ data: { a: 1 } })
      await keyv.set('ns:a|o1', { ...(await keyv.get<object>('ns:a|o1')), data: { a: 2 } }, 1_000)
      expect((await store.open('o1')).get('a')).toBe(2)
    }
  })

  it('update: users do not wait for each other', async () => {
    const store = new ContextStore()
    const gate = deferred()
    const slow = store.update('o1', () => gate.promise)
    await store.update('o2', (context) => {
      context.set('a', 1)
    })
    gate.resolve()
    await slow
  })

  it.each([
    ['can compare and set', () => new Keyv()],
    ['cannot', () => new Keyv({ store: withoutCompareAndSet() })],
  ])('update: when another one wrote meanwhile, it is made again, on a store that %s', async (_, create) => {
    const keyv = create()
    const [here, there] = [new ContextStore<{ n: number }>({ keyv }), new ContextStore<{ n: number }>({ keyv })]
    let runs = 0
    await here.update('o1', async (context) => {
      const n = context.get('n', 0)
      if (++runs <= 2) await there.update('o1', (other) => void other.set('n', other.get('n', 0) + 10))
      context.set('n', n + 1)
    })
    expect(runs).toBe(3)
    expect((await here.open('o1')).get('n')).toBe(21)
  })

  it('update: a context that was deleted and made anew elsewhere is not taken for the one that was read', async () => {
    const keyv = new Keyv()
    const [here, there] = [new ContextStore(), new ContextStore()].map(() => new ContextStore({ keyv }))
    if (here === undefined || there === undefined) throw new Error('two stores')
    await there.update('o1', (context) => void context.set('old', 1))
    let runs = 0
    await here.update('o1', async (context) => {
      if (++runs === 1) {
        await there.delete('o1')
        await there.update('o1', (other) => void other.set('new', 1))
      }
      context.set('seen', context.keys())
    })
    expect((await here.open('o1')).get('seen')).toEqual(['new'])
  })

  it('update: gives up when it never gets through, and writes nothing', async () => {
    const keyv = new Keyv()
    const [here, there] = [new ContextStore({ keyv }), new ContextStore({ keyv })]
    let runs = 0
    const update = here.update('o1', async (context) => {
      runs++
      await there.update('o1', (other) => void other.set('runs', runs))
      context.set('mine', true)
    })
    await expect(update).rejects.toMatchObject({ code: 'WX_CONTEXT_CONFLICT' })
    expect(runs).toBeGreaterThan(2)
    expect((await here.open('o1')).entries()).toEqual([['runs', runs]])
  })

  it('update: save and flush within it do not wait for it, and what follows counts', async () => {
    const store = new ContextStore()
    let runs = 0
    await store.update('o1', async (context) => {
      runs++
      context.set('a', 1)
      await context.save()
      context.set('a', 2)
      await context.save()
      expect((await store.open('o1')).get('a')).toBe(2)
      await context.flush()
      expect((await store.open('o1')).has('a')).toBe(false)
      context.set('b', 2)
    })
    expect(runs).toBe(1)
    expect((await store.open('o1')).entries()).toEqual([['b', 2]])
  })

  it('a key that was deleted and set again is set', async () => {
    const store = new ContextStore()
    await store.update('o1', (context) => void context.set('a', 1))
    await store.update('o1', (context) => {
      context.delete('a')
      context.set('a', 2)
    })
    expect((await store.open('o1')).get('a')).toBe(2)
  })

  it('update: writes nothing when the change throws, and lets the next one in', async () => {
    const store = new ContextStore()
    const failed = store.update('o1', (context) => {
      context.set('a', 1)
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await store.update('o1', (context) => context.keys())).toEqual([])
  })

  it('update: one inside another of the same user is refused instead of waiting for itself', async () => {
    const store = new ContextStore()
    const nested = store.update('o1', () => store.update('o1', () => 1))
    await expect(nested).rejects.toMatchObject({ code: 'WX_CONTEXT_NESTED_UPDATE' })
    expect(await store.update('o1', () => store.update('o2', () => 2))).toBe(2)
    const later = await store.update('o1', () => ({ start: () => turn().then(() => store.update('o1', () => 3)) }))
    expect(await later.start()).toBe(3)
  })

  it('what was begun in an update and goes on after it may update again', async () => {
    const store = new ContextStore()
    const gate = deferred()
    let later: Promise<number> | undefined
    await store.update('o1', () => {
      later = gate.promise.then(() => store.update('o1', () => 3))
    })
    gate.resolve()
    expect(await later).toBe(3)
  })

  it('refuses set-ups and openids that cannot be', async () => {
    for (const ttlSeconds of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => new ContextStore({ ttlSeconds })).toThrow(expect.objectContaining({ setting: 'ttlSeconds' }))
    }
    await expect(new ContextStore().open('')).rejects.toMatchObject({ setting: 'openid' })
  })
})

/** A store such as most adapters are. */
function withoutCompareAndSet() {
  const map = new Map<string, unknown>()
  return {
    get: async (key: string) => map.get(key),
    set: async (key: string, value: unknown) => void map.set(key, value),
    delete: async (key: string) => map.delete(key),
    clear: async () => map.clear(),
  }
}

describe('ContextStore over a failing store', () => {
  function failing(operation: 'get' | 'set' | 'delete', map: Map<string, unknown> = new Map()): Keyv {
    const store = {
      get: async (key: string) => map.get(key),
      set: async (key: string, value: unknown) => map.set(key, value),
      delete: async (key: string) => map.delete(key),
      clear: async () => map.clear(),
      [operation]: async () => {
        throw new Error('connection refused')
      },
    }
    return new Keyv({ store })
  }

  it('a store that cannot be read is an error, not an empty context', async () => {
    await expect(new ContextStore({ keyv: failing('get') }).open('o1')).rejects.toMatchObject({
      code: 'WX_CONTEXT_STORE',
      operation: 'read',
    })
  })

  it('a store that cannot be written is an error, and the changes are kept for the next try', async () => {
    const map = new Map<string, unknown>()
    const working = new Keyv({ store: map })
    await new ContextStore({ keyv: working }).update('o1', (context) => void context.set('old', 1).set('gone', 1))
    const keyv = failing('set', map)
    const context = await new ContextStore({ keyv }).open('o1')
    context.set('a', 1).set('gone too', 2).setExpiry(60)
    context.delete('gone')
    context.delete('gone too')
    await expect(context.save()).rejects.toMatchObject({ code: 'WX_CONTEXT_STORE', operation: 'write' })
    expect(context.modified).toBe(true)
    keyv.store = map
    await context.save()
    const again = await new ContextStore({ keyv: working }).open('o1')
    expect(again.entries()).toEqual([
      ['old', 1],
      ['a', 1],
    ])
    expect(again.getExpiryAge()).toBeLessThan(61)
  })

  it('a store that cannot delete is an error; deleting what is not there is none', async () => {
    const store = new ContextStore({ keyv: failing('delete') })
    await store.delete('o1')
    await store.update('o1', (context) => void context.set('a', 1))
    await expect(store.delete('o1')).rejects.toMatchObject({ code: 'WX_CONTEXT_STORE', operation: 'delete' })
  })

  it('what something else wrote under the key is left alone', async () => {
    const keyv = new Keyv()
    const store = new ContextStore({ keyv })
    for (const foreign of ['text', { a: 1 }, { v: 2, expires: 0, data: {} }, { v: 1, data: [] }, [1]]) {
      await keyv.set('|o1', foreign)
      await expect(store.open('o1')).rejects.toMatchObject({ code: 'WX_CONTEXT_FORMAT' })
      await store.clearExpired()
      expect(await keyv.get('|o1')).toEqual(foreign)
    }
  })
})

describe('ContextStore drops what has expired', () => {
  it('CS-13: clearExpired deletes all expired contexts, and only those', async () => {
    const clock = new ManualClock()
    const map = new Map<string, unknown>()
    const keyv = new Keyv({ store: map })
    const store = new ContextStore({ keyv, clock })
    for (let n = 0; n < 20; n++) {
      await store.update(`o${n}`, (context) => void context.set('n', n).setExpiry(n < 15 ? 60 : 600))
    }
    await keyv.set('foreign', 'text')
    await clock.advance(60_000)
    expect(map.size).toBe(21)
    // Another store on the same Keyv, which has not written them.
    await new ContextStore({ keyv, clock }).clearExpired()
    expect([...map.keys()].sort()).toEqual([...[15, 16, 17, 18, 19].map((n) => `keyv:|o${n}`), 'keyv:foreign'].sort())
  })

  it('CS-13: in memory, writing drops what is due without being asked', async () => {
    const clock = new ManualClock()
    const map = new Map<string, unknown>()
    const store = new ContextStore({ keyv: new Keyv({ store: map }), clock, ttlSeconds: 10 })
    for (let n = 0; n < 500; n++) {
      await clock.advance(1_000)
      await store.update(`o${n}`, (context) => void context.set('n', n))
    }
    expect(map.size).toBeLessThan(15)
  })

  it('what another store has renewed stays', async () => {
    const clock = new ManualClock()
    const keyv = new Keyv()
    const [a, b] = [new ContextStore({ keyv, clock }), new ContextStore({ keyv, clock })]
    await a.update('o1', (context) => void context.set('a', 1).setExpiry(10))
    await b.update('o1', (context) => void context.setExpiry(1_000))
    await clock.advance(10_000)
    await a.update('o2', (context) => void context.set('a', 1))
    expect((await a.open('o1')).get('a')).toBe(1)
  })
})

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
