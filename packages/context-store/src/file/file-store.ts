import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Clock, ConfigError, systemClock } from '@wx/core'
import { StoreBusyError, StoreClosedError, StoreDamagedError, StoreTextError } from '../errors.js'
import type { KeyvStore, StoreEntry } from '../keyv-store.js'
import { Serial } from '../sessions/serial.js'
import type { Entry } from './entry-file.js'
import { allFolders, folderOf, foldersOfGroup, groupName, groups, removeOldDrafts } from './file-tree.js'
import { type KeyPlace, lookAt, maxLooks, readKey, replaceKey } from './key-folder.js'

export interface FileStoreOptions {
  /** The folder; it is made when it is missing. It belongs to the store alone. */
  readonly dir: string
  /**
   * Whether every write has reached the disk when it is done; true when not given. Without it writes are faster, and survive
   * the end of the process, but when the machine goes down what was just written may be lost or damaged.
   */
  readonly fsync?: boolean | undefined
  /** What tells when something has expired; the machine's clock when not given. */
  readonly clock?: Clock | undefined
}

/** A Keyv store in files. */
export type FileStore = Required<KeyvStore>

/** Now and then a write drops what has expired in one group; so seldom that it comes to so many looks per write. */
const looksPerWrite = 2
const sweepEvery = 4

/**
 * A Keyv store in files, a folder for each key, without a driver, for any number of processes of one machine: none of them
 * loses another one's update, and none that is killed leaves a lock behind.
 *
 * `new ContextStore({ keyv: new Keyv({ store: fileStore({ dir: 'sessions' }) }) })`
 *
 * Keys do not show in the names. What has expired is deleted while other things are written. It is made for some thousand
 * users; SQLite is faster and smaller. On network shares a rename may not be atomic: do not put it there.
 * @throws ConfigError when an option cannot be, or the folder cannot be made
 */
export function fileStore(options: FileStoreOptions): FileStore {
  const { root, fsync, clock } = readOptions(options)
  const serial = new Serial()
  let open = true
  let writesToSweep = sweepEvery
  let group = Math.floor(Math.random() * groups)

  const rootOf = (): string => {
    if (!open) throw new StoreClosedError()
    return root
  }
  const placeOf = (key: string): KeyPlace => ({ root, folder: folderOf(rootOf(), key), fsync })
  const alive = (entry: Entry | undefined): string | undefined =>
    entry === undefined || (entry.expires !== null && entry.expires <= clock.now()) ? undefined : entry.value
  const read = async (key: string) => alive((await readKey(placeOf(key))).entry)
  const entryOf = ({ key, value, ttl }: StoreEntry): Entry => {
    if (typeof value !== 'string') throw new StoreTextError('value', `no text but a ${typeof value}`)
    return { key, value, expires: ttl === undefined ? null : Math.ceil(clock.now() + ttl) }
  }

  /** Puts it there whatever stands there; resolves with whether anything did. */
  const put = (key: string, entry: Entry | undefined): Promise<boolean> =>
    serial.run(key, async () => {
      const place = placeOf(key)
      for (let tries = 1; tries <= maxLooks; tries++) {
        const state = await lookAt(place)
        if (await replaceKey(place, state, entry)) return state.current !== undefined
      }
      throw new StoreBusyError()
    })

  const walk = async function* (): AsyncGenerator<Entry> {
    for (const folder of await allFolders(rootOf())) {
      const { entry } = await readKey({ folder })
      if (entry !== undefined) yield entry
    }
  }
  const removeExpired = async (folders: readonly string[]): Promise<void> => {
    for (const folder of folders) {
      const place = { root, folder, fsync }
      const { entry, ...state } = await readIfSound(place)
      if (entry !== undefined && alive(entry) === undefined) await replaceKey(place, state, undefined)
    }
  }
  /** Before a write: what fails here must not look like a write that failed. */
  const sweep = async (): Promise<void> => {
    if (--writesToSweep > 0) return
    writesToSweep = sweepEvery
    const folders = await foldersOfGroup(root, groupName(group++))
    writesToSweep = Math.max(sweepEvery, folders.length / looksPerWrite)
    await removeExpired(folders)
    if (group % groups === 0) await removeOldDrafts(root)
  }
  const set = async (entry: StoreEntry): Promise<void> => {
    const next = entryOf(entry)
    await sweep()
    await put(entry.key, next)
  }

  return {
    namespace: undefined,
    opts: undefined,
    get: read,
    getMany: (keys) => Promise.all(keys.map(read)),
    has: async (key) => (await read(key)) !== undefined,
    set: (key, value, ttl) => set({ key, value, ttl }),
    async setMany(entries) {
      for (const entry of entries) await set(entry)
    },
    delete: (key) => put(key, undefined),
    async deleteMany(keys) {
      const deleted: boolean[] = []
      for (const key of keys) deleted.push(await put(key, undefined))
      return deleted.every(Boolean)
    },
    async clear() {
      for await (const { key } of walk()) if (isIn(this.namespace, key)) await put(key, undefined)
    },
    async *iterator(namespace) {
      for await (const entry of walk()) {
        const value = isIn(namespace, entry.key) ? alive(entry) : undefined
        if (value !== undefined) yield [entry.key, value] as const
      }
    },
    async compareAndSet(key, { expected, value, ttl }) {
      const next = value === undefined ? undefined : entryOf({ key, value, ttl })
      await sweep()
      return serial.run(key, async () => {
        const place = placeOf(key)
        const { entry, ...state } = await readKey(place)
        return alive(entry) === expected && replaceKey(place, state, next)
      })
    },
    async clearExpired() {
      await removeExpired(await allFolders(rootOf()))
      await removeOldDrafts(rootOf())
    },
    async disconnect() {
      open = false
    },
  }
}

/** What is damaged, or busy, is reported to who asks for it, not to who happens to write something else. */
async function readIfSound(place: KeyPlace): ReturnType<typeof readKey> {
  try {
    return await readKey(place)
  } catch (error) {
    if (error instanceof StoreDamagedError || error instanceof StoreBusyError) return { files: [] }
    throw error
  }
}

const isIn = (namespace: string | undefined, key: string): boolean => !namespace || key.startsWith(`${namespace}:`)

function readOptions({ dir, fsync = true, clock = systemClock }: FileStoreOptions) {
  if (typeof dir !== 'string' || dir === '') throw new ConfigError('dir', 'must be the path of a folder')
  const root = resolve(dir)
  try {
    mkdirSync(root, { recursive: true })
  } catch (cause) {
    throw new ConfigError(
      'dir',
      `the folder ${root} could not be made, probably because its parent may not be written to, or because a file of ` +
        'that name is there. See the cause.',
      { cause },
    )
  }
  return { root, fsync, clock }
}
