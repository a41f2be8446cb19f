import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigError, ManualClock, type WebHandler, type WebResponse } from '@wx/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from './account.js'
import { type Simulator, startSimulator } from './simulator.js'
import { parrot, text } from './testing/parrot.js'

let sim: Simulator
let clock: ManualClock
beforeAll(async () => {
  clock = new ManualClock()
  sim = await startSimulator({ clock, seed: 'connect' })
})
afterAll(() => sim.close())

const echoing =
  (change: (echo: string) => string | Partial<WebResponse>): WebHandler =>
  async ({ query }) => {
    const changed = change(new URLSearchParams(query).get('echostr') ?? '')
    return { status: 200, headers: {}, body: '', ...(typeof changed === 'string' ? { body: changed } : changed) }
  }

describe('the URL verification', () => {
  it.each(['plain', 'compatible', 'secure'] as const)(
    'accepts a robot in mode %s, with the plain echostr',
    async (mode) => {
      const account: Account = sim.createAccount({ mode })
      expect(account.url).toBeUndefined()
      const result = await account.connect(parrot(account.config, text('x')))
      expect(result).toEqual({
        ok: true,
        reason: 'the URL is verified',
        status: 200,
        body: result.body,
        hex: undefined,
      })
      expect(result.body).toMatch(/^\d{19}$/)
      expect(account.url).toBe('in-process:/')
      expect([...sim.exchanges].at(-1)).toMatchObject({ kind: 'verification', request: { method: 'GET', body: '' } })
    },
  )

  it.each<[string, (echo: string) => string | Partial<WebResponse>, RegExp]>([
    ['quotes', (echo) => JSON.stringify(echo), /quotes.*JSON/],
    ['a byte order mark', (echo) => `\ufeff${echo}`, /byte order mark/],
    ['a line break', (echo) => `${echo}\n`, /line break/],
    ['a blank', (echo) => ` ${echo}`, /blanks/],
    ['a page around it', (echo) => `<html>${echo}</html>`, /not alone/],
    ['another page', () => '<html>welcome</html>', /another application/],
    ['an empty body', () => '', /empty/],
    ['a rounded number', (echo) => String(Number(echo)), /lost digits/],
    ['another text', () => 'hello', /not echostr/],
    ['401', () => ({ status: 401 }), /token/],
    ['403', () => ({ status: 403 }), /CSRF/],
    ['404', () => ({ status: 404 }), /no such path/],
    ['405', () => ({ status: 405 }), /GET/],
    ['500', () => ({ status: 500 }), /failed with 500/],
    ['201', (echo) => ({ status: 201, body: echo }), /must be 200/],
    ['a redirect', () => ({ status: 302, headers: { location: 'https://example.com/login' } }), /follows no redirect/],
  ])('says what is wrong: %s', async (_name, change, reason) => {
    const account = sim.createAccount()
    const result = await account.connect(echoing(change))
    expect(result.ok).toBe(false)
    expect(result.reason).toMatch(reason)
    if (result.status === 200) expect(result.hex?.received).toBe(Buffer.from(result.body).toString('hex'))
    expect(account.url).toBeUndefined()
  })

  it('keeps the URL it had when another one fails', async () => {
    const account = sim.createAccount()
    await account.connect(parrot(account.config, text('x')))
    await account.connect(echoing(() => 'no'))
    expect(account.url).toBe('in-process:/')
  })

  it('waits five seconds', async () => {
    const connecting = sim.createAccount().connect(() => new Promise(() => {}))
    await clock.advance(5_000)
    expect(await connecting).toMatchObject({ ok: false, status: undefined, reason: expect.stringContaining('in time') })
  })

  it('knows a redirect that only adds a slash, and a port where nobody listens', async () => {
    const server = createServer((_request, response) => response.writeHead(301, { location: '/wx/' }).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/wx`
    const account = sim.createAccount()
    expect((await account.connect(url)).reason).toMatch(/trailing slash only/)
    await new Promise((resolve) => server.close(resolve))
    expect((await account.connect(url)).reason).toMatch(/nobody listens.*ECONNREFUSED/)
  })

  it.each(['/wx', 'ftp://127.0.0.1/', 'nonsense'])('takes whole http URLs only, not %s', async (url) => {
    await expect(sim.createAccount().connect(url)).rejects.toThrow(ConfigError)
  })
})
