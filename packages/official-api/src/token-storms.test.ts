import { type AccessTokenError, type ClientOptions, classicToken, type TokenConflict } from '@wx/api-client'
import { ManualClock } from '@wx/core'
import { recordingLogger } from '@wx/core/testing'
import { startSimulator } from '@wx/simulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { OfficialAccount } from './official-account.js'

const minute = 60_000
const stableCall = 'POST /cgi-bin/stable_token'
const classicCall = 'GET /cgi-bin/token'

async function staged() {
  const clock = new ManualClock()
  const sim = await startSimulator({ clock, settings: { keptExchanges: 10_000 } })
  onTestFinished(() => sim.close())
  const account = sim.createAccount({})
  const logger = recordingLogger()
  const conflicts: TokenConflict[] = []
  const client = (options: Partial<ClientOptions> = {}) => {
    const made = new OfficialAccount({
      ...account.clientConfig,
      clock,
      logger,
      onTokenConflict: (conflict) => conflicts.push(conflict),
      ...options,
    })
    onTestFinished(() => made.close())
    return made
  }
  const called = (title: string) => sim.exchanges.list().filter((it) => it.title === title)
  const fetches = () => called(stableCall).length + called(classicCall).length
  return { sim, clock, client, called, fetches, conflicts, logger }
}

/** So many calls side by side; all answered, or the first error. */
const storm = (client: OfficialAccount, calls = 200) =>
  Promise.all(Array.from({ length: calls }, () => client.network.callbackIps()))

const refusalsOf = async (client: OfficialAccount, calls: number): Promise<readonly AccessTokenError[]> => {
  const settled = await Promise.allSettled(Array.from({ length: calls }, () => client.network.callbackIps()))
  return settled.map((it) => (it.status === 'rejected' ? (it.reason as AccessTokenError) : expect.fail('no refusal')))
}

describe('200 calls side by side', () => {
  it('fetch one token when there is none, and one more when it is past its time', async () => {
    const { client, clock, fetches, sim } = await staged()
    const one = client()
    await storm(one)
    expect(fetches()).toBe(1)
    await clock.advance(120 * minute)
    await storm(one)
    expect(fetches()).toBe(2)
    expect(sim.exchanges.list().filter((it) => it.outcome === 'refused')).toEqual([])
  })

  it('go on without a refusal through a whole day of renewals, a token for each', async () => {
    const { client, clock, fetches, sim } = await staged()
    const one = client({ random: () => 0.5 })
    for (let at = 0; at < 24 * 60; at += 10) {
      await storm(one, 5)
      await clock.advance(10 * minute)
    }
    // Two hours each, less the minutes by which they are renewed early.
    expect(fetches()).toBeLessThanOrEqual(14)
    expect(sim.exchanges.list().filter((it) => it.outcome === 'refused')).toEqual([])
  })

  it.each([
    ['stolen', 'stealToken'],
    ['ended', 'expireToken'],
  ] as const)('lose no call when their token is %s: one refresh heals them all', async (_, fault) => {
    const { client, sim, fetches, called } = await staged()
    const one = client()
    await storm(one, 1)
    sim.faults.add({ on: 'api', fault, match: { endpoint: 'network.getCallbackIp' }, times: 1 })
    expect(await storm(one)).toHaveLength(200)
    expect(fetches()).toBe(2)
    // Each was sent twice at most.
    expect(called('GET /cgi-bin/getcallbackip').length).toBeLessThanOrEqual(1 + 400)
    expect(sim.faults.list()[0]?.struck).toBe(1)
  })

  it('tell once that somebody else takes tokens', async () => {
    const { client, sim, conflicts } = await staged()
    const one = client()
    await storm(one, 1)
    sim.faults.add({ on: 'api', fault: 'stealToken', match: { endpoint: 'network.getCallbackIp' }, times: 1 })
    await storm(one)
    expect(conflicts).toMatchObject([{ errcode: 40001, ageMs: 0, kind: 'access_token' }])
  })
})

describe('a token that is refused for ever', () => {
  it('ends in one clear error for each call, and few fetches', async () => {
    const { client, sim, fetches, called } = await staged()
    const one = client()
    sim.faults.add({
      on: 'api',
      fault: 'errcode',
      params: { errcode: 40001 },
      match: { endpoint: 'network.getCallbackIp' },
    })
    const errors = await refusalsOf(one, 50)
    for (const error of errors) {
      expect(error).toMatchObject({ code: 'WX_API_ACCESS_TOKEN', errcode: 40001 })
      expect(error.hint).toContain('刚取到的新 token 也被拒绝')
      expect(error.rid).toMatch(/./)
    }
    expect(called('GET /cgi-bin/getcallbackip')).toHaveLength(100)
    expect(fetches()).toBe(2)
    // WeChat gave the same token again: asking with every further call would be in vain.
    for (const error of await refusalsOf(one, 50)) expect(error.errcode).toBe(40001)
    expect(fetches()).toBe(2)
  })

  it('by a thief who comes before every call costs a fetch for each attempt, never a loop', async () => {
    const { client, sim, fetches, called } = await staged()
    sim.faults.add({ on: 'api', fault: 'stealToken', match: { endpoint: 'network.getCallbackIp' } })
    for (const error of await refusalsOf(client(), 1)) expect(error.errcode).toBe(40001)
    expect(called('GET /cgi-bin/getcallbackip')).toHaveLength(2)
    expect(fetches()).toBe(2)
  })
})

describe('two programs with classic tokens, which end each other', () => {
  it('lose no call: the older token works on for five minutes, and is replaced then', async () => {
    const { client, clock, fetches, sim } = await staged()
    const [one, other] = [client({ tokens: classicToken() }), client({ tokens: classicToken() })]
    await storm(one, 20)
    await storm(other, 20)
    expect(fetches()).toBe(2)
    await clock.advance(5 * minute - 1)
    await Promise.all([storm(one, 20), storm(other, 20)])
    expect(sim.exchanges.list().filter((it) => it.outcome === 'refused')).toEqual([])
    await clock.advance(1)
    await Promise.all([storm(one), storm(other)])
    expect(fetches()).toBe(3)
  })

  it('lose none for hours, though each refresh ends the other’s token', async () => {
    const { client, clock, fetches, conflicts } = await staged()
    const programs = [client({ tokens: classicToken() }), client({ tokens: classicToken() })]
    for (let at = 0; at < 6 * 60; at += 6) {
      for (const program of programs) await storm(program, 3)
      await clock.advance(6 * minute)
    }
    // Every five minutes at most, and they are told of it.
    expect(fetches()).toBeLessThanOrEqual((6 * 60) / 5 + 2)
    expect(conflicts.length).toBeGreaterThan(10)
  })

  it('sharing a store fetch one for both, and none is refused', async () => {
    const { client, clock, fetches, sim } = await staged()
    const kept = new Map<string, unknown>()
    const store = {
      get: (key: string) => kept.get(key),
      set: (key: string, value: unknown) => void kept.set(key, value),
    }
    const programs = [1, 2].map(() => client({ tokens: classicToken(), store }))
    for (const hours of [0, 1, 2]) {
      await clock.advance(hours * 60 * minute)
      for (const program of programs) await storm(program, 50)
    }
    expect(fetches()).toBe(2)
    expect(sim.exchanges.list().filter((it) => it.outcome === 'refused')).toEqual([])
  })
})
