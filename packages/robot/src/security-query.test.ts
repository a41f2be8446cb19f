import { memoryCoordinator } from '@wx/context-store'
import { sha1Signature } from '@wx/crypto'
import { signQuery } from '@wx/crypto/testing'
import { describe, expect, it } from 'vitest'
import type { ParsedQuery } from './query.js'
import { reasonsIn, type Stage, stage } from './testing/stage.js'

const toText = (params: Readonly<Record<string, string>>) => new URLSearchParams(params).toString()

async function expectRefused(on: Stage, query: string | ParsedQuery, body?: string) {
  const before = on.handled.length
  const answers = [await on.post(query, body ?? on.text()), await on.get(query)]
  for (const answer of answers) expect([answer.status, answer.body]).toEqual([403, 'forbidden'])
  expect(on.handled).toHaveLength(before)
}

/** Every signed parameter, on a robot that would look at it. */
const signed = ['signature', 'timestamp', 'nonce', 'msg_signature', 'encrypt_type', 'echostr'] as const

/** A robot and a request that passes as it is; both forms are needed to see all six parameters at work. */
function genuine(name: (typeof signed)[number]) {
  const isSealed = name === 'msg_signature' || name === 'encrypt_type'
  const on = stage(isSealed ? 'secure' : 'plain')
  const push = on.push(isSealed ? 'sealed' : 'plain', on.text())
  return { on, body: push.body, params: { ...push.params, echostr: 'echo' } as Record<string, string> }
}

describe('S2: a signed parameter is one single text', () => {
  for (const name of signed) {
    it(`${name} passes as it is, and beside repeats of other parameters`, async () => {
      const { on, params, body } = genuine(name)
      expect((await on.post(`${toText(params)}&x=1&x=2&x[]=3&y[z]=4`, body)).status).toBe(200)
      expect((await on.post({ ...params, x: ['1', '2'], y: { z: '4' } }, body)).status).toBe(200)
    })

    it(`${name} twice is refused, the same value included`, async () => {
      const { on, params, body } = genuine(name)
      const query = toText(params)
      for (const more of [`${name}=${params[name]}`, `${name}=other`, `${name}=`, name]) {
        await expectRefused(on, `${query}&${more}`, body)
        await expectRefused(on, `${more}&${query}`, body)
      }
      expect(new Set(reasonsIn(on))).toEqual(new Set(['query']))
    })

    it(`${name} in brackets is refused, encoded ones included`, async () => {
      const { on, params, body } = genuine(name)
      const { [name]: value, ...rest } = params
      for (const written of [`${name}[]`, `${name}[0]`, `${name}[x]`, `${name}%5B%5D`, `${name}%5bx%5d`, `${name}[`]) {
        await expectRefused(on, `${toText(rest)}&${written}=${value}`, body)
        await expectRefused(on, `${toText(params)}&${written}=${value}`, body)
      }
    })

    it(`${name} as anything but a text is refused in a parsed query`, async () => {
      const { on, params, body } = genuine(name)
      const value = params[name] as string
      for (const wrong of [
        [value],
        [value, value],
        [],
        { x: value },
        {},
        Number(value),
        true,
        null,
        new String(value),
      ]) {
        await expectRefused(on, { ...params, [name]: wrong }, body)
      }
      await expectRefused(on, { ...params, [`${name}[]`]: value }, body)
    })
  }

  it('is not taken from a prototype', async () => {
    const { on, params, body } = genuine('signature')
    const { signature, ...rest } = params
    await expectRefused(on, Object.assign(Object.create({ signature }) as Record<string, string>, rest), body)
  })
})

describe('S3: a signature is 40 lower-case hex characters', () => {
  const wrong: Readonly<Record<string, (signature: string) => string>> = {
    'in upper case': (it) => it.toUpperCase(),
    'one short': (it) => it.slice(1),
    'one long': (it) => `${it}0`,
    'with a blank before': (it) => ` ${it}`,
    'with a line break behind': (it) => `${it}\n`,
    'with a NUL behind': (it) => `${it}\0`,
    'with a letter that is no hex': (it) => `g${it.slice(1)}`,
    empty: () => '',
    'of another request': () => sha1Signature('a', 'b', 'c'),
  }
  for (const [how, change] of Object.entries(wrong)) {
    it(`${how}, it is refused`, async () => {
      const plain = genuine('signature')
      await expectRefused(plain.on, toText({ ...plain.params, signature: change(plain.params['signature'] ?? '') }))
      const sealed = genuine('msg_signature')
      const msgSignature = change(sealed.params['msg_signature'] ?? '')
      const answer = await sealed.on.post(toText({ ...sealed.params, msg_signature: msgSignature }), sealed.body)
      expect(answer.status).toBe(403)
      expect(sealed.on.handled).toEqual([])
    })
  }
})

describe('S9: parameters come from the query, whole, and are decoded once', () => {
  for (const name of ['signature', 'timestamp', 'nonce'] as const) {
    it(`without ${name}, or with an empty one, it is refused`, async () => {
      const { on, params, body } = genuine(name)
      const { [name]: _, ...rest } = params
      await expectRefused(on, toText(rest), body)
      await expectRefused(on, rest, body)
      await expectRefused(on, toText({ ...params, [name]: '' }), body)
      expect(new Set(reasonsIn(on))).toEqual(new Set(['parameter-missing']))
    })
  }

  for (const [name, empty] of [
    ['timestamp', { timestamp: '' }],
    ['nonce', { nonce: '' }],
  ] as const) {
    it(`an empty ${name} is refused though it is signed`, async () => {
      const on = stage('plain')
      const parts = { timestamp: '1767225600', nonce: '1', ...empty }
      const signature = sha1Signature(on.secrets[0], parts.timestamp, parts.nonce)
      await expectRefused(on, toText({ ...parts, signature, echostr: 'x' }))
    })
  }

  it('nothing at all is refused', async () => {
    const on = stage('plain')
    for (const query of ['', '&', '=', '&&==', '?']) await expectRefused(on, query)
    await expectRefused(on, {})
  })

  for (const broken of ['%', '%2', '%zz', '%c3%28', '%ff']) {
    it(`the malformed escape ${broken} is refused, and throws nothing`, async () => {
      const { on, params, body } = genuine('nonce')
      const { nonce, ...rest } = params
      await expectRefused(on, `${toText(rest)}&nonce=${nonce}${broken}`, body)
      await expectRefused(on, `${toText(params)}&${broken}=1`, body)
    })
  }

  it('values are decoded exactly once, names too', async () => {
    const on = stage('plain')
    const nonce = 'a%41+b c&d=é'
    const params = signQuery({ token: on.secrets[0], nonce, timestamp: 1_767_225_600 }).params
    const query = `time%73tamp=${params['timestamp']}&n%6Fnce=${encodeURIComponent(nonce)}&signature=${params['signature']}`
    expect((await on.post(query, on.text())).status).toBe(200)
    await expectRefused(on, query.replace(encodeURIComponent(nonce), encodeURIComponent(encodeURIComponent(nonce))))
  })

  it('a parsed query is not decoded again', async () => {
    const on = stage('plain')
    const { params } = on.push('plain', '', { nonce: '%41' })
    expect((await on.post(params, on.text())).status).toBe(200)
    await expectRefused(on, { ...params, nonce: 'A' })
  })

  it('what stands in the body or the headers is not looked at', async () => {
    const { on, params } = genuine('signature')
    const { signature = '', ...rest } = params
    await expectRefused(on, rest, on.text().replace('</xml>', `<signature>${signature}</signature></xml>`))
    const headers = { signature, 'x-signature': signature }
    const answer = await on.robot.handle({ method: 'POST', path: '/', query: toText(rest), headers, body: on.text() })
    expect(answer.status).toBe(403)
  })
})

describe('S5: a request may be too old', () => {
  const at = (on: Stage, seconds: number | string) =>
    on.push('plain', on.text(), {
      timestamp: typeof seconds === 'string' ? seconds : on.clock.now() / 1000 + seconds,
    })

  it('of any age by default', async () => {
    const on = stage('plain')
    for (const timestamp of ['1', 'not-a-number', '99999999999']) {
      const { params, body } = at(on, timestamp)
      expect((await on.post(params, body)).status).toBe(200)
    }
  })

  for (const mode of ['plain', 'secure'] as const) {
    it(`up to maxAgeSeconds it passes, before and after now (${mode})`, async () => {
      const on = stage(mode, { maxAgeSeconds: 300 })
      const form = mode === 'plain' ? 'plain' : 'sealed'
      const send = async (seconds: number) => {
        const { params, body } = on.push(form, on.text(), { timestamp: on.clock.now() / 1000 + seconds })
        return (await on.post(params, body)).status
      }
      expect([await send(-300), await send(0), await send(300)]).toEqual([200, 200, 200])
      expect([await send(-301), await send(301)]).toEqual([403, 403])
      expect(new Set(reasonsIn(on))).toEqual(new Set(['stale']))
    })
  }

  it('the clock goes on: what passed is refused later', async () => {
    const on = stage('plain', { maxAgeSeconds: 60 })
    const { params, body } = at(on, 0)
    expect((await on.post(params, body)).status).toBe(200)
    await on.clock.advance(61_000)
    expect((await on.post(params, body)).status).toBe(403)
  })

  it('a timestamp that is no plain decimal number is refused', async () => {
    const on = stage('plain', { maxAgeSeconds: 10 ** 12 })
    const now = String(on.clock.now() / 1000)
    for (const timestamp of [
      `+${now}`,
      `-1`,
      `${now}.0`,
      `${now}e0`,
      ` ${now}`,
      `0x69`,
      'Infinity',
      'NaN',
      '9'.repeat(400),
    ]) {
      const { params, body } = at(on, timestamp)
      await expectRefused(on, params, body)
    }
  })

  it('the URL check has the same limit', async () => {
    const on = stage('secure', { maxAgeSeconds: 300 })
    expect((await on.get(on.check('hello'))).status).toBe(200)
    expect((await on.get(on.check('hello', { timestamp: on.clock.now() / 1000 - 301 }))).status).toBe(403)
  })
})

describe('replayGuard: a request is taken once', () => {
  for (const mode of ['plain', 'secure'] as const) {
    const form = mode === 'plain' ? 'plain' : 'sealed'

    it(`the same timestamp and nonce again is refused (${mode})`, async () => {
      const on = stage(mode, { replayGuard: true })
      const { params, body } = on.push(form, on.text())
      expect((await on.post(params, body)).status).toBe(200)
      const again = await on.post(params, body)
      expect([again.status, again.body]).toEqual([403, 'forbidden'])
      expect(reasonsIn(on)).toEqual(['replayed'])
      expect(on.handled).toHaveLength(1)
    })

    it(`a redelivery, which WeChat signs anew, is taken (${mode})`, async () => {
      const on = stage(mode, { replayGuard: true })
      const text = on.text()
      for (const { params, body } of [on.push(form, text), on.push(form, text)]) {
        expect((await on.post(params, body)).status).toBe(200)
      }
      expect(on.handled).toHaveLength(1)
    })
  }

  it('a plaintext replayed with another body is refused: its signature does not cover the body', async () => {
    const on = stage('plain', { replayGuard: true })
    const { params, body } = on.push('plain', on.text())
    await on.post(params, body)
    expect((await on.post(params, on.text('xml', 'forged'))).status).toBe(403)
  })

  it('a request that was refused uses nothing up', async () => {
    const on = stage('plain', { replayGuard: true })
    const { params, body } = on.push('plain', on.text())
    await on.post({ ...params, signature: '0'.repeat(40) }, body)
    expect((await on.post(params, body)).status).toBe(200)
  })

  it('is off by default', async () => {
    const on = stage('plain')
    const { params, body } = on.push('plain', on.text())
    expect([(await on.post(params, body)).status, (await on.post(params, body)).status]).toEqual([200, 200])
  })

  it('remembers within this process while a shared coordinator is out of reach, and counts it', async () => {
    for (const once of [() => Promise.reject(new Error('down')), () => new Promise<boolean>(() => {})]) {
      const coordinator = Object.assign(memoryCoordinator(), { once })
      const on = stage('plain', { replayGuard: true, coordinator })
      const { params, body } = on.push('plain', on.text())
      const first = on.post(params, body)
      await on.clock.advance(1_000)
      expect((await first).status).toBe(200)
      expect(on.robot.stats.coordinatorErrors).toBe(1)
      expect((await on.post(params, body)).status).toBe(403)
    }
  })
})
