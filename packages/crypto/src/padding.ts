/**
 * How many bytes of PKCS#7 padding end the plaintext (K4): a value from 1 to `block`, repeated that often.
 * @param plain bytes; those before `from` do not count
 * @param block the block size that was padded to: 32 for messages, 16 for user data
 * @returns 0 when it is not padded that way
 */
export function paddingOf(plain: Buffer, block: number, from = 0): number {
  const count = plain[plain.length - 1] ?? 0
  if (count > block || count > plain.length - from) return 0
  for (let i = plain.length - count; i < plain.length; i++) if (plain[i] !== count) return 0
  return count
}
