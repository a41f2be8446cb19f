import { isUtf8 } from 'node:buffer'
import { type Cipher, createCipheriv, createDecipheriv, type Decipher, randomFillSync } from 'node:crypto'

const block = 16
/** 16 random bytes and the length. */
const head = 20
const paddedTo = 32
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789abABCD'
const poolSize = 8192

export interface CipherOptions {
  readonly encodingAesKey: string
  readonly appId: string
  /** Keeps one cipher object for all messages; otherwise each message gets its own, as the documentation has it. */
  readonly keep: boolean
}

/** WeChat's message encryption, written for this benchmark straight on `node:crypto`. */
export class MessageCiphers {
  readonly #key: Buffer
  readonly #iv: Buffer
  readonly #appId: Buffer
  readonly #keep: boolean
  readonly #random: Buffer = Buffer.alloc(poolSize)
  #used: number = poolSize
  #decipher: Decipher | undefined
  #cipher: Cipher | undefined

  constructor({ encodingAesKey, appId, keep }: CipherOptions) {
    this.#key = Buffer.from(`${encodingAesKey}=`, 'base64')
    this.#iv = this.#key.subarray(0, block)
    this.#appId = Buffer.from(appId)
    this.#keep = keep
  }

  /** @returns base64 */
  encrypt(text: string): string {
    const size = Buffer.byteLength(text)
    const end = head + size + this.#appId.length
    const padding = paddedTo - (end % paddedTo)
    const frame = Buffer.allocUnsafe(end + padding)
    this.#fillRandom(frame)
    frame.writeUInt32BE(size, block)
    frame.write(text, head)
    this.#appId.copy(frame, head + size)
    frame.fill(padding, end)
    return this.#encipher(frame).toString('base64')
  }

  #encipher(frame: Buffer): Buffer {
    if (!this.#keep) {
      const cipher = createCipheriv('aes-256-cbc', this.#key, this.#iv).setAutoPadding(false)
      const sealed = cipher.update(frame)
      cipher.final()
      return sealed
    }
    // CBC begins where the last message ended instead of at the IV. Only the first block reads differently for that, and
    // it is random anyway.
    this.#cipher ??= createCipheriv('aes-256-cbc', this.#key, this.#iv).setAutoPadding(false)
    return this.#cipher.update(frame)
  }

  /** @returns undefined for whatever this key and AppID did not encrypt */
  decrypt(base64: string): string | undefined {
    const sealed = Buffer.from(base64, 'base64')
    if (sealed.length === 0 || sealed.length % block !== 0 || sealed.toString('base64') !== base64) return undefined
    const plain = this.#decipherOnce(sealed)
    const padding = plain[plain.length - 1] ?? 0
    if (padding < 1 || padding > paddedTo || padding > plain.length) return undefined
    for (let i = plain.length - padding; i < plain.length; i++) if (plain[i] !== padding) return undefined
    const end = plain.length - padding
    if (end < head) return undefined
    const textEnd = head + plain.readUInt32BE(block)
    if (textEnd > end || plain.compare(this.#appId, 0, this.#appId.length, textEnd, end) !== 0) return undefined
    const text = plain.subarray(head, textEnd)
    return isUtf8(text) ? text.toString('utf8') : undefined
  }

  #decipherOnce(sealed: Buffer): Buffer {
    if (!this.#keep) {
      const decipher = createDecipheriv('aes-256-cbc', this.#key, this.#iv).setAutoPadding(false)
      const plain = decipher.update(sealed)
      decipher.final()
      return plain
    }
    this.#decipher ??= createDecipheriv('aes-256-cbc', this.#key, this.#iv).setAutoPadding(false)
    // The IV goes in front as a block of ciphertext, and its own plaintext is dropped.
    return this.#decipher.update(Buffer.concat([this.#iv, sealed])).subarray(block)
  }

  /** Letters, as WeChat fills them in: some kits read these bytes as text. */
  #fillRandom(frame: Buffer): void {
    if (this.#used + block > poolSize) {
      randomFillSync(this.#random)
      this.#used = 0
    }
    for (let i = 0; i < block; i++) {
      frame[i] = letters.charCodeAt((this.#random[this.#used + i] as number) % letters.length)
    }
    this.#used += block
  }
}
