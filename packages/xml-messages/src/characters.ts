/** Node has had these since 20; TypeScript knows them from ES2024 on, which is more than the kit asks for elsewhere. */
type Es2024Text = string & { isWellFormed(): boolean; toWellFormed(): string }

/** Whether a text holds no half of a surrogate pair. */
export const isWellFormed = (text: string): boolean => (text as Es2024Text).isWellFormed()

/** The text with U+FFFD for every half of a surrogate pair. */
export const toWellFormed = (text: string): string => (text as Es2024Text).toWellFormed()

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
const unfit = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/
const unfitAll: RegExp = new RegExp(unfit, 'g')

/** Whether a text holds a character XML 1.0 (§2.2) does not admit. Halves of surrogate pairs are looked for apart. */
export const hasUnfit = (text: string): boolean => unfit.test(text)

/** The text with `by` in place of every character XML 1.0 does not admit. */
export const replaceUnfit = (text: string, by: string): string => text.replace(unfitAll, by)

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
