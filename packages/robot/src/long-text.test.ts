import { recordingLogger } from '@wx/core/testing'
import { signQuery } from '@wx/crypto/testing'
import { type Reply, reply, textLimit } from '@wx/xml-messages'
import { renderPush } from '@wx/xml-messages/push'
import { describe, expect, it } from 'vitest'
import type { RobotOptions } from './options.js'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

const bytes = (text: string) => Buffer.byteLength(text)
describe('a text over 2,048 bytes', () => {
  const long = Array.from({ length: 60 }, (_, line) => `${line}: ${'汉'.repeat(30)}`).join('\n')

  function setUp(text: string, options: Partial<RobotOptions> = {}) {
    const pushed: Reply[] = []
    const logger = recordingLogger()
    const robot = new Robot({ token: 'weixin', sessions: false, logger, ...options })
    robot.text(() => text)
    const pusher = { send: async (_: string, it: Reply) => void pushed.push(it) }
    return { robot, logger, pushed, pusher, user: testUser(robot) }
  }

  it('is split: the first part answers, the rest is pushed in order', async () => {
    const { pusher, pushed } = setUp(long)
    const { robot, user } = setUp(long, { pusher })
    const { text = '' } = await user.send('hi')
    await robot.close()
    const parts = [text, ...pushed.map((it) => (it.type === 'text' ? it.content : ''))]
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.map(bytes).filter((it) => it > textLimit)).toEqual([])
    expect(parts.join('\n')).toBe(long)
    expect(robot.stats.pushed).toBe(parts.length - 1)
  })

  it('keeps a serverless process alive until the rest is out', async () => {
    let finish = (): void => {}
    const sending = new Promise<void>((resolve) => {
      finish = resolve
    })
    const { robot, user } = setUp(long, { pusher: { send: () => sending } })
    const kept: Promise<unknown>[] = []
    const { query } = signQuery({ token: 'weixin' })
    const body = renderPush(user.message('message:text'), 'xml')
    const answer = await robot.handle({ method: 'POST', query, body }, { waitUntil: (it) => void kept.push(it) })
    expect(answer.status).toBe(200)
    let isDone = false
    const all = Promise.all(kept).then(() => {
      isDone = true
    })
    await Promise.resolve()
    expect([kept.length, isDone]).toEqual([1, false])
    finish()
    await all
    expect(robot.stats.pushed).toBeGreaterThan(0)
  })

  it('is refused where nothing can carry the rest: the log says how to mend it, the user gets success', async () => {
    for (const options of [{}, { longText: 'refuse', pusher: setUp('').pusher }] as const) {
      const { user, logger } = setUp(long, options)
      expect((await user.send('hi')).body).toBe('success')
      expect(String(logger.lines[0]?.fields?.['error'])).toMatch(/has \d+ bytes of UTF-8, more than the 2048 .* pusher/)
    }
  })

  it('of exactly the limit is sent as it is, one byte more is not', async () => {
    const fits = `${'汉'.repeat(682)}ab`
    expect(bytes(fits)).toBe(textLimit)
    expect((await setUp(fits).user.send('hi')).text).toBe(fits)
    expect((await setUp(`${fits}c`).user.send('hi')).body).toBe('success')
  })

  it('of nothing but blanks shows nothing, and is never an empty text', async () => {
    const { user } = setUp(' \n'.repeat(3_000), { pusher: setUp('').pusher })
    expect((await user.send('hi')).body).toBe('success')
  })

  it('is measured in bytes: other replies are not', async () => {
    const url = `https://example.com/${'x'.repeat(3_000)}`
    const robot = new Robot({ token: 'weixin', sessions: false, logger: recordingLogger() })
    robot.text(() => reply.news([{ title: 't', description: 'd', picUrl: 'p', url }]))
    expect((await testUser(robot).send('hi')).fields?.['MsgType']).toBe('news')
  })
})
