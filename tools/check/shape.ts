/** Every package has the shape the generator gives it, so that who knows one knows all. */
import { members } from '../house/house.js'
import type { Findings } from './gate.js'
import { manifestRules } from './shape/manifest.js'
import { pinProblems } from './shape/pins.js'
import { projectRules } from './shape/project.js'
import { subjectOf } from './shape/rule.js'
import { wordProblems } from './shape/words.js'

const rules = [...manifestRules, ...projectRules]

export async function shape(root: string): Promise<Findings> {
  const packages = members(root, 'packages')
  const ofPackages = packages.flatMap((member) => {
    const subject = subjectOf(root, member)
    return rules.flatMap(({ id, find }) => find(subject).map((problem) => `${id}: ${member.path}: ${problem}`))
  })
  const words = wordProblems(root)
  return {
    looked: Math.min(packages.length, words.looked),
    unit: 'packages',
    problems: [
      ...ofPackages,
      ...pinProblems(root).map((problem) => `pinned: ${problem}`),
      ...words.problems.map((problem) => `words: ${problem}`),
    ],
  }
}
