import { refuse } from './refusal.js'
import type { ApiRequest } from './request.js'

/** A file of a multipart body. */
export interface UploadedFile {
  readonly fileName: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** A multipart body, read. */
export interface UploadForm {
  /** The file of that part. @throws ApiRefusal 41005 when there is none, or one that WeChat would not see; 44001 when it is empty */
  file(name: string): UploadedFile
  /** The text of that part. */
  text(name: string): string | undefined
}

/**
 * Reads a multipart body with Node's own parser.
 * @throws ApiRefusal 41005 when it is none
 */
export async function readForm({ headers, body }: ApiRequest): Promise<UploadForm> {
  const contentType = headers['content-type'] ?? ''
  if (!/^multipart\/form-data;.*boundary=/i.test(contentType)) {
    refuse(41005, `the body must be multipart/form-data with a boundary, not ${JSON.stringify(contentType)}`)
  }
  const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => refuse(41005, 'the multipart body is broken: a boundary, a header or the end is missing'))
  const files = new Map<string, UploadedFile>()
  for (const [name, part] of form) {
    if (typeof part === 'string') continue
    files.set(name, { fileName: part.name, contentType: part.type, bytes: new Uint8Array(await part.arrayBuffer()) })
  }
  return {
    file: (name) => checked(name, files.get(name)),
    text: (name) => {
      const value = form.get(name)
      return typeof value === 'string' ? value : undefined
    },
  }
}

/** WeChat loses a file whose name is not ASCII, and answers that there is none. */
function checked(name: string, file: UploadedFile | undefined): UploadedFile {
  if (file === undefined) refuse(41005, `the form has no part "${name}" with a filename`)
  if (!/^[\x20-\x7e]+$/.test(file.fileName)) {
    refuse(41005, 'the filename must be ASCII: WeChat does not see the file otherwise')
  }
  // Seen in public reports.
  if (!/\.\w+$/.test(file.fileName)) refuse(40113, 'the filename must have an extension')
  if (file.bytes.length === 0) refuse(44001, 'the file is empty')
  return file
}
