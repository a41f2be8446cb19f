/** What a file is, by its first bytes. */
export type FileFormat = 'jpg' | 'png' | 'gif' | 'bmp' | 'webp' | 'mp3' | 'amr' | 'wav' | 'wma' | 'mp4'

interface Signature {
  readonly format: FileFormat
  /** Latin-1 text, by where it stands. */
  readonly marks: Readonly<Record<number, string>>
}

const signatures: readonly Signature[] = [
  { format: 'jpg', marks: { 0: '\xff\xd8\xff' } },
  { format: 'png', marks: { 0: '\x89PNG\r\n\x1a\n' } },
  { format: 'gif', marks: { 0: 'GIF8' } },
  { format: 'webp', marks: { 0: 'RIFF', 8: 'WEBP' } },
  { format: 'wav', marks: { 0: 'RIFF', 8: 'WAVE' } },
  { format: 'bmp', marks: { 0: 'BM' } },
  { format: 'amr', marks: { 0: '#!AMR' } },
  { format: 'wma', marks: { 0: '\x30\x26\xb2\x75\x8e\x66\xcf\x11' } },
  { format: 'mp4', marks: { 4: 'ftyp' } },
  { format: 'mp3', marks: { 0: 'ID3' } },
]

/** Undefined when the bytes are none of these. */
export function formatOf(bytes: Uint8Array): FileFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const found = signatures.find(({ marks }) =>
    Object.entries(marks).every(([at, mark]) => head.startsWith(mark, Number(at))),
  )
  return found?.format ?? (isMp3Frame(bytes) ? 'mp3' : undefined)
}

/** An MP3 without a tag begins with a frame: eleven bits of sync, and layer III. */
const isMp3Frame = ([first = 0, second = 0]: Uint8Array): boolean => first === 0xff && (second & 0xe6) === 0xe2
