import type { WebRequest } from '@wx/core'

/** The parameters that WeChat signs a push with. Nothing else of the query matters to the robot. */
export interface PushQuery {
  readonly signature: string | undefined
  readonly msg_signature: string | undefined
  readonly timestamp: string | undefined
  readonly nonce: string | undefined
  readonly encrypt_type: string | undefined
  readonly echostr: string | undefined
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A query as frameworks parse it. */
export type ParsedQuery = Readonly<Record<string, unknown>>

/** What `robot.handle` takes: a request whose query is raw text, or an object some framework made of it. */
export type PushRequest = Omit<WebRequest, 'query' | 'path' | 'headers'> &
  Partial<Pick<WebRequest, 'path' | 'headers'>> & { readonly query: string | ParsedQuery }

const empty: PushQuery = {
  signature: undefined,
  msg_signature: undefined,
  timestamp: undefined,
  nonce: undefined,
  encrypt_type: undefined,
  echostr: undefined,
}

function isOurs(name: string): name is keyof PushQuery {
  switch (name) {
    case 'signature':
    case 'msg_signature':
    case 'timestamp':
    case 'nonce':
    case 'encrypt_type':
    case 'echostr':
      return true
    default:
      return false
  }
}

/** `signature[]`, `signature[x]`: what some parsers make an array or an object of. */
const isOursInBrackets = (name: string): boolean => {
  const bracket = name.indexOf('[')
  return bracket > 0 && isOurs(name.slice(0, bracket))
}

/**
 * Reads the signed parameters. A parameter of ours that stands twice, in brackets, as an array or an object, or with a
 * malformed escape makes the whole query unreadable: two readers might disagree about it (S2, S9). Decoded once.
 * @returns undefined when the query is unreadable
 */
export function readPushQuery(query: string | ParsedQuery): PushQuery | undefined {
  return typeof query === 'string' ? fromText(query) : fromObject(query)
}

// Six variables and a switch: this runs for every delivery, and an object that grows by computed names costs more than
// all the rest of the reading.
function fromText(query: string): PushQuery | undefined {
  let signature: string | undefined
  let msgSignature: string | undefined
  let timestamp: string | undefined
  let nonce: string | undefined
  let encryptType: string | undefined
  let echostr: string | undefined
  for (let start = 0; start < query.length; ) {
    let end = query.indexOf('&', start)
    if (end < 0) end = query.length
    let equals = query.indexOf('=', start)
    if (equals < 0 || equals > end) equals = end
    const name = decode(query.slice(start, equals))
    if (name === undefined || isOursInBrackets(name)) return undefined
    let before: string | undefined
    if (isOurs(name)) {
      const value = decode(query.slice(equals + 1, end))
      if (value === undefined) return undefined
      switch (name) {
        case 'signature':
          before = signature
          signature = value
          break
        case 'msg_signature':
          before = msgSignature
          msgSignature = value
          break
        case 'timestamp':
          before = timestamp
          timestamp = value
          break
        case 'nonce':
          before = nonce
          nonce = value
          break
        case 'encrypt_type':
          before = encryptType
          encryptType = value
          break
        case 'echostr':
          before = echostr
          echostr = value
          break
      }
    }
    if (before !== undefined) return undefined
    start = end + 1
  }
  return { signature, msg_signature: msgSignature, timestamp, nonce, encrypt_type: encryptType, echostr }
}

function fromObject(query: ParsedQuery): PushQuery | undefined {
  const found: Mutable<PushQuery> = { ...empty }
  for (const name of Object.keys(query)) {
    if (isOursInBrackets(name)) return undefined
    if (!isOurs(name)) continue
    const value = query[name]
    if (value === undefined) continue
    if (typeof value !== 'string') return undefined
    found[name] = value
  }
  return found
}

function decode(text: string): string | undefined {
  if (!text.includes('%') && !text.includes('+')) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
