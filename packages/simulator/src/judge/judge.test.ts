import { createCipheriv } from 'node:crypto'
import { MessageCrypto } from '@wx/crypto'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../settings.js'
import { signatureOf } from './envelope.js'
import type { Expectation, RawAnswer } from './facts.js'
import { judge, judgeRules } from './judge.js'

const credentials = { token: 'testtoken', encodingAesKey: 'a'.repeat(43), appId: 'wx1234567890abcdef' }
const usual: Expectation = {
  mode: 'plain',
  format: 'xml',
  miniProgram: false,
  from: 'oUser',
  to: 'gh_account',
  userMessage: true,
  visible: true,
  acknowledgement: 'success',
  silenceAcknowledges: false,
  deadlineMs: 5000,
  credentials,
  settings: defaultSettings,
}

interface Case {
  readonly body?: string | Uint8Array
  readonly raw?: RawAnswer
  readonly expected?: Partial<Expectation>
}

const header = (type: string, changes: Record<string, string> = {}): string =>
  Object.entries({
    ToUserName: 'oUser',
    FromUserName: 'gh_account',
    CreateTime: '1767225600',
    MsgType: type,
    ...changes,
  })
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')
const xml = (type: string, rest: string, changes: Record<string, string> = {}): string =>
  `<xml>${header(type, changes)}${rest}</xml>`
const hello = xml('text', '<Content><![CDATA[你好]]></Content>')
const jsonHello = JSON.stringify({
  ToUserName: 'oUser',
  FromUserName: 'gh_account',
  CreateTime: 1767225600,
  MsgType: 'text',
  Content: '你好',
})
const item = '<item><Title>t</Title><Description>d</Description><PicUrl>p</PicUrl><Url>u</Url></item>'
const news = (count: number, said = String(count)): string =>
  xml('news', `<ArticleCount>${said}</ArticleCount><Articles>${item.repeat(count)}</Articles>`)
const music = (thumb: string): string => xml('music', `<Music><MusicUrl>m</MusicUrl>${thumb}</Music>`)

function sealed(
  plaintext: string,
  changes: { Encrypt?: string; MsgSignature?: string; TimeStamp?: string; Nonce?: string; appId?: string } = {},
): string {
  const crypto = new MessageCrypto({ ...credentials, appId: changes.appId ?? credentials.appId })
  const Encrypt = changes.Encrypt ?? crypto.encrypt(plaintext)
  const TimeStamp = changes.TimeStamp ?? '1767225600'
  const Nonce = changes.Nonce ?? '12345'
  const { signature } = signatureOf([credentials.token, TimeStamp, Nonce, Encrypt])
  const parts = { Encrypt, MsgSignature: changes.MsgSignature ?? signature, TimeStamp, Nonce }
  return `<xml>${Object.entries(parts)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</xml>`
}
/** A ciphertext over these very bytes, padding included. */
function cipherOf(frame: Buffer): string {
  const key = Buffer.from(`${credentials.encodingAesKey}=`, 'base64')
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(frame), cipher.final()]).toString('base64')
}
const frameOf = (length: number, message: Buffer, padding: readonly number[]): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(length)
  return Buffer.concat([Buffer.alloc(16, 'r'), size, message, Buffer.from(credentials.appId), Buffer.from(padding)])
}
/** Frames of 64 bytes in all: 16 + 4 + 18 of message + 18 of appid + 8 of padding. */
const eighteen = Buffer.from('<xml><a>b</a></xml'.padEnd(18))
const frames = {
  right: frameOf(18, eighteen, Array(8).fill(8)),
  unevenPadding: frameOf(18, eighteen, [1, 2, 3, 4, 5, 6, 7, 8]),
  noPadding: frameOf(18, eighteen, Array(8).fill(0)),
  tooMuchPadding: frameOf(9, eighteen.subarray(0, 9), Array(33).fill(33)),
  longLength: frameOf(2 ** 32 - 1, eighteen, Array(8).fill(8)),
  notUtf8: frameOf(18, Buffer.alloc(18, 0xff), Array(8).fill(8)),
}
const answered = (status: number, headers: Record<string, string> = {}): RawAnswer => ({
  outcome: 'answered',
  status,
  headers,
  body: Buffer.from(hello),
})
const secure = { mode: 'secure' } as const

/** For every rule: answers that break it, and answers next to them that keep it. */
const cases: Readonly<Record<string, { readonly bad: readonly Case[]; readonly good: readonly Case[] }>> = {
  late: { bad: [{ raw: { outcome: 'timeout', problem: 'nothing within 5 s' } }], good: [{ body: hello }] },
  'connection-refused': { bad: [{ raw: { outcome: 'refused', problem: 'ECONNREFUSED' } }], good: [{ body: hello }] },
  'connection-dropped': { bad: [{ raw: { outcome: 'dropped', problem: 'ECONNRESET' } }], good: [{ body: hello }] },
  'http-status': {
    bad: [{ raw: answered(201) }, { raw: answered(302, { location: '/wx/' }) }, { raw: answered(500) }],
    good: [{ raw: answered(200) }],
  },
  'not-utf8': {
    bad: [{ body: Uint8Array.of(0x3c, 0xff) }, { body: Uint8Array.of(0xc4, 0xe3) }],
    good: [{ body: hello }],
  },
  'byte-order-mark': { bad: [{ body: `\ufeff${hello}` }, { body: '\ufeffsuccess' }], good: [{ body: hello }] },
  'success-with-blanks': {
    bad: [{ body: 'success\n' }, { body: ' success' }, { body: '\n' }],
    good: [{ body: 'success' }, { body: '' }],
  },
  'text-around-root': {
    bad: [{ body: `debug ${hello}` }, { body: `${hello}took 3 ms` }],
    good: [{ body: `\n${hello}\n` }, { body: `<?xml version="1.0"?>${hello}` }],
  },
  'not-a-reply': { bad: [{ body: 'hello' }, { body: 'Success' }, { body: '"success"' }], good: [{ body: 'success' }] },
  'plaintext-in-secure-mode': {
    bad: [{ body: hello, expected: secure }],
    good: [
      { body: sealed(hello), expected: secure },
      { body: 'success', expected: secure },
      { body: '', expected: secure },
      { body: hello, expected: { mode: 'compatible' } },
      { body: sealed(hello), expected: { mode: 'compatible' } },
    ],
  },
  'sealed-in-plain-mode': { bad: [{ body: sealed(hello) }], good: [{ body: hello }] },
  'envelope-encrypt': {
    bad: [
      { body: sealed(hello, { Encrypt: '' }), expected: secure },
      { body: sealed(hello).replace('</xml>', '<Nonce>1</Nonce></xml>'), expected: secure },
    ],
    good: [{ body: sealed(hello), expected: secure }],
  },
  'envelope-timestamp': {
    bad: [
      { body: sealed(hello, { TimeStamp: 'now' }), expected: secure },
      { body: sealed(hello).replace(/<TimeStamp>.*<\/TimeStamp>/, ''), expected: secure },
    ],
    good: [{ body: sealed(hello), expected: secure }],
  },
  'envelope-nonce': {
    bad: [{ body: sealed(hello, { Nonce: '' }), expected: secure }],
    good: [{ body: sealed(hello, { Nonce: 'a-1' }), expected: secure }],
  },
  'envelope-signature': {
    bad: [
      { body: sealed(hello, { MsgSignature: '0'.repeat(40) }), expected: secure },
      { body: sealed(hello, { MsgSignature: '' }), expected: secure },
    ],
    good: [{ body: sealed(hello), expected: secure }],
  },
  'envelope-ciphertext': {
    bad: [
      '!!!!',
      'AAAA',
      Buffer.alloc(32).toString('base64'),
      cipherOf(frames.unevenPadding),
      cipherOf(frames.noPadding),
      cipherOf(frames.tooMuchPadding),
      cipherOf(frames.longLength),
      cipherOf(frames.notUtf8),
    ].map((Encrypt) => ({ body: sealed(hello, { Encrypt }), expected: secure })),
    good: [{ body: sealed(hello), expected: secure }],
  },
  'envelope-appid': {
    bad: [{ body: sealed(hello, { appId: 'wxother' }), expected: secure }],
    good: [{ body: sealed(hello), expected: secure }],
  },
  'not-well-formed': {
    bad: [
      { body: '<xml><ToUserName>oUser</xml>' },
      { body: hello.replace('你好', 'a]]>b') },
      { body: xml('text', '<Content>a & b</Content>') },
      { body: xml('text', '<Content>&nbsp;</Content>') },
      { body: xml('text', '<Content>&#0;</Content>') },
      { body: xml('text', '<Content>\u0002</Content>') },
      { body: `<!DOCTYPE xml>${hello}` },
      { body: `<?php x ?>${hello}` },
      { body: `${hello}${hello}` },
      { body: '{"ToUserName":', expected: { format: 'json' } },
      { body: '[]', expected: { format: 'json' } },
      { body: '{"a":'.repeat(50_000), expected: { format: 'json' } },
      { body: `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, expected: { format: 'json' } },
      { body: `<xml>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</xml>` },
      { body: sealed('plain words'), expected: secure },
      { body: sealed('<xml><a></xml>'), expected: secure },
    ],
    good: [{ body: hello }, { body: xml('text', '<Content>a &amp; b &#x4f60; <!-- & --></Content>') }],
  },
  'json-where-xml-is-due': {
    bad: [{ body: jsonHello }, { body: '{}' }],
    good: [{ body: jsonHello, expected: { format: 'json' } }],
  },
  'xml-where-json-is-due': { bad: [{ body: hello, expected: { format: 'json' } }], good: [{ body: hello }] },
  'root-not-xml': {
    bad: [{ body: '<html><body/></html>' }, { body: hello.replaceAll('xml>', 'XML>') }],
    good: [{ body: hello }],
  },
  'empty-document': { bad: [{ body: '<xml></xml>' }, { body: '<xml/>' }], good: [{ body: '' }] },
  'repeated-header': {
    bad: [{ body: hello.replace('</xml>', '<MsgType>text</MsgType></xml>') }],
    good: [{ body: hello }],
  },
  'from-and-to-not-swapped': {
    bad: [
      { body: xml('text', '<Content>a</Content>', { ToUserName: 'gh_account', FromUserName: 'oUser' }) },
      { body: xml('text', '<Content>a</Content>', { ToUserName: 'oSomebody' }) },
      { body: xml('text', '<Content>a</Content>', { FromUserName: '' }) },
    ],
    good: [{ body: hello }],
  },
  'create-time': {
    bad: ['', 'now', '1767225600.5', '2026-01-01'].map((CreateTime) => ({
      body: xml('text', '<Content>a</Content>', { CreateTime }),
    })),
    good: [{ body: hello }],
  },
  'create-time-in-milliseconds': {
    bad: [{ body: xml('text', '<Content>a</Content>', { CreateTime: '1767225600000' }) }],
    good: [{ body: hello }],
  },
  'msg-type-missing': { bad: [{ body: xml('', '<Content>a</Content>') }], good: [{ body: hello }] },
  'msg-type-unknown': {
    bad: [{ body: xml('Text', '<Content>a</Content>') }, { body: xml('mpnews', '') }, { body: xml('toString', '') }],
    good: [{ body: hello }],
  },
  'mini-program-reply': {
    bad: [{ body: jsonHello, expected: { format: 'json', miniProgram: true } }],
    good: [
      {
        body: jsonHello.replace('"text"', '"transfer_customer_service"').replace(',"Content":"你好"', ''),
        expected: { format: 'json', miniProgram: true },
      },
      { body: 'success', expected: { format: 'json', miniProgram: true } },
      { body: '', expected: { format: 'json', miniProgram: true } },
    ],
  },
  'text-content-empty': {
    bad: [
      { body: xml('text', '<Content></Content>') },
      { body: xml('text', '') },
      { body: xml('text', '<Content><![CDATA[]]></Content>') },
    ],
    good: [{ body: hello }],
  },
  'text-too-long': {
    bad: [{ body: xml('text', `<Content>${'你'.repeat(683)}</Content>`) }],
    good: [
      { body: xml('text', `<Content>${'你'.repeat(682)}ab</Content>`) },
      {
        body: xml('text', `<Content>${'你'.repeat(683)}</Content>`),
        expected: { settings: { ...defaultSettings, maxTextBytes: 3000 } },
      },
    ],
  },
  'media-id-missing': {
    bad: [
      { body: xml('image', '<Image><MediaId></MediaId></Image>') },
      { body: xml('voice', '<MediaId>m</MediaId>') },
      { body: xml('video', '<Video><Title>t</Title></Video>') },
    ],
    good: [
      { body: xml('image', '<Image><MediaId>m</MediaId></Image>') },
      { body: xml('voice', '<Voice><MediaId>m</MediaId></Voice>') },
      { body: xml('video', '<Video><MediaId>m</MediaId></Video>') },
    ],
  },
  'music-missing': { bad: [{ body: xml('music', '') }], good: [{ body: music('<ThumbMediaId>t</ThumbMediaId>') }] },
  'music-without-thumb': { bad: [{ body: music('') }], good: [{ body: music('<ThumbMediaId>t</ThumbMediaId>') }] },
  'articles-missing': { bad: [{ body: news(0) }, { body: xml('news', '') }], good: [{ body: news(1) }] },
  'article-count': { bad: [{ body: news(1, '2') }, { body: news(1, '') }], good: [{ body: news(1) }] },
  'too-many-articles': {
    bad: [{ body: news(2) }, { body: news(9), expected: { userMessage: false } }],
    good: [{ body: news(1) }, { body: news(8), expected: { userMessage: false } }],
  },
  'article-incomplete': {
    bad: [{ body: news(1).replace('<PicUrl>p</PicUrl>', '') }],
    good: [{ body: news(1) }],
  },
  'unknown-elements': {
    bad: [{ body: hello.replace('</xml>', '<FuncFlag>0</FuncFlag></xml>') }],
    good: [{ body: hello }],
  },
  'not-acknowledged': {
    bad: [
      { body: 'success', expected: { acknowledgement: 'errcode' } },
      { body: '<xml><ErrCode>1</ErrCode></xml>', expected: { acknowledgement: 'errcode' } },
      { body: '<xml><ErrMsg>ok</ErrMsg></xml>', expected: { acknowledgement: 'errcode' } },
      { body: hello, expected: { acknowledgement: 'errcode' } },
      { body: '', expected: { acknowledgement: 'json' } },
    ],
    good: [
      { body: '<xml><ErrCode>0</ErrCode><ErrMsg>success</ErrMsg></xml>', expected: { acknowledgement: 'errcode' } },
      { body: '{"ErrCode":0}', expected: { acknowledgement: 'errcode', format: 'json' } },
      { body: 'success', expected: { acknowledgement: 'errcode', silenceAcknowledges: true } },
      { body: '{"result_code":0}', expected: { acknowledgement: 'json' } },
      { body: 'success' },
    ],
  },
  'nobody-sees-it': { bad: [{ body: hello, expected: { visible: false } }], good: [{ body: hello }] },
}

function found(it: Case): string[] {
  const body = typeof it.body === 'string' ? Buffer.from(it.body) : (it.body ?? new Uint8Array())
  const raw = it.raw ?? { outcome: 'answered', status: 200, headers: {}, body }
  return judge(raw, { ...usual, ...it.expected }).verdict.findings.map((finding) => finding.rule)
}

describe('the judge', () => {
  it('has a case for every rule and no case for no rule', () => {
    expect(Object.keys(cases).sort()).toEqual(judgeRules.map((rule) => rule.id).sort())
  })

  it.each(judgeRules.map((rule) => [rule.id]))('%s: is tripped by the bad ones only', (id) => {
    const { bad, good } = cases[id] ?? { bad: [], good: [] }
    expect(bad.length).toBeGreaterThan(0)
    expect(good.length).toBeGreaterThan(0)
    for (const it of bad) expect(found(it), JSON.stringify(it)).toContain(id)
    for (const it of good) expect(found(it), JSON.stringify(it)).toEqual([])
  })

  it('says why in English and Chinese words, without leaving a placeholder', () => {
    for (const { bad } of Object.values(cases)) {
      for (const it of bad) {
        const body = typeof it.body === 'string' ? Buffer.from(it.body) : (it.body ?? new Uint8Array())
        const raw = it.raw ?? { outcome: 'answered', status: 200, headers: {}, body }
        for (const { en, zh } of judge(raw, { ...usual, ...it.expected }).verdict.findings) {
          expect(en).not.toContain('{}')
          expect(zh).not.toContain('{}')
          expect(zh).toMatch(/[\u4e00-\u9fff]/)
        }
      }
    }
  })

  it('names a source for every rule', () => {
    for (const rule of judgeRules) expect(rule.source, rule.id).toMatch(/official|observed/)
  })

  it('opens a ciphertext made by hand, whose only fault is what stands inside', () => {
    expect(found({ body: sealed('', { Encrypt: cipherOf(frames.right) }), expected: secure })).toEqual([
      'not-well-formed',
    ])
  })

  it('stops at the stage that refuses: an error page is one reason, not five', () => {
    const page = Buffer.from('<html><body>oops</body></html>')
    expect(found({ raw: { outcome: 'answered', status: 500, headers: {}, body: page } })).toEqual(['http-status'])
    expect(found({ body: page })).toEqual(['root-not-xml'])
  })

  it('says where a broken answer breaks', () => {
    const raw = { outcome: 'answered', status: 200, headers: {}, body: Buffer.from('<xml>\n<a>\n</xml>') } as const
    expect(judge(raw, usual).verdict.reasons[0]).toMatch(/line \d+, column \d+/)
  })

  it('takes elements in any order', () => {
    expect(
      found({
        body: '<xml><Content>a</Content><MsgType>text</MsgType><CreateTime>1767225600</CreateTime><FromUserName>gh_account</FromUserName><ToUserName>oUser</ToUserName></xml>',
      }),
    ).toEqual([])
  })

  it('shows what is refused to nobody, and the banner only to somebody', () => {
    const raw = { outcome: 'timeout', problem: 'late' } as const
    expect(judge(raw, usual)).toMatchObject({ reply: { type: 'none' }, verdict: { ok: false, shown: 'banner' } })
    expect(judge(raw, { ...usual, visible: false }).verdict.shown).toBe('nothing')
  })

  it('drops the articles the user does not get to see', () => {
    const raw = { outcome: 'answered', status: 200, headers: {}, body: Buffer.from(news(3)) } as const
    expect(judge(raw, usual)).toMatchObject({
      reply: { articles: [{ title: 't' }] },
      verdict: { ok: false, shown: 'reply' },
    })
    const { reply } = judge(raw, usual)
    expect(reply.type === 'news' && reply.articles.length).toBe(1)
  })

  it.each([
    ['text', hello, { type: 'text', content: '你好' }],
    ['image', xml('image', '<Image><MediaId>m</MediaId></Image>'), { type: 'image', mediaId: 'm' }],
    ['voice', xml('voice', '<Voice><MediaId>m</MediaId></Voice>'), { type: 'voice', mediaId: 'm' }],
    [
      'video',
      xml('video', '<Video><MediaId>m</MediaId><Title>t</Title></Video>'),
      { type: 'video', mediaId: 'm', title: 't', description: '' },
    ],
    [
      'music',
      music('<ThumbMediaId>h</ThumbMediaId>'),
      { type: 'music', title: '', description: '', musicUrl: 'm', hqMusicUrl: '', thumbMediaId: 'h' },
    ],
    ['news', news(1), { type: 'news', articles: [{ title: 't', description: 'd', picUrl: 'p', url: 'u' }] }],
    ['hand-over', xml('transfer_customer_service', ''), { type: 'transfer_customer_service' }],
    [
      'hand-over to one',
      xml('transfer_customer_service', '<TransInfo><KfAccount>a@b</KfAccount></TransInfo>'),
      { type: 'transfer_customer_service', kfAccount: 'a@b' },
    ],
    ['success', 'success', { type: 'none' }],
    ['nothing', '', { type: 'none' }],
  ])('reads a %s', (_name, body, reply) => {
    expect(judge({ outcome: 'answered', status: 200, headers: {}, body: Buffer.from(body) }, usual).reply).toEqual(
      reply,
    )
  })
})
