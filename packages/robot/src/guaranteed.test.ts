import { ManualClock, silentLogger } from '@wx/core'
import { eventRows } from '@wx/xml-messages'
import { describe, expect, it } from 'vitest'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

const xpay = 'xpay_goods_deliver_notify'

function shop(handler: () => unknown, options = {}) {
  const robot = new Robot({ token: 'weixin', sessions: false, logger: silentLogger, ...options })
  robot.on(`event:${xpay}`, handler as () => Promise<void>)
  return { robot, user: testUser(robot) }
}

describe('a push whose acknowledgement means money or goods', () => {
  it('is acknowledged with ErrCode 0 in its own format when its handler is done', async () => {
    for (const format of ['xml', 'json'] as const) {
      const { robot } = shop(async () => {})
      const { status, body } = await testUser(robot, { format }).event(xpay)
      expect(status).toBe(200)
      expect(body).toBe(
        format === 'xml'
          ? '<xml><ErrCode>0</ErrCode><ErrMsg><![CDATA[success]]></ErrMsg></xml>'
          : '{"ErrCode":0,"ErrMsg":"success"}',
      )
    }
  })

  it('is not acknowledged when its handler fails, and runs again when WeChat delivers it again', async () => {
    let runs = 0
    const { user, robot } = shop(async () => {
      if (++runs < 3) throw new Error('the shop is down')
    })
    const push = user.message(`event:${xpay}`)
    const answers = [await user.push(push), await user.push(push), await user.push(push), await user.push(push)]
    expect(answers.map((it) => it.status)).toEqual([500, 500, 200, 200])
    expect(answers[0]?.body).toContain('<ErrCode>1</ErrCode>')
    expect(answers[3]?.body).toContain('<ErrCode>0</ErrCode>')
    expect(runs).toBe(3)
    expect(robot.stats.unacknowledged).toBe(2)
  })

  it('is not acknowledged for what robot.catch says: the handler has failed all the same', async () => {
    const { user, robot } = shop(() => {
      throw new Error('no')
    })
    robot.catch((_, ctx) => ctx.reply.success())
    expect((await user.event(xpay)).status).toBe(500)
  })

  it('is not acknowledged while its handler is not done; the answer is kept for the next delivery', async () => {
    const clock = new ManualClock()
    let runs = 0
    const { user } = shop(
      async () => {
        runs++
        await clock.sleep(20_000)
      },
      { clock },
    )
    const push = user.message(`event:${xpay}`)
    const first = user.push(push)
    await clock.advance(4_500)
    expect((await first).status).toBe(500)
    await clock.advance(60_000)
    expect((await user.push(push)).status).toBe(200)
    expect(runs).toBe(1)
  })

  it('is remembered as long as the platform may ask, which is far beyond an ordinary message', async () => {
    const clock = new ManualClock()
    let runs = 0
    const { user } = shop(
      async () => {
        runs++
      },
      { clock },
    )
    const push = user.message(`event:${xpay}`)
    await user.push(push)
    await clock.advance(3_600_000)
    expect((await user.push(push)).status).toBe(200)
    expect(runs).toBe(1)
  })

  it('is not acknowledged when nobody handles it', async () => {
    const robot = new Robot({ token: 'weixin', sessions: false, logger: silentLogger })
    robot.text(() => 'hello')
    expect((await testUser(robot).event(xpay)).status).toBe(500)
  })

  it('is handled by a handler for all events, and acknowledged', async () => {
    const robot = new Robot({ token: 'weixin', sessions: false })
    robot.on('event', async () => {})
    expect((await testUser(robot).event(xpay)).status).toBe(200)
  })

  it('is refused inside a sealed envelope when it came sealed', async () => {
    const robot = new Robot({
      token: 'weixin',
      appId: 'wx1',
      encodingAesKey: 'a'.repeat(43),
      sessions: false,
      logger: silentLogger,
    })
    const { response } = await testUser(robot).event(xpay)
    expect(response.status).toBe(500)
    expect(response.body).toContain('<Encrypt>')
  })

  it('is every row the table says so of', async () => {
    const guaranteed = Object.entries(eventRows).filter(([, row]) => row.ack.guaranteed)
    expect(guaranteed.length).toBeGreaterThan(5)
    for (const [event] of guaranteed) {
      const robot = new Robot({ token: 'weixin', sessions: false, logger: silentLogger })
      robot.on('event', () => {
        throw new Error('no')
      })
      const { status } = await testUser(robot).event(event as keyof typeof eventRows)
      expect([event, status]).toEqual([event, 500])
    }
  })
})
