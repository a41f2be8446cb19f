import { CryptoError } from '../errors.js'
import { MessageCrypto, type MessageCryptoOptions } from '../message-crypto.js'

export type OpenReplyOptions = MessageCryptoOptions

type Member = 'Encrypt' | 'MsgSignature' | 'TimeStamp' | 'Nonce'

/**
 * Reads what a server answered to an encrypted push, as WeChat does: the signature is verified, then the reply is
 * decrypted. `success` and the empty body, which are never encrypted, come back as they are.
 * @param body the answer's body: an XML or JSON envelope
 * @returns the reply's XML or JSON
 * @throws CryptoError of kind `parse` for a body that is no envelope, else as `MessageCrypto.open`
 */
export function openReply(body: string, options: OpenReplyOptions): string {
  if (body === '' || body === 'success') return body
  const read = body.trimStart().startsWith('{') ? fromJson(body) : fromXml(body)
  const required = (name: Member): string => {
    const value = read(name)
    if (value !== undefined) return value
    throw new CryptoError('parse', `the answer is no encrypted envelope: ${name} is missing, repeated or no text.`)
  }
  return new MessageCrypto(options).open({
    encrypt: required('Encrypt'),
    msgSignature: required('MsgSignature'),
    timestamp: required('TimeStamp'),
    nonce: required('Nonce'),
  })
}

type Reader = (name: Member) => string | undefined

function fromXml(body: string): Reader {
  if (!/^\s*<xml>.*<\/xml>\s*$/s.test(body)) return () => undefined
  return (name) => {
    const [found, ...more] = body.matchAll(
      new RegExp(`<${name}>(?:<!\\[CDATA\\[([^\\]]*)\\]\\]>|([^<]*))</${name}>`, 'g'),
    )
    return more.length === 0 ? (found?.[1] ?? found?.[2]) : undefined
  }
}

function fromJson(body: string): Reader {
  const fields = parseObject(body)
  return (name) => {
    const value = fields[name]
    // WeChat wants the time as a number here and everything else as text.
    return typeof value === (name === 'TimeStamp' ? 'number' : 'string') ? String(value) : undefined
  }
}

function parseObject(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
