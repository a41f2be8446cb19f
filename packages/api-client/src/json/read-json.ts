/** Fewer digits than this are always exact as a number. */
const longRun = /\d{16}/

/**
 * Parses JSON in which no integer loses a digit: one beyond ±2^53 comes as a string. Texts without a long run of digits,
 * which are nearly all, go straight to `JSON.parse`.
 * @throws SyntaxError when it is no JSON
 */
export function readJson(text: string): unknown {
  return JSON.parse(longRun.test(text) ? quoteBigIntegers(text) : text)
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

/** Puts quotes around every integer that a number cannot hold. One pass; what stands in strings is passed over. */
function quoteBigIntegers(text: string): string {
  let out = ''
  let done = 0
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) {
      at = endOfString(text, at)
    } else if (isDigit(unit)) {
      const end = endOfDigits(text, at)
      const start = text[at - 1] === '-' ? at - 1 : at
      if (isBigInteger(text, { start, at, end })) {
        out += `${text.slice(done, start)}"${text.slice(start, end)}"`
        done = end
      }
      at = end
    } else at++
  }
  return out + text.slice(done)
}

function endOfString(text: string, open: number): number {
  let at = open + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function endOfDigits(text: string, from: number): number {
  let at = from
  while (isDigit(text.charCodeAt(at))) at++
  return at
}

/** Digits before or after a point or an exponent are part of a number that is no integer, and inexact anyway. */
function isBigInteger(text: string, { start, at, end }: { start: number; at: number; end: number }): boolean {
  if (end - at < 16 || Number.isSafeInteger(Number(text.slice(start, end)))) return false
  return !/[.eE]/.test(text[end] ?? '') && !/[.eE+]/.test(text[at - 1] ?? '') && !/[eE]/.test(text[start - 1] ?? '')
}
