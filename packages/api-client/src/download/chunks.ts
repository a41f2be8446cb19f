/** Bytes that arrive piece by piece: a part can be looked at, and the whole still be read. */
export interface Chunks {
  /** Bytes from the beginning, `size` of them or all there are; they stay to be read. */
  readonly head: (size: number) => Promise<Uint8Array>
  /** All bytes, once. */
  readonly stream: () => AsyncIterable<Uint8Array>
  /** Lets go of the connection. */
  readonly cancel: () => Promise<void>
}

export interface ChunksOptions {
  /** Somebody begins to wait for a piece. */
  readonly onWait: () => void
  /** It arrived, or there is none. */
  readonly onChunk: () => void
  /** Makes the error of a broken connection. */
  readonly wrap: (cause: unknown) => unknown
}

/** @param body of an answer */
export function chunksOf(body: ReadableStream<Uint8Array> | null, { onWait, onChunk, wrap }: ChunksOptions): Chunks {
  const reader = body?.getReader()
  const seen: Uint8Array[] = []
  let size = 0

  const next = async (): Promise<Uint8Array | undefined> => {
    try {
      onWait()
      const read = await reader?.read()
      onChunk()
      return read === undefined || read.done ? undefined : read.value
    } catch (cause) {
      throw wrap(cause)
    }
  }
  return {
    head: async (wanted) => {
      while (size < wanted) {
        const chunk = await next()
        if (chunk === undefined) break
        seen.push(chunk)
        size += chunk.byteLength
      }
      return Buffer.concat(seen)
    },
    async *stream() {
      try {
        yield* seen
        seen.length = 0
        for (let chunk = await next(); chunk !== undefined; chunk = await next()) yield chunk
      } finally {
        // Whoever stops reading gives the connection back.
        await reader?.cancel().catch(() => {})
      }
    },
    cancel: async () => {
      await reader?.cancel().catch(() => {})
    },
  }
}

/** @throws what the stream throws */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
