import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesOf, pnpmPin } from '../../house/house.js'
import { headings } from '../shape/project.js'
import { type Fence, fencesOf, isTypeScript } from './fences.js'

const english = 'README.md'
const chinese = 'README.zh-CN.md'

/** The front pages, one language each. */
export const frontPages: readonly string[] = [english, chinese]

/** Lines a reader sees without scrolling. */
const firstScreen = 30

/** The two front pages: both there, alike, and the two commands at once in sight. */
export function frontPageProblems(root: string): readonly string[] {
  const missing = frontPages.filter((page) => !existsSync(join(root, page)))
  if (missing.length > 0) return missing.map((page) => `${page} is missing`)
  const [left, right] = frontPages.map((page) => readFileSync(join(root, page), 'utf8')) as [string, string]
  return [
    ...twinProblems(left, right),
    ...commandProblems(root, english, left),
    ...commandProblems(root, chinese, right),
  ]
}

function twinProblems(left: string, right: string): readonly string[] {
  const levels = (text: string) => headings(text).map((heading) => heading.split(' ', 1)[0])
  const fences = (text: string) => fencesOf(text).map(skeleton)
  const different = fences(left).findIndex((fence, at) => fence !== fences(right)[at])
  return [
    ...(levels(left).join(' ') === levels(right).join(' ')
      ? []
      : [`${chinese}: its headings are not those of ${english} (${levels(right).length} and ${levels(left).length})`]),
    ...(fences(left).length === fences(right).length && different < 0
      ? []
      : [`${chinese}: its code fences are not those of ${english}, the first that differs is number ${different + 1}`]),
  ]
}

/**
 * What of a fence must be the same in both languages: commands without their comments; of code, whose texts are
 * translated too, only its length, since both pages are type-checked and run.
 */
const skeleton = (fence: Fence): string =>
  isTypeScript(fence)
    ? `${fence.info}, ${fence.code.split('\n').length} lines`
    : `${fence.info}\n${fence.code.replace(/\s*#.*$/gm, '')}`

function commandProblems(root: string, page: string, text: string): readonly string[] {
  const seen = text.split('\n').slice(0, firstScreen)
  return ['demo', 'test']
    .map((script) => `npx -y ${pnpmPin(root)} ${script}`)
    .filter((command) => !seen.some((line) => line.includes(command)))
    .map((command) => `${page}: "${command}" must stand in its first ${firstScreen} lines`)
}

/** Links of Markdown files to files that are not there. */
export function linkProblems(root: string): readonly string[] {
  return filesOf(root)
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => {
      const prose = readFileSync(join(root, path), 'utf8')
        .replace(/^(\s*`{3,})[\s\S]*?^\1\s*$/gm, '')
        .replace(/`[^`\n]*`/g, '')
      return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target.replace(/#.*$/, ''))
        .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
        .filter((target) => !existsSync(join(root, dirname(path), decodeURIComponent(target))))
        .map((target) => `${path}: links to ${target}, which is not there`)
    })
}
