import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acknowledgement,
  eventRows,
  parseEnvelope,
  parseMessage,
  RenderError,
  type Reply,
  refusal,
  renderEnvelope,
  renderReply,
  reply,
} from '../index.js'
import { renderPush } from '../push/index.js'

const to = { source: 'o1', target: 'gh_1', wireFormat: 'xml' } as const
const inJson = { ...to, wireFormat: 'json' } as const
const header = (type: string): string =>
  `<xml><ToUserName><![CDATA[o1]]></ToUserName><FromUserName><![CDATA[gh_1]]></FromUserName><CreateTime>1482048670</CreateTime><MsgType><![CDATA[${type}]]></MsgType>`
const render = (value: Reply): string => renderReply(value, { to, time: 1482048670 })
const articles = [
  { title: 't', description: 'd', picUrl: 'p', url: 'u' },
  { title: 't2', description: '', picUrl: '', url: 'u2' },
]

describe('replies in XML', () => {
  it.each<[string, Reply, string]>([
    ['text', reply.text('hi <a href="x">&</a>\n'), '<Content><![CDATA[hi <a href="x">&</a>\n]]></Content>'],
    ['image', reply.image('m'), '<Image><MediaId><![CDATA[m]]></MediaId></Image>'],
    ['voice', reply.voice('m'), '<Voice><MediaId><![CDATA[m]]></MediaId></Voice>'],
    [
      'video',
      reply.video({ mediaId: 'm', title: 't' }),
      '<Video><MediaId><![CDATA[m]]></MediaId><Title><![CDATA[t]]></Title></Video>',
    ],
    [
      'music',
      reply.music({ title: 't', description: 'd', musicUrl: 'u', thumbMediaId: 'c' }),
      '<Music><Title><![CDATA[t]]></Title><Description><![CDATA[d]]></Description><MusicUrl><![CDATA[u]]></MusicUrl><HQMusicUrl><![CDATA[u]]></HQMusicUrl><ThumbMediaId><![CDATA[c]]></ThumbMediaId></Music>',
    ],
    [
      'news',
      reply.news(articles),
      '<ArticleCount>2</ArticleCount><Articles><item><Title><![CDATA[t]]></Title><Description><![CDATA[d]]></Description><PicUrl><![CDATA[p]]></PicUrl><Url><![CDATA[u]]></Url></item><item><Title><![CDATA[t2]]></Title><Description><![CDATA[]]></Description><PicUrl><![CDATA[]]></PicUrl><Url><![CDATA[u2]]></Url></item></Articles>',
    ],
    ['transfer_customer_service', reply.transferCustomerService(), ''],
    [
      'transfer_customer_service',
      reply.transferCustomerService('a@wx'),
      '<TransInfo><KfAccount><![CDATA[a@wx]]></KfAccount></TransInfo>',
    ],
  ])('%s (XM-75 to XM-85)', (type, value, body) => {
    expect(render(value)).toBe(`${header(type)}${body}</xml>`)
    expect(render(JSON.parse(JSON.stringify(value)) as Reply)).toBe(render(value))
  })

  it('success, empty and json are bare', () => {
    expect(render(reply.success())).toBe('success')
    expect(render(reply.empty())).toBe('')
    expect(render(reply.json({ result_code: 0, list: [null, 'x'] }))).toBe('{"result_code":0,"list":[null,"x"]}')
  })

  it('an acknowledgement with fields of its own is written in the format of the push', () => {
    const own = reply.ack({
      fields: { resultcode: 0, resultmsg: 'a]]>b', agent: { name: 'x' }, list: [{ n: 1 }, { n: 2 }] },
    })
    expect(render(own)).toBe(
      '<xml><resultcode>0</resultcode><resultmsg><![CDATA[a]]]]><![CDATA[>b]]></resultmsg>' +
        '<agent><name><![CDATA[x]]></name></agent><list><n>1</n></list><list><n>2</n></list></xml>',
    )
    expect(renderReply(reply.ack({ fields: { resultcode: 0, resultmsg: 'ok' } }), { to: inJson })).toBe(
      '{"resultcode":0,"resultmsg":"ok"}',
    )
  })

  it('an acknowledgement with a name or a value that cannot be written is refused', () => {
    const wrong: unknown[] = [
      { 'a>b': 1 },
      { '': 1 },
      { a: Number.NaN },
      { a: null },
      { a: true },
      { a: { 'x y': 'z' } },
      { a: ['t'] },
      [],
    ]
    for (const fields of wrong) {
      expect(() => render(reply.ack({ fields: fields as Record<string, string> })), JSON.stringify(fields)).toThrow(
        RenderError,
      )
    }
  })

  it('yes and no to a push without words are what its row says', () => {
    const yes = (event: keyof typeof eventRows): string | undefined => {
      const said = acknowledgement(eventRows[event].ack)
      return said && renderReply(said, { to: inJson })
    }
    const no = (event: keyof typeof eventRows): string => renderReply(refusal(eventRows[event].ack), { to: inJson })
    expect(yes('subscribe')).toBe('success')
    expect(yes('update_waybill_status')).toBe('{"resultcode":0,"resultmsg":"ok"}')
    expect(yes('open_product_receive_coupon')).toBe('{"ret_code":0,"ret_msg":"ok"}')
    expect(yes('xpay_goods_deliver_notify')).toBe('{"ErrCode":0,"ErrMsg":"success"}')
    expect(yes('xpay_subscribe_ios_refund_query_notify')).toBeUndefined()
    expect(no('update_waybill_status')).toBe('{"resultcode":1,"resultmsg":"not handled yet"}')
    expect(no('retail_refund_notify')).toBe('{"ErrCode":1,"ErrMsg":"not handled yet"}')
    expect(no('add_waybill')).toBe('{"ResultCode":-1,"ResultMsg":"not handled yet"}')
  })

  it('an acknowledgement is well formed (Q8)', () => {
    expect(render(reply.ack())).toBe('<xml><ErrCode>0</ErrCode><ErrMsg><![CDATA[success]]></ErrMsg></xml>')
    expect(render(reply.ack({ errCode: 99999, errMsg: 'later' }))).toContain('<ErrCode>99999</ErrCode>')
  })

  it('CreateTime is now, in seconds, unless it is given', () => {
    const before = Math.floor(Date.now() / 1000)
    const time = Number(/<CreateTime>(\d+)</.exec(renderReply(reply.text('a'), { to }))?.[1])
    expect(time).toBeGreaterThanOrEqual(before)
    expect(time).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000))
  })
})

describe('replies in JSON, in kind of the push', () => {
  it('has the names and the nesting of XML', () => {
    expect(JSON.parse(renderReply(reply.transferCustomerService(), { to: inJson, time: 5 }))).toEqual({
      ToUserName: 'o1',
      FromUserName: 'gh_1',
      CreateTime: 5,
      MsgType: 'transfer_customer_service',
    })
    expect(JSON.parse(renderReply(reply.image('m'), { to: inJson, time: 5 }))).toMatchObject({
      Image: { MediaId: 'm' },
    })
    expect(renderReply(reply.ack(), { to: inJson })).toBe('{"ErrCode":0,"ErrMsg":"success"}')
    expect(renderReply(reply.success(), { to: inJson })).toBe('success')
  })

  it('leaves forbidden characters out', () => {
    expect(JSON.parse(renderReply(reply.text('a\x02b'), { to: inJson, time: 5 }))).toMatchObject({ Content: 'ab' })
  })
})

describe('texts in a reply', () => {
  const content = (value: string): unknown => parseMessage(render(reply.text(value))).fields['Content']
  const hard = fc.string({
    unit: fc.constantFrom(
      ']',
      ']]',
      ']]>',
      '>',
      '<',
      '&',
      '&amp;',
      '<![CDATA[',
      '</Content>',
      '😀',
      '你',
      '\n',
      '\t',
      ' ',
      'a',
    ),
    maxLength: 20,
  })

  it('"]]>" is split (C1), nothing is escaped (C2)', () => {
    expect(render(reply.text('a]]>b<&'))).toContain('<Content><![CDATA[a]]]]><![CDATA[>b<&]]></Content>')
  })

  it('cannot be left by what a user wrote', () => {
    const attack = ']]></Content><MsgType>image</MsgType><Content><![CDATA['
    expect(parseMessage(render(reply.text(attack)))).toMatchObject({ type: 'text', content: attack })
    expect(
      parseMessage(renderReply(reply.text('x'), { to: { ...to, source: ']]></ToUserName><a>' }, time: 5 })).target,
    ).toBe(']]></ToUserName><a>')
  })

  it('forbidden characters go, halves of a pair become U+FFFD (C3)', () => {
    expect(content('a\0\x02\x0b\x1f\ufffe\uffffb\ud83dc\tx\n')).toBe('ab\ufffdc\tx\n')
  })

  it('numbers come from the kit, and are whole (C4)', () => {
    for (const time of [1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => renderReply(reply.text('a'), { to, time })).toThrow(RenderError)
    }
    expect(() => render({ type: 'ack', errCode: 'x</ErrCode>' as unknown as number, errMsg: '' })).toThrow(RenderError)
  })

  it('read back as they were (C5)', () => {
    for (const value of [']]>', ']]]]>', ']]', '>', '<![CDATA[', '😀', 'a\nb', ' x '])
      expect(content(value)).toBe(value)
    fc.assert(
      fc.property(hard, (value) => {
        expect(content(value)).toBe(value)
      }),
      { numRuns: 2000 },
    )
  })

  it('CR LF reads back as LF (C6)', () => {
    expect(content('a\r\nb\rc')).toBe('a\nb\nc')
  })

  it('push → tree → push is the same push, in XML and JSON', () => {
    const leaf = fc.oneof(hard, fc.bigInt({ min: 0n, max: 9223372036854775807n }).map(String))
    const name = fc.constantFrom('a', 'B', 'item', 'MsgIdx', '__proto__', 'toString')
    const inner = fc.dictionary(name, fc.oneof(leaf, fc.array(leaf, { minLength: 2, maxLength: 3 })), { minKeys: 1 })
    const own = fc.dictionary(name, fc.oneof(leaf, inner, fc.array(inner, { minLength: 2, maxLength: 3 })))
    fc.assert(
      fc.property(own, fc.constantFrom('xml' as const, 'json' as const), (fields, format) => {
        const header = {
          ToUserName: 'g',
          FromUserName: 'o',
          CreateTime: '1',
          MsgType: 'future',
          MsgId: '9223372036854775807',
        }
        const push = renderPush({ ...header, ...fields }, format)
        expect(renderPush(parseMessage(push).fields, format)).toBe(push)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('bad replies are refused, with what is wrong', () => {
  it.each<[string, unknown, RegExp]>([
    ['no content', { type: 'text' }, /content .* has to be text, not undefined/],
    ['a number as content', { type: 'text', content: 5 }, /not number/],
    ['no media id', { type: 'image' }, /mediaId/],
    ['null as title', { type: 'video', mediaId: 'm', title: null }, /title/],
    ['no article', { type: 'news', articles: [] }, /1 to 10/],
    ['eleven articles', { type: 'news', articles: Array.from({ length: 11 }, () => articles[0]) }, /11/],
    ['half an article', { type: 'news', articles: [{ title: 't' }] }, /description/],
    ['an unknown type', { type: 'hologram' }, /hologram/],
  ])('%s', (_name, value, message) => {
    expect(() => render(value as Reply)).toThrow(message)
    expect(() => renderReply(value as Reply, { to: inJson, time: 1 })).toThrow(RenderError)
  })
})

describe('the envelope of a reply', () => {
  const parts = { encrypt: 'abc=', msgSignature: 'f0', timestamp: '1713424427', nonce: '415670741' }

  it('XML: timestamp bare, the rest in sections', () => {
    const text = renderEnvelope(parts, 'xml')
    expect(text).toBe(
      '<xml><Encrypt><![CDATA[abc=]]></Encrypt><MsgSignature><![CDATA[f0]]></MsgSignature><TimeStamp>1713424427</TimeStamp><Nonce><![CDATA[415670741]]></Nonce></xml>',
    )
    expect(parseEnvelope(text)).toEqual({ format: 'xml', encrypt: 'abc=' })
  })

  it('JSON: timestamp a number, nonce a text', () => {
    expect(renderEnvelope({ ...parts, timestamp: 1713424427 }, 'json')).toBe(
      '{"Encrypt":"abc=","MsgSignature":"f0","TimeStamp":1713424427,"Nonce":"415670741"}',
    )
  })

  it('refuses a timestamp that is not digits', () => {
    for (const timestamp of ['', '1e3', '-1', ' 1', 'x', 1.5]) {
      expect(() => renderEnvelope({ ...parts, timestamp }, 'xml')).toThrow(RenderError)
    }
  })
})
