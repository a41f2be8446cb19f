import { isUtf8 } from 'node:buffer'
import { CryptoError } from './errors.js'
import { paddingOf } from './padding.js'
import { wrongReceiver } from './receiver.js'

/** What WeChat pads a message to; AES itself only needs 16. */
const paddedTo = 32
/** Random bytes in front of a message. */
export const randomSize = 16
/** Random bytes and the length field. */
const headSize = randomSize + 4

/**
 * Lays out `random(16) · length(4, big-endian) · message · receiver · padding`. The random bytes are the caller's to
 * fill in.
 */
export function writeFrame(message: string, receiver: Buffer): Buffer {
  const size = Buffer.byteLength(message)
  const end = headSize + size + receiver.length
  const padding = paddedTo - (end % paddedTo)
  const frame = Buffer.allocUnsafe(end + padding)
  frame.writeUInt32BE(size, randomSize)
  frame.write(message, headSize, size, 'utf8')
  receiver.copy(frame, headSize + size)
  for (let i = end; i < frame.length; i++) frame[i] = padding
  return frame
}

/**
 * Reads the message out of a frame.
 * @param from where the frame begins in `plain`
 * @param receiver the id it must be sealed for
 * @throws CryptoError of kind `padding`, `length`, `appid` or `parse`
 */
export function readFrame(plain: Buffer, from: number, receiver: Buffer): string {
  const padding = paddingOf(plain, paddedTo, from)
  if (padding === 0) {
    throw new CryptoError(
      'padding',
      'the push does not decrypt: encodingAesKey is probably not the one in the console. While changing it, give both: [new, previous].',
    )
  }
  const end = plain.length - padding
  const begin = from + headSize
  const size = begin <= end ? plain.readUInt32BE(from + randomSize) : Number.POSITIVE_INFINITY
  if (begin + size > end) {
    throw new CryptoError(
      'length',
      'the decrypted push is shorter than its length field says: a damaged message or another encodingAesKey.',
    )
  }
  const messageEnd = begin + size
  if (!endsWith(plain, messageEnd, end, receiver)) {
    throw wrongReceiver({
      what: 'the push',
      expected: receiver.toString(),
      found: plain.toString('latin1', messageEnd, end),
      advice: 'Check appId; pushes to a third-party platform are sealed for its component app id.',
    })
  }
  const message = plain.toString('utf8', begin, messageEnd)
  // Decoding puts U+FFFD where bytes are not UTF-8; only then is it worth asking whether it was there before (K7).
  if (message.includes('\ufffd') && !isUtf8(plain.subarray(begin, messageEnd))) {
    throw new CryptoError('parse', 'the decrypted push is not valid UTF-8: it was not written by WeChat.')
  }
  return message
}

function endsWith(plain: Buffer, from: number, end: number, expected: Buffer): boolean {
  if (end - from !== expected.length) return false
  for (let i = 0; i < expected.length; i++) if (plain[from + i] !== expected[i]) return false
  return true
}
