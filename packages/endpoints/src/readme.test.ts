import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { helpLines } from './error-codes/help.js'
import { domainRows, type EndpointRow, endpoints, errorCodes } from './index.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const folder = new URL('./domains/', import.meta.url)
const source = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')

const count = (is: (row: EndpointRow) => boolean): number => endpoints.filter(is).length

describe('the README counts what is there', () => {
  it('rows, by platform and by status', () => {
    expect(readme).toContain(`holds ${endpoints.length} endpoints in ${Object.keys(domainRows).length} domains`)
    const of = (platform: EndpointRow['platform']) => count((row) => row.platform === platform)
    expect(readme).toContain(
      `official accounts (${of('officialAccount')}), those shared with mini programs (${of('both')})`,
    )
    expect(readme).toContain(`web OAuth (${of('sns')}) and accounts of the open platform (${of('openPlatform')})`)
    const at = (status: EndpointRow['status']) => count((row) => row.status === status)
    expect(readme).toContain(`${at('current')} are current, ${at('legacy')} legacy, ${at('withdrawn')} withdrawn`)
    expect(readme).toContain(`of ${at('unknown')} no source says which`)
  })

  it('quotas and permissions', () => {
    const quotas = count((row) => row.quota !== undefined)
    const permissions = count((row) => row.permission !== undefined)
    expect(readme).toContain(`quota on ${quotas} rows, permission on ${permissions}`)
  })

  it('how far the types go, by what the domain files declare', () => {
    const inTable = (kind: string) => Number(new RegExp(`^\\| ${kind} +\\| (\\d+)`, 'm').exec(readme)?.[1])
    const answers = tally(methods.map(({ answer }) => kindOf(answer, { nothing: 'BaseAnswer', open: 'OpenAnswer' })))
    expect(methods).toHaveLength(endpoints.length)
    expect(answers).toEqual({
      typed: inTable('typed'),
      nothing: inTable('plain'),
      partly: inTable('partly'),
      open: inTable('untyped'),
    })
    const requests = tally(methods.map(({ request }) => kindOf(request, { nothing: 'NoRequest', open: 'OpenRequest' })))
    expect(readme).toContain(
      `${requests.typed} are typed, ${requests.nothing} have no fields, ${requests.partly} are typed in part and ${requests.open} are open`,
    )
  })

  it('error codes', () => {
    expect(readme).toContain(`holds ${Object.keys(errorCodes).length} of WeChat's`)
    expect(readme).toContain(`${helpLines.length} that users meet most`)
  })
})

/** Every method of the domains' interfaces: the types of what goes in and of what comes out, as they are written. */
const methods = [...source.matchAll(/^ {2}\w+\(([^()]*)options\?: CallOptions,?\s*\): Promise<([^>]+)>/gm)].map(
  ([, before = '', answer = '']) => ({
    request: /^\s*request\??: ([\s\S]*?),\s*$/.exec(before)?.[1] ?? 'NoRequest',
    answer,
  }),
)

/** The text of every declared type, without its comments. */
const declared = new Map(
  [...source.matchAll(/^export (?:interface|type) (\w+)([\s\S]*?)(?=^export |^\/\*\*|(?![\s\S]))/gm)].map(
    ([, name = '', text = '']) => [name, text.replace(/\/\*\*[\s\S]*?\*\//g, '')],
  ),
)

type Kind = 'typed' | 'nothing' | 'partly' | 'open'

function kindOf(type: string, names: { readonly nothing: string; readonly open: string }): Kind {
  if (type === names.nothing) return 'nothing'
  if (type === names.open) return 'open'
  return leavesOpen(type) ? 'partly' : 'typed'
}

/** Whether a type leaves something open, itself or by a type that it names. */
function leavesOpen(text: string, seen: Set<string> = new Set()): boolean {
  if (/\b(?:unknown|OpenAnswer|OpenRequest)\b/.test(text)) return true
  return [...text.matchAll(/\b[A-Z]\w+/g)].some(([name]) => {
    const inner = seen.has(name) ? undefined : declared.get(name)
    seen.add(name)
    return inner !== undefined && leavesOpen(inner, seen)
  })
}

function tally(kinds: readonly Kind[]): Record<Kind, number> {
  const found = { typed: 0, nothing: 0, partly: 0, open: 0 }
  for (const kind of kinds) found[kind]++
  return found
}
