/** XML's white space: space, tab, line feed, carriage return. Not what `String.trim` takes off. */
export const isWhiteCode = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

/** Takes white space off both ends. A regular expression would look at a long run inside once for each of its characters. */
export function trimXml(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isWhiteCode(text.charCodeAt(start))) start += 1
  while (end > start && isWhiteCode(text.charCodeAt(end - 1))) end -= 1
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

/** True for an empty text, too. */
export function isWhite(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isWhiteCode(text.charCodeAt(at))) return false
  return true
}
