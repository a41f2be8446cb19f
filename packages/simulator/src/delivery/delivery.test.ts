import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ManualClock } from '@wx/core'
import { toNodeListener } from '@wx/core/node'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SimulatorClosedError } from '../errors.js'
import { signatureOf } from '../judge/envelope.js'
import { startSimulator } from '../simulator.js'
import { type Answer, ok, parrot, recording, text } from '../testing/parrot.js'
import { type StageOptions, stage } from '../testing/stage.js'

const staged = (answer: Answer, options: StageOptions = {}) => stage(onTestFinished, { ...options, answer })

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/wx?keep=1`
}

const forms = (['plain', 'compatible', 'secure'] as const).flatMap((mode) =>
  (['xml', 'json'] as const).map((format) => ({ mode, format })),
)

describe('a delivery', () => {
  it.each(forms)('is understood and answered in mode $mode as $format', async ({ mode, format }) => {
    const { user } = await staged(text('回声 ]]'), { account: { mode, format } })
    const { reply, deliveries, verdict } = await user.send({ type: 'text', content: '你好 & <b>' })
    expect(verdict).toEqual({ ok: true, shown: 'reply', reasons: [], findings: [] })
    expect(reply).toEqual({ type: 'text', content: '回声 ]]' })
    expect(deliveries).toHaveLength(1)
    expect(deliveries[0]?.plaintext).toContain('你好')
    expect(user.inbox).toMatchObject([{ via: 'reply', type: 'text', content: '回声 ]]' }])
  })

  it.each(forms)('travels as the mode demands: $mode, $format', async ({ mode, format }) => {
    const { user } = await staged(text('x'), { account: { mode, format } })
    const { deliveries } = await user.send({ type: 'text', content: 'hello' })
    const [delivery] = deliveries
    const query = new URLSearchParams(delivery?.query)
    const names = ['signature', 'timestamp', 'nonce', 'openid']
    expect([...query.keys()]).toEqual(mode === 'plain' ? names : [...names, 'encrypt_type', 'msg_signature'])
    expect(query.get('openid')).toBe(user.openid)
    expect(delivery?.body.includes('hello')).toBe(mode !== 'secure')
    expect(delivery?.body.includes('Encrypt')).toBe(mode !== 'plain')
    expect(delivery?.requestHeaders['content-type']).toBe(format === 'xml' ? 'text/xml' : 'application/json')
    expect(delivery?.stringToSign).toContain(query.get('nonce'))
    const right = query.get(mode === 'plain' ? 'signature' : 'msg_signature')
    expect(signatureOf([delivery?.stringToSign ?? '']).signature).toBe(right)
  })

  it('carries a MsgId beyond 2^53 with all its digits', async () => {
    for (const format of ['xml', 'json'] as const) {
      const { user } = await staged(text('x'), { account: { format } })
      const { deliveries } = await user.send({ type: 'text', content: 'hello' })
      const id = /MsgId(?:>|":)(\d+)/.exec(deliveries[0]?.plaintext ?? '')?.[1] ?? ''
      expect(BigInt(id) > 2n ** 53n).toBe(true)
    }
  })

  it('goes over a real socket too, keeps the query of the URL, and records what came back', async () => {
    const { user, account } = await staged(text('x'))
    const heard = recording(parrot(account.config, text('über HTTP')))
    const url = await listening(createServer((...it) => void toNodeListener(heard.handler)(...it)))
    expect(await account.connect(url)).toMatchObject({ ok: true, status: 200 })
    const { reply, deliveries } = await user.send({ type: 'text', content: 'hello' })
    expect(reply).toEqual({ type: 'text', content: 'über HTTP' })
    expect(heard.requests.map((it) => [it.method, it.path, it.query.startsWith('keep=1&signature=')])).toEqual([
      ['GET', '/wx', true],
      ['POST', '/wx', true],
    ])
    expect(deliveries[0]).toMatchObject({
      url,
      status: 200,
      outcome: 'answered',
      headers: { 'content-type': 'text/plain' },
    })
    expect(deliveries[0]?.answer).toContain('<Encrypt>')
    expect(deliveries[0]?.answerPlaintext).toContain('über HTTP')
  })
})

describe('five seconds, three deliveries', () => {
  it('cuts at five seconds and delivers three times with the same ids and new signatures', async () => {
    const aborted: boolean[] = []
    const { user, clock, sim } = await staged(
      ({ context }) =>
        new Promise((resolve) =>
          context?.signal?.addEventListener('abort', () => {
            aborted.push(true)
            resolve('success')
          }),
        ),
      { account: { mode: 'plain' } },
    )
    const sent = user.send({ type: 'text', content: 'hello' })
    const start = clock.now()
    await clock.advance(4_999)
    expect(aborted).toHaveLength(0)
    await clock.advance(10_001)
    const { deliveries, verdict, reply } = await sent
    expect(aborted).toHaveLength(3)
    expect(deliveries.map((it) => [it.attempt, it.at - start, it.outcome, it.tookMs])).toEqual([
      [1, 0, 'timeout', 5000],
      [2, 5000, 'timeout', 5000],
      [3, 10000, 'timeout', 5000],
    ])
    expect(new Set(deliveries.map((it) => it.plaintext)).size).toBe(1)
    expect(new Set(deliveries.map((it) => it.query)).size).toBe(3)
    expect(new Set(deliveries.map((it) => new URLSearchParams(it.query).get('timestamp'))).size).toBe(3)
    expect(new Set(deliveries.map((it) => new URLSearchParams(it.query).get('nonce'))).size).toBe(3)
    expect(reply).toEqual({ type: 'none' })
    expect(verdict).toMatchObject({ ok: false, shown: 'banner' })
    expect(user.inbox).toMatchObject([
      {
        via: 'banner',
        content: '该公众号提供的服务出现故障，请稍后再试',
        reason: expect.stringContaining('no answer in time'),
      },
    ])
    expect([...sim.exchanges].map((it) => it.attempt)).toEqual([1, 2, 3])
  })

  it.each(['in process', 'over HTTP'])('lets a slow handler answer on the third delivery, %s', async (how) => {
    const clock = new ManualClock()
    const sim = await startSimulator({ clock, seed: 1 })
    onTestFinished(() => sim.close())
    const account = sim.createAccount({ mode: 'secure' })
    // Joins: every delivery waits for the same work of 12 seconds.
    let work: Promise<void> | undefined
    const handler = parrot(account.config, async (heard) => {
      work ??= clock.sleep(12_000)
      await work
      return text('endlich')(heard)
    })
    const server = createServer((...it) => void toNodeListener(handler)(...it))
    await account.connect(how === 'in process' ? handler : await listening(server))
    const user = account.createUser()
    const sent = user.send({ type: 'text', content: 'slow' })
    await clock.advance(15_000)
    const { deliveries, reply, verdict } = await sent
    expect(deliveries.map((it) => [it.outcome, it.tookMs])).toEqual([
      ['timeout', 5000],
      ['timeout', 5000],
      ['answered', 2000],
    ])
    expect(reply).toEqual({ type: 'text', content: 'endlich' })
    expect(verdict.ok).toBe(true)
    expect(user.inbox).toHaveLength(1)
  })

  it('really cuts the connection', async () => {
    const { user, account, clock } = await staged(text('x'))
    const closed: number[] = []
    const server = createServer((request, response) => {
      if (request.method === 'GET') {
        response.end(new URL(request.url ?? '', 'http://x').searchParams.get('echostr'))
        return
      }
      response.on('close', () => closed.push(clock.now()))
    })
    await account.connect(await listening(server))
    const start = clock.now()
    const sent = user.send({ type: 'text', content: 'hello' })
    await clock.advance(15_000)
    await sent
    expect(closed.map((at) => at - start)).toEqual([5000, 10_000, 15_000])
  })

  it.each(['success', ''])('stops at %j, and the user sees nothing', async (body) => {
    const { user } = await staged(() => body)
    const { deliveries, verdict, reply } = await user.send({ type: 'text', content: 'hello' })
    expect([deliveries.length, verdict.ok, verdict.shown, reply, user.inbox]).toEqual([
      1,
      true,
      'nothing',
      { type: 'none' },
      [],
    ])
  })

  it('repeats when nobody listens, at steps of five seconds, and says so', async () => {
    const { user, account, clock } = await staged(text('x'))
    const server = createServer((request, response) => {
      response.end(new URL(request.url ?? '', 'http://x').searchParams.get('echostr'))
    })
    await account.connect(await listening(server))
    await new Promise((resolve) => server.close(resolve))
    const sent = user.send({ type: 'text', content: 'hello' })
    await clock.advance(10_000)
    const { deliveries, verdict } = await sent
    expect(deliveries.map((it) => it.outcome)).toEqual(['refused', 'refused', 'refused'])
    expect(verdict.reasons[0]).toContain('ECONNREFUSED')
  })

  it('notices a connection that breaks in the middle', async () => {
    const { user, account, clock } = await staged(text('x'), { settings: { retryOnConnectionFailure: false } })
    const server = createServer((request, response) => {
      if (request.method === 'GET') response.end(new URL(request.url ?? '', 'http://x').searchParams.get('echostr'))
      else {
        response.writeHead(200, { 'content-length': 1000 })
        response.write('<xml>', () => response.destroy())
      }
    })
    await account.connect(await listening(server))
    const sent = user.send({ type: 'text', content: 'hello' })
    await clock.advance(0)
    expect((await sent).deliveries.map((it) => it.outcome)).toEqual(['dropped'])
  })

  it.each([
    ['status 500', { retryOnBadStatus: true }, { status: 500, headers: {}, body: '' }],
    ['JSON', { retryOnBadAnswer: true }, ok('{"a":1}')],
  ])('shows the banner at once after %s, and repeats only when set to', async (_name, settings, answer) => {
    const once = await staged(() => answer, { account: { mode: 'plain' } })
    expect((await once.user.send({ type: 'text', content: 'a' })).deliveries).toHaveLength(1)
    expect(once.user.inbox).toMatchObject([{ via: 'banner' }])
    const thrice = await staged(() => answer, { account: { mode: 'plain' }, settings })
    const sent = thrice.user.send({ type: 'text', content: 'a' })
    await thrice.clock.advance(10_000)
    expect((await sent).deliveries).toHaveLength(3)
  })

  it('takes a handler that throws as a server that fails', async () => {
    const { user, account } = await staged(text('x'))
    await account.connect(async (request) => {
      if (request.method === 'POST') throw new Error('boom')
      return ok(new URLSearchParams(request.query).get('echostr') ?? '')
    })
    const { deliveries, verdict } = await user.send({ type: 'text', content: 'a' })
    expect(deliveries[0]).toMatchObject({ status: 500, outcome: 'answered' })
    expect(verdict.findings[0]?.rule).toBe('http-status')
  })

  it('ends what is under way when the simulator is reset or closed', async () => {
    const { user, sim, clock } = await staged(() => new Promise(() => {}))
    const sent = user.send({ type: 'text', content: 'a' })
    const told = expect(sent).rejects.toThrow(SimulatorClosedError)
    await clock.advance(1000)
    sim.reset()
    await told
    expect(clock.sleepers).toBe(0)
    await expect(user.send({ type: 'text', content: 'b' })).rejects.toThrow(SimulatorClosedError)
  })

  it('leaves no sleeper behind', async () => {
    const { user, clock } = await staged(text('x'))
    await user.send({ type: 'text', content: 'a' })
    expect(clock.sleepers).toBe(0)
  })
})

describe('pushes about money', () => {
  it('come again by their own plan until they are acknowledged', async () => {
    const { account, clock } = await staged(({ count }) =>
      count < 4
        ? '<xml><ErrCode>1</ErrCode><ErrMsg>busy</ErrMsg></xml>'
        : '<xml><ErrCode>0</ErrCode><ErrMsg>success</ErrMsg></xml>',
    )
    const start = clock.now()
    const pushed = account.pushEvent('xpay_goods_deliver_notify')
    await clock.advance(60_000)
    const { deliveries, reply, verdict } = await pushed
    expect(deliveries.map((it) => (it.at - start) / 1000)).toEqual([0, 2, 6, 14])
    expect(reply).toEqual({ type: 'ack', errCode: 0, errMsg: 'success' })
    expect(verdict).toMatchObject({ ok: true, shown: 'nothing' })
  })

  it('come sixteen times in all when nobody acknowledges, also after a bad status', async () => {
    const { account, clock } = await staged(() => ({ status: 500, headers: {}, body: '' }))
    const pushed = account.pushEvent('xpay_coin_pay_notify')
    await clock.advance(2 ** 17 * 1000)
    expect((await pushed).deliveries).toHaveLength(16)
  })

  it('of virtual payment take `success`, those of mini games do not', async () => {
    const { account, clock } = await staged(() => 'success')
    expect((await account.pushEvent('xpay_refund_notify')).verdict.ok).toBe(true)
    const game = account.pushEvent('minigame_h5_goods_deliver_notify')
    await clock.advance(48 * 3_600_000)
    expect((await game).verdict.findings.map((it) => it.rule)).toEqual(['not-acknowledged'])
  })

  it('are cut after three seconds where their row says so', async () => {
    const { account, clock } = await staged(() => new Promise(() => {}))
    const pushed = account.pushEvent('xpay_subscribe_ios_refund_query_notify')
    await clock.advance(2 ** 17 * 1000)
    expect((await pushed).deliveries[0]?.tookMs).toBe(3000)
  })
})
