import { crc32, deflateSync } from 'node:zlib'
import { type FileFormat, formatOf } from './file-format.js'
import type { MediaType } from './stored-media.js'

/** A small file of its own for everything a user sends without saying what is in it. */
export interface SampleFile {
  readonly bytes: Uint8Array
  readonly format: FileFormat
  readonly fileName: string
}

/**
 * A real file: pictures of one colour, a second of silence, a video without a picture.
 * @param seed decides the colour
 */
export function sampleFile(type: MediaType, seed: string): SampleFile {
  const bytes = type === 'voice' ? silence : type === 'video' ? emptyVideo : picture(seed)
  const format = formatOf(bytes) as FileFormat
  return { bytes, format, fileName: `${type}.${format.name}` }
}

const side = 64

/** https://www.w3.org/TR/png-3/ */
function picture(seed: string): Buffer {
  const colour = Buffer.from([0, 1, 2].map((at) => 64 + (((seed.charCodeAt(at) || 0) * 37) % 160)))
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: side }, () => colour)])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // Eight bits, red green blue.
  header.set([8, 2], 8)
  const rows = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([begin, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Fifty frames of "no data", 20 ms each. RFC 4867. */
const silence = Buffer.concat([Buffer.from('#!AMR\n', 'latin1'), Buffer.alloc(50, 0x7c)])

const box = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts])
  return Buffer.concat([uint32(body.length + 4), body])
}

/** A film of a second without tracks: version and times, a thousand units a second, rate, volume, matrix, next track. */
const movieHeader = Buffer.concat([
  ...[0, 0, 0, 1000, 1000, 0x0001_0000, 0x0100_0000, 0, 0].map(uint32),
  ...[0x0001_0000, 0, 0, 0, 0x0001_0000, 0, 0, 0, 0x4000_0000].map(uint32),
  ...[0, 0, 0, 0, 0, 0, 1].map(uint32),
])

const emptyVideo = Buffer.concat([
  box('ftyp', Buffer.from('isom', 'latin1'), uint32(0x200), Buffer.from('isommp42', 'latin1')),
  box('moov', box('mvhd', movieHeader)),
])
