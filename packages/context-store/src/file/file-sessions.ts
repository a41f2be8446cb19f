import { Keyv } from 'keyv'
import { ContextStore, type ContextStoreOptions } from '../sessions/context-store.js'
import { type FileStoreOptions, fileStore } from './file-store.js'

export type FileSessionsOptions = Omit<ContextStoreOptions, 'keyv'> & Omit<FileStoreOptions, 'dir'>

/**
 * Contexts in a folder, in one line: `new Robot({ token, sessions: fileSessions('sessions') })`.
 * @param dir the folder; see `fileStore`
 * @param options those of `ContextStore` and of `fileStore`
 * @throws ConfigError
 */
export function fileSessions<Session extends object = Record<string, unknown>>(
  dir: string,
  options: FileSessionsOptions = {},
): ContextStore<Session> {
  return new ContextStore<Session>({ ...options, keyv: new Keyv({ store: fileStore({ ...options, dir }) }) })
}
