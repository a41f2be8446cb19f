import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { domainRows, type EndpointRow, endpoints } from './index.js'

const folder = new URL('./domains/', import.meta.url)
const sources = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
)
const all = [...sources.values()].join('\n')

describe('what is written in the domain files', () => {
  it('is no endpoint twice', () => {
    const calls = [...all.matchAll(/\bcall: '([^']+)'/g)].map((match) => match[1])
    expect(calls).toHaveLength(endpoints.length)
    expect(new Set(calls).size).toBe(calls.length)
  })

  it('is no exported name twice', () => {
    const names = [...all.matchAll(/^export (?:interface|type|const) (\w+)/gm)].map((match) => match[1])
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('documents every method by a sentence, its page, and what replaced it', () => {
    for (const [name, rows] of Object.entries(domainRows)) {
      const docs = methodDocs(name)
      for (const [method, row] of Object.entries<EndpointRow>(rows)) {
        const doc = docs.get(method)
        expect([row.id, doc?.text]).toEqual([row.id, expect.stringMatching(/^[A-Z0-9].{8,}[.):…]$/)])
        expect([row.id, doc?.see]).toEqual([row.id, row.docs])
        const past = row.status === 'legacy' || row.status === 'withdrawn'
        expect([row.id, doc?.deprecated !== undefined]).toEqual([row.id, past])
        if (row.replacedBy) expect(doc?.deprecated).toContain(`\`${row.replacedBy}\``)
        if (row.withdrawn) expect(doc?.deprecated).toContain(row.withdrawn)
      }
      expect([...docs.keys()].sort()).toEqual(Object.keys(rows).sort())
    }
  })
})

/** The doc comments of the domain's interface, method by method. */
function methodDocs(domain: string) {
  const file = `${domain.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`
  const api = /export interface \w+Api \{\n([\s\S]*?)\n\}/.exec(sources.get(file) ?? '')?.[1] ?? ''
  const found = new Map<string, { text: string; see?: string; deprecated?: string }>()
  for (const [, comment = '', method = ''] of api.matchAll(/\/\*\*([\s\S]*?)\*\/\s+(\w+)\(/g)) {
    const lines = comment.split('\n').map((line) => line.replace(/^\s*\*?\s?/, '').trim())
    const tag = (name: string) => lines.find((line) => line.startsWith(`@${name} `))?.slice(name.length + 2)
    const see = tag('see')
    const deprecated = tag('deprecated')
    found.set(method, {
      text: lines.find((line) => line !== '') ?? '',
      ...(see !== undefined && { see }),
      ...(deprecated !== undefined && { deprecated }),
    })
  }
  return found
}
