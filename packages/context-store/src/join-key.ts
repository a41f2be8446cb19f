const separator = '|'
const escapeSign = '%'

/**
 * One key out of parts, such that different parts never give the same key: `joinKey('a|b', 'c')` and
 * `joinKey('a', 'b|c')` differ. Parts without `|` and `%` are joined as they are, so keys stay readable.
 * @param first the first part; it may be empty
 * @param rest the other parts
 */
export function joinKey(first: string, ...rest: readonly string[]): string {
  let key = escapePart(first)
  for (const part of rest) key += separator + escapePart(part)
  return key
}

// Two searches for a character cost nothing beside hashing the key; the rewriting is for the rare part that needs it.
function escapePart(part: string): string {
  if (!part.includes(separator) && !part.includes(escapeSign)) return part
  return part.replaceAll(escapeSign, '%25').replaceAll(separator, '%7C')
}
