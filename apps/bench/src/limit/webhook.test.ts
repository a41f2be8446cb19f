import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { type Form, forms } from '../message/account.js'
import { answerCheck, textOf } from '../message/check-answer.js'
import { webhookPath } from '../message/http-request.js'
import { pushMaker, type TextPush } from '../message/text-push.js'
import { createRobot } from '../servers/ours.js'
import { createLimit, type LimitOptions } from './webhook.js'

const now = 1_790_000_000
const writers = { time: now, users: 10 }

const limitOf = (form: Form, more: Partial<LimitOptions> = {}) => createLimit({ form, now: () => now, ...more })

const ask = (limit: ReturnType<typeof limitOf>, { query, body }: Pick<TextPush, 'query' | 'body'>) =>
  limit(query, Buffer.from(body))

describe('the limit', () => {
  it('answers a plain message to the letter as the robot does', async () => {
    const robot = createRobot('plain', 'async', { clock: new ManualClock(now * 1000) })
    const push = pushMaker('plain')(7, writers)
    const answered = await robot.handle({ method: 'POST', path: webhookPath, headers: {}, ...push })
    expect(answered.status).toBe(200)
    expect(ask(limitOf('plain'), push)).toBe(answered.body)
  })

  it.each([false, true])('answers a sealed message as the robot does, cipher objects kept: %s', async (keepCiphers) => {
    const robot = createRobot('secure', 'async', { clock: new ManualClock(now * 1000) })
    const limit = limitOf('secure', { keepCiphers })
    const make = pushMaker('secure')
    const check = answerCheck('secure')
    for (let serial = 0; serial < 20; serial++) {
      const push = make(serial, writers)
      const answered = await robot.handle({ method: 'POST', path: webhookPath, headers: {}, ...push })
      for (const body of [String(answered.body), ask(limit, push) ?? '']) {
        expect(check(body, push)).toBeUndefined()
        expect(textOf(body, 'TimeStamp')).toBe(String(now))
      }
    }
  })

  it.each(forms)('refuses a signature that does not fit (%s)', (form) => {
    const push = pushMaker(form)(1, writers)
    const name = form === 'plain' ? 'signature' : 'msg_signature'
    const own = new RegExp(`((?:^|&)${name}=)([0-9a-f]{40})`)
    const signed = (change: (signature: string) => string) =>
      ask(limitOf(form), { ...push, query: push.query.replace(own, (_all, start, it) => start + change(it)) })
    expect(signed((it) => it)).toBeTypeOf('string')
    expect(signed((it) => it.replace(/./, (first) => (first === '0' ? '1' : '0')))).toBeUndefined()
    expect(signed(() => '')).toBeUndefined()
    expect(signed((it) => it.toUpperCase())).toBeUndefined()
    // Letters whose lower byte is the right one.
    expect(
      signed((it) => it.replace(/[0-9a-f]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x100))),
    ).toBeUndefined()
  })

  it.each(forms)('refuses a parameter that stands twice (%s)', (form) => {
    const push = pushMaker(form)(1, writers)
    for (const parameter of push.query.split('&').filter((it) => !it.startsWith('openid='))) {
      expect(ask(limitOf(form), { ...push, query: `${push.query}&${parameter}` })).toBeUndefined()
    }
  })

  it('refuses a ciphertext that was changed, and the other form', () => {
    const push = pushMaker('secure')(1, writers)
    const plain = pushMaker('plain')(1, writers)
    const changed = push.body.replace(/Encrypt><!\[CDATA\[./, 'Encrypt><![CDATA[~')
    expect(ask(limitOf('secure'), { ...push, body: changed })).toBeUndefined()
    expect(ask(limitOf('secure'), plain)).toBeUndefined()
    expect(ask(limitOf('plain'), push)).toBeUndefined()
  })

  it('refuses whatever is not the one message it reads', () => {
    const push = pushMaker('plain')(1, writers)
    for (const body of [
      '',
      '<xml></xml>',
      `${push.body} `,
      push.body.replace('text', 'image'),
      push.body.slice(0, -1),
    ]) {
      expect(ask(limitOf('plain'), { ...push, body })).toBeUndefined()
    }
    const notUtf8 = Buffer.from(push.body)
    notUtf8[400] = 0xff
    expect(limitOf('plain')(push.query, notUtf8)).toBeUndefined()
  })
})
