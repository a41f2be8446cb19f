import { UploadError } from '../errors/client-errors.js'
import { writeJson } from '../json/write-json.js'
import type { EncodedBody } from '../upload/encoded-body.js'
import { filePart, isData, isFileInput } from '../upload/file-part.js'
import { multipart } from '../upload/multipart.js'
import type { CallPlan } from './call-plan.js'

/** The body of a call; undefined when it has none. */
export async function encodeBody({ method, body, bodyKind }: CallPlan): Promise<EncodedBody | undefined> {
  switch (bodyKind ?? kindOf(method, body)) {
    case 'none':
      return undefined
    case 'json':
    case 'json-empty':
      return ofText(writeJson(body ?? {}), 'application/json')
    case 'text':
      return ofText(String(body ?? ''), 'text/plain; charset=utf-8')
    case 'multipart':
      return multipart({ ...Object(body) }, bodyKind === undefined ? isData : isFileInput)
    case 'binary':
      if (!isFileInput(body))
        throw new UploadError('this endpoint takes a file as its body: bytes, Blob, stream or path.')
      return filePart(body)
  }
}

/** An endpoint the kit does not know gets what the body looks like. */
function kindOf(method: string, body: unknown): 'none' | 'json' | 'text' | 'multipart' | 'binary' {
  if (body === undefined) return method === 'GET' ? 'none' : 'json'
  if (typeof body === 'string') return 'text'
  if (isData(body)) return 'binary'
  return typeof body === 'object' && body !== null && Object.values(body).some(isData) ? 'multipart' : 'json'
}

function ofText(text: string, contentType: string): EncodedBody {
  const bytes = Buffer.from(text)
  return {
    contentType,
    length: bytes.byteLength,
    isRepeatable: true,
    async *read() {
      yield bytes
    },
  }
}
