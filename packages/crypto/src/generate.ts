import { ConfigError } from '@wx/core'
import { randomText } from './random-text.js'
import { encodingAesKeyLength, tokenLength } from './settings.js'

/**
 * A new token for the console's server settings.
 * @param length 3 to 32 characters
 * @throws ConfigError for any other length
 */
export function generateToken(length: number = tokenLength.max): string {
  if (!Number.isInteger(length) || length < tokenLength.min || length > tokenLength.max) {
    throw new ConfigError('length', `a token has ${tokenLength.min} to ${tokenLength.max} characters`)
  }
  return randomText(length)
}

/** A new EncodingAESKey for the console's server settings: 43 letters and digits. */
export function generateEncodingAesKey(): string {
  return randomText(encodingAesKeyLength)
}
