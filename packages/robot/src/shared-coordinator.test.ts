import { type Coordinator, memoryCoordinator } from '@wx/context-store'
import { type Logger, ManualClock, silentLogger } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

/** Two robots, as in two processes, on one coordinator. */
function pair(ms: number, clock = new ManualClock()) {
  const coordinator = memoryCoordinator({ clock })
  const runs: string[] = []
  const robot = (name: string) =>
    new Robot({ token: 'weixin', sessions: false, clock, coordinator, account: 'gh_test', logger: silentLogger }).text(
      async () => {
        runs.push(name)
        await clock.sleep(ms)
        return `from ${name}`
      },
    )
  const [one, two] = [robot('one'), robot('two')]
  return { clock, runs, robots: [one, two], one: testUser(one), two: testUser(two) }
}

describe('two processes that share a coordinator', () => {
  it('handle a message once, and the redelivery the other one gets carries the answer', async () => {
    const { clock, runs, one, two } = pair(6_000)
    const push = one.message('message:text')
    void one.push(push)
    await clock.advance(5_000)
    const second = two.push(push)
    await clock.advance(1_000)
    expect((await second).text).toBe('from one')
    expect(runs).toEqual(['one'])
  })

  it('take a delivery that WeChat cut for no failure of the coordinator', async () => {
    const { clock, robots, one, two } = pair(6_500)
    const push = one.message('message:text')
    void one.push(push)
    const hangUp = new AbortController()
    const second = two.push(push, { signal: hangUp.signal })
    await clock.advance(5_000)
    hangUp.abort()
    expect((await second).status).toBe(503)
    expect(robots.map((it) => it.stats.coordinatorErrors)).toEqual([0, 0])
  })

  it("keep one user's messages in order between them", async () => {
    const { clock, runs, one, two } = pair(1_000)
    const first = one.send('1')
    const second = two.send('2')
    await clock.advance(1_000)
    expect((await first).text).toBe('from one')
    expect(runs).toEqual(['one', 'two'])
    await clock.advance(1_000)
    expect((await second).text).toBe('from two')
  })
})

/** A coordinator that stops answering, or answers with errors, when told to. */
function frail(inner: Coordinator) {
  let isDown: 'no' | 'throws' | 'hangs' = 'no'
  const coordinator = new Proxy(inner, {
    get: (target, name: keyof Coordinator) =>
      ((...given: never[]) => {
        if (isDown === 'throws') throw new Error('connection refused')
        if (isDown === 'hangs') return new Promise(() => {})
        return Promise.resolve((target[name] as (...it: never[]) => unknown)(...given))
      }) as never,
  })
  return {
    coordinator,
    goDown(how: 'throws' | 'hangs') {
      isDown = how
    },
    comeBack() {
      isDown = 'no'
    },
  }
}

describe('a shared coordinator that is out of reach', () => {
  function setUp() {
    const clock = new ManualClock()
    const shared = frail(memoryCoordinator({ clock }))
    const lines: string[] = []
    const logger: Logger = { ...silentLogger, error: (line) => void lines.push(line) }
    const robot = new Robot({ token: 'weixin', sessions: false, clock, coordinator: shared.coordinator, logger })
    let runs = 0
    robot.text(async () => `answer ${++runs}`)
    return { clock, shared, lines, robot, user: testUser(robot), runs: () => runs }
  }

  it('is replaced by the local one, said and counted', async () => {
    const { shared, lines, robot, user } = setUp()
    shared.goDown('throws')
    expect((await user.send('hello')).text).toBe('answer 1')
    expect(robot.stats.coordinatorErrors).toBe(1)
    expect(lines.join()).toContain('goes on with its own')
  })

  it('is not waited for longer than a second when it hangs', async () => {
    const { clock, shared, user } = setUp()
    shared.goDown('hangs')
    const answer = user.send('hello')
    await clock.advance(1_000)
    expect((await answer).text).toBe('answer 1')
  })

  it('does not make a message run again that was claimed before it went away', async () => {
    const { shared, user, runs } = setUp()
    const push = user.message('message:text')
    await user.push(push)
    shared.goDown('throws')
    expect((await user.push(push)).text).toBe('answer 1')
    expect(runs()).toBe(1)
  })

  it('does not make a message run again that was claimed while it was away', async () => {
    const { clock, shared, user, runs } = setUp()
    const push = user.message('message:text')
    shared.goDown('throws')
    await user.push(push)
    shared.comeBack()
    await clock.advance(5_000)
    expect((await user.push(push)).text).toBe('answer 1')
    expect(runs()).toBe(1)
  })

  it('does not make any message run again of the many that were claimed while it was away', async () => {
    const { clock, shared, user, runs } = setUp()
    const pushes = [1, 2, 3].map(() => user.message('message:text'))
    shared.goDown('throws')
    for (const push of pushes) await user.push(push)
    shared.comeBack()
    await clock.advance(5_000)
    for (const push of pushes) await user.push(push)
    expect(runs()).toBe(3)
  })

  it('is used again when it is back', async () => {
    const { clock, shared, user, robot } = setUp()
    shared.goDown('throws')
    await user.send('1')
    shared.comeBack()
    await clock.advance(2_000)
    await user.send('2')
    expect(robot.stats.coordinatorErrors).toBe(1)
  })

  it('still lets the open delivery carry the answer when it goes away in the middle', async () => {
    const { clock, shared, robot } = setUp()
    const other = new Robot({
      token: 'weixin',
      sessions: false,
      clock,
      coordinator: shared.coordinator,
      logger: silentLogger,
    })
    other.text(async () => {
      shared.goDown('throws')
      await clock.sleep(1_000)
      return 'still here'
    })
    const answer = testUser(other).send('hello')
    await clock.advance(1_000)
    expect((await answer).text).toBe('still here')
    await robot.close()
  })
})

describe('an owner that died', () => {
  /** Claims a message like a process that is then killed: nobody ever settles. */
  async function orphan(onLostOwner: 'rerun' | 'drop') {
    const clock = new ManualClock()
    const inner = memoryCoordinator({ clock })
    const dead = new Robot({
      token: 'weixin',
      sessions: false,
      account: 'gh_test',
      clock,
      logger: silentLogger,
      coordinator: { ...bind(inner), heartbeat: () => true, settle: () => 'lost' },
    })
    dead.text(() => new Promise<string>(() => {}))
    const robot = new Robot({
      token: 'weixin',
      sessions: false,
      account: 'gh_test',
      clock,
      logger: silentLogger,
      coordinator: inner,
      onLostOwner,
    })
    let runs = 0
    robot.text(async () => `run ${++runs}`)
    const push = testUser(dead).message('message:text')
    void testUser(dead).push(push)
    await clock.advance(5_000)
    const second = testUser(robot).push(push)
    await clock.advance(4_000)
    return { second, runs: () => runs }
  }

  it('leaves its message to the redelivery that waits: rerun', async () => {
    const { second, runs } = await orphan('rerun')
    expect((await second).text).toBe('run 1')
    expect(runs()).toBe(1)
  })

  it('takes its message with it: drop', async () => {
    const { second, runs } = await orphan('drop')
    expect((await second).body).toBe('success')
    expect(runs()).toBe(0)
  })
})

const bind = (inner: Coordinator): Coordinator => ({
  claim: inner.claim.bind(inner),
  heartbeat: inner.heartbeat.bind(inner),
  turn: inner.turn.bind(inner),
  settle: inner.settle.bind(inner),
  release: inner.release.bind(inner),
  close: inner.close.bind(inner),
  wait: inner.wait.bind(inner),
  once: inner.once.bind(inner),
  lock: inner.lock.bind(inner),
})
