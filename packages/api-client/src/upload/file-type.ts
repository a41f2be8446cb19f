/** What a file is, by its first bytes. */
export interface FileType {
  readonly extension: string
  readonly contentType: string
}

interface Signature extends FileType {
  readonly at: number
  /** Bytes as Latin-1 text. */
  readonly begins: string
}

/** The kinds WeChat takes or gives, and the usual documents. */
const signatures: readonly Signature[] = [
  { at: 0, begins: '\xff\xd8\xff', extension: 'jpg', contentType: 'image/jpeg' },
  { at: 0, begins: '\x89PNG\r\n\x1a\n', extension: 'png', contentType: 'image/png' },
  { at: 0, begins: 'GIF8', extension: 'gif', contentType: 'image/gif' },
  { at: 8, begins: 'WEBP', extension: 'webp', contentType: 'image/webp' },
  { at: 0, begins: 'BM', extension: 'bmp', contentType: 'image/bmp' },
  { at: 0, begins: '#!AMR', extension: 'amr', contentType: 'audio/amr' },
  { at: 0, begins: '\x02#!SILK', extension: 'silk', contentType: 'audio/silk' },
  { at: 0, begins: 'ID3', extension: 'mp3', contentType: 'audio/mpeg' },
  { at: 0, begins: '\xff\xfb', extension: 'mp3', contentType: 'audio/mpeg' },
  { at: 0, begins: '\xff\xf3', extension: 'mp3', contentType: 'audio/mpeg' },
  { at: 8, begins: 'WAVE', extension: 'wav', contentType: 'audio/wav' },
  { at: 4, begins: 'ftyp', extension: 'mp4', contentType: 'video/mp4' },
  { at: 0, begins: '%PDF', extension: 'pdf', contentType: 'application/pdf' },
  { at: 0, begins: 'PK\x03\x04', extension: 'zip', contentType: 'application/zip' },
]

/** How many bytes tell. */
export const signatureBytes = 16

/** Undefined when the bytes say nothing. */
export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  const head = Buffer.from(bytes.subarray(0, signatureBytes)).toString('latin1')
  return signatures.find(({ at, begins }) => head.startsWith(begins, at))
}

/** By a file's extension; undefined for one WeChat has no use for. */
export const fileTypeNamed = (filename: string): FileType | undefined => {
  const extension = /\.([a-z\d]+)$/i.exec(filename)?.[1]?.toLowerCase()
  return signatures.find((it) => it.extension === (extension === 'jpeg' ? 'jpg' : extension))
}
