import { changesets } from './changesets.js'
import { codes } from './codes.js'
import { floors } from './floors.js'
import type { Gate } from './gate.js'
import { lint } from './lint.js'
import { packaging } from './packaging.js'
import { readmes } from './readmes.js'
import { shape } from './shape.js'
import { types } from './types.js'
import { unused } from './unused.js'

/** Every gate, the quick ones first. */
export const gates: readonly Gate[] = [
  { name: 'lint', promise: 'formatted, and free of what biome.json forbids', run: lint },
  { name: 'floors', promise: 'nobody imports upward or sideways', run: floors },
  { name: 'shape', promise: 'every package is shaped as the generator makes it', run: shape },
  { name: 'codes', promise: 'every error code has one owner and stands in its README', run: codes },
  { name: 'types', promise: 'packages, tests, apps and tools type-check', run: types },
  { name: 'unused', promise: 'no file, export or dependency that nobody uses', run: unused },
  { name: 'changesets', promise: 'what users will notice is announced', run: changesets },
  { name: 'packaging', promise: 'what users install imports, requires, runs and type-checks', run: packaging },
  { name: 'readmes', promise: 'what the READMEs show type-checks and runs', run: readmes },
]
