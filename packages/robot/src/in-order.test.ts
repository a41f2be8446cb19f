import { type Logger, ManualClock, silentLogger } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

describe('the line of one user', () => {
  it("handles one user's messages one after the other, in the order they came, whatever each takes", async () => {
    const clock = new ManualClock()
    const robot = new Robot({ token: 'weixin', sessions: false, clock })
    const log: string[] = []
    const delays: Record<string, number> = { a: 900, b: 10, c: 400 }
    robot.text(async ({ message }) => {
      log.push(`start ${message.content}`)
      await clock.sleep(delays[message.content] ?? 0)
      log.push(`end ${message.content}`)
      return message.content
    })
    const user = testUser(robot)
    const all = Promise.all(['a', 'b', 'c'].map((it) => user.send(it)))
    await clock.advance(2_000)
    expect((await all).map((it) => it.text)).toEqual(['a', 'b', 'c'])
    expect(log).toEqual(['start a', 'end a', 'start b', 'end b', 'start c', 'end c'])
  })

  it('holds no other user up', async () => {
    const clock = new ManualClock()
    const robot = new Robot({ token: 'weixin', sessions: false, clock })
    robot.hears('slow', async () => {
      await clock.sleep(4_000)
      return 'slow'
    })
    robot.hears('fast', async () => 'fast')
    const slow = testUser(robot, { openid: 'oSlow' }).send('slow')
    expect((await testUser(robot, { openid: 'oFast' }).send('fast')).text).toBe('fast')
    await clock.advance(4_000)
    expect((await slow).text).toBe('slow')
  })

  it('goes on after a handler that failed', async () => {
    const robot = new Robot({ token: 'weixin', sessions: false, logger: silentLogger })
    robot.hears('bad', async () => {
      throw new Error('no')
    })
    robot.hears('good', async () => 'good')
    const user = testUser(robot)
    const [bad, good] = await Promise.all([user.send('bad'), user.send('good')])
    expect([bad.body, good.text]).toEqual(['success', 'good'])
  })

  it('is bounded: what does not fit is left for WeChat to deliver again, and said', async () => {
    const clock = new ManualClock()
    const lines: string[] = []
    const logger: Logger = { ...silentLogger, warn: (line) => void lines.push(line) }
    const robot = new Robot({ token: 'weixin', sessions: false, clock, lineLimit: 2, logger })
    robot.text(async ({ message }) => {
      await clock.sleep(1_000)
      return message.content
    })
    const user = testUser(robot)
    const first = user.send('1')
    const second = user.send('2')
    const third = user.message('message:text', { Content: '3' })
    expect((await user.push(third)).status).toBe(503)
    expect(robot.stats.overflow).toBe(1)
    expect(lines.join()).toContain('lineLimit')
    await clock.advance(2_000)
    expect([(await first).text, (await second).text]).toEqual(['1', '2'])
    const again = user.push(third)
    await clock.advance(1_000)
    expect((await again).text).toBe('3')
  })

  it('drops what does not fit on its last delivery, with success: a banner helps nobody', async () => {
    const clock = new ManualClock()
    const robot = new Robot({ token: 'weixin', sessions: false, clock, lineLimit: 1, logger: silentLogger })
    robot.text(() => clock.sleep(60_000))
    const user = testUser(robot)
    void user.send('1')
    const late = user.message('message:text')
    const answer = await user.push(late, { timestamp: Number(late['CreateTime']) + 10 })
    expect(answer.body).toBe('success')
  })

  it('is not taken by pushes without a user', async () => {
    const clock = new ManualClock()
    const robot = new Robot({ token: 'weixin', sessions: false, clock, lineLimit: 1 })
    let open = 0
    let most = 0
    robot.on('event', async () => {
      most = Math.max(most, ++open)
      await clock.sleep(1_000)
      open--
    })
    const user = testUser(robot)
    const all = Promise.all(
      [1, 2, 3].map((it) => user.event('weapp_audit_success', { FromUserName: '', Extra: String(it) })),
    )
    await clock.advance(1_000)
    expect((await all).map((it) => it.body)).toEqual(['success', 'success', 'success'])
    expect(most).toBe(3)
  })

  it('is not waited for by what a handler calls: a push to the same user goes out at once', async () => {
    const sent: unknown[] = []
    const robot = new Robot({
      token: 'weixin',
      sessions: false,
      pusher: { send: async (...given) => void sent.push(given) },
    })
    robot.text(async (ctx) => {
      await ctx.push('first this')
      return `pushed ${sent.length}`
    })
    expect((await testUser(robot).send('hello')).text).toBe('pushed 1')
  })
})
