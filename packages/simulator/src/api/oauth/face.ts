import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

/** Where a user's picture is. The address says nothing of the openid, and stays the same. */
export const faceUrl = (apiUrl: string, openid: string): string =>
  `${apiUrl}/mmopen/${createHash('sha256').update(openid).digest('hex').slice(0, 32)}/132`

const cells = 7

/**
 * A picture that is made of its name: a mirrored pattern on a light ground.
 * @param face 32 hex digits
 * @param size pixels of each side
 */
export function facePng(face: string, size: number): Uint8Array {
  const bytes = Buffer.from(face, 'hex')
  const palette = Buffer.from([240, 242, 244, ...[0, 1, 2].map((at) => 40 + ((bytes[at] ?? 0) % 160))])
  const isDark = (column: number, row: number): boolean => {
    const mirrored = Math.min(column, cells - 3 - column)
    return row >= 0 && row < 5 && mirrored >= 0 && ((bytes[3 + row] ?? 0) >> mirrored) % 2 === 1
  }
  const cellAt = (pixel: number): number => Math.floor((pixel * cells) / size) - 1
  const lines = Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (_, x) => Number(isDark(cellAt(x), cellAt(y))))]),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // Eight bits a pixel, each the number of a colour in the palette.
  header.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}
