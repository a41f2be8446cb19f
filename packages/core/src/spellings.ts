/**
 * A pattern for a text in whatever spelling it may have got on its way into a log: as it stands, behind percent signs
 * (once or twice), backslashes (JSON in JSON, `util.inspect`), XML entities, or as Base64 or hex of its bytes.
 */
export function spellingsOf(text: string): string {
  const bytes = Buffer.from(text, 'utf8')
  const hex = bytes.toString('hex')
  // Unpadded, so that it is found with padding and without.
  const base64 = bytes.toString('base64').replace(/=+$/, '')
  const forms = new Set([text, base64, bytes.toString('base64url'), hex, hex.toUpperCase()])
  return [...forms].map((form) => Array.from(form, spellingsOfCharacter).join('')).join('|')
}

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }
const shortEscapes: Readonly<Record<string, string>> = { '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't' }

function spellingsOfCharacter(character: string): string {
  if (/^[\w-]$/.test(character)) return character
  const literal = character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const percent = Array.from(Buffer.from(character), (byte) => `%(?:25)?${anyCase(byte.toString(16).padStart(2, '0'))}`)
  const units = Array.from({ length: character.length }, (_, at) => {
    return `\\\\{1,7}u${anyCase(character.charCodeAt(at).toString(16).padStart(4, '0'))}`
  })
  const point = character.codePointAt(0) ?? 0
  // The backslashes are counted, or a long run of them could be divided in too many ways.
  const ways = [character === '\\' ? '\\\\{1,8}' : `\\\\{0,7}${literal}`, percent.join(''), units.join('')]
  ways.push(`&(?:amp;)?#(?:${point}|[xX]0*${anyCase(point.toString(16))});`)
  if (character in entities) ways.push(`&(?:amp;)?${entities[character]};`)
  if (character in shortEscapes) ways.push(`\\\\{1,7}${shortEscapes[character]}`)
  if (character === ' ') ways.push('\\+')
  return `(?:${ways.join('|')})`
}

const anyCase = (hex: string): string => hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
