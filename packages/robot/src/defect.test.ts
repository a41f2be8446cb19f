import { ManualClock } from '@wx/core'
import { recordingLogger } from '@wx/core/testing'
import { describe, expect, it } from 'vitest'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

/** A robot whose clock fails once, in the middle of a message: a failure that is nobody's but the kit's. */
function failingRobot() {
  const clock = new ManualClock()
  const logger = recordingLogger()
  let isBroken = false
  const robot = new Robot({
    token: 'weixin',
    sessions: false,
    logger,
    clock: {
      now() {
        if (!isBroken) return clock.now()
        isBroken = false
        throw new Error('out of order')
      },
      sleep: (ms, signal) => clock.sleep(ms, signal),
    },
  })
  robot.handler(() => {
    isBroken = true
    return 'hello'
  })
  return { user: testUser(robot), logger }
}

describe('a failure of the kit itself', () => {
  it('shows the user no error: the message is acknowledged, and the log says what happened', async () => {
    const { user, logger } = failingRobot()
    const { status, body } = await user.send('hello')
    expect([status, body]).toEqual([200, 'success'])
    expect(logger.lines.map(({ level }) => level)).toEqual(['error'])
    expect(logger.lines[0]?.message).toContain('a defect of the kit')
  })

  it('is no yes where that means money or goods', async () => {
    const { user } = failingRobot()
    const { status, body } = await user.event('xpay_goods_deliver_notify')
    expect(status).toBe(500)
    expect(body).toContain('<ErrCode>1</ErrCode>')
  })
})
