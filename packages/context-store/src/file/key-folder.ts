import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { systemClock } from '@wx/core'
import { StoreBusyError } from '../errors.js'
import { type Entry, readEntry, syncFolder, writeEntry } from './entry-file.js'
import { gone, occupied, succeeds, unless } from './fs-errors.js'

/*
 * The folder of a key holds its value in `data.<name>`, and an empty file `now.<name>` that says which one counts. A change
 * writes its value under a new name and then renames `now.<old>` to `now.<new>`: of all who do so at once only one still
 * finds the old name. Names never come again, and who fails has changed nothing, so there is no lock that a killed process
 * could leave behind. A folder comes into being when a finished one is renamed, which fails when there is one already. A
 * key is deleted when `now.<old>` becomes `dead.<old>`; the rest is cleaning, and whoever passes may do it.
 */

/** Where the folder of a key is, and the root, where new ones are prepared. */
export interface KeyPlace {
  readonly root: string
  readonly folder: string
  /** Whether everything must have reached the disk. */
  readonly fsync: boolean
}

/** What stands in the folder of a key. */
export interface KeyState {
  /** Name of the value that counts; undefined: none does. */
  readonly current?: string | undefined
  /** Every other file; they go when this state is replaced. */
  readonly files: readonly string[]
}

/** How often somebody looks at a folder that is just being changed, or tries a change that others were faster with. */
export const maxLooks = 50

/** @throws StoreBusyError */
export async function lookAt({ folder }: Pick<KeyPlace, 'folder'>): Promise<KeyState> {
  for (let looks = 1; ; looks++) {
    const files = (await unless(gone, readdir(folder))) ?? []
    const [pointer, another] = files.filter((file) => file.startsWith('now.'))
    if (pointer !== undefined && another === undefined) {
      return { current: pointer.slice('now.'.length), files: files.filter((file) => file !== pointer) }
    }
    if (pointer === undefined && (files.length === 0 || files.some((file) => file.startsWith('dead.')))) {
      return { files }
    }
    // Renamed while the folder was read: a listing may then show both names, or neither.
    if (looks < maxLooks) await systemClock.sleep(1)
    else if (pointer !== undefined) throw new StoreBusyError()
    // A value that a killed process wrote too late, into a key that was just deleted.
    else return { files }
  }
}

/** @throws StoreBusyError, StoreDamagedError */
export async function readKey(place: Pick<KeyPlace, 'folder'>): Promise<KeyState & { readonly entry?: Entry }> {
  for (let looks = 1; looks <= maxLooks; looks++) {
    const state = await lookAt(place)
    if (state.current === undefined) return state
    const entry = await unless(gone, readEntry(dataFile(place, state.current)))
    // Otherwise it was replaced since the look.
    if (entry !== undefined) return { ...state, entry }
  }
  throw new StoreBusyError()
}

/**
 * Puts an entry, or nothing, in the place of a state.
 * @returns false when the state was no longer so; nothing was changed then
 */
export async function replaceKey(place: KeyPlace, state: KeyState, entry: Entry | undefined): Promise<boolean> {
  const { current, files } = state
  if (entry === undefined) return current === undefined || bury(place, current, files)
  return current === undefined ? found(place, files, entry) : exchange(place, { current, files }, entry)
}

async function exchange(place: KeyPlace, { current, files }: Required<KeyState>, entry: Entry): Promise<boolean> {
  const name = randomUUID()
  const data = dataFile(place, name)
  if (!(await succeeds(gone, writeEntry(data, entry, place)))) return false
  if (!(await succeeds(gone, rename(join(place.folder, `now.${current}`), join(place.folder, `now.${name}`))))) {
    await unless(gone, unlink(data))
    return false
  }
  if (place.fsync) await syncFolder(place.folder)
  // What others wrote before they saw this state cannot count any more.
  for (const file of files) await unless(gone, unlink(join(place.folder, file)))
  return true
}

async function found(place: KeyPlace, leftovers: readonly string[], entry: Entry): Promise<boolean> {
  const name = randomUUID()
  const draft = { ...place, folder: join(place.root, `${draftPrefix}${name}`) }
  await mkdir(draft.folder)
  try {
    await writeEntry(dataFile(draft, name), entry, place)
    await writeFile(join(draft.folder, `now.${name}`), '')
    if (place.fsync) await syncFolder(draft.folder)
    await clean(place.folder, leftovers)
    await unless(['EEXIST'], mkdir(dirname(place.folder)))
    const done = await succeeds(occupied, rename(draft.folder, place.folder))
    if (done && place.fsync) await syncFolder(dirname(place.folder))
    return done
  } finally {
    await rm(draft.folder, { recursive: true, force: true })
  }
}

async function bury(place: KeyPlace, current: string, files: readonly string[]): Promise<boolean> {
  const dead = `dead.${current}`
  if (!(await succeeds(gone, rename(join(place.folder, `now.${current}`), join(place.folder, dead))))) return false
  if (place.fsync) await syncFolder(place.folder)
  await clean(place.folder, [...files, dead])
  return true
}

/** `dead.` goes last: what is interrupted before is still known as deleted. */
async function clean(folder: string, files: readonly string[]): Promise<void> {
  for (const file of [...files].sort()) await unless(gone, unlink(join(folder, file)))
  await unless([...gone, ...occupied], rmdir(folder))
}

const dataFile = ({ folder }: Pick<KeyPlace, 'folder'>, name: string): string => join(folder, `data.${name}`)

/** Folders that begin so are not finished; a killed process may leave one behind. */
export const draftPrefix = 'draft.'
