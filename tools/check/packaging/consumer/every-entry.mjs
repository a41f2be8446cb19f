// Imports every entry point; one that exports nothing is no entry point.
import { readFileSync } from 'node:fs'

const { entries } = JSON.parse(readFileSync(new URL('./house.json', import.meta.url), 'utf8'))
for (const entry of entries) {
  try {
    const loaded = await import(entry)
    if (Object.keys(loaded).length === 0) throw new Error('exports nothing')
  } catch (error) {
    console.error(`${entry}: ${error.code ?? ''} ${error.message}`)
    process.exitCode = 1
  }
}
if (entries.length === 0) throw new Error('no entry point was imported')
