import { type Clock, systemClock } from '@wx/core'
import { Keyv } from 'keyv'
import type { Awaitable } from '../coordinator.js'
import type { KeyvStore } from '../keyv-store.js'
import { ContextStore } from '../sessions/context-store.js'
import type { TestRunner } from './kit.js'

/** A store as it is given to Keyv. */
export type StoreHandle = KeyvStore | Map<string, unknown>

/** One empty backend under test. */
export interface StoreFixture {
  /** A handle on the backend, as another process would open it; called several times in a test. */
  open(): Awaitable<StoreHandle>
  /** Lets `ms` milliseconds pass, for the store as well as for `clock`. */
  advance(ms: number): Promise<unknown>
  /** What `advance` moves; the machine's clock, when `advance` really waits. */
  readonly clock?: Clock
  /** From now on nothing can be read from the backend, nor written to it. */
  fail?(): Awaitable<unknown>
  dispose?(): Awaitable<unknown>
}

/** What a store can do; all of it, unless it is said that it cannot. Tests of what it cannot do are left out. */
export interface StoreCapabilities {
  /** It has `compareAndSet`, so that nothing is lost between processes. */
  readonly compareAndSet: boolean
  /** It drops what has expired by itself; without it, only Keyv and `ContextStore` notice. */
  readonly expiry: boolean
  /** Other namespaces are left alone by `clear`. */
  readonly namespaces: boolean
  /** It has `iterator`. */
  readonly iterator: boolean
  /** It has `disconnect`, and fails afterwards. */
  readonly disconnect: boolean
  /** The fixture has `fail`: a store that fails says so. */
  readonly failure: boolean
}

export interface StoreContractOptions {
  readonly capabilities?: Partial<StoreCapabilities>
  /**
   * The shortest stretch of time, in milliseconds, that the suite relies on: 1 (default) where `advance` moves a clock; where it
   * really waits, several times what a handful of round trips takes.
   */
  readonly granularityMs?: number
}

/** A fixture as the suites use it. */
export interface StoreBench {
  /** A new handle on the store itself. */
  open(): Promise<KeyvStore>
  /** A new handle in a Keyv. */
  keyv(namespace?: string): Promise<Keyv>
  /** A new handle, in a Keyv, in a store of contexts that lives `units` of time; long, when not given. */
  contexts(units?: number): Promise<ContextStore<Session>>
  /** Lets as many units of time pass; a unit is the granularity. */
  pass(units: number): Promise<unknown>
  /** Units as milliseconds. */
  ms(units: number): number
  /** Milliseconds since 1970. */
  now(): number
  fail(): Promise<unknown>
}

export interface Session {
  count: number
  a: number
  b: number
}

/** A test over a fresh backend. */
export type StoreTest = (name: string, body: (bench: StoreBench) => Promise<void>) => void

export interface StoreSuite extends TestRunner {
  readonly test: StoreTest
  readonly can: StoreCapabilities
  /** Whether time is moved, so that years may pass. */
  readonly timeIsMoved: boolean
}

const everything: StoreCapabilities = {
  compareAndSet: true,
  expiry: true,
  namespaces: true,
  iterator: true,
  disconnect: true,
  failure: true,
}

export function storeSuite(
  runner: TestRunner,
  create: () => Awaitable<StoreFixture>,
  { capabilities, granularityMs = 1 }: StoreContractOptions,
): StoreSuite {
  const test: StoreTest = (name, body) => {
    runner.it(name, async () => {
      const fixture = await create()
      const handles: StoreHandle[] = []
      try {
        await body(benchOf(fixture, handles, granularityMs))
      } finally {
        for (const handle of handles) if (!(handle instanceof Map)) await handle.disconnect?.()
        await fixture.dispose?.()
      }
    })
  }
  return { ...runner, test, can: { ...everything, ...capabilities }, timeIsMoved: granularityMs <= 1 }
}

/** Units no test outlives. */
const long = 4_000

function benchOf(fixture: StoreFixture, handles: StoreHandle[], unit: number): StoreBench {
  const clock = fixture.clock ?? systemClock
  const open = async (): Promise<StoreHandle> => {
    const handle = await fixture.open()
    handles.push(handle)
    return handle
  }
  const keyv = async (namespace = 'wx') => new Keyv({ store: await open(), namespace })
  return {
    async open() {
      const handle = await open()
      if (handle instanceof Map) throw new Error('a Map is no KeyvStore: switch off what it cannot do')
      return handle
    },
    keyv,
    contexts: async (units = long) =>
      new ContextStore({ keyv: await keyv(), clock, ttlSeconds: (units * unit) / 1000 }),
    pass: (units) => fixture.advance(units * unit),
    ms: (units) => units * unit,
    now: () => clock.now(),
    async fail() {
      if (fixture.fail === undefined) throw new Error('the fixture has no `fail`: add it, or switch `failure` off')
      await fixture.fail()
    },
  }
}
