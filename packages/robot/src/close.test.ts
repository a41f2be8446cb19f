import { ManualClock } from '@wx/core'
import { signQuery } from '@wx/crypto/testing'
import { describe, expect, it } from 'vitest'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

describe('close', () => {
  it('waits for the handlers that run, and takes nothing new meanwhile', async () => {
    const clock = new ManualClock()
    const robot = new Robot({
      token: 'weixin',
      sessions: false,
      clock,
      logger: { debug() {}, info() {}, warn() {}, error() {} },
    })
    robot.text(async () => {
      await clock.sleep(2_000)
      return 'done'
    })
    const user = testUser(robot)
    const running = user.send('hello')
    let isClosed = false
    const closed = robot.close().then(() => {
      isClosed = true
    })
    const late = await user.send('too late')
    expect([late.status, late.body]).toEqual([503, ''])
    expect(isClosed).toBe(false)
    await clock.advance(2_000)
    expect((await running).text).toBe('done')
    await closed
  })

  it('waits for late answers to be pushed', async () => {
    const clock = new ManualClock()
    let sent = 0
    const robot = new Robot({
      token: 'weixin',
      sessions: false,
      clock,
      deadline: { onTimeout: 'push' },
      pusher: {
        send: async () => {
          await clock.sleep(1_000)
          sent++
        },
      },
    })
    robot.text(async () => {
      await clock.sleep(6_000)
      return 'late'
    })
    const answer = testUser(robot).send('hello')
    await clock.advance(4_500)
    await answer
    const closed = robot.close()
    await clock.advance(2_500)
    await closed
    expect(sent).toBe(1)
  })

  it('is done at once when nothing runs', async () => {
    await new Robot({ token: 'weixin' }).close()
  })

  it('hands its work to waitUntil where there is one', async () => {
    const clock = new ManualClock()
    const robot = new Robot({ token: 'weixin', sessions: false, clock })
    robot.text(async () => {
      await clock.sleep(10)
      return 'done'
    })
    let kept: Promise<unknown> | undefined
    const waiting = robot.handle(
      { method: 'POST', query: signQuery({ token: 'weixin' }).query, body },
      {
        waitUntil(promise) {
          kept = promise
        },
      },
    )
    await clock.advance(10)
    expect((await waiting).status).toBe(200)
    await kept
    expect(kept).toBeDefined()
  })
})

const body =
  '<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>hi</Content><MsgId>1</MsgId></xml>'
