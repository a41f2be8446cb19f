import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'
import { apiCode } from './api-codes.js'
import { base64Hint, decodeBase64 } from './base64.js'
import { CryptoError, type CryptoErrorKind } from './errors.js'
import { parseJsonObject } from './json-object.js'

/** Bytes of the initial vector. */
const ivSize = 12
/** Bytes of the tag. Without a fixed size Node takes tags of four bytes too, which can be found by trying. */
const tagSize = 16

const algorithm = 'aes-256-gcm'

export interface ApiCipher {
  /** 32 bytes. */
  readonly key: KeyObject
  /** What is authenticated beside the text: `urlpath|appid|timestamp|sn`. */
  readonly aad: string
}

/**
 * Encrypts a text into the JSON body `{"iv","data","authtag"}`.
 * @param iv random when not given. For published samples only: two texts under one iv give the key stream away.
 */
export function sealApiBody(plaintext: string, { key, aad }: ApiCipher, iv: Uint8Array = randomBytes(ivSize)): string {
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagSize }).setAAD(Buffer.from(aad))
  const data = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
  return JSON.stringify({
    iv: Buffer.from(iv).toString('base64'),
    data: data.toString('base64'),
    authtag: cipher.getAuthTag().toString('base64'),
  })
}

/**
 * Decrypts such a body.
 * @throws CryptoError of kind `parse`, `ciphertext` or `tag`
 */
export function openApiBody(body: Buffer, { key, aad }: ApiCipher): Buffer {
  const envelope = parseJsonObject(body) ?? {}
  const iv = partOf(envelope, 'iv', { size: ivSize, kind: 'ciphertext' })
  const data = partOf(envelope, 'data', { kind: 'ciphertext' })
  const tag = partOf(envelope, 'authtag', { size: tagSize, kind: 'tag' })
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagSize })
  decipher.setAAD(Buffer.from(aad)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(data), decipher.final()])
  } catch {
    throw failure(
      'tag',
      'the tag does not match what was decrypted: symmetricKey (key or sn) is probably not the one in the console, or ' +
        'url is not the one that was called.',
    )
  }
}

interface PartRule {
  /** Bytes it must have; any number when not given. */
  readonly size?: number
  /** What its failure is. */
  readonly kind: CryptoErrorKind
}

function partOf(envelope: Readonly<Record<string, unknown>>, name: string, { size, kind }: PartRule): Buffer {
  const text = envelope[name]
  if (typeof text !== 'string') {
    throw new CryptoError('parse', `the body is no encrypted one: it has no text ${name}. Pass it on as received.`)
  }
  const bytes = decodeBase64(text)
  if (bytes === undefined) throw failure(kind, `${name} is not base64: ${base64Hint(text)}.`)
  if (bytes.length === 0 || (size !== undefined && bytes.length !== size)) {
    throw failure(kind, `${name} has ${bytes.length} bytes: it must have ${size ?? 'some'}.`)
  }
  return bytes
}

function failure(kind: CryptoErrorKind, message: string): CryptoError {
  return new CryptoError(kind, message, { officialCode: apiCode.invalidEncryption })
}
