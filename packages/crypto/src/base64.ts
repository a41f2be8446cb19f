const standardAlphabet = /^[A-Za-z0-9+/]*={0,2}$/

/**
 * Decodes strict standard base64 (K2). Node's decoder skips what it does not know, takes the URL-safe alphabet and
 * stops at the first `=`; so what it read is encoded again and compared, which costs a fraction of a regular
 * expression. Where the two differ only in the unused bits of the last character, the expression decides.
 * @param text what should be base64
 * @param lead bytes to leave free, uninitialised, in front of what is decoded
 * @returns undefined when the text is not strict base64
 */
export function decodeBase64(text: string, lead = 0): Buffer | undefined {
  if (text.length % 4 !== 0) return undefined
  const size = Buffer.byteLength(text, 'base64')
  const bytes = Buffer.allocUnsafe(lead + size)
  bytes.write(text, lead, size, 'base64')
  if (bytes.toString('base64', lead) !== text && !standardAlphabet.test(text)) return undefined
  return bytes
}

/** What to say about text that is not base64: the usual cause is a `+` that a form decoder turned into a space. */
export function base64Hint(text: string): string {
  return /\s/.test(text)
    ? "it contains blanks: a '+' was probably lost in transport; send it in a JSON body, or encode it with encodeURIComponent"
    : /[-_]/.test(text)
      ? "it contains '-' or '_': that is the URL-safe alphabet, WeChat uses '+' and '/'"
      : 'characters outside the alphabet, or cut off: pass it on exactly as it was received'
}
