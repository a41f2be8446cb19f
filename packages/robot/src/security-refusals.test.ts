import type { WebResponse } from '@wx/core'
import { findLeaks } from '@wx/core/testing'
import { MessageCrypto } from '@wx/crypto'
import { describe, expect, it } from 'vitest'
import type { RefusalReason } from './refusal.js'
import { reasonsIn, type Stage, stage } from './testing/stage.js'

/** One request for each way to be refused, on a robot that looks for it. */
type Reason = Exclude<RefusalReason, 'method' | 'closed' | 'account-unknown'>
const attempts: { readonly [R in Reason]: () => Promise<[Stage, WebResponse]> } = {
  query: async () => {
    const on = stage('plain')
    const { params, body } = on.push('plain', on.text())
    return [on, await on.post({ ...params, nonce: ['1'] }, body)]
  },
  'parameter-missing': async () => {
    const on = stage('plain')
    return [on, await on.post('', on.text())]
  },
  'signature-mismatch': async () => {
    const on = stage('plain')
    const { params, body } = on.push('plain', on.text(), { token: 'anotherToken' })
    return [on, await on.post(params, body)]
  },
  stale: async () => {
    const on = stage('plain', { maxAgeSeconds: 300 })
    const { params, body } = on.push('plain', on.text(), { timestamp: 1 })
    return [on, await on.post(params, body)]
  },
  replayed: async () => {
    const on = stage('plain', { replayGuard: true })
    const { params, body } = on.push('plain', on.text())
    await on.post(params, body)
    return [on, await on.post(params, body)]
  },
  'encrypt-type': async () => {
    const on = stage('plain')
    const { params, body } = on.push('plain', on.text())
    return [on, await on.post({ ...params, encrypt_type: 'des' }, body)]
  },
  'plaintext-refused': async () => {
    const on = stage('secure')
    const { params, body } = on.push('plain', on.text())
    return [on, await on.post(params, body)]
  },
  'ciphertext-refused': async () => {
    const on = stage('plain')
    const { params, body } = stage('secure').push('sealed', on.text(), { token: on.secrets[0] })
    return [on, await on.post(params, body)]
  },
  envelope: async () => {
    const on = stage('secure')
    const { params } = on.push('sealed', on.text())
    return [on, await on.post(params, '<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>')]
  },
  decryption: async () => {
    const on = stage('secure')
    const { params, body } = on.push('sealed', on.text(), { appId: 'wx0000000000000000' })
    return [on, await on.post(params, body)]
  },
  message: async () => {
    const on = stage('plain')
    const { params } = on.push('plain', '')
    return [on, await on.post(params, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml>&e;</xml>')]
  },
  'echostr-missing': async () => {
    const on = stage('plain')
    return [on, await on.get(on.push('plain', '').params)]
  },
  'source-missing': async () => {
    const on = stage('plain', { cloudRun: true })
    return [on, await on.post('', on.text())]
  },
}

describe('S12: refusals look alike from outside', () => {
  it('one status, one body, the same headers for every reason', async () => {
    const answers = await Promise.all(Object.values(attempts).map((attempt) => attempt()))
    const seen = new Set(answers.map(([, { status, headers, body }]) => JSON.stringify([status, headers, body])))
    expect([...seen]).toEqual([JSON.stringify([403, { 'content-type': 'text/plain; charset=utf-8' }, 'forbidden'])])
  })

  for (const [reason, attempt] of Object.entries(attempts)) {
    it(`${reason}: the log names the reason and what to do, and no handler runs`, async () => {
      const [on] = await attempt()
      expect(reasonsIn(on)).toEqual([reason])
      expect(on.logger.lines[0]?.level).toBe('warn')
      expect(on.logger.lines[0]?.message).toMatch(/^request refused: .{20,}/)
      expect(on.robot.stats.refused).toBe(1)
      expect(on.handled).toHaveLength(reason === 'replayed' ? 1 : 0)
    })
  }

  it('K9: every way to spoil a sealed push looks alike', async () => {
    const on = stage('secure')
    const { params } = on.push('sealed', on.text())
    const { timestamp = '', nonce = '' } = params
    const crypto = new MessageCrypto({ token: on.secrets[0], encodingAesKey: on.secrets[1], appId: on.appId })
    const otherKey = stage('secure')
    const bodies = [
      on.push('sealed', on.text(), { token: 'anotherToken', timestamp, nonce }),
      on.push('sealed', on.text(), { encodingAesKey: otherKey.secrets[1], timestamp, nonce }),
      on.push('sealed', on.text(), { appId: otherKey.appId, timestamp, nonce }),
      { params, body: `<xml><Encrypt>${crypto.encrypt(on.text())}</Encrypt></xml>` },
      { params, body: '<xml><Encrypt>AAAA</Encrypt></xml>' },
      { params, body: '<xml><Encrypt>?</Encrypt></xml>' },
    ]
    const answers = await Promise.all(bodies.map((it) => on.post(it.params, it.body)))
    expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1)
  })

  it('is never success, and the answer is made anew for nobody: nothing of the request is in it', async () => {
    const on = stage('plain')
    const canary = 'Canary0123456789'
    for (const method of ['GET', 'POST', 'PUT']) {
      const query = `signature=${canary}&timestamp=${canary}&nonce=${canary}&echostr=${canary}`
      const answer = await on.robot.handle({
        method,
        path: `/${canary}`,
        query,
        headers: { host: canary },
        body: canary,
      })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(JSON.stringify(answer)).not.toContain(canary)
    }
  })
})

describe('errorPage (RT-52)', () => {
  it('shows one page of your own for every reason', async () => {
    const on = stage('plain')
    on.robot.errorPage(() => '<h1>nothing to see</h1>')
    const answers = [
      await on.get(''),
      await on.get('signature=1&timestamp=2&nonce=3'),
      await on.post('', on.text()),
      await on.post('nonce[]=1', on.text()),
    ]
    expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1)
    expect(answers[0]).toMatchObject({
      status: 403,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: '<h1>nothing to see</h1>',
    })
  })

  it('is made once, so that nothing of a request can get into it', async () => {
    let made = 0
    const on = stage('plain')
    on.robot.errorPage(() => `<p>${++made}</p>`)
    await on.get('')
    expect((await on.get('')).body).toBe('<p>1</p>')
  })

  it('must be text', () => {
    const on = stage('plain')
    expect(() => on.robot.errorPage(() => 404 as never)).toThrow(/errorPage must return HTML as text, not number/)
    expect(() => on.robot.errorPage('<p>' as never)).toThrow(/needs a function/)
  })
})

describe('the log of refusals', () => {
  it('does not flood: one line a second for each reason, with the number left out', async () => {
    const on = stage('plain')
    for (let i = 0; i < 100; i++) {
      await on.get('')
      await on.get('nonce=1&nonce=2')
    }
    expect(reasonsIn(on)).toEqual(['parameter-missing', 'query'])
    await on.clock.advance(1_000)
    await on.get('')
    expect(on.logger.lines.at(-1)?.fields).toEqual({ reason: 'parameter-missing', notLogged: 99 })
    expect(on.robot.stats.refused).toBe(201)
  })

  it('is not silenced by a clock that is set back', async () => {
    let now = 10_000_000
    const clock = { now: () => now, sleep: () => Promise.resolve() }
    const on = stage('plain', { clock })
    await on.get('')
    now -= 5_000_000
    await on.get('')
    expect(reasonsIn(on)).toHaveLength(2)
  })

  it('describes the token to compare without showing it', async () => {
    const [on] = await attempts['signature-mismatch']()
    expect(on.logger.lines[0]?.message).toContain('(24 characters)')
  })
})

describe('P19: token and key leave the robot nowhere', () => {
  it('not in a log line, an answer or an error, whatever happens', async () => {
    for (const attempt of Object.values(attempts)) {
      const [on, answer] = await attempt()
      expect(findLeaks([on.logger.lines, answer], on.secrets)).toEqual([])
    }
  })

  it('not when a handler throws them', async () => {
    const on = stage('secure')
    const [token, key] = on.secrets
    on.robot.text(() => {
      throw Object.assign(new Error(`token=${token} key=${key}`, { cause: { token, key } }), {
        url: `/?token=${token}`,
      })
    })
    const { params, body } = on.push('sealed', on.text())
    const answer = await on.post(params, body)
    expect(answer.body).toBe('success')
    expect(on.logger.lines.map((it) => it.level)).toEqual(['error'])
    expect(findLeaks([on.logger.lines, answer], on.secrets)).toEqual([])
  })

  it('not in what can be seen of a robot', () => {
    const on = stage('secure')
    expect(findLeaks(on.robot, on.secrets)).toEqual([])
    expect(findLeaks(JSON.stringify(on.robot), on.secrets)).toEqual([])
  })
})
