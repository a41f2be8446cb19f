export { type FileSessionsOptions, fileSessions } from './file-sessions.js'
export { type FileStore, type FileStoreOptions, fileStore } from './file-store.js'
