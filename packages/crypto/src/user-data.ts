import { createDecipheriv } from 'node:crypto'
import { type Clock, systemClock } from '@wx/core'
import { base64Hint, decodeBase64 } from './base64.js'
import { blockSize, decodeCiphertext } from './ciphertext.js'
import { CryptoError } from './errors.js'
import { isJsonObject, parseJsonObject } from './json-object.js'
import { paddingOf } from './padding.js'
import { wrongReceiver } from './receiver.js'
import { checkAppId } from './settings.js'

export interface EncryptedUserData {
  /** The user's `session_key` from code2Session, base64 of 16 bytes. It never leaves your server. */
  readonly sessionKey: string
  /** As the mini program got it beside `encryptedData`, base64 of 16 bytes. */
  readonly iv: string
  /** As the mini program got it, base64. */
  readonly encryptedData: string
  /** App id of the mini program. */
  readonly appId: string
  /** Refuse data that was sealed longer ago, or that far in the future. Seconds; no limit when not given. */
  readonly maxAgeSeconds?: number
  /** The time for `maxAgeSeconds`; the machine's when not given. */
  readonly clock?: Clock
}

/** What WeChat sealed. Which members are there depends on the mini program's call; they come as WeChat spells them. */
export interface UserData {
  /** Who it was sealed for, and when (unix seconds). */
  readonly watermark: { readonly appid: string; readonly timestamp?: number }
  readonly openId?: string
  readonly unionId?: string
  readonly nickName?: string
  readonly avatarUrl?: string
  /** With country code where it is not 86. */
  readonly phoneNumber?: string
  readonly purePhoneNumber?: string
  readonly countryCode?: string
  readonly openGId?: string
  readonly stepInfoList?: readonly { readonly timestamp: number; readonly step: number }[]
  readonly [member: string]: unknown
}

/** The number the platform's own sample reports for whatever is wrong with user data. */
const illegalBuffer = -41003

const wrongSession =
  'session_key probably does not belong to this data. Each wx.login may change the key: call wx.login first, then fetch ' +
  'the data, and do not log in again in between. For a phone number prefer the code of getPhoneNumber.'

/**
 * Decrypts what `wx.getUserInfo`, `getPhoneNumber`, `getShareInfo`, `getWeRunData` … hand to a mini program, and checks
 * that it was sealed for this app.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
 * The types of its members are those WeChat documents; only the watermark's appid is checked.
 * @throws CryptoError of kind `key` (sessionKey or iv malformed), `ciphertext`, `padding` or `json` (usually a
 *   session_key older or newer than the data), `appid` (watermark of another app, or none), `stale`
 * @throws ConfigError without an appId
 */
export function decryptUserData(options: EncryptedUserData): UserData {
  checkAppId(options.appId)
  const key = sixteenBytes('sessionKey', options.sessionKey)
  const iv = sixteenBytes('iv', options.iv)
  const encrypted = decodeCiphertext('encryptedData', options.encryptedData)
  const decipher = createDecipheriv('aes-128-cbc', key, iv).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(encrypted), decipher.final()])
  const padding = paddingOf(plain, blockSize)
  if (padding === 0) throw new CryptoError('padding', `encryptedData does not decrypt: ${wrongSession}`)
  const data = parseJsonObject(plain.subarray(0, plain.length - padding))
  if (data === undefined) throw new CryptoError('json', `encryptedData holds no JSON object: ${wrongSession}`)
  checkWatermark(data, options)
  return data
}

function sixteenBytes(name: 'sessionKey' | 'iv', value: unknown): Buffer {
  if (typeof value !== 'string') throw new CryptoError('key', `${name} is missing or not a string.`)
  const bytes = decodeBase64(value)
  if (bytes === undefined) throw new CryptoError('key', `${name} is not base64: ${base64Hint(value)}.`)
  if (bytes.length !== blockSize) {
    throw new CryptoError('key', `${name} must be base64 of ${blockSize} bytes, this one has ${bytes.length}.`)
  }
  return bytes
}

function checkWatermark(
  data: Record<string, unknown>,
  { appId, maxAgeSeconds, clock = systemClock }: EncryptedUserData,
): asserts data is Record<string, unknown> & UserData {
  const { watermark } = data
  const found = isJsonObject(watermark) ? watermark['appid'] : undefined
  if (!isJsonObject(watermark) || found !== appId) {
    throw wrongReceiver({
      what: 'the data',
      expected: appId,
      found: typeof found === 'string' ? found : undefined,
      advice: 'Check appId: the data must come from the mini program it names.',
      officialCode: illegalBuffer,
    })
  }
  if (maxAgeSeconds === undefined) return
  const sealedAt = watermark['timestamp']
  if (typeof sealedAt !== 'number' || !(Math.abs(clock.now() / 1000 - sealedAt) <= maxAgeSeconds)) {
    throw new CryptoError(
      'stale',
      `the data was not sealed within the last ${maxAgeSeconds} seconds (maxAgeSeconds): fetch it again, or check the clock.`,
    )
  }
}
