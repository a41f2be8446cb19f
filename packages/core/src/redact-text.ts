import { isSecret, isSecretName } from './secret-names.js'
import { spellingsOf } from './spellings.js'

/** What stands where a secret stood. */
export const mask = '[redacted]'

/**
 * Hides secrets in a text: these very values in every usual spelling, and whatever stands behind a name that carries
 * a secret. Work is linear in the text, whoever wrote it.
 */
export function createTextRedactor(secrets: Iterable<string>): (text: string) => string {
  const hideKnown = createKnownRedactor(secrets)
  return (text) => {
    const known = hideKnown(text)
    // Most texts are words and ids, and bind no value to any name.
    return /[=:>]/.test(known) ? forms.reduce(hideValues, known) : known
  }
}

/** A secret of one or two characters protects nothing, and hiding it would eat the text. */
const shortest = 3

function createKnownRedactor(secrets: Iterable<string>): (text: string) => string {
  const known = [...new Set(secrets)].filter((secret) => secret.length >= shortest)
  if (known.length === 0) return (text) => text
  // The longest first, all in one pass: else a short one breaks a longer one, or the mask itself.
  known.sort((a, b) => b.length - a.length)
  const any = new RegExp(known.map(spellingsOf).join('|'), 'g')
  return (text) => text.replace(any, mask)
}

interface Form {
  /** A name (group 1) and what binds its value, which begins where this ends. */
  readonly head: RegExp
  /** Where the value that begins at `from` ends. */
  readonly end: (text: string, from: number, head: RegExpExecArray) => number
}

const nextOf = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at
}

/** Each pattern can begin only at the start of a word, so no run of characters is looked at twice. */
const forms: readonly Form[] = [
  // A line of HTTP headers; values such as `Bearer …` have blanks.
  {
    head: /(?<![\w-])((?:proxy-)?authorization|(?:set-)?cookie)\s*:\s*(?=[^\s"'`])/gi,
    end: (text, from) => nextOf(text, '\n', from),
  },
  { head: /<([A-Za-z][\w-]{2,63})(?:\s[^<>]*)?>\s*<!\[CDATA\[/g, end: (text, from) => nextOf(text, ']]>', from) },
  { head: /<([A-Za-z][\w-]{2,63})(?:\s[^<>]*)?>(?!\s*<)/g, end: (text, from) => nextOf(text, '<', from) },
  // JSON, at any depth of JSON within JSON, and what `util.inspect` prints: "name": "value", name: 'value'.
  {
    head: /(?<![\w-])([A-Za-z][\w-]{2,63})\\*["'`]?\s*(?::|=>?)\s*(\\*)(["'`])/g,
    end: (text, from, [, , slashes, quote]) => endOfQuoted(text, from, { slashes: slashes?.length ?? 0, quote }),
  },
  // A number in JSON: a numeric password.
  {
    head: /(?<![\w-])([A-Za-z][\w-]{2,63})\\*"\s*:\s*(?=-?\d)/g,
    end: (text, from) => endOfRun(text, from, /[-+.\w]*/y),
  },
  // A URL's query, a form, a cookie.
  { head: /(?<![\w-])([A-Za-z][\w-]{2,63})=(?!["'`\\])/g, end: (text, from) => endOfRun(text, from, /[^&#\s"<>\\]*/y) },
]

function endOfRun(text: string, from: number, run: RegExp): number {
  run.lastIndex = from
  return run.test(text) ? run.lastIndex : from
}

/**
 * The quote that closes a value has as many backslashes before it as the one that opened it; one within the value has
 * twice as many and one more, and so has every backslash of the value.
 */
function endOfQuoted(text: string, from: number, open: { slashes: number; quote: string | undefined }): number {
  for (let at = nextOf(text, open.quote ?? '"', from); at < text.length; at = nextOf(text, open.quote ?? '"', at + 1)) {
    let start = at
    while (start > from && text[start - 1] === '\\') start--
    if ((at - start) % (2 * open.slashes + 2) <= open.slashes) return start
  }
  return text.length
}

function hideValues(text: string, { head, end }: Form): string {
  let out = ''
  let done = 0
  head.lastIndex = 0
  for (let found = head.exec(text); found !== null; found = head.exec(text)) {
    const name = found[1] as string
    // A name that is none of ours is passed over, but not its value: that may hold another name.
    if (!isSecretName(name)) continue
    const from = head.lastIndex
    const to = end(text, from, found)
    if (to === from || !isSecret(name, text.slice(from, to))) continue
    out += text.slice(done, from) + mask
    done = to
    head.lastIndex = to
  }
  return done === 0 ? text : out + text.slice(done)
}
