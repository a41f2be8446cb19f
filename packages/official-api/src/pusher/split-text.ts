/** Bytes of UTF-8 a text message may have: WeChat answers 45002 to more. */
const textBytes = 2048

/**
 * Splits a text into parts of at most so many bytes of UTF-8: behind a line break where there is one in the second half
 * of a part, else between two characters as a reader sees them. Put together, the parts are the text.
 * @param limit bytes; room for the largest code point at least
 */
export function splitText(text: string, limit: number = textBytes): string[] {
  // A UTF-16 unit has at most three bytes, so short texts need no counting.
  if (text.length * 3 <= limit || Buffer.byteLength(text) <= limit) return [text]
  const parts: string[] = []
  let part = ''
  let bytes = 0
  const add = (piece: string): void => {
    const size = Buffer.byteLength(piece)
    while (bytes + size > limit) {
      const line = part.lastIndexOf('\n') + 1
      const cut = line > part.length / 2 ? line : part.length
      parts.push(part.slice(0, cut))
      part = part.slice(cut)
      bytes = Buffer.byteLength(part)
    }
    part += piece
    bytes += size
  }
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    // A heap of combining marks can be larger than a part: then its code points are split.
    if (Buffer.byteLength(segment) <= limit) add(segment)
    else for (const point of segment) add(point)
  }
  parts.push(part)
  return parts
}
