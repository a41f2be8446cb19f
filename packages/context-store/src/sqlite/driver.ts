import { createRequire } from 'node:module'
import { ConfigError } from '@wx/core'

/** What is used of a statement; parameters are handed over as a list, by position. */
export interface SqliteStatement {
  run(parameters: readonly SqliteValue[]): { readonly changes: number }
  get(parameters: readonly SqliteValue[]): unknown
  all(parameters: readonly SqliteValue[]): readonly unknown[]
}

export type SqliteValue = string | number | null

/** What is used of a connection. */
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement
  exec(sql: string): unknown
  close(): unknown
}

/** The driver: a class of connections, as libsql and better-sqlite3 have it. `timeout` is in milliseconds. */
export type SqliteDriver = new (file: string, options: { timeout: number }) => SqliteDatabase

/**
 * Loads libsql: at the first store, not at the import, so that who keeps sessions elsewhere need not install it.
 * @throws ConfigError when it is not installed, or has no binary for this machine
 */
export function loadDriver(load: (name: string) => unknown = createRequire(import.meta.url)): SqliteDriver {
  try {
    return load('libsql') as SqliteDriver
  } catch (cause) {
    throw new ConfigError(
      'sqlite',
      'the driver libsql could not be loaded, probably because it is not installed: run `npm install libsql`. If it ' +
        'is, its binary for this machine was left out (npm does so with --omit=optional): install it anew. See the cause.',
      { cause },
    )
  }
}
