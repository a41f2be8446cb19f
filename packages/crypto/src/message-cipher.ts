import { type Cipher, createCipheriv, createDecipheriv, type Decipher } from 'node:crypto'
import { blockSize } from './ciphertext.js'

/**
 * AES-256-CBC under one key, whose first 16 bytes are the IV of every message.
 *
 * Creating a cipher object costs twice what it takes to encrypt a message, and collecting it costs again; so one object
 * serves many messages. That works because CBC remembers nothing but the last block of ciphertext:
 * - decrypting, the IV is put in front as if it were ciphertext; what it decrypts to is dropped;
 * - encrypting, the first block is XORed with (IV xor last ciphertext block), so that the chain starts at the IV.
 * Padding is off (WeChat pads to 32 bytes, which AES libraries do not know), so `update` keeps nothing back.
 */
export class MessageCipher {
  readonly #key: Buffer
  readonly #iv: Buffer
  /** IV xor the last block of ciphertext; zero for a new cipher. */
  readonly #shift: Buffer = Buffer.alloc(blockSize)
  #cipher: Cipher | undefined
  #decipher: Decipher | undefined

  /** @param key 32 bytes */
  constructor(key: Buffer) {
    this.#key = key
    this.#iv = key.subarray(0, blockSize)
  }

  /** @param plain whole blocks, at least one; its first block is overwritten */
  encrypt(plain: Buffer): Buffer {
    const cipher = this.#cipher ?? this.#newCipher()
    // Not put back when `update` throws: nobody knows its state then.
    this.#cipher = undefined
    const shift = this.#shift
    for (let i = 0; i < blockSize; i++) plain[i] = (plain[i] as number) ^ (shift[i] as number)
    const encrypted = cipher.update(plain)
    const last = encrypted.length - blockSize
    for (let i = 0; i < blockSize; i++) shift[i] = (this.#iv[i] as number) ^ (encrypted[last + i] as number)
    this.#cipher = cipher
    return encrypted
  }

  /**
   * @param encrypted one free block, which is overwritten, then whole blocks of ciphertext
   * @returns as many bytes; the first block means nothing
   */
  decrypt(encrypted: Buffer): Buffer {
    const decipher = this.#decipher ?? createDecipheriv('aes-256-cbc', this.#key, this.#iv).setAutoPadding(false)
    this.#decipher = undefined
    this.#iv.copy(encrypted)
    const plain = decipher.update(encrypted)
    this.#decipher = decipher
    return plain
  }

  #newCipher(): Cipher {
    this.#shift.fill(0)
    return createCipheriv('aes-256-cbc', this.#key, this.#iv).setAutoPadding(false)
  }
}
