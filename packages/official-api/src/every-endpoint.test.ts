import { readdirSync, readFileSync } from 'node:fs'
import { type ApiDomains, domainRows, type EndpointRow, endpoints } from '@wx/endpoints'
import { describe, expect, it } from 'vitest'
import { otherNames, propertyOf } from './binding/property-names.js'
import type { OfficialAccount } from './official-account.js'
import { type RecordingAccount, recordingAccount } from './testing/recording-account.js'

type Methods = Record<string, (request?: unknown) => Promise<unknown>>

const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4])
const binaryPaths = new Set(endpoints.filter((row) => row.answer === 'binary').map(({ path }) => path))

const fake = (): Promise<RecordingAccount> =>
  recordingAccount(({ endpoint }) => (binaryPaths.has(endpoint.split(' ')[1] ?? '') ? bytes : {}))

const domains = Object.entries(domainRows) as [keyof ApiDomains, Readonly<Record<string, EndpointRow>>][]
const methodsOf = (account: OfficialAccount, domain: keyof ApiDomains): Methods =>
  account[propertyOf(domain) as keyof OfficialAccount] as unknown as Methods

/** A file where the row wants one; everything else may be missing. */
const requestOf = ({ content, body }: EndpointRow): object =>
  content === undefined ? {} : { [content]: body === 'text' ? 'text' : bytes }

describe('an account', () => {
  it('calls every endpoint by its own method, once, and by no other', async () => {
    const { account, calls } = await fake()
    const seen: string[] = []
    for (const [domain, rows] of domains) {
      for (const [name, row] of Object.entries(rows)) {
        const before = calls.length
        const answer = await methodsOf(account, domain)[name]?.(requestOf(row))
        const what = [row.id, row.method, row.host ?? 'api.weixin.qq.com', row.path, row.action]
        if (row.answer === 'redirect') {
          const page = new URL(String(answer))
          expect([row.id, 'GET', page.host, page.pathname, undefined]).toEqual(what)
          expect(calls.length).toBe(before)
        } else {
          expect([row.id, calls.length - before]).toEqual([row.id, 1])
          const call = calls[before]
          const [method, path] = call?.endpoint.split(' ') ?? []
          const action = row.action === undefined ? undefined : call?.query['action']
          expect([row.id, method, call?.host, path, action]).toEqual(what)
          expect([row.id, call?.hasToken]).toEqual([row.id, row.auth === 'access_token'])
        }
        seen.push(what.slice(1).join(' '))
      }
    }
    expect(seen).toHaveLength(486)
    expect(new Set(seen).size).toBe(486)
  })

  it('has a property for each domain, and none of its names hides another', async () => {
    const { account } = await fake()
    for (const [domain] of domains) expect([domain, typeof methodsOf(account, domain)]).toEqual([domain, 'object'])
    const properties = domains.map(([domain]) => propertyOf(domain))
    expect(new Set(properties).size).toBe(properties.length)
    expect(Object.keys(otherNames).filter((name) => !(name in domainRows))).toEqual([])
  })

  it('has no short form under the name of an endpoint’s method', async () => {
    const { account } = await fake()
    let shortForms = 0
    for (const [domain, rows] of domains) {
      const own = Object.keys(methodsOf(account, domain))
      shortForms += own.length
      expect([domain, own.filter((name) => name in rows)]).toEqual([domain, []])
    }
    expect(shortForms).toBeGreaterThan(70)
  })
})

describe('the short forms', () => {
  const folder = new URL('./domains/', import.meta.url)
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.includes('.test'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const)

  it('are documented, each with its page or what replaced it', () => {
    const undocumented: string[] = []
    let methods = 0
    for (const [name, source] of sources) {
      for (const [, body = ''] of source.matchAll(/^export interface \w+Domain extends \w+ \{\n([\s\S]*?)^\}/gm)) {
        for (const found of body.matchAll(/(\/\*\*[\s\S]*?\*\/\n)?^ {2}(\w+)(?:<[^>]*>)?\(/gm)) {
          const [, doc = '', method] = found
          methods += 1
          if (!/@see https:|@deprecated/.test(doc) && method !== 'of') undocumented.push(`${name}: ${method}`)
          if (doc === '') undocumented.push(`${name}: ${method}`)
        }
      }
    }
    expect(undocumented).toEqual([])
    expect(methods).toBeGreaterThan(70)
  })
})

describe('the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

  it('names every property, and all short forms of each', async () => {
    const { account } = await fake()
    for (const [domain] of domains) {
      const property = propertyOf(domain)
      const own = Object.keys(methodsOf(account, domain))
      const [, names = ''] = new RegExp(`^\\| \`${property}\` .*\\| (.*?) *\\|$`, 'm').exec(readme) ?? []
      expect([property, names]).toEqual([property, own.map((name) => `\`${name}\``).join(', ')])
      expect(readme).toContain(`\`${property}\``)
    }
    expect(readme).toContain(`All ${endpoints.length} endpoints of \`@wx/endpoints\` are methods of ${domains.length}`)
  })
})
