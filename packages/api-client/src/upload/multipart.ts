import { randomUUID } from 'node:crypto'
import type { FileInput } from '@wx/endpoints'
import { writeJson } from '../json/write-json.js'
import type { EncodedBody } from './encoded-body.js'
import { type FilePart, filePart } from './file-part.js'

/**
 * Encodes `multipart/form-data` as WeChat reads it: files before fields, a length for the whole, names as plain UTF-8
 * in quotes (it does not know RFC 2231). Files are read while they are sent.
 * @param fields files, texts, and values that become JSON; those that are undefined are left out
 * @param isFile tells files from other values
 * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/New_temporary_materials.html
 */
export async function multipart(
  fields: Readonly<Record<string, unknown>>,
  isFile: (value: unknown) => value is FileInput,
): Promise<EncodedBody> {
  const boundary = `----wx${randomUUID().replaceAll('-', '')}`
  const files: Section[] = []
  const texts: Section[] = []
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    if (isFile(value)) files.push(fileSection(name, { file: await filePart(value), boundary }))
    else texts.push(textSection(name, { value, boundary }))
  }
  const sections = [...files, ...texts]
  const end = Buffer.from(`--${boundary}--\r\n`)
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    length: sections.reduce((sum, { length }) => sum + length, end.byteLength),
    isRepeatable: sections.every(({ isRepeatable }) => isRepeatable),
    async *read() {
      for (const section of sections) yield* section.read()
      yield end
    },
  }
}

type Section = Pick<FilePart, 'length' | 'isRepeatable' | 'read'>

const lineEnd: Uint8Array = Buffer.from('\r\n')

function fileSection(name: string, { file, boundary }: { file: FilePart; boundary: string }): Section {
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"; filename="${quoted(file.filename)}"\r\n` +
      `Content-Type: ${file.contentType.replace(/[\r\n]/g, '')}\r\n\r\n`,
  )
  return {
    length: head.byteLength + file.length + lineEnd.byteLength,
    isRepeatable: file.isRepeatable,
    async *read() {
      yield head
      yield* file.read()
      yield lineEnd
    },
  }
}

function textSection(name: string, { value, boundary }: { value: unknown; boundary: string }): Section {
  const text = typeof value === 'string' ? value : writeJson(value)
  const bytes = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${text}\r\n`,
  )
  return {
    length: bytes.byteLength,
    isRepeatable: true,
    async *read() {
      yield bytes
    },
  }
}

/** The three signs that would end the header, escaped as browsers do. */
const quoted = (name: string): string =>
  name.replace(/["\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)
