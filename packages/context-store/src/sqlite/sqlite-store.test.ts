import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, ManualClock } from '@wx/core'
import { Keyv } from 'keyv'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Connection } from './connection.js'
import { loadDriver, type SqliteDriver } from './driver.js'
import { sqliteSessions, sqliteStore } from './index.js'

let folder = ''
let file = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wx-sqlite-'))
  file = join(folder, 'sessions.db')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Looks into the file beside the store. */
function query(sql: string): readonly unknown[] {
  const connection = new Connection({ file, table: 'other', busyTimeoutMs: 0, fsync: false })
  try {
    return connection.all(sql, [])
  } finally {
    connection.close()
  }
}

describe('loadDriver', () => {
  it('says how to install a driver that is missing, where the store is set up', () => {
    const cause = new Error("Cannot find module 'libsql'")
    const load = () => {
      throw cause
    }
    expect(() => loadDriver(load)).toThrow(
      expect.objectContaining({
        code: 'WX_CONFIG_INVALID',
        message: expect.stringContaining('npm install libsql'),
        cause,
      }),
    )
  })
})

describe('sqliteStore', () => {
  it('CS-24: makes the file when it is asked to, with its table, and leaves other tables alone', async () => {
    expect(existsSync(file)).toBe(false)
    const own = sqliteStore({ file, table: 'own' })
    await sqliteStore({ file }).set('a', 'here')
    await own.set('a', 'there')
    await own.clear()
    expect(query('SELECT key, value, expires FROM wx_contexts')).toEqual([
      expect.objectContaining({ key: 'a', value: 'here', expires: null }),
    ])
    expect(await own.get('a')).toBe(undefined)
  })

  it('is walked through by Keyv itself', async () => {
    const keyv = new Keyv({ store: sqliteStore({ file }), namespace: 'ns' })
    await keyv.set('a', 1)
    await keyv.set('b', 2)
    const seen: unknown[] = []
    for await (const entry of keyv.iterator?.(undefined) ?? []) seen.push(entry)
    expect(seen).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })

  it('refuses options that cannot be, and files that are no database', () => {
    const settings = (options: Parameters<typeof sqliteStore>[0]): unknown => {
      try {
        sqliteStore(options)
      } catch (error) {
        return error instanceof ConfigError ? error.setting : error
      }
      return 'accepted'
    }
    writeFileSync(join(folder, 'text'), 'no database '.repeat(100))
    expect(settings({ file: '' })).toBe('file')
    expect(settings({ file: join(folder, 'text') })).toBe('file')
    expect(settings({ file: join(folder, 'missing', 'sessions.db') })).toBe('file')
    expect(settings({ file: folder })).toBe('file')
    for (const table of ['', 'a b', '1', "a'; DROP TABLE x"]) expect(settings({ file, table })).toBe('table')
    for (const busyTimeoutMs of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(settings({ file, busyTimeoutMs })).toBe('busyTimeoutMs')
    }
  })

  it('refuses what SQLite would cut off, instead of keeping a part', async () => {
    const store = sqliteStore({ file })
    const text = { code: 'WX_STORE_TEXT' }
    await expect(store.set('a\0b', 'v')).rejects.toMatchObject(text)
    await expect(store.set('a', 'v\0w')).rejects.toMatchObject(text)
    await expect(store.compareAndSet('a', { expected: undefined, value: 'v\0w' })).rejects.toMatchObject(text)
    const objects = new Keyv({ store, throwOnErrors: true })
    objects.serialize = undefined
    await expect(objects.set('a', 1)).rejects.toMatchObject(text)
    expect(await store.get('keyv:a')).toBe(undefined)
  })

  it('keeps all of a batch, or nothing', async () => {
    const store = sqliteStore({ file })
    const entries = [
      { key: 'a', value: '1' },
      { key: 'b', value: '\0' },
    ]
    await expect(store.setMany(entries)).rejects.toMatchObject({ code: 'WX_STORE_TEXT' })
    expect(await store.getMany(['a', 'b'])).toEqual([undefined, undefined])
    await store.setMany(entries.slice(0, 1))
    expect(await store.get('a')).toBe('1')
  })

  it('waits while another process writes, and says so when that takes too long', async () => {
    const other = new Connection({ file, table: 'wx_contexts', busyTimeoutMs: 0, fsync: false })
    const store = sqliteStore({ file, busyTimeoutMs: 30 })
    const writes = other.transaction(() => [store.set('a', '1'), store.get('a')])
    await expect(writes[0]).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    expect(await writes[1]).toBe(undefined)
    await store.set('a', '2')
    expect(await store.get('a')).toBe('2')
    other.close()
  })

  it('waits while another process prepares the same new file', () => {
    let refusals = 3
    const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
    const Real = loadDriver()
    const Busy: SqliteDriver = class {
      readonly #real: InstanceType<SqliteDriver>
      constructor(...args: ConstructorParameters<SqliteDriver>) {
        this.#real = new Real(...args)
      }
      prepare(sql: string) {
        if (sql.includes('journal_mode') && refusals-- > 0) throw busy
        return this.#real.prepare(sql)
      }
      exec(sql: string) {
        return this.#real.exec(sql)
      }
      close() {
        return this.#real.close()
      }
    }
    const options = { file, table: 't', fsync: false, driver: Busy }
    new Connection({ ...options, busyTimeoutMs: 5_000 }).close()
    expect(refusals).toBe(-1)
    refusals = 1
    expect(() => new Connection({ ...options, busyTimeoutMs: 0 })).toThrow(expect.objectContaining({ cause: busy }))
  })

  it('CS-13: drops what has expired while it is written, and when it is told to', async () => {
    const clock = new ManualClock()
    const store = sqliteStore({ file, clock })
    const rows = () => query('SELECT key FROM wx_contexts').length
    for (let n = 0; n < 30; n++) await store.set(`k${n}`, 'v', 1_000)
    await store.set('alive', 'v', 10_000_000)
    await clock.advance(1_000)
    expect(rows()).toBe(31)
    await clock.advance(60_000)
    await store.set('new', 'v')
    expect(rows()).toBe(2)
    await store.set('soon', 'v', 1_000)
    await clock.advance(1_000)
    await store.clearExpired()
    expect(rows()).toBe(2)
    await store.set('soon', 'v', 1_000)
    await clock.advance(60_000)
    await store.compareAndSet('new', { expected: 'v', value: 'w' })
    expect(rows()).toBe(2)
  })

  it('drops a lot of what has expired in several steps, so that nobody waits long', async () => {
    const clock = new ManualClock()
    const store = sqliteStore({ file, clock })
    await store.setMany(Array.from({ length: 2_500 }, (_, n) => ({ key: `k${n}`, value: 'v', ttl: 1_000 })))
    await clock.advance(61_000)
    const left: number[] = []
    for (let n = 0; n < 4; n++) {
      await store.set('new', 'v')
      left.push(query('SELECT key FROM wx_contexts').length)
    }
    expect(left).toEqual([1_501, 501, 1, 1])
  })

  it('writes to the disk each time only where that is asked for', () => {
    const levels: unknown[] = []
    const Real = loadDriver()
    const Noting: SqliteDriver = class extends Real {
      override exec(sql: string) {
        if (sql.includes('synchronous')) levels.push(sql)
        return super.exec(sql)
      }
    }
    for (const fsync of [false, true]) {
      new Connection({ file, table: 't', busyTimeoutMs: 0, fsync, driver: Noting }).close()
    }
    expect(levels).toEqual(['PRAGMA synchronous = NORMAL', 'PRAGMA synchronous = FULL'])
    expect(query('PRAGMA journal_mode')).toEqual([expect.objectContaining({ journal_mode: 'wal' })])
  })
})

describe('sqliteSessions', () => {
  it('CS-24, P18: keeps contexts in a file, in one line', async () => {
    const clock = new ManualClock()
    const options = { account: 'gh_1', ttlSeconds: 60, clock }
    const contexts = sqliteSessions<{ step: number }>(file, options)
    await contexts.update('o1', (it) => void it.set('step', 2))
    await contexts.close()
    await expect(contexts.open('o1')).rejects.toMatchObject({ cause: { code: 'WX_STORE_CLOSED' } })
    const again = sqliteSessions<{ step: number }>(file, options)
    expect((await again.open('o1')).get('step')).toBe(2)
    await clock.advance(60_000)
    expect((await again.open('o1')).get('step')).toBe(undefined)
    await again.close()
  })
})
