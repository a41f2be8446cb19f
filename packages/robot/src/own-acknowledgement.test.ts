import { silentLogger } from '@wx/core'
import type { EventTypes, WireFormat } from '@wx/xml-messages'
import { describe, expect, it } from 'vitest'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

type Event = keyof EventTypes & string

async function answerTo(event: Event, format: WireFormat, handler: (ctx: never) => unknown) {
  const robot = new Robot({ token: 'weixin', sessions: false, logger: silentLogger })
  robot.on(`event:${event}`, handler as () => Promise<void>)
  const { status, body } = await testUser(robot, { format }).event(event)
  return [status, body] as const
}

describe('a push with an acknowledgement of its own form', () => {
  const done = async (): Promise<void> => {}
  const fails = (): never => {
    throw new Error('no')
  }

  it('is acknowledged in it, in the format of the push', async () => {
    expect(await answerTo('update_waybill_status', 'json', done)).toEqual([200, '{"resultcode":0,"resultmsg":"ok"}'])
    expect(await answerTo('update_waybill_status', 'xml', done)).toEqual([
      200,
      '<xml><resultcode>0</resultcode><resultmsg><![CDATA[ok]]></resultmsg></xml>',
    ])
    expect(await answerTo('open_product_receive_coupon', 'json', done)).toEqual([200, '{"ret_code":0,"ret_msg":"ok"}'])
  })

  it('is refused in it when its handler fails', async () => {
    expect(await answerTo('update_waybill_status', 'json', fails)).toEqual([
      500,
      '{"resultcode":1,"resultmsg":"not handled yet"}',
    ])
    expect(await answerTo('add_waybill', 'json', fails)).toEqual([
      500,
      '{"ResultCode":-1,"ResultMsg":"not handled yet"}',
    ])
  })

  it('takes what its handler says', async () => {
    const fields = { ret_code: 0, out_user_coupon_id: 'mine-1' }
    const said = (ctx: { reply: { ack(outcome: object): unknown } }): unknown => ctx.reply.ack({ fields })
    expect(await answerTo('open_product_receive_coupon', 'json', said as (ctx: never) => unknown)).toEqual([
      200,
      JSON.stringify(fields),
    ])
  })

  it('is not answered at all for a handler that is silent where only it can answer: no advice to refund by accident', async () => {
    const [status, body] = await answerTo('xpay_subscribe_ios_refund_query_notify', 'json', done)
    expect(status).toBe(500)
    expect(body).toContain('"ErrCode":1')
  })
})
