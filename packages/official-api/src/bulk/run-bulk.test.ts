import {
  AccessTokenError,
  ApiError,
  type ApiErrorFacts,
  IpNotWhitelistedError,
  NetworkError,
  TimeoutError,
} from '@wx/api-client'
import { ConfigError, ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { type BulkOptions, type BulkProgress, type BulkResult, runBulk } from './index.js'

const facts = (errcode: number): ApiErrorFacts => ({
  errcode,
  errmsg: 'no',
  rid: undefined,
  endpoint: 'POST /x',
  retryable: false,
  hint: '',
  docs: undefined,
  answer: {},
})
const refusal = (errcode: number): ApiError => new ApiError(facts(errcode))
const place = { endpoint: 'POST /x', origin: 'https://api.weixin.qq.com' }

/** Moves the clock until the work is done. */
async function done<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  let isDone = false
  const settled = work.finally(() => {
    isDone = true
  })
  settled.catch(() => {})
  while (!isDone) await clock.advance(1000)
  return settled
}

async function collect<Item, Value>(run: AsyncIterable<BulkResult<Item, Value>>): Promise<BulkResult<Item, Value>[]> {
  const results: BulkResult<Item, Value>[] = []
  for await (const result of run) results.push(result)
  return results
}

/** Numbers, and how many of them were taken. */
function numbers(count: number) {
  const taken = { count: 0, isClosed: false }
  const source = (function* () {
    try {
      for (let index = 0; index < count; index++) {
        taken.count++
        yield index
      }
    } finally {
      taken.isClosed = true
    }
  })()
  return { taken, source }
}

/** Promises that are resolved by hand. */
function gates() {
  const open = new Map<number, () => void>()
  const wait = (index: number): Promise<void> => new Promise((resolve) => open.set(index, resolve))
  return { open, wait }
}

/** Gives one item, and the next one when it is told to. */
function hesitant() {
  const { open, wait } = gates()
  const source = (async function* () {
    yield 0
    await wait(1)
    yield 1
  })()
  const release = async (): Promise<void> => {
    open.get(1)?.()
    await settle()
  }
  return { source, release }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('a run', () => {
  it('gives results in the order of its source, whatever takes longer', async () => {
    const clock = new ManualClock()
    const work = async (item: number): Promise<number> => {
      await clock.sleep(item % 2 === 0 ? 500 : 1)
      return item * 10
    }
    const results = await done(clock, collect(runBulk([1, 2, 3, 4, 5], work, { concurrency: 2 })))
    expect(results.map((it) => it.ok && it.value)).toEqual([10, 20, 30, 40, 50])
  })

  it('begins when it is asked for, and once', async () => {
    let calls = 0
    const run = runBulk([1], async () => ++calls)
    await settle()
    expect(calls).toBe(0)
    expect(await run.summary()).toEqual({ done: 1, failed: 0, failures: [] })
    await expect(run.summary()).rejects.toThrow(ConfigError)
    expect(calls).toBe(1)
  })

  it('runs so many side by side, and no more', async () => {
    let [running, most] = [0, 0]
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running)
      await settle()
      running--
    }
    await runBulk(numbers(50).source, work, { concurrency: 3 }).summary()
    expect(most).toBe(3)
  })

  it('reads its source no further than twice what runs, however slow its work or its reader', async () => {
    const { open, wait } = gates()
    const { source, taken } = numbers(1000)
    const results = runBulk(source, wait, { concurrency: 3 })[Symbol.asyncIterator]()
    const first = results.next()
    await settle()
    expect([taken.count, open.size]).toEqual([6, 3])
    for (const release of open.values()) release()
    await first
    await settle()
    for (const release of open.values()) release()
    await settle()
    // One was taken out; nobody asks for the next.
    expect(taken.count).toBeLessThanOrEqual(8)
    const rest = results.return?.()
    for (const release of open.values()) release()
    await rest
    expect(taken.isClosed).toBe(true)
  })

  it('gives out what is done while its source is slow', async () => {
    const { open, wait } = gates()
    const source = (async function* () {
      yield 1
      await wait(0)
      yield 2
    })()
    const results = runBulk(source, async (item) => item)[Symbol.asyncIterator]()
    expect(await results.next()).toMatchObject({ value: { ok: true, value: 1 } })
    open.get(0)?.()
    expect(await results.next()).toMatchObject({ value: { value: 2 } })
    expect(await results.next()).toMatchObject({ done: true })
  })

  it('tells how far it is', async () => {
    const seen: BulkProgress[] = []
    const work = async (item: number): Promise<void> => {
      if (item === 1) throw refusal(43004)
    }
    await runBulk([0, 1, 2], work, { total: 3, onProgress: (progress) => seen.push(progress) }).summary()
    expect(seen).toEqual([
      { done: 1, failed: 0, total: 3 },
      { done: 1, failed: 1, total: 3 },
      { done: 2, failed: 1, total: 3 },
    ])
  })

  it('what its source throws ends it, behind the results of what came before', async () => {
    const source = (function* () {
      yield 1
      throw new Error('the database is away')
    })()
    const results: unknown[] = []
    const run = async (): Promise<void> => {
      for await (const result of runBulk(source, async (item) => item)) results.push(result)
    }
    await expect(run()).rejects.toThrow('the database is away')
    expect(results).toHaveLength(1)
  })

  it('keeps a bounded number of failures', async () => {
    const work = (): Promise<never> => Promise.reject(refusal(40003))
    const { failed, failures } = await runBulk(numbers(20).source, work).summary({ keep: 3 })
    expect([failed, failures.length]).toEqual([20, 3])
  })
})

describe('an end before the end', () => {
  it('by an error begins nothing that its source had still to give', async () => {
    const { source, release } = hesitant()
    const begun: number[] = []
    const work = async (item: number): Promise<void> => {
      begun.push(item)
      throw new TypeError('a mistake')
    }
    await expect(runBulk(source, work).summary()).rejects.toThrow('a mistake')
    await release()
    expect(begun).toEqual([0])
  })

  it('by leaving the loop begins nothing that its source had still to give', async () => {
    const { source, release } = hesitant()
    const begun: number[] = []
    for await (const _ of runBulk(source, async (item) => begun.push(item))) break
    await release()
    expect(begun).toEqual([0])
  })

  it('by signal: nothing new begins, what runs is aborted, the reason is thrown', async () => {
    const controller = new AbortController()
    const { source, taken } = numbers(1000)
    let aborted = 0
    const work = (_item: number, signal: AbortSignal | undefined): Promise<never> =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          aborted++
          reject(signal.reason as Error)
        })
      })
    const run = runBulk(source, work, { signal: controller.signal, concurrency: 2 }).summary()
    await settle()
    controller.abort(new Error('enough'))
    await expect(run).rejects.toThrow('enough')
    expect(aborted).toBe(2)
    expect(taken.count).toBeLessThanOrEqual(5)
    expect(taken.isClosed).toBe(true)
  })

  it('by signal does not wait for a source that never comes back', async () => {
    const controller = new AbortController()
    const source: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}), return: () => new Promise(() => {}) }),
    }
    const run = runBulk(source, async () => {}, { signal: controller.signal }).summary()
    await settle()
    controller.abort(new Error('enough'))
    await expect(run).rejects.toThrow('enough')
  })

  it('by leaving the loop waits for what runs', async () => {
    const { source, taken } = numbers(1000)
    let running = 0
    const work = async (item: number): Promise<void> => {
      running++
      if (item > 0) await settle()
      running--
    }
    for await (const _ of runBulk(source, work, { concurrency: 4 })) break
    expect([running, taken.isClosed]).toEqual([0, true])
  })

  it('while it pauses, by signal, is at once', async () => {
    const controller = new AbortController()
    const clock = new ManualClock()
    const run = runBulk([1], () => Promise.reject(refusal(-1)), { clock, signal: controller.signal }).summary()
    await settle()
    expect(clock.sleepers).toBe(1)
    controller.abort(new Error('enough'))
    await expect(run).rejects.toThrow('enough')
  })
})

describe('trouble', () => {
  /** Fails so many times, then succeeds. */
  const failing = (times: number, error: unknown, options: BulkOptions<number> & { isRepeatable?: boolean } = {}) => {
    const clock = new ManualClock()
    let calls = 0
    const work = async (): Promise<string> => {
      if (calls++ < times) throw error
      return 'sent'
    }
    const run = done(clock, runBulk([1], work, { clock, ...options }).summary())
    return { run, calls: () => calls, clock }
  }

  it.each([
    ['system busy', refusal(-1)],
    ['the quota of the day', refusal(45009)],
    ['too often', refusal(45011)],
    ['a token', new AccessTokenError(facts(40001))],
    ['no connection', new NetworkError(place, { sent: false, reason: 'ECONNREFUSED' })],
  ])('that passes (%s) pauses and tries again', async (_name, error) => {
    const { run, calls } = failing(3, error)
    expect(await run).toEqual({ done: 1, failed: 0, failures: [] })
    expect(calls()).toBe(4)
  })

  it.each([
    ['no openid', refusal(40003)],
    ['no follower', refusal(43004)],
    ['outside of the 48 hours', refusal(45015)],
    ['perhaps sent', new NetworkError(place, { sent: true, reason: 'ECONNRESET' })],
    ['perhaps sent, too late', new TimeoutError(place, 15_000)],
  ])('of one item (%s) is recorded, and the run goes on', async (_name, error) => {
    const { run, calls } = failing(1, error)
    expect(await run).toEqual({ done: 0, failed: 1, failures: [{ item: 1, error }] })
    expect(calls()).toBe(1)
  })

  it('a call that may be repeated is, after a broken connection', async () => {
    const { run } = failing(1, new TimeoutError(place, 15_000), { isRepeatable: true })
    expect(await run).toMatchObject({ done: 1 })
  })

  it.each([
    ['an address that is not listed', new IpNotWhitelistedError({ ...facts(40164), ip: '203.0.113.7' })],
    ['no permission', refusal(48001)],
    ['a mistake', new TypeError('x is not a function')],
    ['a wrong setting', new ConfigError('appSecret', 'missing')],
  ])('of all (%s) stops the run', async (_name, error) => {
    const { run, calls } = failing(9, error)
    await expect(run).rejects.toBe(error)
    expect(calls()).toBe(1)
  })

  it('that does not pass stops the run, after so many attempts and growing pauses', async () => {
    const error = refusal(45009)
    const { run, calls, clock } = failing(99, error, { random: () => 1, retry: { attempts: 4, baseMs: 1000 } })
    const start = clock.now()
    await expect(run).rejects.toBe(error)
    expect(calls()).toBe(4)
    expect(clock.now() - start).toBe(7000)
  })

  it('is judged by the caller first', async () => {
    const { run } = failing(1, refusal(48001), { judge: (error) => (error instanceof ApiError ? 'record' : undefined) })
    expect(await run).toMatchObject({ failed: 1 })
  })

  it('of one makes the others wait as well', async () => {
    const clock = new ManualClock()
    const start = clock.now()
    const begun: number[] = []
    let fails = true
    const work = async (): Promise<void> => {
      begun.push(clock.now() - start)
      if (!fails) return
      fails = false
      throw refusal(45011)
    }
    await done(clock, runBulk([1, 2, 3, 4], work, { clock, concurrency: 1, random: () => 1 }).summary())
    expect(begun).toEqual([0, 1000, 1000, 1000, 1000])
    fails = true
    begun.length = 0
    const again = clock.now() - start
    await done(clock, runBulk([1, 2, 3, 4, 5, 6], work, { clock, concurrency: 2, random: () => 1 }).summary())
    expect(begun.filter((it) => it > again && it < again + 1000)).toEqual([])
  })
})

it('calls are begun at their pace, repeated ones too', async () => {
  const clock = new ManualClock()
  const start = clock.now()
  const begun: number[] = []
  const work = async (): Promise<void> => {
    begun.push(clock.now() - start)
  }
  await done(clock, runBulk(numbers(5).source, work, { clock, concurrency: 10, perMinute: 120 }).summary())
  expect(begun).toEqual([0, 500, 1000, 1500, 2000])
})

it.each<[BulkOptions<number>, string]>([
  [{ concurrency: 0 }, 'concurrency'],
  [{ concurrency: 1.5 }, 'concurrency'],
  [{ perMinute: 0 }, 'perMinute'],
  [{ perMinute: Number.POSITIVE_INFINITY }, 'perMinute'],
  [{ retry: { attempts: 0 } }, 'retry.attempts'],
])('%j is refused when it is given', (options, setting) => {
  expect(() => runBulk([1], async () => {}, options)).toThrow(expect.objectContaining({ setting }))
})
