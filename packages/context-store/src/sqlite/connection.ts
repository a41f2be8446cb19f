import { ConfigError } from '@wx/core'
import { StoreClosedError } from '../errors.js'
import { loadDriver, type SqliteDatabase, type SqliteDriver, type SqliteStatement, type SqliteValue } from './driver.js'

export interface ConnectionOptions {
  readonly file: string
  readonly table: string
  readonly busyTimeoutMs: number
  readonly fsync: boolean
  readonly driver?: SqliteDriver | undefined
}

/** One connection to one table, with its statements prepared once. */
export class Connection {
  #database: SqliteDatabase | undefined
  readonly #statements = new Map<string, SqliteStatement>()

  /** @throws ConfigError when the driver is missing, or the file cannot be opened as a database */
  constructor(options: ConnectionOptions) {
    const Driver = options.driver ?? loadDriver()
    try {
      this.#database = new Driver(options.file, { timeout: options.busyTimeoutMs })
      whenFree(options.busyTimeoutMs, () => this.#prepareFile(options))
    } catch (cause) {
      this.close()
      throw new ConfigError(
        'file',
        `the SQLite database ${options.file} could not be opened, probably because its folder is missing or may not be ` +
          'written to, or because the file is something else. See the cause.',
        { cause },
      )
    }
  }

  /** Rows that were changed. */
  run(sql: string, parameters: readonly SqliteValue[]): number {
    return this.#statement(sql).run(parameters).changes
  }

  get(sql: string, parameters: readonly SqliteValue[]): unknown {
    return this.#statement(sql).get(parameters)
  }

  all(sql: string, parameters: readonly SqliteValue[]): readonly unknown[] {
    return this.#statement(sql).all(parameters)
  }

  /** All or nothing of what `task` does. */
  transaction<Result>(task: () => Result): Result {
    const database = this.#open()
    // As a writer from the start: who begins as a reader is refused, without waiting, when another one wrote meanwhile.
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = task()
      database.exec('COMMIT')
      return result
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }

  close(): void {
    // A statement that outlives its connection would go on working in the file.
    this.#statements.clear()
    this.#database?.close()
    this.#database = undefined
  }

  #open(): SqliteDatabase {
    if (this.#database === undefined) throw new StoreClosedError()
    return this.#database
  }

  #statement(sql: string): SqliteStatement {
    const database = this.#open()
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  /** https://www.sqlite.org/wal.html: readers and a writer do not wait for each other. */
  #prepareFile({ table, fsync }: ConnectionOptions): void {
    const database = this.#open()
    database.prepare('PRAGMA journal_mode = WAL').all([])
    database.exec(`PRAGMA synchronous = ${fsync ? 'FULL' : 'NORMAL'}`)
    database.exec(`CREATE TABLE IF NOT EXISTS ${table} (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER)`)
    database.exec(`CREATE INDEX IF NOT EXISTS ${table}_expires ON ${table} (expires) WHERE expires IS NOT NULL`)
  }
}

/**
 * Tries again while another process prepares the same file: SQLite itself does not wait when the journal of a new file is
 * switched over. Within the constructor there is no other way to wait than to stand still.
 */
function whenFree(timeoutMs: number, task: () => void): void {
  const until = performance.now() + timeoutMs
  for (;;) {
    try {
      task()
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
