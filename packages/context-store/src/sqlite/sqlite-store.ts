import { type Clock, ConfigError, systemClock } from '@wx/core'
import { StoreTextError } from '../errors.js'
import type { KeyvStore, StoreEntry } from '../keyv-store.js'
import { Connection } from './connection.js'

export interface SqliteStoreOptions {
  /** The database file; it is made when it is missing, its folder is not. */
  readonly file: string
  /** The table; `wx_contexts` when not given. It is made when it is missing, and may stand beside others. */
  readonly table?: string | undefined
  /** Milliseconds an operation waits while another process writes; 5000 when not given. The whole process waits. */
  readonly busyTimeoutMs?: number | undefined
  /**
   * Whether every write has reached the disk when it is done. Without it (the default) what was written survives the end of
   * the process, however sudden, but the last moments may be lost when the machine goes down.
   */
  readonly fsync?: boolean | undefined
  /** What tells when something has expired; the machine's clock when not given. */
  readonly clock?: Clock | undefined
}

/** A Keyv store in a SQLite file. */
export type SqliteStore = Required<KeyvStore>

/** Rows the iterator reads at once. */
const pageSize = 100

/** Now and then a write drops what has expired, but so many rows at most, since everything else waits. */
const sweepSize = 1_000
const sweepEveryMs = 60_000

/**
 * A Keyv store in a SQLite file, for any number of processes of one machine: none of them loses another one's update.
 *
 * `new ContextStore({ keyv: new Keyv({ store: sqliteStore({ file: 'sessions.db' }) }) })`
 *
 * Opens the file at once. It works in the calling thread, in some 20 to 40 microseconds an operation. What has expired is deleted
 * while other things are written. Do not put the file on a network share: SQLite's locks do not hold there.
 * @throws ConfigError when the driver `libsql` is missing, an option cannot be, or the file cannot be opened
 */
export function sqliteStore(options: SqliteStoreOptions): SqliteStore {
  const { clock, table, ...rest } = readOptions(options)
  const connection = new Connection({ table, ...rest })
  const sql = statementsOn(table)
  let sweepAt = 0

  const sweep = (): void => {
    const now = clock.now()
    if (now < sweepAt) return
    // When more than that is due, the next write goes on.
    sweepAt = connection.run(sql.sweep, [now, sweepSize]) < sweepSize ? now + sweepEveryMs : now
  }
  const expiresAt = (ttl: number | undefined) => (ttl === undefined ? null : Math.ceil(clock.now() + ttl))
  const read = (key: string) => (connection.get(sql.read, [key, clock.now()]) as Row | undefined)?.value
  const write = ({ key, value, ttl }: StoreEntry) =>
    connection.run(sql.write, [textOf('key', key), textOf('value', value), expiresAt(ttl)])
  const remove = (key: string) => connection.run(sql.remove, [key]) > 0

  return {
    namespace: undefined,
    opts: { dialect: 'sqlite', url: rest.file },
    async get(key) {
      return read(key)
    },
    async getMany(keys) {
      return keys.map(read)
    },
    async has(key) {
      return read(key) !== undefined
    },
    async set(key, value, ttl) {
      sweep()
      write({ key, value, ttl })
    },
    async setMany(entries) {
      sweep()
      connection.transaction(() => entries.forEach(write))
    },
    async delete(key) {
      return remove(key)
    },
    async deleteMany(keys) {
      return connection.transaction(() => keys.map(remove)).every(Boolean)
    },
    async clear() {
      connection.run(sql.clear, rangeOf(this.namespace))
    },
    async *iterator(namespace) {
      const [from, to] = rangeOf(namespace)
      let last: string | null = null
      do {
        const rows: readonly Row[] = pageOf(connection.all(sql.page, [last ?? from, last, to, clock.now(), pageSize]))
        for (const { key, value } of rows) yield [key, value] as const
        last = rows.at(-1)?.key ?? null
      } while (last !== null)
    },
    async disconnect() {
      connection.close()
    },
    async compareAndSet(key, { expected, value, ttl }) {
      const now = clock.now()
      if (value === undefined) {
        return expected === undefined
          ? read(key) === undefined
          : connection.run(sql.removeSame, [key, expected, now]) > 0
      }
      sweep()
      const row = [textOf('key', key), textOf('value', value), expiresAt(ttl)]
      return expected === undefined
        ? connection.run(sql.create, [...row, now]) > 0
        : connection.run(sql.replace, [...row, expected, now]) > 0
    },
    async clearExpired() {
      connection.run(sql.sweep, [clock.now(), -1])
    },
  }
}

interface Row {
  readonly key: string
  readonly value: string
}

const pageOf = (rows: readonly unknown[]): readonly Row[] => rows as readonly Row[]

/** One statement each, so that each is one atomic step, in this process and between processes. */
function statementsOn(table: string): Readonly<Record<Statement, string>> {
  const alive = '(expires IS NULL OR expires > ?'
  return {
    read: `SELECT value FROM ${table} WHERE key = ?1 AND ${alive}2)`,
    write: `INSERT INTO ${table} (key, value, expires) VALUES (?1, ?2, ?3)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires`,
    create: `INSERT INTO ${table} (key, value, expires) VALUES (?1, ?2, ?3)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires WHERE NOT ${alive}4)`,
    replace: `UPDATE ${table} SET value = ?2, expires = ?3 WHERE key = ?1 AND value = ?4 AND ${alive}5)`,
    remove: `DELETE FROM ${table} WHERE key = ?1`,
    removeSame: `DELETE FROM ${table} WHERE key = ?1 AND value = ?2 AND ${alive}3)`,
    clear: `DELETE FROM ${table} WHERE key >= ?1 AND (?2 IS NULL OR key < ?2)`,
    page: `SELECT key, value FROM ${table}
      WHERE key >= ?1 AND key IS NOT ?2 AND (?3 IS NULL OR key < ?3) AND ${alive}4) ORDER BY key LIMIT ?5`,
    sweep: `DELETE FROM ${table} WHERE key IN (SELECT key FROM ${table} WHERE expires <= ?1 ORDER BY expires LIMIT ?2)`,
  }
}

type Statement = 'read' | 'write' | 'create' | 'replace' | 'remove' | 'removeSame' | 'clear' | 'page' | 'sweep'

/**
 * From where to where the keys of a namespace stand: `;` comes right after `:`. A range looks nowhere else, and takes
 * names as they are, whereas LIKE has wildcards and does not tell `a` from `A`.
 */
const rangeOf = (namespace: string | undefined): readonly [from: string, to: string | null] =>
  namespace ? [`${namespace}:`, `${namespace};`] : ['', null]

/** SQLite's functions, and the driver, end a text at its first NUL. */
function textOf(what: 'key' | 'value', text: unknown): string {
  if (typeof text !== 'string') throw new StoreTextError(what, `no text but a ${typeof text}`)
  if (text.includes('\0')) throw new StoreTextError(what, 'a text with a NUL character')
  return text
}

function readOptions(options: SqliteStoreOptions) {
  const { file, table = 'wx_contexts', busyTimeoutMs = 5_000, fsync = false, clock = systemClock } = options
  if (typeof file !== 'string' || file === '') throw new ConfigError('file', 'must be the path of the database file')
  if (!/^[A-Za-z_]\w{0,63}$/.test(table)) throw new ConfigError('table', 'must be a plain name, such as wx_contexts')
  if (!(busyTimeoutMs >= 0 && Number.isFinite(busyTimeoutMs))) {
    throw new ConfigError('busyTimeoutMs', 'must be a number of milliseconds, not negative')
  }
  return { file, table, busyTimeoutMs, fsync, clock }
}
