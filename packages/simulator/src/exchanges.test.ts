import { describe, expect, it, onTestFinished } from 'vitest'
import type { Exchange } from './exchanges.js'
import { text } from './testing/parrot.js'
import { stage } from './testing/stage.js'

describe('the inspector', () => {
  it('has everything of an exchange: both texts, what was signed, headers, time, verdict', async () => {
    const { sim, user, account } = await stage(onTestFinished, { answer: text('答') })
    await user.send({ type: 'text', content: '问' })
    const [exchange] = sim.exchanges.list()
    expect(exchange).toMatchObject({
      kind: 'push',
      account: account.id,
      openid: user.openid,
      title: 'text',
      attempt: 1,
      outcome: 'answered',
      tookMs: 0,
      request: { method: 'POST', url: 'in-process:/', headers: { 'content-type': 'text/xml' } },
      answer: { status: 200, headers: { 'content-type': 'text/plain' } },
      verdict: { ok: true, shown: 'reply' },
    })
    expect(exchange?.request.plaintext).toContain('问')
    expect(exchange?.request.body).not.toContain('问')
    expect(exchange?.answer?.plaintext).toContain('答')
    expect(exchange?.answer?.body).not.toContain('答')
    expect(exchange?.request.stringToSign).toContain(account.config.token)
  })

  it('forgets the oldest', async () => {
    const { sim, user } = await stage(onTestFinished, { answer: text('x'), settings: { keptExchanges: 2 } })
    for (let turn = 0; turn < 3; turn++) await user.send({ type: 'text', content: String(turn) })
    expect(sim.exchanges.list().map((it) => it.id)).toEqual(['x2', 'x3'])
    expect(sim.exchanges.get('x1')).toBeUndefined()
    expect([...sim.exchanges]).toHaveLength(sim.exchanges.length)
  })

  it('tells who subscribed when an exchange begins and when it is over', async () => {
    const { sim, user } = await stage(onTestFinished, { answer: text('x') })
    const seen: Exchange[] = []
    const stop = sim.exchanges.subscribe((exchange) => seen.push(exchange))
    await user.send({ type: 'text', content: 'a' })
    stop()
    await user.send({ type: 'text', content: 'b' })
    expect(seen.map((it) => [it.id, it.outcome])).toEqual([
      ['x1', 'open'],
      ['x1', 'answered'],
    ])
  })

  it('is empty after a reset, and the world begins anew under the same seed', async () => {
    const { sim, account } = await stage(onTestFinished, { answer: text('x') })
    sim.faults.add({ on: 'push', fault: 'drop' })
    let changes = 0
    sim.onChange(() => changes++)
    sim.reset()
    expect([sim.exchanges.length, sim.accounts.length, sim.faults.list().length, changes]).toEqual([0, 0, 0, 1])
    expect(sim.createAccount().config).toEqual(account.config)
  })
})
