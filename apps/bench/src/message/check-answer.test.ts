import { MessageCrypto } from '@wx/crypto'
import { renderEnvelope } from '@wx/xml-messages'
import { describe, expect, it } from 'vitest'
import { account } from './account.js'
import { answerCheck } from './check-answer.js'

const expected = { openid: 'oBench1', answer: '收到 #1' }

const reply = ({ to = 'oBench1', from = account.originalId, type = 'text', content = '收到 #1' } = {}): string =>
  `<xml>\n<ToUserName><![CDATA[${to}]]></ToUserName>\n<FromUserName>${from}</FromUserName>` +
  `<CreateTime>1</CreateTime><MsgType><![CDATA[${type}]]></MsgType><Content><![CDATA[${content}]]></Content></xml>`

describe('the check of answers', () => {
  it('takes the right answer, in CDATA or not', () => {
    expect(answerCheck('plain')(reply(), expected)).toBeUndefined()
  })

  it.each([{ to: 'oBench2' }, { from: 'gh_other' }, { type: 'image' }, { content: '收到 #2' }])(
    'says what is wrong: %o',
    (wrong) => expect(answerCheck('plain')(reply(wrong), expected)).toBeTypeOf('string'),
  )

  it('opens an envelope, and wants its signature to fit', () => {
    const sealed = new MessageCrypto(account).seal(reply())
    const check = answerCheck('secure')
    expect(check(renderEnvelope(sealed, 'xml'), expected)).toBeUndefined()
    expect(check(renderEnvelope({ ...sealed, nonce: 'other' }, 'xml'), expected)).toBeTypeOf('string')
    expect(check(reply(), expected)).toBeTypeOf('string')
  })
})
