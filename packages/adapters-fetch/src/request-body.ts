import { BodyConsumedError, BodyTooLargeError, ClientHungUpError } from '@wx/core/node'

const bodyFix =
  'Hand the request over before anything reads it, or let what stands before read a copy: request.clone(). ' +
  'In Hono that is c.req.raw.clone() in place of c.req.text() and c.req.json().'

/**
 * The bytes of a request, read no further than the limit.
 * @param maxBodyBytes bytes
 * @throws BodyConsumedError, BodyTooLargeError, ClientHungUpError
 */
export async function readRequestBody(request: Request, maxBodyBytes: number): Promise<Uint8Array> {
  if (request.bodyUsed || request.body?.locked === true) {
    throw new BodyConsumedError('a Request whose body was read', bodyFix)
  }
  if (Number(request.headers.get('content-length')) > maxBodyBytes) throw new BodyTooLargeError(maxBodyBytes)
  if (request.body === null) return new Uint8Array()
  const reader = request.body.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ClientHungUpError()
    })
    if (done) return joined(pieces, length)
    const piece: Uint8Array = value
    length += piece.length
    if (length > maxBodyBytes) {
      // Not cancelled: servers on Node would end the connection for it, and the 413 with it.
      reader.releaseLock()
      throw new BodyTooLargeError(maxBodyBytes)
    }
    pieces.push(piece)
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = pieces
  if (first !== undefined && pieces.length === 1) return first
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
