import { MessageCrypto, type SealOptions } from '../message-crypto.js'
import { sha1Signature } from '../signature.js'

export interface QueryOptions {
  readonly token: string
  /** Unix seconds; now when not given. */
  readonly timestamp?: string | number
  /** Ten digits, always the same, when not given. */
  readonly nonce?: string
  /** For the check of a URL: what the server must answer. */
  readonly echostr?: string
  /** The user's openid, as WeChat adds it to a push. */
  readonly openid?: string
}

/** The query of a request that WeChat makes. */
export interface PushQuery {
  /** Encoded, without `?`. */
  readonly query: string
  readonly params: Readonly<Record<string, string>>
}

const queryOf = (params: Record<string, string>): PushQuery => ({
  query: new URLSearchParams(params).toString(),
  params,
})

/**
 * The query of a plain push, or with `echostr` of the check of a URL: signed the way WeChat signs it.
 *
 * ```ts
 * await fetch(`${url}?${signQuery({ token, echostr: 'hello' }).query}`)                 // the console checks the URL
 * await fetch(`${url}?${signQuery({ token }).query}`, { method: 'POST', body: xml })    // a plain push
 * ```
 */
export function signQuery(options: QueryOptions): PushQuery {
  const { token, nonce = '1514711492', echostr, openid } = options
  const timestamp = String(options.timestamp ?? Math.floor(Date.now() / 1000))
  return queryOf({
    signature: sha1Signature(token, timestamp, nonce),
    timestamp,
    nonce,
    ...(echostr === undefined ? {} : { echostr }),
    ...(openid === undefined ? {} : { openid }),
  })
}

export interface SealPushOptions extends QueryOptions, Pick<SealOptions, 'random'> {
  readonly encodingAesKey: string
  readonly appId: string
  /** `ToUserName` of the envelope; that of the plaintext when not given. */
  readonly toUserName?: string
  /** Compatible mode: the envelope has the plain fields beside `Encrypt`. */
  readonly compatible?: boolean
}

/** An encrypted push: POST `body` to your URL with `query`. */
export interface SealedPush extends PushQuery {
  readonly body: string
  readonly contentType: 'text/xml' | 'application/json'
}

/**
 * Seals a push the way WeChat does: the XML or JSON encrypted, in an envelope of the same format.
 *
 * ```ts
 * const { query, body } = sealPush(xml, { token, encodingAesKey, appId })
 * await fetch(`${url}?${query}`, { method: 'POST', body })
 * ```
 * @param plaintext the message's XML or JSON; JSON when its first character that is not blank is `{`
 * @throws CryptoError, ConfigError for settings that cannot be right
 */
export function sealPush(plaintext: string, options: SealPushOptions): SealedPush {
  const { token, encodingAesKey, appId } = options
  const plain = signQuery(options)
  const { timestamp = '', nonce = '' } = plain.params
  const random = options.random === undefined ? {} : { random: options.random }
  const sealed = new MessageCrypto({ token, encodingAesKey, appId }).seal(plaintext, { timestamp, nonce, ...random })
  const isJson = plaintext.trimStart().startsWith('{')
  return {
    ...queryOf({ ...plain.params, encrypt_type: 'aes', msg_signature: sealed.msgSignature }),
    body: isJson ? jsonEnvelope(plaintext, sealed.encrypt, options) : xmlEnvelope(plaintext, sealed.encrypt, options),
    contentType: isJson ? 'application/json' : 'text/xml',
  }
}

function jsonEnvelope(plaintext: string, encrypt: string, { toUserName, compatible }: SealPushOptions): string {
  const parsed: unknown = JSON.parse(plaintext)
  const fields = typeof parsed === 'object' && parsed !== null ? parsed : {}
  const receiver = toUserName ?? ('ToUserName' in fields ? fields.ToUserName : '')
  return JSON.stringify({ ...(compatible ? fields : {}), ToUserName: receiver, Encrypt: encrypt })
}

function xmlEnvelope(plaintext: string, encrypt: string, { toUserName, compatible }: SealPushOptions): string {
  const sealed = `<Encrypt><![CDATA[${encrypt}]]></Encrypt>`
  if (compatible) return plaintext.replace(/<\/xml>\s*$/, () => `${sealed}</xml>`)
  const found = /<ToUserName>(?:<!\[CDATA\[)?([^<\]]*)/.exec(plaintext)?.[1]
  return `<xml><ToUserName><![CDATA[${toUserName ?? found ?? ''}]]></ToUserName>${sealed}</xml>`
}
