import { createDecipheriv, createHash } from 'node:crypto'
import { type AnswerNode, childrenOf, textAt } from './node.js'

// Written anew on node:crypto: were the judge to use the kit's own crypto, a mistake there would look right here.

/** What an account signs and seals with. */
export interface Credentials {
  readonly token: string
  readonly encodingAesKey: string
  readonly appId: string
}

/** SHA-1 over the parts in byte order; the text that was hashed comes along for the inspector. */
export function signatureOf(parts: readonly string[]): { readonly stringToSign: string; readonly signature: string } {
  const stringToSign = [...parts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).join('')
  return { stringToSign, signature: createHash('sha1').update(stringToSign).digest('hex') }
}

export type Opened =
  | { readonly ok: true; readonly plaintext: string; readonly appId: string }
  | { readonly ok: false; readonly problem: string }

/** Opens a ciphertext; the receiver id is handed back, not judged. */
export function openCiphertext(encrypt: string, encodingAesKey: string): Opened {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encrypt) || encrypt.length % 4 !== 0) {
    return { ok: false, problem: 'Encrypt is not base64' }
  }
  const bytes = Buffer.from(encrypt, 'base64')
  if (bytes.length === 0 || bytes.length % 16 !== 0) {
    return { ok: false, problem: `the ciphertext has ${bytes.length} bytes, which is not a multiple of 16` }
  }
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()])
  const count = padded[padded.length - 1] ?? 0
  const padding = padded.subarray(Math.max(padded.length - count, 0))
  if (count < 1 || count > 32 || padding.length !== count || padding.some((byte) => byte !== count)) {
    return { ok: false, problem: 'the padding is wrong (another EncodingAESKey? padding to 16 instead of 32 bytes?)' }
  }
  const content = padded.subarray(0, padded.length - count)
  const length = content.length >= 20 ? content.readUInt32BE(16) : Number.POSITIVE_INFINITY
  if (20 + length > content.length) return { ok: false, problem: 'the length inside is larger than the content' }
  const message = content.subarray(20, 20 + length)
  const plaintext = message.toString('utf8')
  if (!Buffer.from(plaintext, 'utf8').equals(message)) return { ok: false, problem: 'the plaintext is not UTF-8' }
  return { ok: true, plaintext, appId: content.toString('utf8', 20 + length) }
}

/** The four elements of a sealed answer, and whether they fit together. */
export interface EnvelopeFacts {
  readonly encrypt: string | undefined
  readonly msgSignature: string | undefined
  readonly timestamp: string | undefined
  readonly nonce: string | undefined
  readonly repeated: readonly string[]
  readonly signatureFits: boolean
  readonly opened: Opened
}

const envelopeNames = ['Encrypt', 'MsgSignature', 'TimeStamp', 'Nonce'] as const

export function readEnvelope(root: AnswerNode, credentials: Credentials): EnvelopeFacts {
  const [encrypt, msgSignature, timestamp, nonce] = envelopeNames.map((name) => textAt(root, name))
  const parts = [credentials.token, timestamp ?? '', nonce ?? '', encrypt ?? '']
  return {
    encrypt,
    msgSignature,
    timestamp,
    nonce,
    repeated: envelopeNames.filter((name) => childrenOf(root, name).length > 1),
    signatureFits: signatureOf(parts).signature === msgSignature,
    opened: openCiphertext(encrypt ?? '', credentials.encodingAesKey),
  }
}
