import { generateEncodingAesKey } from '@wx/crypto'
import { reply } from '@wx/xml-messages'
import { describe, expect, it } from 'vitest'
import type { RobotOptions } from '../options.js'
import { Robot } from '../robot.js'
import { testUser } from './index.js'

const plain = { token: 'weixin', sessions: false } as const
const secure = { ...plain, encodingAesKey: generateEncodingAesKey(), appId: 'wx0123456789abcdef' }

function echoRobot(options: RobotOptions) {
  return new Robot(options).text((ctx) => `you said ${ctx.message.content}`)
}

describe('testUser', () => {
  for (const format of ['xml', 'json'] as const) {
    for (const mode of ['plain', 'compatible', 'secure'] as const) {
      it(`talks to a ${mode} robot in ${format}`, async () => {
        const user = testUser(echoRobot({ ...secure, mode }), { format })
        const answer = await user.send('你好')
        expect(answer.text).toBe('you said 你好')
        expect(answer.fields).toMatchObject({ ToUserName: user.openid, FromUserName: user.account, MsgType: 'text' })
        expect(String(answer.response.body).includes('Encrypt')).toBe(mode === 'secure')
      })
    }
  }

  it('takes either form to a compatible robot', async () => {
    const user = testUser(echoRobot({ ...secure, mode: 'compatible' }))
    expect(String((await user.send('hi', { sealed: true })).response.body)).toContain('<Encrypt>')
    expect(String((await user.send('hi', { sealed: false })).response.body)).not.toContain('<Encrypt>')
  })

  it('signs with the current one of several tokens and keys', async () => {
    const keys = [generateEncodingAesKey(), secure.encodingAesKey]
    const user = testUser(echoRobot({ ...secure, token: ['current', 'previous'], encodingAesKey: keys }))
    expect((await user.send('hi')).text).toBe('you said hi')
  })

  it('every message has an id of its own, the same one again is a redelivery', async () => {
    const robot = echoRobot(plain)
    const user = testUser(robot)
    const push = user.message('message:text', { Content: 'once' })
    await user.push(push)
    await user.push(push)
    await user.send('twice')
    expect([robot.stats.handled, robot.stats.duplicates]).toEqual([2, 1])
  })

  it('fills an event with samples', async () => {
    const robot = new Robot(plain).on('event:scan', (ctx) => `${ctx.message.key} ${ctx.message.source}`)
    const user = testUser(robot, { openid: 'oSomebody', account: 'gh_somewhere' })
    const { text, fields } = await user.event('scan', { EventKey: 'scene 1' })
    expect(text).toBe('scene 1 oSomebody')
    expect(fields?.['FromUserName']).toBe('gh_somewhere')
  })

  it('shows answers that are no text: fields, success, nothing, a refusal to acknowledge', async () => {
    const image = await testUser(new Robot(plain).text(() => reply.image('m1'))).send('hi')
    expect([image.text, image.fields?.['MsgType']]).toEqual([undefined, 'image'])
    const silent = await testUser(new Robot(secure)).send('hi')
    expect([silent.status, silent.body, silent.fields]).toEqual([200, 'success', undefined])
    const logger = { debug() {}, info() {}, warn() {}, error() {} }
    const unhandled = await testUser(new Robot({ ...secure, logger })).event('xpay_goods_deliver_notify')
    expect(unhandled.status).toBe(500)
    expect(unhandled.body).toContain('<ErrCode>1</ErrCode>')
  })
})
