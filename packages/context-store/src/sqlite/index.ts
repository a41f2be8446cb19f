export { type SqliteSessionsOptions, sqliteSessions } from './sqlite-sessions.js'
export { type SqliteStore, type SqliteStoreOptions, sqliteStore } from './sqlite-store.js'
