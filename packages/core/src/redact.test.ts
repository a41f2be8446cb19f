import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError } from './errors.js'
import { createRedactor, redact } from './redact.js'
import { findLeaks } from './testing/find-leaks.js'

/** Any text a secret can be: long enough not to be met by chance, no part of the mask, no name of anything here. */
const canary = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 }), fc.string({ minLength: 4, maxLength: 8 }))
  .map((parts) => parts.join('✓'))
/** What WeChat hands out: letters, digits, and those of Base64 in both alphabets. */
const token = fc
  .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'), {
    minLength: 16,
    maxLength: 64,
  })
  .map((letters) => letters.join(''))

const xmlOf = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Every way a known value was seen to reach a log. */
const places: Readonly<Record<string, (secret: string) => unknown>> = {
  'a text': (secret) => `before ${secret} after`,
  'the query of a URL': (secret) => `https://api.weixin.qq.com/x?a=1&anything=${encodeURIComponent(secret)}&b=2`,
  'a query with small escapes': (secret) =>
    `/x?a=${encodeURIComponent(secret).replace(/%../g, (byte) => byte.toLowerCase())}`,
  'a URL': (secret) => new URL(`https://open.weixin.qq.com/?a=${encodeURIComponent(secret)}`),
  'a form': (secret) => new URLSearchParams({ a: secret, b: '2' }),
  'a form as text': (secret) => new URLSearchParams({ a: secret, b: '2' }).toString(),
  JSON: (secret) => JSON.stringify({ a: [secret] }),
  'JSON in JSON': (secret) => JSON.stringify({ body: JSON.stringify({ a: secret }) }),
  'JSON in ASCII': (secret) =>
    JSON.stringify({ a: secret }).replace(
      /[^ -~]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  'a URL within a URL': (secret) => `/x?redirect=${encodeURIComponent(`/y?a=${encodeURIComponent(secret)}`)}`,
  'Base64 in a URL': (secret) => `/x?a=${encodeURIComponent(Buffer.from(secret).toString('base64'))}`,
  'what inspect prints': (secret) => inspect({ a: secret, b: [secret] }),
  'XML in numbers': (secret) =>
    `<a>${Array.from(secret, (it) => (/[\w-]/.test(it) ? it : `&#${it.codePointAt(0)};`)).join('')}</a>`,
  XML: (secret) => `<xml><A>${xmlOf(secret)}</A></xml>`,
  'a CDATA section': (secret) => `<xml><A><![CDATA[${secret}]]></A></xml>`,
  Base64: (secret) => `x ${Buffer.from(secret).toString('base64')} y`,
  'Base64 without padding': (secret) => `x ${Buffer.from(secret).toString('base64').replace(/=+$/, '')} y`,
  'Base64 of URLs': (secret) => `x ${Buffer.from(secret).toString('base64url')} y`,
  hex: (secret) => Buffer.from(secret).toString('hex'),
  'HEX in capitals': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  bytes: (secret) => ({ body: Buffer.from(secret), view: new TextEncoder().encode(secret).buffer }),
  'a nested object': (secret) => ({ a: { b: [{ c: secret }] } }),
  'the name of a property': (secret) => ({ cache: { [secret]: 1 } }),
  'an array in an array': (secret) => [[[secret, [secret]]]],
  'a Map': (secret) =>
    new Map<unknown, unknown>([
      ['a', secret],
      [secret, 'b'],
    ]),
  'a Set': (secret) => ({ set: new Set([secret]) }),
  'an error': (secret) => new Error(`failed with ${secret}`),
  'the cause of an error': (secret) =>
    new Error('outer', { cause: new ConfigError('a', 'inner', { cause: { detail: secret } }) }),
  'errors of an AggregateError': (secret) => new AggregateError([new Error(secret)], 'all failed'),
  'a field of an error': (secret) => Object.assign(new Error('x'), { response: { body: secret } }),
  'a String object': (secret) => ({ boxed: new String(secret) }),
  'the name of a symbol': (secret) => ({ symbol: Symbol(secret) }),
}

describe('a known secret', () => {
  it.each(Object.entries(places))('never comes out of %s', (_place, plant) => {
    fc.assert(
      fc.property(fc.oneof(canary, token), fc.array(token, { maxLength: 3 }), (secret, others) => {
        const shown = createRedactor({ secrets: [...others, secret] })(plant(secret))
        expect(findLeaks(shown, [secret])).toEqual([])
      }),
    )
  })

  it('never comes out of the head of a request', () => {
    fc.assert(
      fc.property(token, (secret) => {
        const headers = new Headers({ 'x-anything': `a ${secret}` })
        const shown = createRedactor({ secrets: [secret] })({ headers })
        expect(findLeaks(shown, [secret])).toEqual([])
        expect(shown).toEqual({ headers: { 'x-anything': 'a [redacted]' } })
      }),
    )
  })

  it('is hidden whole where one secret is the beginning of another, or a part of the mask', () => {
    const shown = createRedactor({ secrets: ['red', 'abc', 'abcdef'] })('red abcdef abc')
    expect(shown).toBe('[redacted] [redacted] [redacted]')
  })

  it('may hold the signs of patterns', () => {
    expect(createRedactor({ secrets: ['a.c*(', '$&$1'] })('a.c*( axc $&$1')).toBe('[redacted] axc [redacted]')
  })

  it('is left alone when it is too short to be one, and a lone surrogate does no harm', () => {
    expect(createRedactor({ secrets: ['', 'a', 'ab', 'x\ud800y'] })('a bad cab')).toBe('a bad cab')
  })
})

/** Where a value stands under a name; `name` and `secret` are put in as WeChat's traffic has them. */
const underName: Readonly<Record<string, (name: string, secret: string) => unknown>> = {
  'an object': (name, secret) => ({ deep: [{ [name]: secret }] }),
  'an object, within a list': (name, secret) => ({ [name]: [secret, { also: secret }] }),
  'a Map': (name, secret) => new Map([[name, secret]]),
  'a field of an error': (name, secret) => Object.assign(new Error('x'), { options: { [name]: secret } }),
  'a query': (name, secret) => `GET /cgi-bin/x?a=1&${name}=${secret}&b=2 failed`,
  'a message with a URL': (name, secret) => new Error(`fetch https://api.weixin.qq.com/x?${name}=${secret} failed`),
  'a form': (name, secret) => new URLSearchParams({ a: '1', [name]: secret }).toString(),
  JSON: (name, secret) => JSON.stringify({ a: 1, [name]: secret, b: 2 }),
  'spaced JSON': (name, secret) => JSON.stringify({ a: 1, [name]: secret, b: 2 }, undefined, 2),
  'JSON in JSON': (name, secret) => JSON.stringify({ body: JSON.stringify({ [name]: secret }) }),
  'JSON in JSON in JSON': (name, secret) =>
    JSON.stringify([JSON.stringify({ body: JSON.stringify({ a: 1, [name]: secret, b: 2 }) })]),
  XML: (name, secret) => `<xml><${name}>${secret}</${name}></xml>`,
  'XML with blanks': (name, secret) => `<xml>\n  <${name} a="b">\n${secret}\n</${name}>\n</xml>`,
  'a CDATA section': (name, secret) => `<xml><${name}><![CDATA[${secret}]]></${name}></xml>`,
  'what inspect prints': (name, secret) => inspect({ a: 1, [name]: secret, b: new Map([[name, secret]]) }),
}

const secretNames = [
  'access_token',
  'accessToken',
  'authorizer_refresh_token',
  'token',
  'secret',
  'appSecret',
  'AppSecret',
  'session_key',
  'sessionKey',
  'encodingAESKey',
  'encodingAesKey',
  'js_code',
  'code',
  'ComponentVerifyTicket',
  'AuthorizationCode',
  'jsapi_ticket',
  'password',
]

describe('a value under a name that carries a secret', () => {
  it.each(Object.entries(underName))('never comes out of %s', (_place, plant) => {
    fc.assert(
      fc.property(fc.constantFrom(...secretNames), token, (name, secret) => {
        expect(findLeaks(redact(plant(name, secret)), [secret])).toEqual([])
      }),
    )
  })

  it('is hidden to its end, whatever signs are in it', () => {
    fc.assert(
      fc.property(fc.constantFrom('password', 'token'), canary, (name, secret) => {
        const shown = redact([
          JSON.stringify({ [name]: secret, z: 'seen' }),
          JSON.stringify({ body: JSON.stringify({ [name]: secret, z: 'seen' }) }),
          `/x?${new URLSearchParams({ [name]: secret, z: 'seen' })}`,
          `<${name}>${xmlOf(secret)}</${name}><z>seen</z>`,
          `<${name}><![CDATA[${secret.replaceAll(']]>', '')}]]></${name}><z>seen</z>`,
        ])
        expect(findLeaks(shown, [secret])).toEqual([])
        for (const text of shown as string[]) {
          expect(text).toContain('[redacted]')
          expect(text).toContain('seen')
        }
      }),
    )
  })

  it('is hidden in the lines of a request head', () => {
    expect(redact('GET / HTTP/1.1\r\nAuthorization: Bearer abc def\r\nCookie: a=b; c="d e"\r\nHost: x')).toBe(
      'GET / HTTP/1.1\r\nAuthorization: [redacted]\nCookie: [redacted]\nHost: x',
    )
    expect(redact({ headers: new Headers({ authorization: 'Bearer abc', 'set-cookie': 'a=b' }) })).toEqual({
      headers: { authorization: '[redacted]', 'set-cookie': '[redacted]' },
    })
  })

  it('is hidden to the end of its CDATA section, brackets included', () => {
    expect(redact('<Token><![CDATA[a]b]]c<d]]></Token><Z>]]></Z>')).toBe(
      '<Token><![CDATA[[redacted]]]></Token><Z>]]></Z>',
    )
  })

  it('is hidden as a number too', () => {
    expect(redact('{"password":123456,"b":1}')).toBe('{"password":[redacted],"b":1}')
    expect(redact({ password: 123456 })).toEqual({ password: '[redacted]' })
  })
})

describe('what is no secret', () => {
  it('stays: ids, error codes, counts, ordinary words', () => {
    const seen = {
      openid: 'o-user',
      appId: 'wx0123456789abcdef',
      errcode: 40001,
      code: 'WX_API_FAILED',
      text: 'token: 3 to 32 letters or digits; the code is wrong',
      url: '/cgi-bin/menu/create?openid=o-user&lang=zh_CN',
      hasToken: true,
      token: null,
      big: 9223372036854775807n,
      xml: '<xml><MsgType><![CDATA[text]]></MsgType><Content>你好</Content></xml>',
    }
    expect(redact(seen)).toEqual(seen)
    for (const code of [40029, 'ECONNRESET', 'ERR_INVALID_ARG_TYPE', 'WX_ADAPTER_BODY_CONSUMED', '-1']) {
      expect(redact({ code })).toEqual({ code })
    }
    expect(redact('{"code":"ECONNRESET","errcode":0,"code":40029}')).toBe(
      '{"code":"ECONNRESET","errcode":0,"code":40029}',
    )
  })

  it('stays: an error keeps class, stack, code and cause', () => {
    const error = new ConfigError('path', 'begins with a slash', { cause: new TypeError('below') })
    const shown = redact(error)
    expect(shown).toBeInstanceOf(ConfigError)
    expect([shown.code, shown.setting, shown.message, shown.stack]).toEqual([
      error.code,
      error.setting,
      error.message,
      error.stack,
    ])
    expect(shown.cause).toBeInstanceOf(TypeError)
    expect(redact(new AggregateError([new Error('token=abcd')])).errors).toMatchObject([
      { message: 'token=[redacted]' },
    ])
    expect(JSON.stringify(shown)).toBe(JSON.stringify(error))
    expect(inspect(shown)).toContain('begins with a slash')
  })

  it('stays: dates, numbers, undefined; bytes and functions become a word', () => {
    const date = new Date(0)
    expect(redact([date, 1, undefined, null, () => 1, Buffer.from('abc')])).toEqual([
      date,
      1,
      undefined,
      null,
      '[function]',
      '[3 bytes]',
    ])
  })
})

describe('redact', () => {
  it('never changes what it is given', () => {
    fc.assert(
      fc.property(
        fc.object({ withMap: true, withSet: true, withBigInt: true, withDate: true, maxDepth: 4 }),
        (value) => {
          const before = inspect(value, { depth: Infinity, showHidden: true })
          redact({ token: value, value })
          expect(inspect(value, { depth: Infinity, showHidden: true })).toBe(before)
        },
      ),
    )
    const frozen = Object.freeze({ token: 'abcd', list: Object.freeze(['token=abcd']) })
    expect(redact(frozen)).toEqual({ token: '[redacted]', list: ['token=[redacted]'] })
    expect(frozen).toEqual({ token: 'abcd', list: ['token=abcd'] })
  })

  it('is at peace with its own output', () => {
    fc.assert(
      fc.property(fc.object(), fc.string(), (value, text) => {
        const once = redact({ value, text, token: 'abcd', url: '/?code=abcd' })
        expect(redact(once)).toEqual(once)
      }),
    )
  })

  it('follows cycles through objects, lists, maps, sets and causes, and keeps what is shared shared', () => {
    const map = new Map<string, unknown>([['token', 'abcd']])
    const set = new Set<unknown>()
    const error = new Error('token=abcd')
    const shared = { secret: 'abcd' }
    const root: Record<string, unknown> = { map, set, error, list: [shared, shared] }
    map.set('map', map).set('root', root)
    set.add(set).add(root)
    error.cause = root
    root['self'] = root
    const shown = redact(root) as unknown as {
      self: unknown
      list: unknown[]
      map: { map: unknown; root: unknown }
      error: Error
    }
    expect(shown.self).toBe(shown)
    expect(shown.map.map).toBe(shown.map)
    expect(shown.map.root).toBe(shown)
    expect(shown.error.cause).toBe(shown)
    expect(shown.list[0]).toBe(shown.list[1])
    expect(findLeaks(shown, ['abcd'])).toEqual([])
  })

  it('survives what is very deep, unreadable or has a prototype of its own choosing', () => {
    let deep: unknown = 'token=abcd'
    for (let level = 0; level < 50_000; level++) deep = { deep }
    expect(inspect(redact(deep), { depth: Infinity })).toContain('[too deep]')
    const hostile = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"a":1}}') as object
    expect(Object.hasOwn(redact(hostile) as object, '__proto__')).toBe(true)
    expect(({} as { polluted?: number }).polluted).toBe(undefined)
    const unreadable = {
      get trap(): never {
        throw new Error('no')
      },
    }
    expect(redact(unreadable)).toEqual({ trap: '[unreadable]' })
  })

  it('takes time in proportion to a text, whoever wrote it', () => {
    // Quadratic work on these would take minutes, and the test would run out of time.
    const size = 400_000
    const heads = [
      'token=',
      'token:"',
      "token:'",
      '\\"token\\":\\"',
      '<token>',
      '<token><![CDATA[',
      '<token ',
      'a="\\',
      'code="E1" ',
    ]
    for (const head of [
      ...heads,
      ...heads.map((it) => it.replace('token', 'other')),
      '\\',
      'a',
      'a-',
      ' ',
      '"',
      'token\\',
      'token ',
      'cookie:',
    ]) {
      expect(typeof redact(head.repeat(size / head.length))).toBe('string')
    }
  })
})
