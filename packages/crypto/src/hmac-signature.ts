import { createHmac } from 'node:crypto'
import { equalSignatures } from './signature.js'

/**
 * HMAC-SHA256 with a text as the key, exactly as it stands.
 * @returns 64 hex characters in lower case
 */
export function hmacSignature(key: string, ...parts: readonly (string | Uint8Array)[]): string {
  const hmac = createHmac('sha256', key)
  for (const part of parts) hmac.update(part)
  return hmac.digest('hex')
}

const signatureForm = /^[0-9a-f]{64}$/

/** Compares what was received with what is right; in constant time, and false for whatever is no signature at all. */
export function isHmacSignature(received: unknown, right: string): boolean {
  return typeof received === 'string' && signatureForm.test(received) && equalSignatures(received, right)
}
