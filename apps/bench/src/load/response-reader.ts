/** An answer of a server, taken off its connection. */
export interface RawAnswer {
  readonly status: number
  readonly body: string
}

const headEnd = '\r\n\r\n'

/**
 * Takes one answer after the other off a connection's bytes: with a length, or in chunks. Only as much HTTP as the
 * servers of this benchmark speak, so that the load costs less than what it measures.
 */
export class ResponseReader {
  #kept: Buffer | undefined

  /** @returns the answer once it is whole; undefined while bytes are missing */
  read(chunk: Buffer): RawAnswer | undefined {
    const bytes = this.#kept === undefined ? chunk : Buffer.concat([this.#kept, chunk])
    const answer = parse(bytes)
    this.#kept = answer === undefined ? bytes : undefined
    return answer
  }
}

function parse(bytes: Buffer): RawAnswer | undefined {
  const end = bytes.indexOf(headEnd)
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end).toLowerCase()
  const status = Number(head.slice(9, 12))
  const start = end + headEnd.length
  const lengthAt = head.indexOf('\r\ncontent-length:')
  if (lengthAt >= 0) {
    const bodyEnd = start + Number.parseInt(head.slice(lengthAt + 17), 10)
    return bytes.length < bodyEnd ? undefined : { status, body: bytes.toString('utf8', start, bodyEnd) }
  }
  const body = unchunk(bytes, start)
  return body === undefined ? undefined : { status, body: body.toString('utf8') }
}

function unchunk(bytes: Buffer, start: number): Buffer | undefined {
  const parts: Buffer[] = []
  for (let at = start; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const from = lineEnd + 2
    if (Number.isNaN(size)) throw new Error('a server answered with neither a length nor chunks')
    if (bytes.length < from + size + 2) return undefined
    if (size === 0) return Buffer.concat(parts)
    parts.push(bytes.subarray(from, from + size))
    at = from + size + 2
  }
}
