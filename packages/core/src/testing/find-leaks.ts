import { inspect } from 'node:util'

/**
 * Which of these secrets can be read out of a value that was logged or shown: as they stand, or behind percent
 * signs, JSON or XML escapes, Base64 or hex. It decodes what it finds instead of spelling what it looks for, so that
 * it shares no mistake with the redaction it judges.
 * @param shown anything: a log line, an error, a text
 * @param secrets of at least four characters, else they are found by chance
 * @returns the secrets that came through; an empty list when it is safe to paste
 */
export function findLeaks(shown: unknown, secrets: Iterable<string>): string[] {
  const readings = [...readingsOf(shown)]
  return [...secrets].filter((secret) => readings.some((reading) => reading.includes(secret)))
}

function* readingsOf(shown: unknown): Iterable<string> {
  const printed =
    typeof shown === 'string'
      ? shown
      : inspect(shown, { depth: Infinity, showHidden: true, maxArrayLength: Infinity, maxStringLength: Infinity })
  const texts = [printed]
  // Twice, for JSON in JSON, and for a URL within a URL.
  for (let round = 0; round < 2; round++) texts.push(...texts.flatMap((text) => [unescaped(text), unescapedForm(text)]))
  for (const text of new Set(texts)) {
    yield text
    for (const [run] of text.matchAll(/[\w+/-]{5,}/g)) yield* decodings(run)
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text
    .replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(
      /\\([\s\S])/g,
      (_, escaped: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[escaped] ?? escaped,
    )
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? '')

const unescapedForm = (text: string): string =>
  Buffer.from(
    text
      .replace(/\+/g, ' ')
      .split(/(%[\da-f]{2})/i)
      .map((part) => (/^%[\da-f]{2}$/i.test(part) ? part.slice(1) : Buffer.from(part).toString('hex')))
      .join(''),
    'hex',
  ).toString('utf8')

/** Base64 may begin anywhere in a run of its letters, and hex at any digit. */
function* decodings(run: string): Iterable<string> {
  for (let start = 0; start < 4; start++) yield Buffer.from(run.slice(start), 'base64').toString('utf8')
  for (const [digits] of run.matchAll(/[\da-f]{6,}/gi)) {
    yield Buffer.from(digits, 'hex').toString('utf8')
    yield Buffer.from(digits.slice(1), 'hex').toString('utf8')
  }
}
