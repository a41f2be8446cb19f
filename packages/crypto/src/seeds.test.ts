import { createCipheriv, createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ConfigError, WxError } from '@wx/core'
import { describe, expect, it } from 'vitest'
import {
  CryptoError,
  type CryptoErrorKind,
  generateEncodingAesKey,
  generateToken,
  isEncodingAesKey,
  isToken,
  MessageCrypto,
  sha1Signature,
  signJsapi,
  verifySignature,
} from './index.js'
import { openReply, sealPush, signQuery } from './testing/index.js'

// Everything about signatures and encryption that the seeds (WeRoBot, wechat-python-sdk, py_wechat_tools) have, by its
// id, and what it is here.

/** Ids run from CR-01 to this. */
const rowCount = 29

const token = 'seedToken'
const encodingAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const appId = 'wx0123456789abcdef'
const settings = { token, encodingAesKey, appId }
const crypto = new MessageCrypto(settings)
const query = { timestamp: '1713424427', nonce: '415670741' }
const plainSignature = createHash('sha1').update('1713424427415670741seedToken').digest('hex')
const xml = '<xml><ToUserName>gh_1</ToUserName><Content>你好</Content></xml>'

const kind = (wanted: CryptoErrorKind) => expect.objectContaining({ name: 'CryptoError', kind: wanted })

const checksPlainSignature = () => {
  expect(verifySignature({ token, ...query, signature: plainSignature })).toBe(true)
  expect(verifySignature({ token: 'otherToken', ...query, signature: plainSignature })).toBe(false)
  for (const name of ['timestamp', 'nonce', 'signature'] as const) {
    const right = { token, ...query, signature: plainSignature }
    expect(verifySignature({ ...right, [name]: `${right[name]}0` })).toBe(false)
    expect(verifySignature({ ...right, [name]: [right[name]] })).toBe(false)
    expect(verifySignature({ ...right, [name]: undefined })).toBe(false)
  }
}

const roundTrip = () => {
  const sealed = crypto.seal(xml, query)
  expect(sealed.msgSignature).toBe(sha1Signature(token, query.timestamp, query.nonce, sealed.encrypt))
  expect(crypto.open(sealed)).toBe(xml)
}

const refusesOtherAppId = () => {
  const other = new MessageCrypto({ ...settings, appId: 'wxfedcba9876543210' })
  expect(() => other.open(crypto.seal(xml))).toThrow(kind('appid'))
}

const refusesWrongSignature = () => {
  const sealed = crypto.seal(xml)
  expect(() => crypto.open({ ...sealed, msgSignature: '0'.repeat(40) })).toThrow(kind('signature'))
}

const refusesWrongKey = () => {
  for (const wrong of ['', encodingAesKey.slice(1), `${encodingAesKey}=`, `${encodingAesKey.slice(1)}-`]) {
    expect(() => new MessageCrypto({ ...settings, encodingAesKey: wrong })).toThrow(kind('key'))
  }
}

/** Encrypts a frame as it is, padding and all. */
function encryptFrame(frame: Buffer): string {
  const key = Buffer.from(encodingAesKey, 'base64')
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(frame), cipher.final()]).toString('base64')
}

/** 16 random bytes, a length, the text, the app id, and nothing after it. */
function frameOf(text: string, length: number = text.length): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(length)
  return Buffer.concat([Buffer.alloc(16, 'r'), size, Buffer.from(text + appId)])
}

const padded = (frame: Buffer, count: number) => Buffer.concat([frame, Buffer.alloc(count, count)])

const read = (push: { readonly body: string; readonly params: Readonly<Record<string, string>> }) => ({
  encrypt: /<Encrypt><!\[CDATA\[(.*?)]]>/.exec(push.body)?.[1],
  msgSignature: push.params['msg_signature'],
  timestamp: push.params['timestamp'],
  nonce: push.params['nonce'],
})

interface Row {
  readonly id: `CR-${number}`
  readonly seed: string
  readonly proof: () => void
}

const rows: readonly Row[] = [
  { id: 'CR-01', seed: 'check_signature(signature, timestamp, nonce)', proof: checksPlainSignature },
  {
    id: 'CR-02',
    seed: 'generate_jsapi_signature',
    proof: () => {
      const ticket = 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg'
      const page = { ticket, nonceStr: 'Wm3WZYTPz0wzccnW', timestamp: 1414587457 }
      const signature = '0f9de62fce790f9a083d5c99e95740ceb90c27ed'
      expect(signJsapi({ ...page, url: 'http://mp.weixin.qq.com?params=value' }).signature).toBe(signature)
      expect(signJsapi({ ...page, url: 'http://mp.weixin.qq.com?params=value#part' }).signature).toBe(signature)
    },
  },
  {
    id: 'CR-03',
    seed: 'encrypt_mode normal/compatible/safe: a push of each can be judged',
    proof: () => {
      const { params } = signQuery({ token })
      const { timestamp, nonce, signature } = params
      expect(verifySignature({ token, timestamp, nonce, signature })).toBe(true)
      const compatible = sealPush(xml, { ...settings, compatible: true })
      expect(compatible.body).toContain('<Content>')
      expect(crypto.open(read(compatible))).toBe(xml)
      const safe = sealPush(xml, settings)
      expect(safe.body).not.toContain('<Content>')
      expect(crypto.open(read(safe))).toBe(xml)
    },
  },
  {
    id: 'CR-04',
    seed: 'encoding_aes_key',
    proof: () => {
      expect(crypto.decrypt(encryptFrame(padded(frameOf('hello'), 21)))).toBe('hello')
      expect(isEncodingAesKey(encodingAesKey)).toBe(true)
      refusesWrongKey()
    },
  },
  {
    id: 'CR-05',
    seed: 'parse_data(data, msg_signature, timestamp, nonce)',
    proof: () => {
      expect(crypto.open(read(sealPush(xml, settings)))).toBe(xml)
      refusesWrongSignature()
    },
  },
  {
    id: 'CR-06',
    seed: 'replies are encrypted in safe mode',
    proof: () => {
      const sealed = crypto.seal(xml)
      const { encrypt: Encrypt, msgSignature: MsgSignature, nonce: Nonce } = sealed
      const body = JSON.stringify({ Encrypt, MsgSignature, TimeStamp: Number(sealed.timestamp), Nonce })
      expect(openReply(body, settings)).toBe(xml)
    },
  },
  {
    id: 'CR-07',
    seed: 'BasicCrypto',
    proof: () => {
      roundTrip()
      refusesOtherAppId()
    },
  },
  {
    id: 'CR-09',
    seed: 'CryptoException',
    proof: () => {
      const error = new CryptoError('padding', 'x')
      expect(error).toBeInstanceOf(WxError)
      expect(error).toMatchObject({ code: 'WX_CRYPTO_PADDING', officialCode: -40007 })
    },
  },
  {
    id: 'CR-10',
    seed: 'CryptoComputeSignatureError: what cannot be signed is refused',
    proof: () => {
      const part: string = JSON.parse('5')
      expect(() => sha1Signature(token, part)).toThrow(ConfigError)
    },
  },
  {
    id: 'CR-11',
    seed: 'EncryptAESError: what cannot be encrypted is refused',
    proof: () => {
      const text: string = JSON.parse('5')
      expect(() => crypto.encrypt(text)).toThrow(ConfigError)
    },
  },
  {
    id: 'CR-12',
    seed: 'DecryptAESError',
    proof: () => {
      expect(() => crypto.decrypt('not base64!')).toThrow(kind('ciphertext'))
      expect(() => crypto.decrypt(encryptFrame(Buffer.alloc(64)))).toThrow(kind('padding'))
    },
  },
  {
    id: 'CR-13',
    seed: 'IllegalBuffer',
    proof: () => {
      expect(() => crypto.decrypt(encryptFrame(padded(frameOf('hello', 5000), 21)))).toThrow(kind('length'))
    },
  },
  { id: 'CR-14', seed: 'ValidateAppIDError', proof: refusesOtherAppId },
  { id: 'CR-15', seed: 'ValidateSignatureError', proof: refusesWrongSignature },
  { id: 'CR-16', seed: 'ValidateAESKeyError', proof: refusesWrongKey },
  {
    id: 'CR-17',
    seed: 'PKCS#7 of blocks of 32',
    proof: () => {
      for (const size of [0, 10, 11, 12, 27, 28, 29]) {
        const text = 'x'.repeat(size)
        const frame = frameOf(text)
        const count = 32 - (frame.length % 32)
        expect(crypto.encrypt(text, { random: 'r'.repeat(16) })).toBe(encryptFrame(padded(frame, count)))
        expect(crypto.decrypt(encryptFrame(padded(frame, count)))).toBe(text)
      }
      const oneWrong = padded(frameOf('hello'), 21)
      oneWrong[oneWrong.length - 2] = 9
      expect(() => crypto.decrypt(encryptFrame(oneWrong))).toThrow(kind('padding'))
    },
  },
  { id: 'CR-18', seed: 'check.message_push_check', proof: checksPlainSignature },
  {
    id: 'CR-20',
    seed: 'a key turns encryption on: a plain signature does not do for an encrypted push',
    proof: () => {
      const { encrypt: encrypted } = crypto.seal(xml, query)
      expect(verifySignature({ token, ...query, signature: plainSignature, encrypted })).toBe(false)
      expect(() => crypto.open({ ...query, msgSignature: plainSignature, encrypt: undefined })).toThrow(
        kind('signature'),
      )
    },
  },
  { id: 'CR-21', seed: 'BaseRoBot.check_signature', proof: checksPlainSignature },
  {
    id: 'CR-22',
    seed: 'utils.get_signature(token, timestamp, nonce, *args)',
    proof: () => {
      expect(sha1Signature(token, query.timestamp, query.nonce)).toBe(plainSignature)
      const four = createHash('sha1').update('1713424427415670741encryptedseedToken').digest('hex')
      expect(sha1Signature(token, query.timestamp, query.nonce, 'encrypted')).toBe(four)
    },
  },
  { id: 'CR-23', seed: 'utils.check_signature', proof: checksPlainSignature },
  { id: 'CR-24', seed: 'MessageCrypt.encrypt_message/decrypt_message', proof: roundTrip },
  {
    id: 'CR-25',
    seed: 'PrpCrypto.encrypt/decrypt/get_random_string',
    proof: () => {
      const [first, second] = [crypto.encrypt(xml), crypto.encrypt(xml)]
      expect(first).not.toBe(second)
      expect([crypto.decrypt(first), crypto.decrypt(second)]).toEqual([xml, xml])
    },
  },
  {
    id: 'CR-26',
    seed: 'UnvalidEncodingAESKey, AppIdValidationError, InvalidSignature',
    proof: () => {
      refusesWrongKey()
      refusesOtherAppId()
      refusesWrongSignature()
    },
  },
  {
    id: 'CR-27',
    seed: 'utils.generate_token(length)',
    proof: () => {
      for (const length of [3, 32]) {
        expect(generateToken(length)).toHaveLength(length)
        expect(isToken(generateToken(length))).toBe(true)
      }
      for (const length of [2, 33, 3.5]) expect(() => generateToken(length)).toThrow(ConfigError)
      expect(generateToken()).not.toBe(generateToken())
      expect(isEncodingAesKey(generateEncodingAesKey())).toBe(true)
    },
  },
  {
    id: 'CR-28',
    seed: 'utils.check_token',
    proof: () => {
      for (const right of ['abc', 'A1'.repeat(16)]) expect(isToken(right)).toBe(true)
      for (const wrong of ['ab', 'a'.repeat(33), 'a-b', 'a b', '', undefined]) expect(isToken(wrong)).toBe(false)
      expect(() => new MessageCrypto({ ...settings, token: 'a-b' })).toThrow(ConfigError)
    },
  },
  { id: 'CR-29', seed: 'get_encrypted_reply(message)', proof: roundTrip },
]

describe('what the seeds do', () => {
  it.each(rows.map(({ id, seed, proof }) => [id, seed, proof] as const))('%s: %s', (_id, _seed, proof) => proof())
})

it('every row of the seeds is proven here, or the README says what became of it', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const explained = [...readme.matchAll(/^\| (CR-\d\d) /gm)].map(([, id]) => id)
  const all = Array.from({ length: rowCount }, (_, index) => `CR-${String(index + 1).padStart(2, '0')}`)
  expect([...rows.map(({ id }) => id), ...explained].sort()).toEqual(all)
})
