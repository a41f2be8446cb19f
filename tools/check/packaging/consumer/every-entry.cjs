// Requires every entry point: Node loads ES modules so, unless one has a top-level await.
const { entries } = require('./house.json')

for (const entry of entries) {
  try {
    if (Object.keys(require(entry)).length === 0) throw new Error('exports nothing')
  } catch (error) {
    console.error(`${entry}: ${error.code ?? ''} ${error.message}`)
    process.exitCode = 1
  }
}
if (entries.length === 0) throw new Error('no entry point was required')
