import { type FileHandle, open, readFile } from 'node:fs/promises'
import { StoreDamagedError } from '../errors.js'

/** What one file holds. */
export interface Entry {
  readonly key: string
  readonly value: string
  /** Ms since 1970; null: never. */
  readonly expires: number | null
}

/** A line about the value, then the value as it is. The key is within, since the file's name does not tell it. */
function encode({ key, value, expires }: Entry): string {
  return `${JSON.stringify({ v: 1, key, expires, length: value.length })}\n${value}`
}

/** @throws StoreDamagedError when the file is not as it was written */
function decode(text: string, file: string): Entry {
  const end = text.indexOf('\n')
  const { v, key, expires, length } = headOf(text.slice(0, Math.max(end, 0)), file)
  const value = text.slice(end + 1)
  const sound = v === 1 && typeof key === 'string' && (expires === null || typeof expires === 'number')
  if (!sound || length !== value.length) throw new StoreDamagedError(file)
  return { key, value, expires }
}

function headOf(line: string, file: string): Readonly<Record<string, unknown>> {
  try {
    const head: unknown = JSON.parse(line)
    if (typeof head === 'object' && head !== null) return { ...head }
  } catch (cause) {
    throw new StoreDamagedError(file, { cause })
  }
  throw new StoreDamagedError(file)
}

export async function readEntry(file: string): Promise<Entry> {
  return decode(await readFile(file, 'utf8'), file)
}

/** Writes a file that must not be there yet. */
export async function writeEntry(file: string, entry: Entry, options: { readonly fsync: boolean }): Promise<void> {
  await using(await open(file, 'wx'), async (handle) => {
    await handle.writeFile(encode(entry), 'utf8')
    if (options.fsync) await handle.sync()
  })
}

/** Sees to it that what was renamed in a folder stays renamed when the machine goes down. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder, and writes down a rename by itself.
  if (process.platform !== 'win32') await using(await open(folder, 'r'), (handle) => handle.sync())
}

async function using(handle: FileHandle, task: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await task(handle)
  } finally {
    await handle.close()
  }
}
