import type { ParseOptions } from '../limits.js'
import type { WireFormat } from '../wire.js'
import { readBody } from './body.js'

/** What has to be known of a body before it is decrypted. */
export interface Envelope {
  readonly format: WireFormat
  /** The ciphertext, or `undefined` when the body is not encrypted. */
  readonly encrypt: string | undefined
}

/**
 * Reads the envelope of an encrypted push, as strictly as a message: `Encrypt` stands once, at the top, and is text.
 * Nothing else of the body is looked at: before it is verified and decrypted there is nothing to believe.
 *
 * @throws ParseError for everything a push never is.
 */
export function parseEnvelope(body: string | Uint8Array, options?: ParseOptions): Envelope {
  const { format, fields } = readBody(body, options)
  const encrypt = fields['Encrypt']
  return { format, encrypt: typeof encrypt === 'string' ? encrypt : undefined }
}
