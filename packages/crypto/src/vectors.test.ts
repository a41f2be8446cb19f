import { describe, expect, it } from 'vitest'
import { signCardExt, signChooseCard, signChooseInvoice } from './cards.js'
import { signJsapi } from './jsapi.js'
import { MessageCrypto } from './message-crypto.js'
import { signRawData, signSession, verifyRawData } from './session-signature.js'
import { sha1Signature, verifySignature } from './signature.js'
import { type PublicVector, publicVectors } from './testing/index.js'
import { decryptUserData } from './user-data.js'

/** Checks a vector with every function it concerns. */
function check(vector: PublicVector): void {
  switch (vector.op) {
    case 'signature': {
      const { token, timestamp, nonce } = vector.input
      expect(sha1Signature(token, timestamp, nonce)).toBe(vector.output)
      expect(verifySignature({ ...vector.input, signature: vector.output })).toBe(true)
      return
    }
    case 'msgSignature': {
      const { token, timestamp, nonce, encrypt } = vector.input
      expect(sha1Signature(token, timestamp, nonce, encrypt)).toBe(vector.output)
      expect(verifySignature({ token, timestamp, nonce, encrypted: encrypt, signature: vector.output })).toBe(true)
      return
    }
    case 'decrypt': {
      const { encodingAESKey: encodingAesKey, appId, encrypt } = vector.input
      const message = new MessageCrypto({ token: 'AAAAA', encodingAesKey, appId }).decrypt(encrypt)
      if (vector.output.message !== undefined) expect(message).toBe(vector.output.message)
      if (vector.output.length !== undefined) expect(Buffer.byteLength(message)).toBe(vector.output.length)
      return
    }
    case 'encrypt': {
      const { encodingAESKey: encodingAesKey, appId, random, message } = vector.input
      const crypto = new MessageCrypto({ token: 'AAAAA', encodingAesKey, appId })
      expect(crypto.encrypt(message, { random })).toBe(vector.output)
      expect(crypto.encrypt(message, { random: Buffer.from(random) })).toBe(vector.output)
      return
    }
    case 'jsSdk': {
      const { ticket, noncestr: nonceStr, timestamp, url } = vector.input
      expect(signJsapi({ ticket, nonceStr, timestamp, url }).signature).toBe(vector.output)
      expect(signJsapi({ ticket, nonceStr, timestamp: Number(timestamp), url }).signature).toBe(vector.output)
      return
    }
    case 'sortedValuesSha1':
      expect(sha1Signature(...vector.input.values)).toBe(vector.output)
      return
    case 'decryptData': {
      const { openId, watermark } = decryptUserData(vector.input)
      expect({ openId, watermarkTimestamp: watermark.timestamp }).toEqual(vector.output)
      return
    }
    case 'rawDataSignature': {
      const { rawData, sessionKey } = vector.input
      expect(signRawData(rawData, sessionKey)).toBe(vector.output)
      expect(verifyRawData({ rawData, sessionKey, signature: vector.output })).toBe(true)
      return
    }
    case 'sessionSignature': {
      const { body, sessionKey } = vector.input
      expect(signSession(body, sessionKey)).toBe(vector.output)
      expect(signSession(Buffer.from(body), sessionKey)).toBe(vector.output)
      return
    }
  }
}

const named = (id: string): PublicVector => {
  const found = publicVectors.find((vector) => vector.id === id)
  if (found === undefined) throw new Error(`no vector ${id}`)
  return found
}

describe('public vectors', () => {
  it.each(publicVectors.map((vector) => [vector.id, vector.source, vector] as const))(
    '%s: %s',
    (_id, _source, vector) => {
      check(vector)
    },
  )

  const ticket = 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg'
  const common = { ticket, timestamp: '1414587457', nonceStr: 'Wm3WZYTPz0wzccnW' }
  const cardId = 'random_card_id'
  const [code, openid] = ['random_code', 'random_openid']

  it.each([
    ['card-1', { cardId }],
    ['card-2', { cardId, code }],
    ['card-3', { cardId, openid }],
    ['card-4', { cardId, code, openid }],
  ] as const)('%s through signCardExt', (id, card) => {
    const { cardExt } = signCardExt({ ...common, ...card })
    expect(JSON.parse(cardExt)).toMatchObject({ signature: named(id).output })
  })

  it('card-6 and card-7 through signChooseCard and signChooseInvoice', () => {
    const appId = 'wxba6223c06417af7b'
    expect(signChooseCard({ ...common, appId, cardType: 'GROUPON' }).cardSign).toBe(named('card-6').output)
    expect(signChooseInvoice({ ...common, appId }).cardSign).toBe(named('card-7').output)
  })
})
