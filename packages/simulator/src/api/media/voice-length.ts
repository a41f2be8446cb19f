import type { FormatName } from './file-format.js'

/** How long a voice lasts; undefined for what is no voice, or where its length cannot be told (WMA). */
export function voiceSeconds(bytes: Uint8Array, format: FormatName): number | undefined {
  switch (format) {
    case 'amr':
      return amrSeconds(bytes)
    case 'mp3':
      return mp3Seconds(bytes)
    case 'wav':
      return wavSeconds(bytes)
    default:
      return undefined
  }
}

/** Bytes of a frame after its first one, by its type. RFC 4867. */
const amrFrameBytes = [12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0]

function amrSeconds(bytes: Uint8Array): number {
  let frames = 0
  for (let at = 6; at < bytes.length; frames++) at += 1 + (amrFrameBytes[((bytes[at] ?? 0) >> 3) & 0xf] ?? 0)
  return frames * 0.02
}

function wavSeconds(bytes: Uint8Array): number | undefined {
  if (bytes.length < 44) return undefined
  const bytesPerSecond = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(28, true)
  return bytesPerSecond === 0 ? undefined : (bytes.length - 44) / bytesPerSecond
}

const mpeg1Kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const mpeg2Kilobits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const mpeg1Hertz = [44_100, 48_000, 32_000]

/** Adds up the frames of layer 3; stops at the first thing that is none. */
function mp3Seconds(bytes: Uint8Array): number {
  let seconds = 0
  let at = afterId3(bytes)
  while (at + 4 <= bytes.length && bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xe6) === 0xe2) {
    const version = ((bytes[at + 1] ?? 0) >> 3) & 3
    const third = bytes[at + 2] ?? 0
    const hertz = (mpeg1Hertz[(third >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4)
    const kilobits = (version === 3 ? mpeg1Kilobits : mpeg2Kilobits)[third >> 4] ?? 0
    if (hertz === 0 || kilobits === 0) break
    const samples = version === 3 ? 1152 : 576
    seconds += samples / hertz
    at += Math.floor((samples / 8) * ((kilobits * 1000) / hertz)) + ((third >> 1) & 1)
  }
  return seconds
}

/** An ID3 tag stands in front; its length has seven bits a byte. */
function afterId3(bytes: Uint8Array): number {
  if (bytes[0] !== 0x49 || bytes[1] !== 0x44 || bytes[2] !== 0x33) return 0
  return 10 + [6, 7, 8, 9].reduce((length, at) => length * 128 + ((bytes[at] ?? 0) & 0x7f), 0)
}
