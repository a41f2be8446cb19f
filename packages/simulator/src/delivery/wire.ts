import type { MessageCrypto } from '@wx/crypto'
import type { WireTree } from '@wx/xml-messages'
import { renderPush } from '@wx/xml-messages/push'
import type { IdSource } from '../ids.js'
import { type Credentials, signatureOf } from '../judge/envelope.js'
import type { AccountMode, BodyFormat } from '../judge/facts.js'

/** What is needed to sign and seal for an account. */
export interface Sealing {
  readonly mode: AccountMode
  readonly format: BodyFormat
  readonly credentials: Credentials
  readonly crypto: MessageCrypto
}

/** A push in the form in which it travels. */
export interface WirePush {
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly plaintext: string
  readonly stringToSign: string
}

export interface WireOptions {
  readonly sealing: Sealing
  readonly ids: IdSource
  /** Milliseconds since 1970. */
  readonly now: number
  /** Changes the plaintext after it was written, before it is sealed. */
  readonly edit?: ((plaintext: string) => string) | undefined
}

const contentTypes = { xml: 'text/xml', json: 'application/json' } as const

/** WeChat's own agents are this terse. */
export const pushHeaders = (format: BodyFormat): Record<string, string> => ({
  'user-agent': 'Mozilla/4.0',
  accept: '*/*',
  pragma: 'no-cache',
  'content-type': contentTypes[format],
})

/** Signs a plain query: what an URL check and every push carry. */
export function signedQuery(
  credentials: Credentials,
  { now, ids }: Pick<WireOptions, 'now' | 'ids'>,
): { readonly parameters: Record<'signature' | 'timestamp' | 'nonce', string>; readonly stringToSign: string } {
  const timestamp = String(Math.floor(now / 1000))
  const nonce = ids.nonce()
  const { signature, stringToSign } = signatureOf([credentials.token, timestamp, nonce])
  return { parameters: { signature, timestamp, nonce }, stringToSign }
}

export const queryText = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/** Writes, seals and signs one delivery; every delivery has its own time, nonce and signature. */
export function writePush(fields: WireTree, options: WireOptions): WirePush {
  const { sealing, ids, edit } = options
  const { mode, format, credentials, crypto } = sealing
  const written = renderPush(fields, format)
  const plaintext = edit === undefined ? written : edit(written)
  const { parameters, stringToSign } = signedQuery(credentials, options)
  const openid = typeof fields['FromUserName'] === 'string' ? { openid: fields['FromUserName'] } : {}
  const headers = pushHeaders(format)
  if (mode === 'plain') {
    return { query: queryText({ ...parameters, ...openid }), headers, body: plaintext, plaintext, stringToSign }
  }
  const encrypt = crypto.encrypt(plaintext, { random: ids.salt() })
  const sealed = signatureOf([credentials.token, parameters.timestamp, parameters.nonce, encrypt])
  return {
    query: queryText({ ...parameters, ...openid, encrypt_type: 'aes', msg_signature: sealed.signature }),
    headers,
    body:
      mode === 'secure'
        ? renderPush({ ...receiver(fields), Encrypt: encrypt }, format)
        : withCiphertext(plaintext, encrypt, format),
    plaintext,
    stringToSign: sealed.stringToSign,
  }
}

/** Pushes to third-party platforms have no `ToUserName`; their envelope names the component. */
function receiver(fields: WireTree): WireTree {
  for (const name of ['ToUserName', 'AppId']) {
    const value = fields[name]
    if (value !== undefined) return { [name]: value }
  }
  return {}
}

/** Compatible mode: the plain fields and the ciphertext side by side. */
function withCiphertext(plaintext: string, encrypt: string, format: BodyFormat): string {
  if (format === 'xml') return plaintext.replace(/<\/xml>\s*$/, () => `<Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`)
  return plaintext.replace(/\}\s*$/, () => `,"Encrypt":${JSON.stringify(encrypt)}}`)
}
