import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file so that its name never stands for half of it: beside it first, then renamed. What stood under the name
 * before is replaced.
 */
export async function saveFile(path: string, stream: AsyncIterable<Uint8Array>): Promise<void> {
  // In the same folder: only there a rename is one step.
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`)
  try {
    const file = await open(beside, 'wx')
    try {
      for await (const chunk of stream) await file.writeFile(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
