import { ConfigError } from '@wx/core'
import { blockSize, decodeCiphertext } from './ciphertext.js'
import { CryptoError } from './errors.js'
import { MessageCipher } from './message-cipher.js'
import { randomSize, readFrame, writeFrame } from './message-frame.js'
import { RandomPool } from './random-pool.js'
import { checkAppId, checkTokens, decodeEncodingAesKey, listOf } from './settings.js'
import { sha1Signature, signedByAny } from './signature.js'

/** The server settings of an account, as its console shows them. */
export interface MessageCryptoOptions {
  /** 3 to 32 letters and digits. Several while it is being changed: the first signs, all are accepted. */
  readonly token: string | readonly string[]
  /** 43 characters. Several while it is being changed: the first encrypts, all are tried. */
  readonly encodingAesKey: string | readonly string[]
  /** Who the messages are for: the app id; for a third-party platform its component app id. */
  readonly appId: string
}

/** Makes encrypting repeatable. */
export interface EncryptOptions {
  /** Exactly 16 bytes (text counts as UTF-8); random when not given. For tests. */
  readonly random?: Uint8Array | string
}

export interface SealOptions extends EncryptOptions {
  /** Unix seconds; now when not given. */
  readonly timestamp?: string | number
  /** Random digits when not given. */
  readonly nonce?: string
}

/** The four values of an encrypted envelope. */
export interface SealedMessage {
  /** Base64. */
  readonly encrypt: string
  /** 40 hex characters. */
  readonly msgSignature: string
  /** Unix seconds in decimal digits. */
  readonly timestamp: string
  readonly nonce: string
}

/** The same, not yet trusted: hand over what came with the request, whatever its type. */
export type UnverifiedMessage = { readonly [name in keyof SealedMessage]: unknown }

/**
 * Opens encrypted pushes and seals encrypted replies.
 * https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Message_encryption_and_decryption_instructions.html
 *
 * Make one per account and keep it: it holds its ciphers.
 *
 * ```ts
 * const crypto = new MessageCrypto({ token, encodingAesKey, appId })
 * const xml = crypto.open({ encrypt, msgSignature, timestamp, nonce })
 * const { encrypt, msgSignature, timestamp, nonce } = crypto.seal(replyXml)
 * ```
 */
export class MessageCrypto {
  readonly #tokens: readonly [string, ...string[]]
  readonly #current: MessageCipher
  readonly #previous: readonly MessageCipher[]
  readonly #receiver: Buffer
  readonly #random: RandomPool = new RandomPool()

  /**
   * @throws CryptoError of kind `key` for what is no EncodingAESKey
   * @throws ConfigError for a token or an app id that cannot be right
   */
  constructor(options: MessageCryptoOptions) {
    this.#tokens = checkTokens(options.token)
    const [current, ...previous] = listOf(options.encodingAesKey)
    this.#current = new MessageCipher(decodeEncodingAesKey(current))
    this.#previous = previous.map((key) => new MessageCipher(decodeEncodingAesKey(key)))
    this.#receiver = Buffer.from(checkAppId(options.appId))
  }

  /**
   * Encrypts and signs a reply.
   * @param plaintext the reply's XML or JSON; unpaired surrogates become U+FFFD
   * @throws ConfigError for options that cannot be sent
   */
  seal(plaintext: string, options: SealOptions = {}): SealedMessage {
    const timestamp = String(options.timestamp ?? Math.floor(Date.now() / 1000))
    if (!/^\d+$/.test(timestamp)) throw new ConfigError('timestamp', 'must be unix seconds in decimal digits')
    const nonce = options.nonce ?? this.#newNonce()
    if (typeof nonce !== 'string' || nonce === '') throw new ConfigError('nonce', 'must be text')
    const encrypt = this.encrypt(plaintext, options)
    return { encrypt, msgSignature: sha1Signature(this.#tokens[0], timestamp, nonce, encrypt), timestamp, nonce }
  }

  /**
   * Verifies an encrypted push, then decrypts it.
   * @returns the message's XML or JSON
   * @throws CryptoError; of kind `signature` before anything is decrypted (K9)
   */
  open(message: UnverifiedMessage): string {
    const { encrypt, msgSignature, timestamp, nonce } = message
    const complete =
      typeof encrypt === 'string' && typeof timestamp === 'string' && typeof nonce === 'string' && timestamp && nonce
    if (!complete || !signedByAny(this.#tokens, msgSignature, [timestamp, nonce, encrypt])) {
      throw new CryptoError(
        'signature',
        'msg_signature is missing or does not match: the token here is not the one in the console, the query or the ' +
          'Encrypt text was changed on the way, or the request is not from WeChat.',
      )
    }
    return this.decrypt(encrypt)
  }

  /**
   * Encrypts without signing: for tools and tests. A reply wants `seal`.
   * @returns base64
   */
  encrypt(plaintext: string, options: EncryptOptions = {}): string {
    if (typeof plaintext !== 'string') throw new ConfigError('plaintext', 'must be a string')
    const frame = writeFrame(plaintext, this.#receiver)
    if (options.random === undefined) this.#random.fill(frame, randomSize)
    else givenRandom(options.random).copy(frame)
    return this.#current.encrypt(frame).toString('base64')
  }

  /**
   * Decrypts without verifying a signature: for tools and tests. A push wants `open`.
   * @param encrypted base64
   * @throws CryptoError: that of the current key, when no key fits
   */
  decrypt(encrypted: string): string {
    const bytes = decodeCiphertext('Encrypt', encrypted, blockSize)
    try {
      return this.#read(this.#current, bytes)
    } catch (error) {
      for (const cipher of this.#previous) {
        try {
          return this.#read(cipher, bytes)
        } catch {
          // The next key may fit; what is reported is what the current one met.
        }
      }
      throw error
    }
  }

  #read(cipher: MessageCipher, bytes: Buffer): string {
    return readFrame(cipher.decrypt(bytes), blockSize, this.#receiver)
  }

  #newNonce(): string {
    const bytes = Buffer.allocUnsafe(4)
    this.#random.fill(bytes, 4)
    return String(bytes.readUInt32BE())
  }
}

function givenRandom(random: Uint8Array | string): Buffer {
  const bytes = Buffer.from(random)
  if (bytes.length === randomSize) return bytes
  throw new ConfigError('random', `must be exactly ${randomSize} bytes`)
}
