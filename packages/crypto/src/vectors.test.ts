import { createPublicKey, createSecretKey, X509Certificate } from 'node:crypto'
import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { openApiBody, sealApiBody } from './api-cipher.js'
import { ApiSecurity } from './api-security.js'
import { isApiSignature } from './api-signature.js'
import { signCardExt, signChooseCard, signChooseInvoice } from './cards.js'
import { signDelivery } from './delivery-signature.js'
import { signJsapi } from './jsapi.js'
import { MessageCrypto } from './message-crypto.js'
import { signMidas, signMidasSession } from './midas-signature.js'
import { signRawData, signSession, verifyRawData } from './session-signature.js'
import { sha1Signature, verifySignature } from './signature.js'
import { ApiPlatform, generateApiKeys, type PublicVector, publicVectors, signPayEvent } from './testing/index.js'
import { decryptUserData } from './user-data.js'
import { signVirtualPayment, verifyPayEvent } from './virtual-payment.js'

/** The parameters in another order than they are signed in. */
const shuffled = (query: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(query.replaceAll('+', '%2B'))].reverse())

const cipherOf = (input: { url: string; appId: string; timestamp: number; symSn: string; symKey: string }) => ({
  key: createSecretKey(input.symKey, 'base64'),
  aad: `${input.url}|${input.appId}|${input.timestamp}|${input.symSn}`,
})

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
    case 'paySig':
      expect(signVirtualPayment(vector.input)).toBe(vector.output)
      expect(signVirtualPayment({ ...vector.input, body: Buffer.from(vector.input.body) })).toBe(vector.output)
      return
    case 'payEventSig':
      expect(signPayEvent(vector.input)).toBe(vector.output)
      expect(verifyPayEvent({ ...vector.input, signature: vector.output })).toBe(true)
      return
    case 'midasSig':
      expect(signMidas({ ...vector.input, params: shuffled(vector.input.params) })).toBe(vector.output)
      return
    case 'midasMpSig': {
      const { access_token: accessToken = '', sig = '', ...params } = shuffled(vector.input.params)
      expect(signMidasSession({ ...vector.input, params, accessToken, sig })).toBe(vector.output)
      return
    }
    case 'deliverySign': {
      const { shopid: shopId, shop_order_id: shopOrderId, app_secret: appSecret } = vector.input
      expect(signDelivery({ shopId, shopOrderId, appSecret })).toBe(vector.output)
      return
    }
    case 'apiEncrypt': {
      const { iv, plaintext } = vector.input
      const body = sealApiBody(plaintext, cipherOf(vector.input), Buffer.from(iv, 'base64'))
      expect(JSON.parse(body)).toEqual({ iv, ...vector.output })
      expect(openApiBody(Buffer.from(body), cipherOf(vector.input)).toString()).toBe(plaintext)
      return
    }
    case 'apiVerify': {
      const { url: path, appId, timestamp, body, signature, publicKeySpkiB64, certificate } = vector.input
      const publicKey = createPublicKey({ key: Buffer.from(publicKeySpkiB64, 'base64'), format: 'der', type: 'spki' })
      const parts = { path, appId, timestamp: String(timestamp), body: Buffer.from(body) }
      expect(isApiSignature(signature, parts, publicKey)).toBe(vector.output)
      expect(isApiSignature(signature, { ...parts, body: Buffer.from(`${body}\n`) }, publicKey)).toBe(false)
      if (certificate !== undefined) expect(new X509Certificate(certificate).publicKey.equals(publicKey)).toBe(true)
      return
    }
    case 'apiDecrypt':
      expect(openApiBody(Buffer.from(vector.input.body), cipherOf(vector.input)).toString()).toContain(
        vector.output.contains,
      )
      return
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

  it('api-1 and api-2 through the platform of the tests', () => {
    const [sealed, signed] = [named('api-1'), named('api-2')]
    if (signed.op !== 'apiVerify' || sealed.op !== 'apiEncrypt') throw new Error('other vectors')
    const { url, appId, timestamp, body, signature, publicKeySpkiB64 } = signed.input
    const platform = new ApiPlatform({
      ...generateApiKeys(appId).platform,
      symmetricKey: { sn: sealed.input.symSn, key: sealed.input.symKey },
      publicKey: `-----BEGIN PUBLIC KEY-----\n${publicKeySpkiB64}\n-----END PUBLIC KEY-----\n`,
      clock: new ManualClock(timestamp * 1000),
    })
    const headers = {
      'Wechatmp-Appid': appId,
      'Wechatmp-TimeStamp': String(timestamp),
      'Wechatmp-Signature': signature,
    }
    expect(platform.openRequest({ url, headers, body })).toEqual({
      appid: appId,
      openid: 'oEWzBfmdLqhFS2mTXCo2E4Y9gJAM',
      scene: 0,
      client_ip: '127.0.0.1',
    })
  })

  it('api-3 and api-4 through ApiSecurity, by certificate and by public key', () => {
    const [signed, sealed] = [named('api-3'), named('api-4')]
    if (signed.op !== 'apiVerify' || sealed.op !== 'apiDecrypt') throw new Error('other vectors')
    const { url, appId, timestamp, body, signature, serial: sn = '', certificate = '', publicKeySpkiB64 } = signed.input
    const publicKey = `-----BEGIN PUBLIC KEY-----\n${publicKeySpkiB64}\n-----END PUBLIC KEY-----\n`
    const headers = {
      'Wechatmp-Appid': appId,
      'Wechatmp-TimeStamp': String(timestamp),
      'Wechatmp-Serial': sn,
      'Wechatmp-Signature': signature,
    }
    const { developer } = generateApiKeys(appId)
    for (const platformCertificate of [
      { sn, certificate },
      { sn, publicKey },
    ]) {
      const security = new ApiSecurity({
        ...developer,
        symmetricKey: { sn: sealed.input.symSn, key: sealed.input.symKey },
        platformCertificates: [platformCertificate],
        clock: new ManualClock(timestamp * 1000),
      })
      expect(security.response({ url, headers, body })).toEqual({
        errcode: 0,
        errmsg: 'getuserriskrank succ',
        risk_rank: 0,
        unoin_id: 2258658297,
      })
    }
  })
})
