import { Keyv } from 'keyv'
import { ContextStore, type ContextStoreOptions } from '../sessions/context-store.js'
import { type SqliteStoreOptions, sqliteStore } from './sqlite-store.js'

export type SqliteSessionsOptions = Omit<ContextStoreOptions, 'keyv'> & Omit<SqliteStoreOptions, 'file'>

/**
 * Contexts in a SQLite file, in one line: `new Robot({ token, sessions: sqliteSessions('sessions.db') })`.
 * @param file the database file; see `sqliteStore`
 * @param options those of `ContextStore` and of `sqliteStore`
 * @throws ConfigError
 */
export function sqliteSessions<Session extends object = Record<string, unknown>>(
  file: string,
  options: SqliteSessionsOptions = {},
): ContextStore<Session> {
  return new ContextStore<Session>({ ...options, keyv: new Keyv({ store: sqliteStore({ ...options, file }) }) })
}
