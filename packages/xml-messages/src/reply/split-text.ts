/**
 * Bytes of UTF-8 that a text may have. Of a passive one it is not in the official text, but longer ones make WeChat show
 * its banner; longer customer messages are refused with 45002.
 */
export const textLimit = 2_048

/** Bytes of the largest code point in UTF-8. */
const largestCharacter = 4

/**
 * Splits a text into parts of at most `limit` bytes of UTF-8: at the end of a line where there is one in the second
 * half of the part, and never within what a reader sees as one character. Parts of nothing but blanks are left out, and
 * so are the line breaks at which it was split.
 * @param limit `textLimit` when not given
 * @throws RangeError for a limit that not every character fits into
 */
export function splitText(text: string, limit: number = textLimit): string[] {
  if (!(limit >= largestCharacter)) throw new RangeError(`a part must have room for ${largestCharacter} bytes`)
  // A UTF-16 unit has at most three bytes, so short texts need no counting.
  if (text.length * 3 <= limit) return text.trim() === '' ? [] : [text]
  const parts: string[] = []
  let part = ''
  let bytes = 0
  const close = () => {
    const line = part.lastIndexOf('\n')
    const cut = line >= part.length / 2 ? line + 1 : part.length
    const tail = part.slice(cut)
    const done = withoutLastBreaks(part.slice(0, cut))
    if (done.trim() !== '') parts.push(done)
    part = tail
    bytes = Buffer.byteLength(tail)
  }
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    for (const piece of fitting(segment, limit)) {
      const size = Buffer.byteLength(piece)
      // What is kept of a part can be its larger half, so closing it once may not make room.
      while (part !== '' && bytes + size > limit) close()
      part += piece
      bytes += size
    }
  }
  if (part.trim() !== '') parts.push(part)
  return parts
}

/** By hand: an expression such as /[\r\n]+$/ takes time in the square of a text full of line breaks. */
function withoutLastBreaks(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
  return text.slice(0, end)
}

/** A single character can be larger than the limit (a heap of combining marks): then its code points are split. */
const fitting = (segment: string, limit: number): Iterable<string> =>
  segment.length * 3 <= limit || Buffer.byteLength(segment) <= limit ? [segment] : segment
