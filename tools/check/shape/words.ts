/** Words that must not stand in any file of the house. Patterns are written so that they do not match themselves. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf } from '../../house/house.js'

interface Forbidden {
  readonly pattern: RegExp
  readonly why: string
}

const forbidden: readonly Forbidden[] = [
  { pattern: /\b(?:TO[D]O|FIX[M]E|XX[X])\b/, why: 'do it, or write it down where it is seen' },
  { pattern: /(?<![\w.*/])\/(?:work|home|Users|root)\/[\w.]/, why: 'a path of one machine' },
  { pattern: /\b[A-Z]:\\Users\\/, why: 'a path of one machine' },
  {
    pattern: /\b(?:registry|npm)\.(?:[\w-]+\.)+(?:com|org|cn|net|dev|io)\b/,
    why: "the host of a package registry: that is the user's setting",
  },
]

/** Lock files hold checksums, which spell anything. */
const isText = (path: string): boolean =>
  /\.(?:[cm]?[jt]sx?|json|md|ya?ml|html|css|sh)$|(?:^|\/)[^./]+$/.test(path) && !path.endsWith('pnpm-lock.yaml')

/** Every place where a forbidden word stands: `path:line: word: why`. */
export function wordProblems(root: string): { readonly looked: number; readonly problems: readonly string[] } {
  const files = filesOf(root).filter(isText)
  const problems = files.flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((line, at) =>
        forbidden.flatMap(({ pattern, why }) => {
          const found = pattern.exec(line)
          return found === null ? [] : [`${path}:${at + 1}: ${found[0]}: ${why}`]
        }),
      ),
  )
  return { looked: files.length, problems }
}
