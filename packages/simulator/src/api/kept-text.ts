/** Bytes of a body that are remembered: hundreds of calls are, and each may be 20 MB. */
const keptBytes = 16 * 1024

/** The beginning of a body, and how much there was of it. */
export function keptText(body: Uint8Array | string): string {
  const bytes =
    typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (bytes.length <= keptBytes) return bytes.toString('utf8')
  return `${bytes.toString('utf8', 0, keptBytes)}… (${bytes.length} bytes)`
}
