import { base64Hint, decodeBase64 } from './base64.js'
import { CryptoError } from './errors.js'

/** Bytes of an AES block. */
export const blockSize = 16

/**
 * Decodes base64 into whole blocks of ciphertext, at least one (K2, K3).
 * @param name what it is, for the message
 * @param lead bytes to leave free, uninitialised, in front
 * @throws CryptoError of kind `ciphertext`
 */
export function decodeCiphertext(name: string, value: unknown, lead = 0): Buffer {
  if (typeof value !== 'string' || value === '') {
    throw new CryptoError('ciphertext', `${name} is missing, empty or not a string: there is nothing to decrypt.`)
  }
  const bytes = decodeBase64(value, lead)
  if (bytes === undefined) {
    throw new CryptoError('ciphertext', `${name} is not base64: ${base64Hint(value)}.`, { officialCode: -40010 })
  }
  if ((bytes.length - lead) % blockSize !== 0) {
    throw new CryptoError('ciphertext', `${name} is not a multiple of ${blockSize} bytes long: it was cut off.`)
  }
  return bytes
}
