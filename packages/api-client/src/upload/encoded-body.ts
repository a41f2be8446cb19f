import { UploadError } from '../errors/client-errors.js'

/** A body as it goes out. */
export interface EncodedBody {
  readonly contentType: string
  /** Bytes. */
  readonly length: number
  /** From the beginning; each time anew when `isRepeatable`. */
  readonly read: () => AsyncIterable<Uint8Array>
  readonly isRepeatable: boolean
}

/** Below this a body is put together before it is sent: one packet, and no stream to set up. */
const smallBytes = 64 * 1024

/**
 * What `fetch` takes: bytes when they are few, else a stream that ends with an error when it is not as long as it said,
 * because the next request on that connection would begin in the middle of this one.
 */
export async function payloadOf({
  length,
  read,
}: Pick<EncodedBody, 'length' | 'read'>): Promise<Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>> {
  const chunks = checked(read(), length)
  if (length > smallBytes) return streamOf(chunks)
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return new Uint8Array(Buffer.concat(all))
}

/** Reads a piece only when it is wanted. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}

async function* checked(chunks: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let sent = 0
  for await (const chunk of chunks) {
    sent += chunk.byteLength
    if (sent > length) break
    yield chunk
  }
  if (sent !== length) {
    throw new UploadError(
      `a file is ${sent > length ? 'longer' : 'shorter'} than it was when the upload began, or than it said: ` +
        'leave it alone until it is sent, or correct its length.',
    )
  }
}
