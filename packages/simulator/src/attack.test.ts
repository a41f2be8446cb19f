import { describe, expect, it, onTestFinished } from 'vitest'
import { ImpossibleActionError } from './errors.js'
import { type Answer, ok, text } from './testing/parrot.js'
import { type StageOptions, stage } from './testing/stage.js'

const staged = (answer: Answer, options: StageOptions = {}) => stage(onTestFinished, { ...options, answer })
const forms = (['plain', 'compatible', 'secure'] as const).flatMap((mode) =>
  (['xml', 'json'] as const).map((format) => ({ mode, format })),
)

describe('attacks', () => {
  it.each(forms)('forged and tampered ones are refused by a robot that verifies: $mode, $format', async (form) => {
    const { account, sim } = await staged(text('taken'), { account: form })
    for (const attack of [account.attack.forged(), account.attack.tampered()]) {
      expect(await attack).toEqual({ refused: true, status: 401, body: 'refused', outcome: 'answered' })
    }
    expect([...sim.exchanges].map((it) => [it.kind, it.verdict?.ok])).toEqual([
      ['attack', true],
      ['attack', true],
    ])
  })

  it.each(forms)('are told from right pushes by what they change alone: $mode, $format', async (form) => {
    const { account, user } = await staged(text('taken'), { account: form })
    expect((await user.send({ type: 'text', content: 'a' })).verdict.ok).toBe(true)
    // A robot without a limit of age takes a stale push: it is right in everything else.
    expect(await account.attack.stale(3600)).toMatchObject({ refused: false, status: 200 })
  })

  it('downgraded ones have a right plain signature and no ciphertext', async () => {
    const naive = await staged(text('taken'), { wrap: () => async () => ok('success') })
    expect(await naive.account.attack.downgraded()).toMatchObject({ refused: false, body: 'success' })
    const careful = await staged(text('taken'))
    expect(await careful.account.attack.downgraded()).toMatchObject({ refused: true })
    const plain = await staged(text('taken'), { account: { mode: 'plain' } })
    await expect(plain.account.attack.downgraded()).rejects.toThrow(ImpossibleActionError)
  })

  it('replayed ones are the very bytes of an earlier push', async () => {
    const seen = new Set<string>()
    const { account, user, sim } = await staged(text('taken'), {
      wrap: (handler) => (request, context) => {
        const key = `${request.query} ${Buffer.from(request.body ?? '').toString('hex')}`
        if (seen.has(key)) return Promise.resolve({ status: 409, headers: {}, body: '' })
        seen.add(key)
        return handler(request, context)
      },
    })
    const { deliveries } = await user.send({ type: 'text', content: 'a' })
    const exchange = sim.exchanges.get(deliveries[0]?.exchange ?? '')
    if (exchange === undefined || deliveries[0] === undefined) throw new Error('nothing was recorded')
    expect(await account.attack.replayed(exchange)).toMatchObject({ refused: true, status: 409 })
    expect(await account.attack.replayed(deliveries[0])).toMatchObject({ refused: true, status: 409 })
  })

  it('are reported when a robot takes them', async () => {
    const { account, sim } = await staged(text('x'), { wrap: () => async () => ok('success') })
    expect(await account.attack.forged()).toMatchObject({ refused: false, status: 200 })
    expect([...sim.exchanges].at(-1)?.verdict?.ok).toBe(false)
  })
})
