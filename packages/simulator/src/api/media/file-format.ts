/** Formats of files that WeChat takes anywhere. */
export type FormatName = 'png' | 'jpg' | 'gif' | 'bmp' | 'amr' | 'mp3' | 'wav' | 'wma' | 'mp4'

/** What a file is, by its content. */
export interface FileFormat {
  readonly name: FormatName
  readonly contentType: string
  /** Endings a file name may have for it. */
  readonly extensions: readonly string[]
}

interface Signature {
  readonly format: FileFormat
  readonly fits: (bytes: Uint8Array) => boolean
}

const text = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.subarray(start, end)).toString('latin1')

const begins =
  (...start: number[]) =>
  (bytes: Uint8Array) =>
    start.every((byte, at) => bytes[at] === byte)

const signature = (
  name: FormatName,
  contentType: string,
  fits: (bytes: Uint8Array) => boolean,
  extensions: readonly string[] = [name],
): Signature => ({ format: { name, contentType, extensions }, fits })

const signatures: readonly Signature[] = [
  signature('png', 'image/png', begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)),
  signature('jpg', 'image/jpeg', begins(0xff, 0xd8, 0xff), ['jpg', 'jpeg']),
  signature('gif', 'image/gif', (bytes) => /^GIF8[79]a/.test(text(bytes, 0, 6))),
  signature('bmp', 'image/bmp', (bytes) => text(bytes, 0, 2) === 'BM'),
  signature('amr', 'audio/amr', (bytes) => text(bytes, 0, 6) === '#!AMR\n'),
  signature('wav', 'audio/wav', (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WAVE'),
  signature('wma', 'audio/x-ms-wma', begins(0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11)),
  signature('mp4', 'video/mp4', (bytes) => text(bytes, 4, 8) === 'ftyp'),
  // Last: eleven bits in a row are the weakest sign of all. Layer 3 without the reserved values.
  signature(
    'mp3',
    'audio/mpeg',
    (bytes) => text(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2),
  ),
]

/** What the bytes are, whatever the name says; undefined for anything WeChat does not take. */
export const formatOf = (bytes: Uint8Array): FileFormat | undefined =>
  signatures.find(({ fits }) => fits(bytes))?.format
