import { Script } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aboutSimulator } from '../api/about.js'
import type { InboxVia } from '../inbox.js'
import { type Simulator, startSimulator } from '../simulator.js'
import { aboutHtml } from './about-html.js'
import { aboutScript } from './about-script.js'
import { pageHtml } from './html.js'
import { pageScript } from './script.js'

let sim: Simulator
beforeAll(async () => {
  sim = await startSimulator()
})
afterAll(() => sim.close())

describe('the console', () => {
  it.each([
    ['', 'text/html'],
    ['console.css', 'text/css'],
    ['console.js', 'text/javascript'],
    ['about', 'text/html'],
    ['about.js', 'text/javascript'],
  ])('serves /%s, and lets nothing else in', async (path, type) => {
    const response = await fetch(sim.consoleUrl + path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['console', pageHtml, pageScript],
    ['about', aboutHtml, aboutScript],
  ])('%s: has a script that can be read, and an element for every id it asks for', (_, html, script) => {
    expect(() => new Script(script)).not.toThrow()
    const asked = [...script.matchAll(/\$\('([\w-]+)'\)/g)].map((it) => it[1])
    expect(asked.length).toBeGreaterThan(5)
    for (const id of asked) expect(html).toContain(`id="${id}"`)
  })

  it.each([
    ['console', pageHtml, pageScript],
    ['about', aboutHtml, aboutScript],
  ])('%s: puts what it is told in as text, never as markup', (_, html, script) => {
    expect(script).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc|\.href|\.src\b/,
    )
    expect(html).not.toMatch(/ on\w+=|javascript:/)
  })

  it('about links to nothing but addresses that begin with https', () => {
    expect(aboutScript.match(/setAttribute\('href'/g)).toHaveLength(1)
    expect(aboutScript).toContain('const address = /https:\\/\\/\\S+/.exec(text)')
  })

  it('the console links to nothing but addresses of web pages, in a page of their own, and shows its own pictures', () => {
    expect(pageScript.match(/setAttribute\('href'/g)).toHaveLength(1)
    expect(pageScript).toContain("if (!/^https?:\\/\\//.test(address || ''))")
    expect(pageScript).toContain("link.setAttribute('rel', 'noreferrer')")
    expect(pageScript.match(/setAttribute\('src'/g)).toHaveLength(1)
    expect(pageScript).toContain("if (!String(address).startsWith(location.origin + '/')) return []")
  })

  it('about has words for every kind of account that may call something', () => {
    const words = /const kindWords = \{([^}]*)\}/.exec(aboutScript)?.[1] ?? ''
    const kinds = new Set(aboutSimulator().endpoints.flatMap((it) => it.may ?? []))
    expect(kinds.size).toBeGreaterThan(4)
    for (const kind of kinds) expect(words).toMatch(new RegExp(`\\b${kind}: '`))
  })

  it('lead to each other', () => {
    expect(pageHtml).toContain('href="/about"')
    expect(aboutHtml).toContain('href="/"')
  })

  it('the phone has words for every way a message comes', () => {
    const vias: Record<Exclude<InboxVia, 'reply' | 'banner'>, true> = {
      customerMessage: true,
      agent: true,
      template: true,
      mass: true,
      preview: true,
    }
    for (const via of Object.keys(vias)) expect(pageScript).toMatch(new RegExp(`\\b${via}: '`))
  })

  it('calls only routes that are there', async () => {
    const { controlRoutes } = await import('../server/routes.js')
    const words = controlRoutes.map((it) => it.path.split('/').at(-1))
    for (const [, word] of pageScript.matchAll(/atDesk\('([\w-]+)'/g)) expect(words).toContain(word)
    for (const [, word] of pageHtml.matchAll(/data-act="(\w+)"/g)) expect(words).toContain(word)
    expect(pageHtml).toContain('<html lang="zh-CN">')
  })
})
