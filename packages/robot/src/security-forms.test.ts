import { MessageCrypto, sha1Signature } from '@wx/crypto'
import { describe, expect, it } from 'vitest'
import type { RobotMode } from './options.js'
import { type Forged, type PushForm, reasonsIn, type Stage, stage } from './testing/stage.js'

const refusal = { status: 403, body: 'forbidden' }

async function expectRefused(on: Stage, { params, body }: { params: Forged['params']; body: string | Uint8Array }) {
  const { status, body: answer } = await on.post(params, body)
  expect({ status, body: answer }).toEqual(refusal)
  expect(on.handled).toEqual([])
}

async function expectHandled(on: Stage, { params, body }: Forged) {
  expect((await on.post(params, body)).status).toBe(200)
  expect(on.handled).toHaveLength(1)
}

const formats = ['xml', 'json'] as const

describe('S1: what a mode takes, and nothing else', () => {
  const taken: readonly [RobotMode, PushForm, boolean, string?][] = [
    ['plain', 'plain', true],
    ['plain', 'sealed', false, 'ciphertext-refused'],
    ['compatible', 'plain', true],
    ['compatible', 'sealed', true],
    ['secure', 'plain', false, 'plaintext-refused'],
    ['secure', 'sealed', true],
  ]
  for (const format of formats) {
    for (const [mode, form, isTaken, reason] of taken) {
      it(`a ${mode} robot ${isTaken ? 'takes' : 'refuses'} a ${form} push (${format})`, async () => {
        const on = stage(mode)
        const push = on.push(form, on.text(format))
        if (isTaken) return expectHandled(on, push)
        await expectRefused(on, push)
        expect(reasonsIn(on)).toEqual([reason])
      })
    }
  }

  for (const mode of ['compatible', 'secure'] as const) {
    it(`a ${mode} robot does not take a sealed push on its plain signature`, async () => {
      const on = stage(mode)
      const { params, body } = on.push('sealed', on.text())
      const { msg_signature: _, ...rest } = params
      await expectRefused(on, { params: rest, body })
      await expectRefused(on, { params: { ...rest, msg_signature: params['signature'] ?? '' }, body })
    })

    it(`a ${mode} robot does not take a sealed push whose plain signature alone is right`, async () => {
      const on = stage(mode)
      const { params, body } = on.push('sealed', on.text())
      await expectRefused(on, { params, body: body.replace(/(<Encrypt><!\[CDATA\[.)./, '$1_') })
      const other = on.push('sealed', on.text())
      await expectRefused(on, { params, body: other.body })
    })

    it(`a ${mode} robot takes a sealed push whose plain signature is wrong or missing: it covers nothing`, async () => {
      const on = stage(mode)
      const { params, body } = on.push('sealed', on.text())
      const { signature: _, ...rest } = params
      await expectHandled(on, { params: rest, body })
    })

    it(`a ${mode} robot refuses a plaintext that says it is encrypted`, async () => {
      const on = stage(mode)
      const { params } = on.push('sealed', on.text())
      for (const format of formats) await expectRefused(on, { params, body: on.text(format) })
    })

    it(`a ${mode} robot refuses an envelope that says it is plain, though everything is signed`, async () => {
      for (const encryptType of [undefined, 'raw']) {
        const on = stage(mode)
        const { params, body } = on.push('sealed', on.text())
        const { encrypt_type: _, ...rest } = params
        await expectRefused(on, { params: { ...rest, ...(encryptType && { encrypt_type: encryptType }) }, body })
      }
    })
  }

  it('a secure robot refuses a plaintext in every disguise of encrypt_type', async () => {
    for (const encryptType of ['raw', '', 'AES', 'aes ', 'none', 'null', 'undefined', '0']) {
      const on = stage('secure')
      const { params, body } = on.push('plain', on.text())
      await expectRefused(on, { params: { ...params, encrypt_type: encryptType }, body })
    }
  })

  it('a plain robot that has a key all the same refuses a sealed push', async () => {
    const { secrets, appId, text, push } = stage('secure')
    const on = stage('plain', { token: secrets[0], encodingAesKey: secrets[1], appId })
    await expectRefused(on, push('sealed', text()))
    expect(reasonsIn(on)).toEqual(['ciphertext-refused'])
  })

  for (const mode of ['plain', 'compatible', 'secure'] as const) {
    it(`a ${mode} robot refuses an encrypt_type other than aes and raw`, async () => {
      const on = stage(mode)
      const { params, body } = on.push('plain', on.text())
      await expectRefused(on, { params: { ...params, encrypt_type: 'des' }, body })
      expect(reasonsIn(on)).toEqual(['encrypt-type'])
    })
  }

  it('raw is another word for plain', async () => {
    const on = stage('plain')
    const { params, body } = on.push('plain', on.text())
    await expectHandled(on, { params: { ...params, encrypt_type: 'raw' }, body })
  })

  it('a compatible robot answers in the form it verified', async () => {
    const on = stage('compatible')
    const sealed = on.push('sealed', on.text())
    const plain = on.push('plain', on.text())
    expect(String((await on.post(sealed.params, sealed.body)).body)).toContain('<Encrypt>')
    expect(String((await on.post(plain.params, plain.body)).body)).toContain('<Content><![CDATA[handled]]>')
  })
})

describe('S7: a body with plain fields beside Encrypt', () => {
  for (const mode of ['compatible', 'secure'] as const) {
    for (const format of formats) {
      it(`only the decrypted content counts for a ${mode} robot (${format})`, async () => {
        const on = stage(mode)
        const { params, body } = on.push('sealed', on.text(format, 'the sealed word'), { compatible: true })
        await expectHandled(on, { params, body: body.replaceAll('the sealed word', 'a forged word') })
        expect(on.handled[0]).toMatchObject({ content: 'the sealed word' })
      })
    }
  }

  it('a plain push with an Encrypt is a plain push', async () => {
    const on = stage('compatible')
    const body = on.text().replace('</xml>', '<Encrypt>not looked at</Encrypt></xml>')
    await expectHandled(on, on.push('plain', body))
    expect(on.handled[0]).toMatchObject({ content: 'hello' })
  })
})

describe('S8: sealed for somebody else', () => {
  for (const format of formats) {
    it(`is refused (${format})`, async () => {
      const on = stage('secure')
      for (const appId of [`${on.appId}x`, on.appId.slice(0, -1), on.appId.toUpperCase(), 'wx0000000000000000']) {
        await expectRefused(on, on.push('sealed', on.text(format), { appId }))
      }
      expect(on.logger.lines[0]?.message).toContain('sealed for')
    })
  }
})

describe('P8: a tampered push is refused, XML and JSON alike', () => {
  for (const format of formats) {
    it(`in any place of its ciphertext (${format})`, async () => {
      const on = stage('secure')
      const { params, body } = on.push('sealed', on.text(format))
      const encrypt = /[A-Za-z0-9+/=]{60,}/.exec(body)?.[0] ?? ''
      for (const at of [0, 20, encrypt.length >> 1, encrypt.length - 5]) {
        const changed = encrypt[at] === 'A' ? 'B' : 'A'
        const tampered = encrypt.slice(0, at) + changed + encrypt.slice(at + 1)
        await expectRefused(on, { params, body: body.replace(encrypt, tampered) })
      }
    })

    it(`signed with another token (${format})`, async () => {
      const on = stage('compatible')
      await expectRefused(on, on.push('sealed', on.text(format), { token: 'anotherToken' }))
      await expectRefused(on, on.push('plain', on.text(format), { token: 'anotherToken' }))
    })
  }
})

describe('S14: the envelope and what is in it', () => {
  const sealing = (on: Stage) =>
    new MessageCrypto({ token: on.secrets[0], encodingAesKey: on.secrets[1], appId: on.appId })

  it('Encrypt stands once, at the top, as text', async () => {
    const on = stage('secure')
    const { params, body } = on.push('sealed', on.text())
    const encrypt = /CDATA\[([A-Za-z0-9+/=]{60,})/.exec(body)?.[1] ?? ''
    const twice = { Encrypt: encrypt }
    const bodies = [
      `<xml><Encrypt>${encrypt}</Encrypt><Encrypt>${encrypt}</Encrypt></xml>`,
      `<xml><Encrypt>${encrypt}</Encrypt><Encrypt/></xml>`,
      `<xml><a><Encrypt>${encrypt}</Encrypt></a></xml>`,
      `<xml><Encrypt><b>${encrypt}</b></Encrypt></xml>`,
      `<xml><encrypt>${encrypt}</encrypt></xml>`,
      '<xml><Encrypt></Encrypt></xml>',
      '<xml></xml>',
      `{"Encrypt":"${encrypt}","Encrypt":"${encrypt}"}`,
      JSON.stringify({ a: twice }),
      JSON.stringify({ Encrypt: [encrypt] }),
      JSON.stringify({ Encrypt: twice }),
      JSON.stringify({ Encrypt: 1 }),
      JSON.stringify({ Encrypt: null }),
      JSON.stringify([twice]),
      '',
      encrypt,
    ]
    for (const body of bodies) await expectRefused(on, { params, body })
  })

  it('is taken without ToUserName, and whatever else stands beside it', async () => {
    const on = stage('secure')
    const { params, body } = on.push('sealed', on.text())
    const encrypt = /CDATA\[([A-Za-z0-9+/=]{60,})/.exec(body)?.[1] ?? ''
    await expectHandled(on, { params, body: `<xml><AgentID>1</AgentID><Encrypt>${encrypt}</Encrypt></xml>` })
  })

  it('nothing, blanks, or what is no message inside is refused', async () => {
    const on = stage('secure')
    for (const plaintext of ['', ' ', '\n', 'hello', '<xml>', '[]', '<html></html>', '{"a":1}']) {
      await expectRefused(on, on.push('sealed', plaintext))
    }
  })

  it('what is not UTF-8 inside is refused', async () => {
    const on = stage('secure')
    const { params } = on.push('sealed', on.text())
    const { timestamp = '', nonce = '' } = params
    // In CBC a changed byte spoils its own block and flips the same byte of the next one: both lie within the message,
    // whose length, receiver and padding stay right. An `x` with all bits flipped is never UTF-8.
    const { encrypt } = sealing(on).seal(on.text('xml', 'x'.repeat(200)), { timestamp, nonce })
    const bytes = Buffer.from(encrypt, 'base64')
    bytes[64] = (bytes[64] ?? 0) ^ 0xff
    const broken = bytes.toString('base64')
    const msgSignature = sha1Signature(on.secrets[0], timestamp, nonce, broken)
    await expectRefused(on, {
      params: { ...params, msg_signature: msgSignature },
      body: `<xml><Encrypt>${broken}</Encrypt></xml>`,
    })
    expect(on.logger.lines[0]?.message).toContain('UTF-8')
  })

  it('an envelope inside an envelope is never opened', async () => {
    for (const format of formats) {
      const on = stage('secure')
      const inner = on.push('sealed', on.text(format))
      await expectRefused(on, on.push('sealed', inner.body))
      expect(reasonsIn(on)).toEqual(['message'])
    }
  })

  it('a message that carries an Encrypt of its own is that message, and no other', async () => {
    const on = stage('secure')
    const inner = /CDATA\[([A-Za-z0-9+/=]{60,})/.exec(on.push('sealed', on.text('xml', 'inner')).body)?.[1] ?? ''
    await expectHandled(on, on.push('sealed', on.text().replace('</xml>', `<Encrypt>${inner}</Encrypt></xml>`)))
    expect(on.handled[0]).toMatchObject({ content: 'hello' })
  })

  it('the size limit holds before decryption', async () => {
    const on = stage('secure')
    const { params, body } = on.push('sealed', on.text())
    await expectRefused(on, { params, body: body.replace('</xml>', `${' '.repeat(1 << 20)}</xml>`) })
    expect(reasonsIn(on)).toEqual(['envelope'])
  })

  it('the element limit holds after decryption', async () => {
    const on = stage('secure')
    await expectRefused(on, on.push('sealed', on.text().replace('</xml>', `${'<a/>'.repeat(10_001)}</xml>`)))
    expect(reasonsIn(on)).toEqual(['message'])
  })

  it('plain bodies have the same limits', async () => {
    const on = stage('plain')
    await expectRefused(on, on.push('plain', `${on.text()}${' '.repeat(1 << 20)}`))
    const { params } = on.push('plain', on.text())
    await expectRefused(on, { params, body: new Uint8Array([0x3c, 0xff, 0xfe]) })
  })
})
