import { type Coordinator, memoryCoordinator } from '@wx/context-store'
import { ManualClock } from '@wx/core'
import { recordingLogger } from '@wx/core/testing'
import { type Reply, reply } from '@wx/xml-messages'
import { describe, expect, it } from 'vitest'
import type { RobotOptions } from './options.js'
import { Robot } from './robot.js'
import { type TestAnswer, testUser } from './testing/index.js'

type Step = keyof Coordinator
type Fault = 'throws' | 'hangs'

const everyStep: readonly Step[] = ['claim', 'heartbeat', 'turn', 'settle', 'release', 'close', 'wait', 'once', 'lock']

/** One process's connection to a coordinator, whose steps fail or hang when told to. */
function connection(server: Coordinator) {
  const faults = new Map<Step, Fault>()
  const held: { readonly resume: () => void; readonly fail: (error: Error) => void }[] = []
  const run = async (step: Step, given: never[]): Promise<unknown> => {
    if (faults.get(step) === 'throws') throw new Error('connection refused')
    if (faults.get(step) === 'hangs') await new Promise<void>((resume, fail) => held.push({ resume, fail }))
    return (server[step] as (...it: never[]) => unknown)(...given)
  }
  return {
    coordinator: Object.fromEntries(
      everyStep.map((step) => [step, (...given: never[]) => run(step, given)]),
    ) as unknown as Coordinator,
    goDown(fault: Fault, steps = everyStep) {
      for (const step of steps) faults.set(step, fault)
    },
    /** Everything works again; what hung is done now, in the order it was asked. */
    comeBack() {
      faults.clear()
      for (const { resume } of held.splice(0)) resume()
    },
    /** What hangs fails. */
    breakOff() {
      for (const { fail } of held.splice(0)) fail(new Error('connection lost'))
    },
  }
}

const xpay = 'xpay_goods_deliver_notify'

/** Two robots, as in two processes, on one coordinator; handlers take `ms` and begin their answer with `words`. */
function pair(ms: number, options: Partial<RobotOptions> = {}, words = 'from') {
  const clock = new ManualClock()
  const server = memoryCoordinator({ clock })
  const runs: string[] = []
  const pushed: { readonly by: string; readonly reply: Reply }[] = []
  const side = (name: string) => {
    const shared = connection(server)
    const logger = recordingLogger()
    const robot = new Robot({
      token: 'weixin',
      sessions: false,
      account: 'gh_test',
      // No sign of life: only the steps in question are counted.
      leaseMs: 600_000,
      pusher: { send: async (_, it) => void pushed.push({ by: name, reply: it }) },
      coordinator: shared.coordinator,
      clock,
      logger,
      ...options,
    })
    const work = async (): Promise<string> => {
      runs.push(name)
      await clock.sleep(ms)
      return `${words} ${name}`
    }
    robot.text(work).on(`event:${xpay}`, async () => {
      await work()
      throw new Error('the shop is down')
    })
    const steps = () => logger.lines.flatMap(({ fields }) => fields?.['step'] ?? [])
    return { shared, robot, user: testUser(robot), steps }
  }
  return { clock, runs, pushed, one: side('one'), two: side('two') }
}

/** What came of a delivery so far. */
function watched(answer: Promise<TestAnswer>) {
  const seen: { answer?: TestAnswer } = {}
  void answer.then((it) => {
    seen.answer = it
  })
  return seen
}

const push = { deadline: { onTimeout: 'push' } } as const
/** Milliseconds from the arrival of a delivery until its deadline, and from there until it must be out. */
const [deadlineMs, graceMs] = [4_500, 300]
const lastOf = (message: Record<string, unknown>) => ({ timestamp: Number(message['CreateTime']) + 10 })

describe('an answer that is late, when the shared coordinator went away after the claim', () => {
  for (const fault of ['throws', 'hangs'] as const) {
    it(`is pushed: the delivery was closed here (the coordinator ${fault})`, async () => {
      const { clock, one, pushed } = pair(6_000, push)
      const first = one.user.send('hello')
      await clock.advance(100)
      one.shared.goDown(fault)
      await clock.advance(10_000)
      expect((await first).body).toBe('success')
      expect(pushed).toEqual([{ by: 'one', reply: reply.text('from one') }])
      expect(one.steps()).toEqual(['close', 'settle'])
      one.shared.comeBack()
      await clock.advance(1_000)
      expect(pushed).toHaveLength(1)
      expect(one.robot.stats).toMatchObject({ coordinatorErrors: 2, pushed: 1, undelivered: 0 })
    })
  }

  for (const fault of ['throws', 'hangs'] as const) {
    it(`is pushed once also when the coordinator has not heard by then that it was closed (${fault})`, async () => {
      const { clock, one, pushed } = pair(6_000, push)
      const first = one.user.send('hello')
      one.shared.goDown(fault, ['close'])
      await clock.advance(5_000)
      expect((await first).body).toBe('success')
      await clock.advance(1_000)
      expect(pushed).toHaveLength(1)
      one.shared.comeBack()
      await clock.advance(0)
      expect(pushed).toHaveLength(1)
    })
  }

  it('is reported and counted where it has no way out', async () => {
    const { clock, one } = pair(6_000, { deadline: { onTimeout: 'success' } })
    const first = one.user.send('hello')
    await clock.advance(100)
    one.shared.goDown('throws')
    await clock.advance(6_000)
    expect((await first).body).toBe('success')
    expect(one.robot.stats).toMatchObject({ undelivered: 1, pushed: 0 })
  })

  it('is reported and counted when the pusher fails too', async () => {
    const pusher = { send: () => Promise.reject(new Error('45047')) }
    const { clock, one } = pair(6_000, { ...push, pusher })
    void one.user.send('hello')
    await clock.advance(100)
    one.shared.goDown('throws')
    await clock.advance(6_000)
    expect(one.robot.stats).toMatchObject({ pushErrors: 1, pushed: 0 })
  })

  it('waits for its user with onTimeout resume', async () => {
    const { clock, one } = pair(6_000, { deadline: { onTimeout: 'resume', placeholder: 'thinking' } })
    const first = one.user.send('hello')
    await clock.advance(100)
    one.shared.goDown('throws')
    await clock.advance(6_000)
    expect((await first).text).toBe('thinking')
    expect((await one.user.send('继续')).text).toBe('from one')
  })
})

describe('a shared coordinator that hangs', () => {
  it('in close: the delivery is answered 300 ms after its deadline, and it is said and counted', async () => {
    const { clock, one } = pair(6_000, push)
    const first = watched(one.user.send('hello'))
    await clock.advance(100)
    one.shared.goDown('hangs')
    await clock.advance(deadlineMs - 100 + graceMs - 1)
    expect(first.answer).toBeUndefined()
    await clock.advance(1)
    expect(first.answer?.body).toBe('success')
    expect(one.robot.stats.coordinatorErrors).toBe(1)
    expect(one.steps()).toEqual(['close'])
  })

  it('in settle: the open delivery carries the answer after a second, and what settle says later changes nothing', async () => {
    const { clock, one, pushed } = pair(1_000, push)
    const first = watched(one.user.send('hello'))
    await clock.advance(100)
    one.shared.goDown('hangs')
    await clock.advance(1_900)
    expect(first.answer?.text).toBe('from one')
    expect(one.steps()).toEqual(['settle'])
    one.shared.comeBack()
    await one.robot.close()
    expect(pushed).toEqual([])
  })

  it('in settle, at the deadline: the delivery carries the answer that is there, and it is not pushed as well', async () => {
    const { clock, one, pushed } = pair(4_400, push)
    const first = watched(one.user.send('hello'))
    await clock.advance(100)
    one.shared.goDown('hangs')
    await clock.advance(deadlineMs - 100)
    expect(first.answer?.text).toBe('from one')
    one.shared.comeBack()
    await clock.advance(1_000)
    await one.robot.close()
    expect(pushed).toEqual([])
  })

  it.each([1, 3])(
    'in settle: an answer that was given up elsewhere is pushed after all, in %i parts',
    async (parts) => {
      const words = 'x'.repeat(2_048 * (parts - 1))
      const { clock, one, two, pushed } = pair(5_500, {}, words)
      const message = one.user.message('message:text')
      void one.user.push(message)
      await clock.advance(100)
      const last = watched(two.user.push(message, lastOf(message)))
      await clock.advance(deadlineMs)
      expect(last.answer?.body).toBe('success')
      one.shared.goDown('hangs')
      await clock.advance(2_500)
      expect(pushed).toHaveLength(parts - 1)
      one.shared.comeBack()
      await clock.advance(0)
      const texts = pushed.map((it) => (it.reply.type === 'text' ? it.reply.content : ''))
      expect(texts).toHaveLength(parts)
      expect(texts.join('')).toHaveLength(words.length + ' one'.length)
    },
  )

  it('in close: an answer that turns out to have been left for this delivery by another process is pushed', async () => {
    const { clock, one, two, pushed } = pair(9_600)
    const message = one.user.message('message:text')
    void one.user.push(message)
    await clock.advance(5_000)
    two.shared.goDown('hangs', ['wait', 'close'])
    const last = watched(two.user.push(message, lastOf(message)))
    await clock.advance(deadlineMs + graceMs)
    expect(last.answer?.body).toBe('success')
    two.shared.comeBack()
    await clock.advance(0)
    expect(pushed).toEqual([{ by: 'two', reply: reply.text('from one') }])
  })

  it('in heartbeat, until the lease is over: who is at the message goes on with it, and does not begin anew', async () => {
    const { clock, one, runs } = pair(12_000, { leaseMs: 8_000 })
    const message = one.user.message('message:text')
    void one.user.push(message)
    await clock.advance(100)
    one.shared.goDown('throws', ['heartbeat'])
    await clock.advance(9_900)
    one.shared.comeBack()
    const last = watched(one.user.push(message, lastOf(message)))
    await clock.advance(4_000)
    expect(last.answer?.text).toBe('from one')
    expect(runs).toEqual(['one'])
    expect(one.robot.stats).toMatchObject({ handled: 1, duplicates: 1 })
  })

  it('in wait: a redelivery here carries the answer of what runs here', async () => {
    const { clock, one } = pair(2_000)
    one.shared.goDown('hangs', ['wait'])
    const message = one.user.message('message:text')
    void one.user.push(message)
    await clock.advance(100)
    const second = watched(one.user.push(message))
    await clock.advance(1_900)
    expect(second.answer?.text).toBe('from one')
  })

  it('in wait: the last delivery of what runs elsewhere gets success in time', async () => {
    const { clock, one, two } = pair(20_000)
    const message = one.user.message('message:text')
    void one.user.push(message)
    await clock.advance(100)
    two.shared.goDown('hangs', ['wait', 'close'])
    const last = watched(two.user.push(message, lastOf(message)))
    await clock.advance(deadlineMs + graceMs)
    expect(last.answer?.body).toBe('success')
    expect(two.steps()).toEqual(['close'])
  })

  it('in turn: nobody waits in its line any more once a sign of life finds it silent', async () => {
    const { clock, one, runs } = pair(20_000, { ...push, leaseMs: 3_000 })
    void one.user.send('1')
    void one.user.send('2')
    await clock.advance(100)
    expect(runs).toEqual(['one'])
    one.shared.goDown('hangs')
    await clock.advance(1_800)
    expect(runs).toEqual(['one'])
    await clock.advance(200)
    expect(runs).toEqual(['one', 'one'])
    expect(one.steps()).toEqual(['heartbeat', 'heartbeat'])
  })

  it('in release: a push about goods whose handler failed is refused after a second, and runs again', async () => {
    const { clock, one, runs } = pair(1_000)
    const message = one.user.message(`event:${xpay}`)
    const first = watched(one.user.push(message))
    await clock.advance(100)
    one.shared.goDown('hangs')
    await clock.advance(1_900)
    expect(first.answer?.status).toBe(500)
    expect(one.steps()).toEqual(['release'])
    void one.user.push(message)
    await clock.advance(2_000)
    expect(runs).toEqual(['one', 'one'])
  })

  it('in heartbeat: it is said and counted, and the handler goes on', async () => {
    const { clock, one } = pair(2_500, { leaseMs: 3_000 })
    one.shared.goDown('hangs', ['heartbeat'])
    const first = watched(one.user.send('hello'))
    await clock.advance(2_500)
    expect(first.answer?.text).toBe('from one')
    expect(one.steps()).toEqual(['heartbeat'])
  })

  it('in claim: what it claims too late is given back, so that nobody waits in line behind it', async () => {
    const { clock, one, two } = pair(100)
    one.shared.goDown('hangs')
    const first = watched(one.user.send('1'))
    await clock.advance(1_100)
    expect(first.answer?.text).toBe('from one')
    one.shared.comeBack()
    await clock.advance(0)
    const next = watched(two.user.send('2'))
    await clock.advance(100)
    expect(next.answer?.text).toBe('from two')
  })

  it('in claim, asked again because the owner was lost: the last delivery is answered in time', async () => {
    const { clock, one, two } = pair(20_000, { leaseMs: 4_300 })
    const message = one.user.message('message:text')
    one.shared.goDown('throws', ['heartbeat'])
    void one.user.push(message)
    await clock.advance(100)
    const last = watched(two.user.push(message, lastOf(message)))
    await clock.advance(100)
    two.shared.goDown('hangs', ['claim', 'close'])
    await clock.advance(deadlineMs - 100 + graceMs)
    expect(last.answer?.body).toBe('success')
  })

  it('holds up no robot that is closed', async () => {
    const { clock, one } = pair(6_000, push)
    void one.user.send('hello')
    await clock.advance(100)
    one.shared.goDown('hangs')
    let isClosed = false
    void one.robot.close().then(() => {
      isClosed = true
    })
    await clock.advance(8_000)
    expect(isClosed).toBe(true)
  })
})

describe('waiting for what another process handles, when the shared coordinator fails meanwhile', () => {
  async function breakOff(kind: 'message:text' | `event:${typeof xpay}`, when: 'early' | 'last') {
    const all = pair(6_000)
    const { clock, one, two } = all
    const message = one.user.message(kind)
    void one.user.push(message)
    await clock.advance(100)
    two.shared.goDown('hangs', ['wait'])
    const joined = watched(two.user.push(message, when === 'last' ? lastOf(message) : {}))
    await clock.advance(100)
    expect(joined.answer).toBeUndefined()
    two.shared.breakOff()
    await clock.advance(0)
    expect(two.steps()).toEqual(['wait'])
    expect(two.robot.stats.coordinatorErrors).toBe(1)
    return { ...all, answer: joined.answer }
  }

  it('the last delivery gets success, no banner, and whoever has the message pushes the answer', async () => {
    const { answer, clock, pushed } = await breakOff('message:text', 'last')
    expect([answer?.status, answer?.body]).toEqual([200, 'success'])
    await clock.advance(6_000)
    expect(pushed).toEqual([{ by: 'one', reply: reply.text('from one') }])
  })

  it('an early delivery is left for WeChat to deliver again', async () => {
    const { answer } = await breakOff('message:text', 'early')
    expect(answer?.status).toBe(503)
  })

  it.each(['early', 'last'] as const)(
    'a push about goods is not acknowledged, and says so: %s delivery',
    async (when) => {
      const { answer, two } = await breakOff(`event:${xpay}`, when)
      expect(answer?.status).toBe(500)
      expect(answer?.body).toContain('<ErrCode>1</ErrCode>')
      expect(two.robot.stats.unacknowledged).toBe(1)
    },
  )

  it('a delivery of what runs here waits on, and carries the answer', async () => {
    const { clock, one } = pair(2_000)
    one.shared.goDown('hangs', ['wait'])
    const message = one.user.message('message:text')
    void one.user.push(message)
    await clock.advance(100)
    const second = watched(one.user.push(message))
    await clock.advance(100)
    one.shared.breakOff()
    await clock.advance(100)
    expect(second.answer).toBeUndefined()
    await clock.advance(1_700)
    expect(second.answer?.text).toBe('from one')
    expect(one.steps()).toEqual(['wait'])
  })
})
