import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManualClock } from '@wx/core'
import { Keyv } from 'keyv'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileSessions, fileStore } from './file/index.js'
import { ContextStore, type UserContext } from './index.js'
import { sqliteSessions } from './sqlite/index.js'

// Everything about contexts and sessions that the seeds (WeRoBot, wechat-python-sdk, py_wechat_tools) have, by its id,
// and what it is here.

/** Ids run from CS-01 to this. */
const rowCount = 31

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wx-seeds-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const day = 86_400_000

/** A store in memory, the user's context with two values in it, and the clock. */
async function twoValues() {
  const clock = new ManualClock()
  const store = new ContextStore({ clock })
  const context = await store.open('oUser')
  context.set('a', 1).set('b', [2])
  await context.save()
  return { clock, store, context }
}

/** A server's adapter as the seeds' users have one: only get, set, delete, clear, each over a connection. */
function serverAdapter() {
  const entries = new Map<string, { value: unknown; ttl: number | undefined }>()
  const answer = async <T>(value: T): Promise<T> => value
  return {
    entries,
    store: {
      get: (key: string) => answer(entries.get(key)?.value),
      set: (key: string, value: unknown, ttl?: number) => answer(entries.set(key, { value, ttl })).then(() => true),
      delete: (key: string) => answer(entries.delete(key)),
      clear: () => answer(entries.clear()),
    },
  }
}

async function keepsInServer(): Promise<void> {
  const { entries, store } = serverAdapter()
  const open = () => new ContextStore({ keyv: new Keyv({ store, namespace: 'ws' }), account: 'wx1', ttlSeconds: 60 })
  await open().update('oUser', (it) => it.set('step', 2))
  expect((await open().open('oUser')).get('step')).toBe(2)
  expect([...entries.keys()]).toEqual(['ws:wx1|oUser'])
  const [{ ttl } = { ttl: undefined }] = entries.values()
  expect(ttl).toBeGreaterThan(0)
  expect(ttl).toBeLessThanOrEqual(60_000)
  await open().delete('oUser')
  expect(entries.size).toBe(0)
}

/** Writes with one store, closes it, and reads with another, as after a restart. */
async function outlives(open: () => ContextStore): Promise<void> {
  const before = open()
  await before.update('oUser', (it) => it.set('step', 2))
  await before.close()
  const after = open()
  expect((await after.open('oUser')).get('step')).toBe(2)
  await after.close()
}

interface Row {
  readonly id: `CS-${number}`
  readonly seed: string
  readonly proof: () => Promise<void>
}

const rows: readonly Row[] = [
  {
    id: 'CS-01',
    seed: 'DatabaseContextStore(openid)',
    proof: async () => {
      const { store } = await twoValues()
      expect((await store.open('oUser')).get('a')).toBe(1)
      expect((await store.open('oOther')).keys()).toEqual([])
    },
  },
  {
    id: 'CS-02',
    seed: '[key], [key] = value, del [key], key in',
    proof: async () => {
      const { context } = await twoValues()
      expect(context.get('b')).toEqual([2])
      expect(context.has('b')).toBe(true)
      expect(context.delete('b')).toBe(true)
      expect(context.has('b')).toBe(false)
    },
  },
  {
    id: 'CS-03',
    seed: 'get(key, default)',
    proof: async () => {
      const { context } = await twoValues()
      expect([context.get('a', 9), context.get('c', 9), context.get('c')]).toEqual([1, 9, undefined])
    },
  },
  {
    id: 'CS-04',
    seed: 'pop(key)',
    proof: async () => {
      const { context } = await twoValues()
      expect([context.pop('a'), context.has('a'), context.pop('a', 9)]).toEqual([1, false, 9])
    },
  },
  {
    id: 'CS-05',
    seed: 'keys(), items()',
    proof: async () => {
      const { context } = await twoValues()
      expect(context.keys()).toEqual(['a', 'b'])
      expect(context.entries()).toEqual([
        ['a', 1],
        ['b', [2]],
      ])
    },
  },
  {
    id: 'CS-06',
    seed: 'setdefault(key, default)',
    proof: async () => {
      const { context } = await twoValues()
      expect([context.setDefault('a', 9), context.setDefault('c', 9), context.get('c')]).toEqual([1, 9, 9])
    },
  },
  {
    id: 'CS-07',
    seed: 'clear()',
    proof: async () => {
      const { store, context } = await twoValues()
      context.clear()
      expect(context.keys()).toEqual([])
      expect((await store.open('oUser')).keys()).toEqual(['a', 'b'])
      await context.save()
      expect((await store.open('oUser')).keys()).toEqual([])
    },
  },
  {
    id: 'CS-08',
    seed: 'flush()',
    proof: async () => {
      const { store, context } = await twoValues()
      await context.flush()
      expect((await store.open('oUser')).keys()).toEqual([])
      expect([context.keys(), context.modified]).toEqual([[], false])
    },
  },
  {
    id: 'CS-09',
    seed: 'save(), and nothing is written when nothing changed',
    proof: async () => {
      const { entries, store } = serverAdapter()
      const context = await new ContextStore({ keyv: new Keyv({ store }) }).open('oUser')
      await context.save()
      expect(entries.size).toBe(0)
      await context.set('a', 1).save()
      expect(entries.size).toBe(1)
    },
  },
  {
    id: 'CS-10',
    seed: 'get_expiry_age(modification, expiry)',
    proof: async () => {
      const { clock, context } = await twoValues()
      await clock.advance(200_000)
      expect(context.getExpiryAge()).toBe(7000)
      expect(context.getExpiryAge({ modification: new Date(0), expiry: 60 })).toBe(60)
    },
  },
  {
    id: 'CS-11',
    seed: 'get_expiry_date(modification, expiry)',
    proof: async () => {
      const { clock, context } = await twoValues()
      expect(context.getExpiryDate().getTime()).toBe(clock.now() + 7_200_000)
      expect(context.getExpiryDate({ modification: new Date(1000), expiry: 60 })).toEqual(new Date(61_000))
    },
  },
  {
    id: 'CS-12',
    seed: 'set_expiry(number | datetime | timedelta | None)',
    proof: async () => {
      const { clock, store, context } = await twoValues()
      expect(context.setExpiry(60).getExpiryAge()).toBe(60)
      const moment = new Date(clock.now() + day)
      expect(context.setExpiry(moment).getExpiryDate()).toEqual(moment)
      expect(context.setExpiry(null).getExpiryAge()).toBe(7200)
      await context.setExpiry(60).save()
      await clock.advance(60_001)
      expect((await store.open('oUser')).keys()).toEqual([])
    },
  },
  {
    id: 'CS-13',
    seed: 'clear_expired()',
    proof: async () => {
      const clock = new ManualClock()
      const map = new Map<string, unknown>()
      const store = new ContextStore({ keyv: new Keyv({ store: map }), clock })
      await store.update('oOld', (it) => it.set('a', 1))
      await store.update('oNew', (it) => it.set('a', 1).setExpiry(8000))
      await clock.advance(7_200_001)
      await store.clearExpired()
      expect([...map.keys()]).toEqual(['keyv:|oNew'])
    },
  },
  {
    id: 'CS-14',
    seed: 'WECHAT_CONTEXT_AGE = 7200',
    proof: async () => {
      const { clock, store } = await twoValues()
      await clock.advance(7_199_000)
      expect((await store.open('oUser')).get('a')).toBe(1)
      await clock.advance(1001)
      expect((await store.open('oUser')).get('a')).toBeUndefined()
      expect((await new ContextStore({ clock, ttlSeconds: 60 }).open('oUser')).getExpiryAge()).toBe(60)
    },
  },
  {
    id: 'CS-15',
    seed: 'table wechat_context, migrate: the store makes its table',
    proof: () => outlives(() => sqliteSessions(join(folder, 'app.db'), { table: 'wechat_context' })),
  },
  {
    id: 'CS-16',
    seed: 'WECHAT_CONTEXT_SERIALIZER: that of Keyv',
    proof: async () => {
      const { entries, store } = serverAdapter()
      const serialize = (data: unknown) => Buffer.from(JSON.stringify(data)).toString('hex')
      const deserialize = (text: string) => JSON.parse(Buffer.from(text, 'hex').toString())
      const open = () => new ContextStore({ keyv: new Keyv({ store, serialize, deserialize }) })
      await open().update('oUser', (it) => it.set('a', 1))
      expect([...entries.values()][0]?.value).toMatch(/^[0-9a-f]+$/)
      expect((await open().open('oUser')).get('a')).toBe(1)
    },
  },
  {
    id: 'CS-17',
    seed: 'accessed, modified',
    proof: async () => {
      const { store } = await twoValues()
      const context = await store.open('oUser')
      expect([context.accessed, context.modified]).toEqual([false, false])
      context.get('a')
      expect([context.accessed, context.modified]).toEqual([true, false])
      context.set('a', 2)
      expect(context.modified).toBe(true)
    },
  },
  {
    id: 'CS-18',
    seed: 'exists, create, delete, load, update, has_key, values, iteritems',
    proof: async () => {
      const { store } = await twoValues()
      const created = await store.open('oNew')
      await created.set('a', 1).save()
      await store.update('oNew', (it) => it.set('b', 2))
      const loaded = await store.open('oNew')
      expect([loaded.has('a'), loaded.has('c')]).toEqual([true, false])
      expect(Object.fromEntries(loaded.entries())).toEqual({ a: 1, b: 2 })
      await store.delete('oNew')
      expect((await store.open('oNew')).keys()).toEqual([])
    },
  },
  {
    id: 'CS-21',
    seed: 'the session goes to the handler and is saved after it (a robot’s ctx.session)',
    proof: async () => {
      const { store } = await twoValues()
      const handler = (session: UserContext) => `step ${session.set('a', 2).get('a')}`
      expect(await store.update('oUser', handler)).toBe('step 2')
      expect((await store.open('oUser')).get('a')).toBe(2)
    },
  },
  {
    id: 'CS-22',
    seed: 'sessions without a setting: in memory, and they expire (a robot’s sessions: false turns them off)',
    proof: async () => {
      const store = new ContextStore()
      await store.update('oUser', (it) => it.set('a', 1))
      const context = await store.open('oUser')
      expect(context.get('a')).toBe(1)
      expect(context.getExpiryDate().getTime()).toBeLessThanOrEqual(Date.now() + 7_200_000)
    },
  },
  { id: 'CS-23', seed: 'SessionStorage of your own: get, set, delete', proof: keepsInServer },
  {
    id: 'CS-24',
    seed: 'SQLiteStorage(filename), and only when asked for',
    proof: async () => {
      const file = join(folder, 'sessions.db')
      await twoValues()
      expect(existsSync(file)).toBe(false)
      await outlives(() => sqliteSessions(file))
      expect(existsSync(file)).toBe(true)
    },
  },
  { id: 'CS-25', seed: 'FileStorage(filename)', proof: () => outlives(() => fileSessions(join(folder, 'sessions'))) },
  { id: 'CS-26', seed: 'MongoDBStorage: a Keyv adapter', proof: keepsInServer },
  { id: 'CS-27', seed: 'RedisStorage(redis, prefix): a Keyv adapter, account in the key, ttl', proof: keepsInServer },
  { id: 'CS-29', seed: 'MySQLStorage: a Keyv adapter', proof: keepsInServer },
  { id: 'CS-30', seed: 'PostgreSQLStorage: a Keyv adapter', proof: keepsInServer },
  {
    id: 'CS-31',
    seed: 'token cache: kept in one of these stores it outlives the process',
    proof: async () => {
      const open = () => new Keyv({ store: fileStore({ dir: join(folder, 'tokens') }) })
      const before = open()
      await before.set('wx:token:wx1', 'kept', 7_200_000)
      await before.disconnect()
      const after = open()
      expect(await after.get('wx:token:wx1')).toBe('kept')
      await after.disconnect()
    },
  },
]

describe('what the seeds do', () => {
  it.each(rows.map(({ id, seed, proof }) => [id, seed, proof] as const))('%s: %s', (_id, _seed, proof) => proof())
})

it('every row of the seeds is proven here, or the README says what became of it', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const explained = [...readme.matchAll(/^\| (CS-\d\d) /gm)].map(([, id]) => id)
  const all = Array.from({ length: rowCount }, (_, index) => `CS-${String(index + 1).padStart(2, '0')}`)
  expect([...rows.map(({ id }) => id), ...explained].sort()).toEqual(all)
})
