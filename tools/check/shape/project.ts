import { isDeepStrictEqual } from 'node:util'
import { readJson } from '../../house/house.js'
import { jsonOf, type ShapeRule, textOf } from './rule.js'

interface Project {
  readonly compilerOptions?: Readonly<Record<string, unknown>>
  readonly references?: readonly { readonly path: string }[]
}

/**
 * Compiler options a package may add. Nest's decorators need the first two; the third is for a library whose own
 * declarations do not compile, since ours are checked without it in the consumer project (`pnpm check packaging`).
 */
const allowedOptions = ['experimentalDecorators', 'emitDecoratorMetadata', 'skipLibCheck']

/** The headings of a Markdown text, fences left out: `## Install`. */
export const headings = (markdown: string): readonly string[] =>
  markdown.replace(/^(`{3,})[\s\S]*?^\1\s*$/gm, '').match(/^#{1,6} .+$/gm) ?? []

/** The parts of `due` that `actual` does not have, in this order. */
function missingInOrder(due: readonly string[], actual: readonly string[]): readonly string[] {
  let at = 0
  return due.filter((heading) => {
    const found = actual.indexOf(heading, at)
    if (found >= 0) at = found + 1
    return found < 0
  })
}

/** Whether a README says how to install the package, for use or for tests only (`-D`). */
const installs = (readme: string, name: string): boolean =>
  readme.split('\n').some((line) => /^npm install /.test(line) && line.split(' ').includes(name))

export const projectRules: readonly ShapeRule[] = [
  {
    id: 'tsconfig',
    find(subject) {
      const due = JSON.parse(subject.template['tsconfig.json'] ?? '{}') as Project
      const { references = [], ...actual } = jsonOf<Project>(subject, 'tsconfig.json')
      const { references: dueReferences = [], ...dueRest } = due
      const options = Object.entries(actual.compilerOptions ?? {}).filter(([name]) => !allowedOptions.includes(name))
      const paths = (list: Project['references'] = []) => list.map((it) => it.path).sort()
      return [
        ...(isDeepStrictEqual({ ...actual, compilerOptions: Object.fromEntries(options) }, dueRest)
          ? []
          : [`tsconfig.json must be ${JSON.stringify(dueRest)} with references`]),
        ...(isDeepStrictEqual(paths(references), paths(dueReferences))
          ? []
          : [`tsconfig.json: references must be the dependencies: ${paths(dueReferences).join(', ') || 'none'}`]),
      ]
    },
  },
  {
    id: 'solution',
    find: ({ root, member }) =>
      readJson<Project>(root, 'tsconfig.json').references?.some((it) => it.path === member.path)
        ? []
        : [`the root tsconfig.json does not refer to ${member.path}, so nothing builds it`],
  },
  {
    id: 'readme',
    find(subject) {
      const actual = textOf(subject, 'README.md')
      if (actual === '') return ['README.md is missing']
      const due = subject.template['README.md'] ?? ''
      const missing = missingInOrder(headings(due), headings(actual))
      return [
        ...missing.map((heading) => `README.md: "${heading}" is missing, or not in its place`),
        ...(installs(actual, subject.member.manifest.name) ? [] : ['README.md: no install command']),
        ...(actual.split('\n')[2] === subject.member.manifest.description
          ? []
          : ['README.md: the line under the title must be package.json\'s "description"']),
      ]
    },
  },
]
