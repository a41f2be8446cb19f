import type { KeyObject } from 'node:crypto'
import { ConfigError } from '@wx/core'
import { openApiBody } from './api-cipher.js'
import { apiCode } from './api-codes.js'
import { type ApiHeaders, apiHeader, type SecurityHeaders } from './api-headers.js'
import { type ApiParty, aadOf } from './api-party.js'
import { isApiSignature, type SignedParts } from './api-signature.js'
import { CryptoError, type CryptoErrorKind } from './errors.js'
import { type JsonObject, parseJsonObject } from './json-object.js'
import { wrongReceiver } from './receiver.js'

/** A message as it was received. Nothing in it is trusted. */
export interface ApiMessage {
  /** The address that was called; its query does not matter. */
  readonly url: string
  readonly headers: ApiHeaders
  /** The bytes of the body, or their exact text. */
  readonly body: string | Uint8Array
}

/** @throws ConfigError for what is no body */
export function bodyBytes(body: string | Uint8Array): Buffer {
  if (typeof body === 'string') return Buffer.from(body)
  if (body instanceof Uint8Array) return Buffer.from(body)
  throw new ConfigError('body', 'must be the bytes that were received, or their text: not what was parsed from them')
}

/** A header that must be there is missing, or stands there more than once. */
export function missingHeader(name: keyof typeof apiHeader, kind: CryptoErrorKind, officialCode: number): CryptoError {
  return new CryptoError(kind, `the header ${apiHeader[name]} is missing, empty or repeated.`, { officialCode })
}

/** What arrived, and by whose key it is judged. */
export interface UnverifiedApiMessage {
  /** The address without query. */
  readonly path: string
  readonly headers: SecurityHeaders
  readonly body: Buffer
  /** The signature that counts. */
  readonly signature: string
  readonly key: KeyObject
}

/**
 * Checks the account, the time and the signature; nothing is decrypted before that.
 * @returns what was signed
 * @throws CryptoError of kind `appid`, `stale` or `signature`
 */
export function verifyApi(party: ApiParty, message: UnverifiedApiMessage): SignedParts {
  const { path, headers, body, signature, key } = message
  const { appId, timestamp } = headers
  if (appId === undefined) throw missingHeader('appId', 'appid', apiCode.missingAppId)
  if (appId !== party.appId) throw otherApp(party, appId)
  if (timestamp === undefined) throw missingHeader('timestamp', 'signature', apiCode.missingTimestamp)
  checkTime(party, timestamp)
  const parts: SignedParts = { path, appId, timestamp, body }
  if (isApiSignature(signature, parts, key)) return parts
  throw new CryptoError(
    'signature',
    'the signature does not match: the key here is not that of the signer, url is not the one that was called, or the ' +
      'body is not byte for byte what was received.',
    { officialCode: apiCode.invalidSignature },
  )
}

/**
 * Decrypts what was verified.
 * @returns the members that the other side put in; those that only secure it are taken out
 * @throws CryptoError of kind `parse`, `ciphertext`, `tag`, `json`, `appid` or `stale`
 */
export function openApi(party: ApiParty, { path, timestamp, body }: SignedParts): JsonObject {
  const plain = openApiBody(body, { key: party.key, aad: aadOf(party, path, timestamp) })
  const content = parseJsonObject(plain, (text) => party.json.parse(text))
  if (content === undefined) throw new CryptoError('json', 'what was decrypted is no JSON object.')
  const { _appid: sealedFor, _timestamp: sealedAt } = content
  if (sealedFor !== party.appId) throw otherApp(party, sealedFor)
  if (sealedAt !== Number(timestamp)) {
    throw new CryptoError('stale', `the encrypted time is not that of the header ${apiHeader.timestamp}.`, {
      officialCode: apiCode.expiredTimestamp,
    })
  }
  return Object.fromEntries(Object.entries(content).filter(([name]) => !name.startsWith('_')))
}

function checkTime({ now, maxSkewSeconds }: ApiParty, timestamp: string): void {
  const skew = /^\d{1,12}$/.test(timestamp) ? Math.abs(now() - Number(timestamp)) : Number.NaN
  if (skew <= maxSkewSeconds) return
  const far = Number.isNaN(skew) ? 'is not in unix seconds' : `is ${skew} seconds from the clock of this machine`
  throw new CryptoError(
    'stale',
    `the time of the message ${far}, allowed are ${maxSkewSeconds} (maxSkewSeconds): check the clock, or it was replayed.`,
    { officialCode: apiCode.expiredTimestamp },
  )
}

function otherApp({ appId }: ApiParty, found: unknown): CryptoError {
  return wrongReceiver({
    what: 'the message',
    expected: appId,
    found: typeof found === 'string' ? found : undefined,
    advice: 'Check appId: it must be that of the account whose API is called.',
    officialCode: apiCode.otherAppId,
  })
}
