import { isWxError, WxError } from '@wx/core'
import { expect, it } from 'vitest'
import { CryptoError } from './errors.js'

it('codes and official numbers are frozen', () => {
  const kinds = [
    'signature',
    'parse',
    'key',
    'appid',
    'ciphertext',
    'padding',
    'length',
    'json',
    'tag',
    'stale',
  ] as const
  expect(kinds.map((kind) => new CryptoError(kind, 'x')).map(({ code, officialCode }) => [code, officialCode])).toEqual(
    [
      ['WX_CRYPTO_SIGNATURE', -40001],
      ['WX_CRYPTO_PARSE', -40002],
      ['WX_CRYPTO_KEY', -40004],
      ['WX_CRYPTO_APPID', -40005],
      ['WX_CRYPTO_CIPHERTEXT', -40007],
      ['WX_CRYPTO_PADDING', -40007],
      ['WX_CRYPTO_LENGTH', -40008],
      ['WX_CRYPTO_JSON', -41003],
      ['WX_CRYPTO_TAG', 40235],
      ['WX_CRYPTO_STALE', 40240],
    ],
  )
})

it('is an error of the kit', () => {
  const error = new CryptoError('key', 'x', { cause: 'y' })
  expect(error).toBeInstanceOf(WxError)
  expect(isWxError(error)).toBe(true)
  expect(error.name).toBe('CryptoError')
  expect(error.cause).toBe('y')
  expect('expectedAppId' in error).toBe(false)
})
