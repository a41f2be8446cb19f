import { ConfigError } from '@wx/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { text } from '../testing/parrot.js'
import { stage } from '../testing/stage.js'
import type { FaultSpec, PushFaultSpec } from './faults.js'
import { faultKinds } from './kinds.js'

async function staged(fault?: Omit<PushFaultSpec, 'on'>) {
  const it = await stage(onTestFinished, { answer: text('x'), account: { mode: 'plain' } })
  if (fault !== undefined) it.sim.faults.add({ on: 'push', ...fault })
  return it
}
async function sendWith(fault: Omit<PushFaultSpec, 'on'>, ms = 15_000) {
  const it = await staged(fault)
  const start = it.clock.now()
  const sent = it.user.send({ type: 'text', content: 'hello' })
  await it.clock.advance(ms)
  return { ...it, start, ...(await sent) }
}
const timestamp = (query: string | undefined): number => Number(new URLSearchParams(query).get('timestamp'))
const contentOf = (plaintext: string | undefined): string =>
  /<Content>(.*)<\/Content>/s.exec(plaintext ?? '')?.[1] ?? ''

describe('faults of a push', () => {
  it('duplicate: the same push several times at once', async () => {
    const { deliveries, start } = await sendWith({ fault: 'duplicate', params: { copies: 2 } })
    expect(deliveries.map((it) => it.at - start)).toEqual([0, 0, 0])
    expect(deliveries.filter((it) => it.isCopy)).toHaveLength(2)
    expect(new Set(deliveries.map((it) => it.plaintext)).size).toBe(1)
  })

  it('reorder: the next push overtakes, or the time is over', async () => {
    const { user, clock } = await staged({ fault: 'reorder', times: 1 })
    const first = user.send({ type: 'text', content: 'first' })
    const second = user.send({ type: 'text', content: 'second' })
    const [held, overtaking] = await Promise.all([first, second])
    expect((overtaking.deliveries[0]?.exchange ?? '') < (held.deliveries[0]?.exchange ?? '')).toBe(true)
    const alone = await sendWith({ fault: 'reorder' })
    expect((alone.deliveries[0]?.at ?? 0) - alone.start).toBe(3000)
    expect(clock.sleepers).toBe(0)
  })

  it('controlCharacters: in the text as it travels, however the writer cleans', async () => {
    const { deliveries } = await sendWith({ fault: 'controlCharacters', params: { characters: '\u0002\u0008' } })
    expect(deliveries[0]?.body).toContain('hello\u0002\u0008')
  })

  it('nestedXml and emoji: in the text', async () => {
    const nested = await sendWith({ fault: 'nestedXml' })
    expect(contentOf(nested.deliveries[0]?.plaintext)).toContain('hello<xml><MsgType>')
    const emoji = await sendWith({ fault: 'emoji', params: { text: '🀄' } })
    expect(contentOf(emoji.deliveries[0]?.plaintext)).toContain('hello🀄')
  })

  it('bigIds: close to the end of 64 bits', async () => {
    const { deliveries } = await sendWith({ fault: 'bigIds' })
    expect(deliveries[0]?.plaintext).toMatch(/<MsgId>92233720\d{11}<\/MsgId>/)
  })
})

describe('faults of a delivery', () => {
  it('latency: counts towards the five seconds', async () => {
    const late = await sendWith({ fault: 'latency', params: { ms: 2000 } })
    expect(late.deliveries.map((it) => [it.outcome, it.tookMs])).toEqual([['answered', 2000]])
    const tooLate = await sendWith({ fault: 'latency', params: { ms: 6000 }, times: 2 })
    expect(tooLate.deliveries.map((it) => it.outcome)).toEqual(['timeout', 'timeout', 'answered'])
  })

  it('drop: is redelivered', async () => {
    const { deliveries, verdict } = await sendWith({ fault: 'drop', times: 1 })
    expect(deliveries.map((it) => it.outcome)).toEqual(['timeout', 'answered'])
    expect(verdict.ok).toBe(true)
  })

  it('dropAnswer: the robot has answered, WeChat does not know', async () => {
    const { deliveries } = await sendWith({ fault: 'dropAnswer', times: 1 })
    expect(deliveries.map((it) => it.outcome)).toEqual(['dropped', 'answered'])
  })

  it('clockSkew: another time under a right signature', async () => {
    const { deliveries, start, verdict } = await sendWith({ fault: 'clockSkew', params: { seconds: -60 } })
    expect(timestamp(deliveries[0]?.query)).toBe(start / 1000 - 60)
    expect(verdict.ok).toBe(true)
  })

  it('badSignature and halfBody: refused by a robot that looks', async () => {
    const { verdict } = await sendWith({ fault: 'badSignature' })
    expect(verdict.findings[0]?.en).toContain('401')
    const half = await sendWith({ fault: 'halfBody' })
    expect((half.deliveries[0]?.body.length ?? 0) * 2).toBeLessThanOrEqual(half.deliveries[0]?.plaintext.length ?? 0)
  })
})

describe('the list of faults', () => {
  it('strikes where it matches, as often as it may', async () => {
    const { user, account, sim, clock } = await staged()
    sim.faults.add({
      on: 'push',
      fault: 'latency',
      match: { type: 'EVENT', event: 'scan', user: user.openid },
      times: 1,
    })
    sim.faults.add({ on: 'push', fault: 'latency', match: { account: 'gh_other' } })
    sim.faults.add({ on: 'push', fault: 'latency', match: { account: account.id, user: 'nobody' } })
    const took = async (sent: Promise<{ deliveries: readonly { tookMs: number }[] }>) => {
      await clock.advance(1000)
      return (await sent).deliveries[0]?.tookMs
    }
    expect(await took(user.send({ type: 'text', content: 'a' }))).toBe(0)
    expect(await took(user.scan('1'))).toBe(1000)
    expect(await took(user.scan('1'))).toBe(0)
    expect(sim.faults.list().map((it) => it.struck)).toEqual([1, 0, 0])
  })

  it('draws from the seed', async () => {
    const drawn = async (): Promise<boolean[]> => {
      const { user, sim } = await staged({ fault: 'bigIds', probability: 0.5 })
      const struck: boolean[] = []
      for (let turn = 0; turn < 20; turn++) {
        const before = sim.faults.list()[0]?.struck
        await user.send({ type: 'text', content: 'a' })
        struck.push(before !== sim.faults.list()[0]?.struck)
      }
      return struck
    }
    const first = await drawn()
    expect(first).toEqual(await drawn())
    expect(new Set(first).size).toBe(2)
  })

  it('can be emptied, one by one and at once', async () => {
    const { sim } = await staged({ fault: 'drop' })
    const fault = sim.faults.add({ on: 'push', fault: 'emoji' })
    expect(sim.faults.remove(fault.id)).toBe(true)
    expect(sim.faults.remove(fault.id)).toBe(false)
    sim.faults.clear()
    expect(sim.faults.list()).toEqual([])
  })

  it.each([
    [{ on: 'push', fault: 'toString' }],
    [{ on: 'call', fault: 'drop' }],
    [{ on: 'push', fault: 'latency', params: { seconds: 1 } }],
    [{ on: 'push', fault: 'latency', params: { ms: '1' } }],
    [{ on: 'push', fault: 'drop', probability: 2 }],
  ])('refuses what does not exist: %j', async (spec) => {
    const { sim } = await staged()
    expect(() => sim.faults.add(spec as unknown as FaultSpec)).toThrow(ConfigError)
  })

  it('says of every kind what it does', () => {
    for (const kind of Object.values(faultKinds)) expect(kind.doc).not.toBe('')
  })
})
