/** What a rejected `fetch` tells, without the URL that may stand in its messages. */
export interface ConnectionFailure {
  /** False when no byte of the request can have arrived. */
  readonly sent: boolean
  /** `ECONNREFUSED`, or the name of the error. */
  readonly reason: string
}

/** Failures from before there was a connection. */
const notConnected: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** `fetch` wraps what happened, and a name with several addresses brings several of them. */
export function connectionFailure(error: unknown): ConnectionFailure {
  const codes = [...codesOf(error, 0)]
  return {
    sent: codes.length === 0 || !codes.every((code) => notConnected.has(code)),
    reason: codes[0] ?? (error instanceof Error ? error.name : 'unknown reason'),
  }
}

function* codesOf(error: unknown, depth: number): Iterable<string> {
  if (typeof error !== 'object' || error === null || depth > 5) return
  if ('code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(error.code)) yield error.code
  if ('cause' in error) yield* codesOf(error.cause, depth + 1)
  if (error instanceof AggregateError) for (const one of error.errors) yield* codesOf(one, depth + 1)
}
