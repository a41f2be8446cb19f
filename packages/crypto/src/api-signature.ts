import { constants, type KeyObject, sign, verify } from 'node:crypto'
import { decodeBase64 } from './base64.js'

/** RSASSA-PSS with SHA-256, MGF1 with the same, and a salt as long as the digest: the page's "RSAwithSHA256". */
const digest = 'sha256'
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } as const

/** Bits an RSA key needs to have room for digest, salt and two bytes. */
export const smallestRsaKey: number = 8 * (32 + pss.saltLength + 2)

export interface SignedParts {
  /** The API's address without query. */
  readonly path: string
  readonly appId: string
  /** As it stands in the header. */
  readonly timestamp: string
  /** The bytes that travel. */
  readonly body: Buffer
}

const bytesOf = ({ path, appId, timestamp, body }: SignedParts): Buffer =>
  Buffer.concat([Buffer.from(`${path}\n${appId}\n${timestamp}\n`), body])

/** @returns base64; another one each time, by its random salt */
export function signApi(parts: SignedParts, key: KeyObject): string {
  return sign(digest, bytesOf(parts), { key, ...pss }).toString('base64')
}

/**
 * Whether this signature is that of the key's owner. It has one spelling only: the unused bits of the last character
 * must be 0, or two texts would be the same signature.
 */
export function isApiSignature(signature: string, parts: SignedParts, key: KeyObject): boolean {
  const bytes = decodeBase64(signature)
  if (bytes === undefined || bytes.toString('base64') !== signature) return false
  return verify(digest, bytesOf(parts), { key, ...pss }, bytes)
}
