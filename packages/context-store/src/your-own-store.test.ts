import { readFileSync } from 'node:fs'
import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
// The page docs/write-your-own-store.md shows what stands between the marks; the last test compares.
// <store>
import type { KeyvStore } from './index.js'
import { storeContract } from './testing/index.js'

/** What the database of this example is: rows by key. Yours is a client of a server. */
export interface Shelf {
  readonly rows: Map<string, { readonly value: string; readonly expires: number | undefined }>
  online: boolean
}

/** A store on a shelf. `now` tells when a row has expired; a server has a clock of its own. */
export function shelfStore(shelf: Shelf, now: () => number = Date.now): KeyvStore {
  let connected = true

  /** Every way to the rows is through here, so that no failure looks like "nothing there". */
  const rows = () => {
    if (!connected || !shelf.online) throw new Error('the shelf is out of reach')
    return shelf.rows
  }
  const read = (key: string) => {
    const row = rows().get(key)
    return row === undefined || (row.expires ?? Number.POSITIVE_INFINITY) <= now() ? undefined : row.value
  }
  const write = (key: string, value: string, ttl: number | undefined) => {
    rows().set(key, { value, expires: ttl === undefined ? undefined : now() + ttl })
  }

  return {
    async get(key) {
      return read(key)
    },
    async set(key, value, ttl) {
      write(key, value, ttl)
    },
    async delete(key) {
      return rows().delete(key)
    },
    async clear() {
      const prefix = this.namespace ? `${this.namespace}:` : ''
      for (const key of rows().keys()) if (key.startsWith(prefix)) rows().delete(key)
    },
    async *iterator(namespace) {
      const prefix = namespace ? `${namespace}:` : ''
      for (const key of [...rows().keys()]) {
        const value = key.startsWith(prefix) ? read(key) : undefined
        if (value !== undefined) yield [key, value]
      }
    },
    /** One step: nothing may come between the look and the write. */
    async compareAndSet(key, { expected, value, ttl }) {
      if (read(key) !== expected) return false
      if (value === undefined) rows().delete(key)
      else write(key, value, ttl)
      return true
    },
    async clearExpired() {
      for (const key of rows().keys()) if (read(key) === undefined) rows().delete(key)
    },
    async disconnect() {
      connected = false
    },
  }
}
// </store>

// <test>
describe('shelfStore', () => {
  storeContract({ describe, it, expect }, () => {
    const clock = new ManualClock()
    const shelf: Shelf = { rows: new Map(), online: true }
    return {
      open: () => shelfStore(shelf, () => clock.now()),
      clock,
      advance: (ms) => clock.advance(ms),
      fail() {
        shelf.online = false
      },
    }
  })
})
// </test>

describe('docs/write-your-own-store.md', () => {
  const own = readFileSync(new URL(import.meta.url), 'utf8')
  const page = readFileSync(new URL('../../../docs/write-your-own-store.md', import.meta.url), 'utf8')
  const fences = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code)
  const marked = (name: string) => new RegExp(`// <${name}>\\n([\\s\\S]*?)// </${name}>`).exec(own)?.[1] ?? 'no mark'

  it('shows the store that keeps the contract here, and the test that proves it', () => {
    expect(fences.length).toBe(2)
    expect(fences[0]).toBe(marked('store').replace("'./index.js'", "'@wx/context-store'"))
    expect(fences[1]?.endsWith(marked('test'))).toBe(true)
  })
})
