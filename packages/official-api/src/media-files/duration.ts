import type { FileFormat } from './file-format.js'

/** How many seconds a file lasts; undefined when it cannot be told. */
type Reader = (bytes: Buffer) => number | undefined

/** By format. What is in no row has no length, or one that nobody reads here (wma). */
const readers: Partial<Readonly<Record<FileFormat, Reader>>> = { mp3, amr, wav, mp4 }

/**
 * How long a sound or film lasts. MP3 and AMR are counted frame by frame (26 and 20 ms), with what an encoder pads at
 * both ends, so an MP3 reads up to 0.1 s longer than it sounds, and one with
 * something between its frames ends there; WAV and MP4 say it in their headers.
 * @returns seconds
 */
export function secondsOf(format: FileFormat, bytes: Uint8Array): number | undefined {
  const seconds = readers[format]?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return seconds !== undefined && Number.isFinite(seconds) ? seconds : undefined
}

/** kbit/s of layer III, by the index in a frame's header. */
const mp3Rates = {
  v1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  v2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const

/** Hz by the index in a frame's header: of MPEG 1; half of it for 2, a quarter for 2.5. */
const mp3Samples = [44_100, 48_000, 32_000] as const

interface Mp3Frame {
  readonly bytes: number
  readonly seconds: number
}

/** @see https://www.datavoyage.com/mpgscript/mpeghdr.htm */
function mp3Frame(bytes: Buffer, at: number): Mp3Frame | undefined {
  if (at + 4 > bytes.length) return undefined
  const [sync, version, rates] = [bytes.readUInt8(at), bytes.readUInt8(at + 1), bytes.readUInt8(at + 2)]
  if (sync !== 0xff || (version & 0xe6) !== 0xe2) return undefined
  // 3: MPEG 1; 2: MPEG 2; 0: MPEG 2.5; 1 is none.
  const mpeg = (version >> 3) & 3
  const kbits = mp3Rates[mpeg === 3 ? 'v1' : 'v2'][rates >> 4]
  const hz = mp3Samples[(rates >> 2) & 3]
  if (mpeg === 1 || kbits === undefined || kbits === 0 || hz === undefined) return undefined
  const rate = hz / (mpeg === 3 ? 1 : mpeg === 2 ? 2 : 4)
  const samples = mpeg === 3 ? 1152 : 576
  return { bytes: Math.floor(((samples / 8) * kbits * 1000) / rate) + ((rates >> 1) & 1), seconds: samples / rate }
}

function mp3(bytes: Buffer): number | undefined {
  let at = 0
  if (bytes.toString('latin1', 0, 3) === 'ID3' && bytes.length >= 10) {
    // Seven bits of each byte count, and a footer is as long as the header.
    const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + (bytes.readUInt8(index) & 0x7f), 0)
    at = 10 + size + ((bytes.readUInt8(5) & 0x10) === 0 ? 0 : 10)
  }
  let seconds = 0
  for (let frame = mp3Frame(bytes, at); frame !== undefined; frame = mp3Frame(bytes, at)) {
    seconds += frame.seconds
    at += frame.bytes
  }
  return seconds === 0 ? undefined : seconds
}

/** Bytes of a frame's speech, by its type; 3GPP TS 26.101 and 26.201. */
const amrBytes = {
  narrow: [12, 13, 15, 17, 19, 20, 26, 31, 5, 6, 5, 5, 0, 0, 0, 0],
  wide: [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 5, 0, 0, 0, 0, 0],
} as const

/** One channel only: files of several have another mark. @see https://datatracker.ietf.org/doc/html/rfc4867#section-5 */
function amr(bytes: Buffer): number | undefined {
  const head = bytes.toString('latin1', 0, 9)
  const kind = head.startsWith('#!AMR\n') ? 'narrow' : head.startsWith('#!AMR-WB\n') ? 'wide' : undefined
  if (kind === undefined) return undefined
  let frames = 0
  for (let at = kind === 'narrow' ? 6 : 9; at < bytes.length; frames++) {
    at += 1 + (amrBytes[kind][(bytes.readUInt8(at) >> 3) & 15] ?? 0)
  }
  return frames * 0.02
}

function wav(bytes: Buffer): number | undefined {
  let bytesPerSecond: number | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const [name, size] = [bytes.toString('latin1', at, at + 4), bytes.readUInt32LE(at + 4)]
    if (name === 'fmt ' && at + 20 <= bytes.length) bytesPerSecond = bytes.readUInt32LE(at + 16)
    // A size that was never filled in is that of the rest.
    if (name === 'data' && bytesPerSecond) return Math.min(size, bytes.length - at - 8) / bytesPerSecond
    at += 8 + size + (size % 2)
  }
  return undefined
}

/** The film's own length, in its header `moov/mvhd`. @see https://developer.apple.com/documentation/quicktime-file-format/movie_header_atom */
function mp4(bytes: Buffer): number | undefined {
  const movie = box(bytes, 'moov')
  const header = movie && box(movie, 'mvhd')
  if (header === undefined || header.length < 20) return undefined
  const isLong = header.readUInt8(0) === 1
  if (isLong && header.length < 32) return undefined
  const scale = header.readUInt32BE(isLong ? 20 : 12)
  const duration = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16)
  // All bits set: the length is not known.
  return scale === 0 || duration === 0xffff_ffff || duration >= 2 ** 63 ? undefined : duration / scale
}

/** What is inside the first box of a name. */
function box(bytes: Buffer, name: string): Buffer | undefined {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = bytes.readUInt32BE(at)
    const isLong = short === 1 && at + 16 <= bytes.length
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short
    const head = isLong ? 16 : 8
    if (size < head) return undefined
    if (bytes.toString('latin1', at + 4, at + 8) === name) return bytes.subarray(at + head, at + size)
    at += size
  }
  return undefined
}
