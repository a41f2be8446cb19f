import { isWxError } from '@wx/core'
import type { Download } from '@wx/endpoints'
import { DownloadError } from '../errors/client-errors.js'
import { bytesOf, type Chunks } from './chunks.js'
import { fileNameIn } from './file-name.js'
import { saveFile } from './save-file.js'

/**
 * An answer of bytes. The connection is open until it is read: in whole (`bytes`, `dataUrl`; as often as one likes), or
 * once as a stream or into a file.
 */
export function download(
  chunks: Chunks,
  { headers, contentType, done }: { headers: Headers; contentType: string; done: () => void },
): Download {
  const filename = fileNameIn(headers.get('content-disposition'))
  const length = headers.get('content-encoding') === null ? lengthIn(headers) : undefined
  let whole: Promise<Buffer> | undefined
  let isTaken = false

  const take = (): AsyncIterable<Uint8Array> => {
    if (isTaken) {
      throw new DownloadError('the download was read already: keep its bytes, or call again for another one.')
    }
    isTaken = true
    return complete(chunks.stream(), { length, done })
  }
  const bytes = (): Promise<Buffer> => {
    // Not async: whoever asks second must find the promise of the first.
    whole ??= isTaken
      ? Promise.reject(new DownloadError('the download was read already, as a stream.'))
      : bytesOf(take())
    return whole
  }
  const stream = (): AsyncIterable<Uint8Array> => (whole === undefined ? take() : ofBytes(whole))
  return {
    contentType,
    ...(filename !== undefined && { filename }),
    ...(length !== undefined && { length }),
    bytes,
    stream,
    dataUrl: async () => `data:${contentType};base64,${(await bytes()).toString('base64')}`,
    saveTo: async (path) => {
      const source = stream()
      try {
        await saveFile(path, source)
      } catch (cause) {
        if (isWxError(cause)) throw cause
        throw new DownloadError(
          'the download could not be written: check folder, rights and space. No file was left.',
          {
            cause,
          },
        )
      }
    },
  }
}

async function* ofBytes(whole: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await whole
}

async function* complete(
  stream: AsyncIterable<Uint8Array>,
  { length, done }: { length: number | undefined; done: () => void },
): AsyncGenerator<Uint8Array> {
  let received = 0
  try {
    for await (const chunk of stream) {
      received += chunk.byteLength
      yield chunk
    }
  } finally {
    done()
  }
  if (length !== undefined && received !== length) {
    throw new DownloadError(`${received} of ${length} bytes arrived: the connection was cut. Call again.`)
  }
}

function lengthIn(headers: Headers): number | undefined {
  const said = headers.get('content-length')
  return said !== null && /^\d+$/.test(said) ? Number(said) : undefined
}
