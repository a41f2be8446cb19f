import type { Random } from './random.js'

const digits = '0123456789'
const hex = '0123456789abcdef'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const alphanumeric = letters + digits

/** Ids and credentials in the shapes WeChat gives them. */
export interface IdSource {
  /** `gh_` and twelve hex digits. */
  originalId(): string
  appId(): string
  appSecret(): string
  openid(): string
  token(): string
  encodingAesKey(): string
  /** Above 2^53 and growing: a kit that turns it into a number loses digits and shows it. */
  messageId(): string
  menuId(): string
  nonce(): string
  echo(): string
  mediaId(): string
  ticket(): string
  md5(): string
  /** Sixteen random bytes for an encrypted message: printable, as the platform's samples have them. */
  salt(): Uint8Array
}

/** The first id has 17 digits, as ids have had for years; 2^53 has 16. */
const firstMessageId = 24_000_000_000_000_000n

export function idSource(random: Random): IdSource {
  let messageId = firstMessageId + BigInt(random.integer(2 ** 31)) * 1_000n
  return {
    originalId: () => `gh_${random.text(12, hex)}`,
    appId: () => `wx${random.text(16, hex)}`,
    appSecret: () => random.text(32, hex),
    openid: () => `o${random.text(27, `${alphanumeric}_-`)}`,
    token: () => random.text(32, alphanumeric),
    encodingAesKey: () => random.text(43, alphanumeric),
    messageId: () => {
      messageId += BigInt(1 + random.integer(1_000_000))
      return String(messageId)
    },
    menuId: () => `4${random.text(8, digits)}`,
    nonce: () => `${1 + random.integer(9)}${random.text(8, digits)}`,
    echo: () => `${1 + random.integer(9)}${random.text(18, digits)}`,
    mediaId: () => random.text(64, `${alphanumeric}_-`),
    ticket: () => `gQ${random.text(94, `${alphanumeric}_-`)}==`,
    md5: () => random.text(32, hex),
    salt: () => Buffer.from(random.text(16, alphanumeric), 'latin1'),
  }
}
