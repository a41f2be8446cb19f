import { Script } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Simulator, startSimulator } from '../simulator.js'
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
  ])('serves /%s, and lets nothing else in', async (path, type) => {
    const response = await fetch(sim.consoleUrl + path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('has a script that can be read, and an element for every id it asks for', () => {
    expect(() => new Script(pageScript)).not.toThrow()
    const asked = [...pageScript.matchAll(/\$\('([\w-]+)'\)/g)].map((it) => it[1])
    expect(asked.length).toBeGreaterThan(10)
    for (const id of asked) expect(pageHtml).toContain(`id="${id}"`)
  })

  it('puts what came over the wire in as text, never as markup', () => {
    expect(pageScript).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc|\.href|\.src\b/,
    )
    expect(pageHtml).not.toMatch(/ on\w+=|javascript:/)
  })

  it('calls only routes that are there', async () => {
    const { controlRoutes } = await import('../server/routes.js')
    const words = controlRoutes.map((it) => it.path.split('/').at(-1))
    for (const [, word] of pageHtml.matchAll(/data-act="(\w+)"/g)) expect(words).toContain(word)
    expect(pageHtml).toContain('<html lang="zh-CN">')
  })
})
