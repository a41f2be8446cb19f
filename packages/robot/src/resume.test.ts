import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ContextStore, memoryCoordinator } from '@wx/context-store'
import { fileSessions } from '@wx/context-store/file'
import { ManualClock } from '@wx/core'
import { type RecordingLogger, recordingLogger } from '@wx/core/testing'
import { reply, textLimit } from '@wx/xml-messages'
import { describe, expect, it } from 'vitest'
import type { DeadlineOptions, RobotOptions } from './options.js'
import { Robot } from './robot.js'
import { type TestAnswer, type TestUser, testUser } from './testing/index.js'

/** A robot that thinks as many seconds as the user says, and may not push. */
function thinker(deadline: DeadlineOptions = {}, options: Partial<RobotOptions> = {}) {
  const clock = (options.clock as ManualClock | undefined) ?? new ManualClock()
  const logger = (options.logger as RecordingLogger | undefined) ?? recordingLogger()
  const robot = new Robot({
    token: 'weixin',
    account: 'gh_test',
    ...options,
    clock,
    logger,
    deadline: {
      onTimeout: 'resume',
      placeholder: 'wait',
      thinking: 'thinking',
      gone: 'gone',
      more: '(more)',
      ...deadline,
    },
  })
  robot.hears(/^think (\d+) ?(.*)$/s, async (ctx) => {
    await clock.sleep(Number(ctx.match?.[1]) * 1_000)
    if (ctx.match?.[2] === 'nothing') return
    if (ctx.match?.[2] === 'image') return reply.image('m1')
    return ctx.match?.[2] || 'thought'
  })
  robot.hears(/^继续|continue$/, () => 'ordinary')
  robot.text((ctx) => `echo ${ctx.message.content}`)
  return { robot, clock, logger, user: testUser(robot) }
}

/** What one delivery gets while the clock runs for as long as WeChat would wait. */
async function answerOf(clock: ManualClock, delivery: Promise<TestAnswer>, ms = 5_000): Promise<string | undefined> {
  let answer: TestAnswer | undefined
  void delivery.then((it) => {
    answer = it
  })
  await clock.advance(ms)
  return answer?.text ?? answer?.body
}

const say = (clock: ManualClock, user: TestUser, content: string): Promise<string | undefined> =>
  answerOf(clock, user.send(content))

describe('onTimeout: resume', () => {
  it('answers the first delivery with the placeholder, and the answer when the user writes 继续', async () => {
    const { clock, user, robot } = thinker()
    expect(await say(clock, user, 'think 8')).toBe('wait')
    await clock.advance(5_000)
    expect(await say(clock, user, '继续')).toBe('thought')
    expect(robot.stats).toMatchObject({ resumed: 1, handled: 1, undelivered: 0, expired: 0 })
  })

  it('says in Chinese what to send, where no texts were given', async () => {
    const clock = new ManualClock()
    const robot = new Robot({ token: 'weixin', clock, deadline: { onTimeout: 'resume', resumeWords: ['答案'] } })
    robot.text(() => clock.sleep(9_000).then(() => 'late'))
    const user = testUser(robot)
    expect(await say(clock, user, 'hello')).toMatch(/思考.*发送「答案」/)
    expect(await say(clock, user, '答案')).toBe('late')
  })

  it('answers in time what is done in time, without a placeholder', async () => {
    const { clock, user } = thinker()
    expect(await say(clock, user, 'think 4')).toBe('thought')
    expect(await say(clock, user, 'hello')).toBe('echo hello')
  })

  it('waits a while for the answer when the user writes 继续 early, and then says that it still thinks', async () => {
    const { clock, user } = thinker()
    expect(await say(clock, user, 'think 17')).toBe('wait')
    expect(await say(clock, user, '继续')).toBe('thinking')
    expect(await say(clock, user, ' Continue ')).toBe('thinking')
    expect(await say(clock, user, '继续')).toBe('thought')
  })

  it('answers a word that came early in the moment the answer is there', async () => {
    const { clock, user } = thinker()
    await say(clock, user, 'think 8')
    const word = user.send('继续')
    expect(await answerOf(clock, word, 3_000)).toBe('thought')
  })

  it('takes the word past the line of the user, whose head is what it asks for', async () => {
    const { clock, user } = thinker()
    expect(await say(clock, user, 'think 30')).toBe('wait')
    expect(await answerOf(clock, user.send('继续'), 4_300)).toBe('thinking')
  })

  it('takes the word also when the line of the user is full', async () => {
    const { clock, user, robot } = thinker({}, { lineLimit: 1 })
    expect(await say(clock, user, 'think 30')).toBe('wait')
    expect(await say(clock, user, '继续')).toBe('thinking')
    expect(robot.stats.overflow).toBe(0)
  })

  it('keeps an answer that was fetched too late to be carried', async () => {
    const clock = new ManualClock()
    const sessions = new ContextStore({ clock })
    const { user, robot } = thinker({}, { clock, sessions })
    await say(clock, user, 'think 6')
    await clock.advance(5_000)
    const update = sessions.update.bind(sessions)
    // A store that needs longer than the delivery has.
    sessions.update = async (...given) => {
      const result = await update(...given)
      await clock.sleep(5_000)
      return result
    }
    expect(await say(clock, user, '继续')).toBe('thinking')
    sessions.update = update
    await clock.advance(5_000)
    expect(robot.stats.resumed).toBe(0)
    expect(await say(clock, user, '继续')).toBe('thought')
  })

  it('hands out several answers one by one, in the order of the questions, and says that more is waiting', async () => {
    const { clock, user } = thinker()
    const first = answerOf(clock, user.send('think 6 one'))
    const second = answerOf(clock, user.send('think 6 two'))
    const third = answerOf(clock, user.send('think 6 three'))
    expect(await Promise.all([first, second, third])).toEqual(['wait', 'wait', 'wait'])
    await clock.advance(20_000)
    expect(await say(clock, user, '继续')).toBe('one\n\n(more)')
    expect(await say(clock, user, '继续')).toBe('two\n\n(more)')
    expect(await say(clock, user, '继续')).toBe('three')
    expect(await say(clock, user, '继续')).toBe('ordinary')
  })

  it('leaves the word to the handlers where nobody waits for anything', async () => {
    const { clock, user } = thinker()
    expect(await say(clock, user, '继续')).toBe('ordinary')
    await say(clock, user, 'think 6')
    expect(await say(clock, testUser(thinker().robot, { openid: 'oOther' }), '继续')).toBe('ordinary')
  })

  it('carries the same answer on a redelivery of the word', async () => {
    const { clock, user, robot } = thinker()
    await say(clock, user, 'think 6')
    await clock.advance(5_000)
    const word = user.message('message:text', { Content: '继续' })
    expect(await answerOf(clock, user.push(word))).toBe('thought')
    expect(await answerOf(clock, user.push(word))).toBe('thought')
    expect(robot.stats.resumed).toBe(1)
  })

  it('puts off again who comes later for what was closed', async () => {
    const { clock, user } = thinker()
    const push = user.message('message:text', { Content: 'think 9' })
    expect(await answerOf(clock, user.push(push))).toBe('wait')
    expect(await answerOf(clock, user.push(push), 1_000)).toBe('wait')
    await clock.advance(5_000)
    expect(await say(clock, user, '继续')).toBe('thought')
    expect(await say(clock, user, '继续')).toBe('ordinary')
  })

  it('keeps replies of every kind', async () => {
    const { clock, user } = thinker()
    await say(clock, user, 'think 6 image')
    await clock.advance(5_000)
    const word = user.send('继续')
    await clock.advance(1_000)
    expect((await word).fields).toMatchObject({ MsgType: 'image', Image: { MediaId: 'm1' } })
  })

  it('says that there will be no answer, when the handler had none', async () => {
    const { clock, user } = thinker()
    await say(clock, user, 'think 6 nothing')
    await clock.advance(5_000)
    // `robot.text` is asked after it, as ever.
    expect(await say(clock, user, '继续')).toBe('echo think 6 nothing')
    const quiet = new Robot({ token: 'weixin', clock, deadline: { onTimeout: 'resume', gone: 'gone' } })
    quiet.text(() => clock.sleep(6_000))
    const listener = testUser(quiet)
    await say(clock, listener, 'hello')
    await clock.advance(5_000)
    expect(await say(clock, listener, '继续')).toBe('gone')
    expect(quiet.stats.expired).toBe(0)
  })

  it('gives what robot.catch says as the late answer of a handler that failed', async () => {
    const { clock, user, robot } = thinker()
    robot.catch(() => 'sorry')
    robot.image(async () => {
      await clock.sleep(6_000)
      throw new Error('no')
    })
    expect(await answerOf(clock, user.push(user.message('message:image')))).toBe('wait')
    await clock.advance(5_000)
    expect(await say(clock, user, '继续')).toBe('sorry')
  })

  it('reports an answer that nobody fetches in time, and tells a user who comes after that', async () => {
    const { clock, user, robot, logger } = thinker({ keepSeconds: 60 })
    await say(clock, user, 'think 6')
    await clock.advance(70_000)
    expect(robot.stats.expired).toBe(0)
    expect(await say(clock, user, '继续')).toBe('gone')
    expect(robot.stats.expired).toBe(1)
    expect(logger.lines.filter(({ message }) => message.includes('not fetched in time'))).toHaveLength(1)
    expect(await say(clock, user, '继续')).toBe('ordinary')
  })

  it('reports it also when the user never comes back, with the next message of anybody', async () => {
    const { clock, user, robot } = thinker({ keepSeconds: 60 })
    await say(clock, user, 'think 6')
    await clock.advance(70_000)
    await say(clock, testUser(robot, { openid: 'oOther' }), 'hello')
    expect(robot.stats.expired).toBe(1)
    expect(await say(clock, user, '继续')).toBe('ordinary')
  })

  it('gives up an answer whose process died, and reports it', async () => {
    const [clock, stopped] = [new ManualClock(), new ManualClock()]
    const shared = { sessions: new ContextStore({ clock }), handlerTimeout: 20_000, leaseMs: 8_000 }
    const dying = thinker({}, { ...shared, clock: stopped })
    expect(await say(stopped, dying.user, 'think 10')).toBe('wait')
    const { user, robot } = thinker({}, { ...shared, clock })
    await clock.advance(25_000)
    expect(await say(clock, user, '继续')).toBe('thinking')
    await clock.advance(5_000)
    expect(await say(clock, user, '继续')).toBe('gone')
    expect(robot.stats.expired).toBe(1)
    await stopped.advance(10_000)
    expect(await say(clock, user, '继续')).toBe('thought')
  })

  it('does not put off what no user reads the answer to', async () => {
    const { clock, robot, user } = thinker()
    robot.on('event:view', () => clock.sleep(6_000).then(() => 'late'))
    expect(await answerOf(clock, user.event('view'))).toBe('success')
    await clock.advance(5_000)
    expect(await say(clock, user, '继续')).toBe('ordinary')
  })
})

describe('late answers in a store', () => {
  it('are found by a robot made anew, and by another process', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'wx-robot-'))
    try {
      const clock = new ManualClock()
      const before = thinker({}, { clock, sessions: fileSessions(dir, { clock }) })
      let think = (_: string): void => {}
      const thinking = new Promise<string>((resolve) => {
        think = resolve
      })
      before.robot.image(() => thinking)
      const question = before.user.push(before.user.message('message:image'))
      await clock.advance(5_000)
      expect((await question).text).toBe('wait')
      think('thought')
      await before.robot.close()
      const { user } = thinker({}, { clock, sessions: fileSessions(dir, { clock }) })
      expect((await user.send('继续')).text).toBe('thought')
      expect((await user.send('继续')).text).toBe('ordinary')
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  })

  it('are fetched once by two processes that are asked at the same time', async () => {
    const clock = new ManualClock()
    const shared = { clock, sessions: new ContextStore({ clock }), coordinator: memoryCoordinator({ clock }) }
    const [one, two] = [thinker({}, shared), thinker({}, shared)]
    await say(clock, one.user, 'think 6')
    await clock.advance(5_000)
    const answers = await Promise.all([say(clock, one.user, '继续'), say(clock, two.user, '继续')])
    expect(answers.filter((it) => it === 'thought')).toHaveLength(1)
  })

  it('stand beside the session, which does not see them', async () => {
    const clock = new ManualClock()
    const sessions = new ContextStore({ clock })
    const { user } = thinker({}, { clock, sessions })
    await say(clock, user, 'think 6')
    expect((await sessions.open(user.openid, { account: 'gh_test' })).keys()).toEqual([])
  })

  it('are reported when the store fails, and messages are handled all the same', async () => {
    const broken = new ContextStore()
    broken.update = () => Promise.reject(new Error('the disk is full'))
    broken.open = () => Promise.reject(new Error('the disk is full'))
    const { clock, user, robot, logger } = thinker({}, { sessions: broken })
    expect(await say(clock, user, 'think 6')).toBe('wait')
    await clock.advance(5_000)
    expect(robot.stats.undelivered).toBe(1)
    expect(logger.lines.some(({ message }) => message.includes('the store that should keep it failed'))).toBe(true)
    expect(await say(clock, user, '继续')).toBe('ordinary')
  })
})

describe('a text that is too long, where nothing can be pushed', () => {
  const long = Array.from({ length: 120 }, (_, line) => `${line}: ${'汉'.repeat(12)}`).join('\n')

  it('is answered in parts, the next one for each 继续, none over the limit', async () => {
    const { clock, user } = thinker()
    const parts = [await say(clock, user, `think 0 ${long}`)]
    while (parts.at(-1)?.endsWith('\n\n(more)')) parts.push(await say(clock, user, '继续'))
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.filter((it) => Buffer.byteLength(it ?? '') > textLimit)).toEqual([])
    expect(parts.map((it) => it?.replace('\n\n(more)', '')).join('\n')).toBe(long)
  })

  it('comes in parts too when it was late', async () => {
    const { clock, user } = thinker()
    expect(await say(clock, user, `think 6 ${long}`)).toBe('wait')
    const parts: (string | undefined)[] = []
    do parts.push(await say(clock, user, '继续'))
    while (parts.at(-1)?.endsWith('\n\n(more)'))
    expect(parts.map((it) => it?.replace('\n\n(more)', '')).join('\n')).toBe(long)
  })

  it("is refused with longText: 'refuse'", async () => {
    const { clock, user } = thinker({}, { longText: 'refuse' })
    expect(await say(clock, user, `think 0 ${long}`)).toBe('success')
  })
})

describe("resumeOn: 'message'", () => {
  it('answers any message with what waits, and keeps its own answer behind that', async () => {
    const { clock, user, robot } = thinker({ resumeOn: 'message' })
    await say(clock, user, 'think 6')
    await clock.advance(5_000)
    expect(await say(clock, user, 'hello')).toBe('thought\n\n(more)')
    expect(await say(clock, user, '继续')).toBe('echo hello')
    expect(await say(clock, user, 'again')).toBe('echo again')
    expect(robot.stats.resumed).toBe(2)
  })

  it('handles a message as ever while nothing is ready', async () => {
    const { clock, user } = thinker({ resumeOn: 'message' })
    expect(await say(clock, user, 'hello')).toBe('echo hello')
  })
})

describe('the settings of resume', () => {
  const make = (deadline: DeadlineOptions) => () => new Robot({ token: 'weixin', deadline })

  it('are refused with another policy', () => {
    expect(make({ placeholder: 'wait' })).toThrow(/deadline.placeholder.*only with onTimeout 'resume'/)
    expect(make({ onTimeout: 'success', resumeWords: ['继续'] })).toThrow(/deadline.resumeWords/)
  })

  it('must be such that WeChat shows them', () => {
    const resume = { onTimeout: 'resume' } as const
    expect(make({ ...resume, placeholder: '' })).toThrow(/deadline.placeholder/)
    expect(make({ ...resume, gone: '汉'.repeat(700) })).toThrow(/deadline.gone/)
    expect(make({ ...resume, more: '汉'.repeat(70) })).toThrow(/deadline.more/)
    expect(make({ ...resume, resumeWords: [] })).toThrow(/deadline.resumeWords/)
    expect(make({ ...resume, resumeWords: [' '] })).toThrow(/deadline.resumeWords/)
    expect(make({ ...resume, keepSeconds: 0 })).toThrow(/deadline.keepSeconds/)
    expect(make({ ...resume, keepSeconds: Number.POSITIVE_INFINITY })).toThrow(/deadline.keepSeconds/)
    expect(make({ ...resume, resumeOn: 'never' as 'word' })).toThrow(/deadline.resumeOn/)
  })
})
