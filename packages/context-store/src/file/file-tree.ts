import { createHash } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gone, unless } from './fs-errors.js'
import { draftPrefix } from './key-folder.js'

/** Drafts are renamed within milliseconds; one of this age in ms was left behind. */
const oldDraftMs = 3_600_000

/** How many groups there are. */
export const groups = 256

/** Name of the n-th group, for any n of 0 or more. */
export const groupName = (n: number): string => (n % groups).toString(16).padStart(2, '0')

/**
 * The folder of a key: by a digest, since keys are of any length, have any characters, and differ in more than the letters
 * a file system tells apart. Its first two digits make the group.
 */
export function folderOf(root: string, key: string): string {
  const digest = createHash('sha256').update(key).digest('hex')
  return join(root, digest.slice(0, 2), digest.slice(2))
}

/** Folders of all keys of a group. */
export async function foldersOfGroup(root: string, group: string): Promise<readonly string[]> {
  const names = (await unless(gone, readdir(join(root, group)))) ?? []
  // Some systems put files of their own into every folder.
  return names.filter((name) => /^[0-9a-f]{62}$/.test(name)).map((name) => join(root, group, name))
}

/** Folders of all keys. */
export async function allFolders(root: string): Promise<readonly string[]> {
  const all: string[] = []
  for (const name of await readdir(root)) {
    if (/^[0-9a-f]{2}$/.test(name)) all.push(...(await foldersOfGroup(root, name)))
  }
  return all
}

/** Removes drafts that killed processes left behind. */
export async function removeOldDrafts(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith(draftPrefix)) continue
    const draft = join(root, name)
    const made = (await unless(gone, stat(draft)))?.mtimeMs
    if (made !== undefined && made < Date.now() - oldDraftMs) await rm(draft, { recursive: true, force: true })
  }
}
