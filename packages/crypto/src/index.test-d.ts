import { expectTypeOf, it } from 'vitest'
import {
  type ApiRefusedError,
  ApiSecurity,
  type ApiSecurityOptions,
  CryptoError,
  type CryptoErrorCode,
  decryptUserData,
  isToken,
  MessageCrypto,
  type SealedMessage,
  sha1Signature,
  signJsapi,
  verifyPayEvent,
  verifySignature,
} from './index.js'

const crypto = new MessageCrypto({ token: ['AAAAA'], encodingAesKey: ['A'.repeat(43)] as const, appId: 'wx1' })

it('what is sealed can be opened, and so can raw values of a request', () => {
  expectTypeOf(crypto.seal('x')).toEqualTypeOf<SealedMessage>()
  expectTypeOf(crypto.open).toBeCallableWith(crypto.seal('x'))
  const query: Record<string, string | string[] | undefined> = {}
  const { msg_signature: msgSignature, timestamp, nonce } = query
  expectTypeOf(crypto.open).toBeCallableWith({ encrypt: 'x', msgSignature, timestamp, nonce })
  expectTypeOf(verifySignature).toBeCallableWith({ token: 'AAAAA', signature: msgSignature, timestamp, nonce })
})

it('a value that is missing is missed', () => {
  // @ts-expect-error nonce is required
  verifySignature({ token: 'AAAAA', timestamp: '1', signature: 'x' })
  // @ts-expect-error a number may have lost leading zeros
  sha1Signature('AAAAA', 1)
  // @ts-expect-error the app id is required
  new MessageCrypto({ token: 'AAAAA', encodingAesKey: 'x' })
})

it('signJsapi keeps the type of the timestamp', () => {
  const page = { ticket: 't', url: 'https://a.cn' }
  expectTypeOf(signJsapi(page).timestamp).toEqualTypeOf<number>()
  expectTypeOf(signJsapi({ ...page, timestamp: 1 }).timestamp).toEqualTypeOf<number>()
  expectTypeOf(signJsapi({ ...page, timestamp: '1' }).timestamp).toEqualTypeOf<string>()
})

it('codes and kinds can be switched on', () => {
  const error = new CryptoError('tag', 'x')
  expectTypeOf(error.code).toEqualTypeOf<CryptoErrorCode>()
  expectTypeOf<'WX_CRYPTO_SIGNATURE'>().toExtend<CryptoErrorCode>()
  expectTypeOf<'WX_CRYPTO_OTHER'>().not.toExtend<CryptoErrorCode>()
})

it('user data has documented members, and unknown others', () => {
  const data = decryptUserData({ sessionKey: '', iv: '', encryptedData: '', appId: '' })
  expectTypeOf(data.phoneNumber).toEqualTypeOf<string | undefined>()
  expectTypeOf(data.watermark.appid).toEqualTypeOf<string>()
  expectTypeOf(data['somethingNew']).toEqualTypeOf<unknown>()
})

it('isToken narrows', () => {
  const value: unknown = 'AAAAA'
  if (isToken(value)) expectTypeOf(value).toEqualTypeOf<string>()
})

it('what ApiSecurity returns is what fetch takes, and the other way round', async () => {
  const security = new ApiSecurity({
    appId: 'wx1',
    symmetricKey: { sn: '1', key: '' },
    privateKey: '',
    platformCertificates: [
      { sn: '1', certificate: '' },
      { sn: '2', publicKey: '' },
    ],
    json: JSON,
  })
  const { url, body, headers } = security.request({ url: '', body: { a: 1 } })
  expectTypeOf(fetch).toBeCallableWith(url, { method: 'POST', body, headers })
  const answer = new Response()
  expectTypeOf(security.response).toBeCallableWith({ url, headers: answer.headers, body: await answer.text() })
  const nodeHeaders: Record<string, string | string[] | undefined> = {}
  expectTypeOf(security.response).toBeCallableWith({ url, headers: nodeHeaders, body: new Uint8Array() })
  expectTypeOf(security.response).returns.toEqualTypeOf<Record<string, unknown>>()
})

it('a platform certificate is given in one form', () => {
  type Certificate = ApiSecurityOptions['platformCertificates'][number]
  expectTypeOf<{ sn: string }>().not.toExtend<Certificate>()
  expectTypeOf<{ sn: string; certificate: string; publicKey: string }>().not.toExtend<Certificate>()
})

it('a refusal has its number', () => {
  expectTypeOf<ApiRefusedError['code']>().toEqualTypeOf<'WX_CRYPTO_REFUSED'>()
  expectTypeOf<ApiRefusedError['errcode']>().toEqualTypeOf<number>()
})

it('verifyPayEvent takes raw values', () => {
  const fields: { Payload?: unknown; PayEventSig?: unknown } = {}
  expectTypeOf(verifyPayEvent).toBeCallableWith({
    event: undefined,
    payload: fields.Payload,
    signature: fields.PayEventSig,
    appKey: 'x',
  })
})
