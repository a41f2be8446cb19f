import { describe, expect, it } from 'vitest'
import { reasonsIn, stage } from './testing/stage.js'

describe('S10: the URL check', () => {
  for (const mode of ['plain', 'compatible', 'secure'] as const) {
    it(`is answered with exactly the echostr, as plain text (${mode})`, async () => {
      const on = stage(mode)
      for (const echostr of ['5837397520665436492', 'a+b/c==', ' x ', '"quoted"', '<b>&amp;</b>', '你好\r\n', '%41']) {
        const { status, headers, body } = await on.get(new URLSearchParams(on.check(echostr)).toString())
        expect([status, body]).toEqual([200, echostr])
        expect(headers['content-type']).toBe('text/plain; charset=utf-8')
        expect(headers['x-content-type-options']).toBe('nosniff')
      }
    })

    it(`uses signature in every mode (${mode})`, async () => {
      const on = stage(mode)
      const params = on.check('echo')
      const { signature = '', ...rest } = params
      const { body: right } = await on.get({ ...params, msg_signature: '0'.repeat(40), encrypt_type: 'aes' })
      expect(right).toBe('echo')
      const wrong = { signature: '0'.repeat(40), msg_signature: signature, encrypt_type: 'aes' }
      const { body } = await on.get({ ...rest, ...wrong })
      expect(body).toBe('forbidden')
    })
  }

  it('is refused without an echostr, or with an empty one', async () => {
    const on = stage('plain')
    const { echostr: _, ...params } = on.check('')
    for (const query of [params, { ...params, echostr: '' }]) {
      const { status, body } = await on.get(query)
      expect([status, body]).toEqual([403, 'forbidden'])
    }
    expect(reasonsIn(on)).toEqual(['echostr-missing'])
  })

  it('never shows an echostr that was not signed for', async () => {
    const on = stage('plain')
    const { status, body } = await on.get({ ...on.check('canary'), signature: '0'.repeat(40) })
    expect([status, body]).toEqual([403, 'forbidden'])
  })

  it('is never made by a POST', async () => {
    const on = stage('plain')
    const params = on.check('canary')
    for (const text of ['', on.text()]) {
      const { body } = await on.post(params, text)
      expect(String(body)).not.toContain('canary')
    }
  })

  it('does not start the robot: handlers may still be registered', async () => {
    const on = stage('plain')
    await on.get(on.check('echo'))
    on.robot.text(() => 'registered later')
    const { params, body } = on.push('plain', on.text())
    expect(String((await on.post(params, body)).body)).toContain('registered later')
  })
})

describe('S11: methods', () => {
  for (const method of ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'post', 'get', '']) {
    it(`${method || 'none'} is answered 405 and reaches no handler, signed as it may be`, async () => {
      const on = stage('plain')
      const { params, body } = on.push('plain', on.text())
      const answer = await on.robot.handle({ method, query: { ...params, echostr: 'canary' }, body })
      expect([answer.status, answer.body, answer.headers['allow']]).toEqual([405, '', 'GET, POST'])
      expect(on.handled).toEqual([])
    })
  }

  it('method overrides are not listened to', async () => {
    const on = stage('plain')
    const { params, body } = on.push('plain', on.text())
    const query = new URLSearchParams({ ...params, _method: 'POST' }).toString()
    const headers = { 'x-http-method-override': 'POST', 'x-method-override': 'POST' }
    for (const method of ['PUT', 'GET']) {
      await on.robot.handle({ method, path: '/', query, headers, body })
      expect(on.handled).toEqual([])
    }
  })
})
