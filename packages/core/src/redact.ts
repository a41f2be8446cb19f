/** Takes secrets out of anything that is about to be logged or shown. Never changes what it is given. */
export type Redactor = <T>(value: T) => T

export interface RedactorOptions {
  /** Values that must not appear anywhere, in any of their usual spellings: a token, an AppSecret, an AES key. */
  readonly secrets?: Iterable<string>
}

const mask = '[redacted]'

/** Names that carry a secret on this platform, compared without case, `_` and `-`. */
const secretNames: ReadonlySet<string> = new Set([
  'accesstoken',
  'apikey',
  'appkey',
  'appsecret',
  'authorization',
  'authorizationcode',
  'authcode',
  'code',
  'componentaccesstoken',
  'componentappsecret',
  'componentverifyticket',
  'cookie',
  'encodingaeskey',
  'encryptkey',
  'jscode',
  'password',
  'passwd',
  'preauthcode',
  'proxyauthorization',
  'pwd',
  'refreshtoken',
  'secret',
  'sessionkey',
  'setcookie',
  'symkey',
  'ticket',
  'token',
])

const isSecretName = (name: string): boolean => secretNames.has(name.toLowerCase().replace(/[_-]/g, ''))

/** `name=value` of a query or form, `"name":"value"` of JSON, `<Name>value</Name>` of XML. */
const inText: readonly RegExp[] = [
  /([?&;\s"'(]|^)([A-Za-z][A-Za-z_-]{2,31})(=)([^&\s"'<>;)]+)/g,
  /("|\\")([A-Za-z][A-Za-z_-]{2,31})((?:"|\\")\s*:\s*(?:"|\\"))((?:[^"\\]|\\(?!"))+)/g,
  /(<)([A-Za-z][A-Za-z_-]{2,31})(>(?:<!\[CDATA\[)?)([^<\]]+)/g,
]

/** Errors carry an `errcode` beside a `code` of ours (`WX_…`); those are not secrets. */
const isOwnCode = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^(WX_[A-Z_]+|E[A-Z]+|ERR_[A-Z_0-9]+)$/.test(value))

function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8')
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]
}

/** A redactor that knows, beside the names that carry secrets, these very values. */
export function createRedactor(options: RedactorOptions = {}): Redactor {
  const known = [...new Set([...(options.secrets ?? [])].filter((it) => it.length > 0).flatMap(spellings))].sort(
    (a, b) => b.length - a.length,
  )

  const text = (value: string): string => {
    let out = value
    for (const secret of known) if (out.includes(secret)) out = out.split(secret).join(mask)
    for (const pattern of inText) {
      out = out.replace(pattern, (whole, before: string, name: string, between: string, found: string) =>
        isSecretName(name) && !isOwnCode(found) ? `${before}${name}${between}${mask}` : whole,
      )
    }
    return out
  }

  const walk = (value: unknown, seen: Map<object, unknown>): unknown => {
    if (typeof value === 'string') return text(value)
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '[function]' : value
    const before = seen.get(value)
    if (before !== undefined) return before
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
    if (value instanceof Date) return value
    if (value instanceof URL || value instanceof URLSearchParams) return text(String(value))
    if (Array.isArray(value)) {
      const list: unknown[] = []
      seen.set(value, list)
      for (const item of value) list.push(walk(item, seen))
      return list
    }
    if (value instanceof Map || value instanceof Headers) return walk(Object.fromEntries(value), seen)
    if (value instanceof Set) return walk([...value], seen)
    return walkObject(value, seen)
  }

  const walkObject = (value: object, seen: Map<object, unknown>): object => {
    const isError = value instanceof Error
    const copy: Record<string, unknown> = isError
      ? Object.create(Object.getPrototypeOf(value) as object)
      : Object.create(null)
    seen.set(value, copy)
    const names = isError ? ['name', 'message', 'stack', 'cause', ...Object.keys(value)] : Object.keys(value)
    for (const name of new Set(names)) {
      const inner = (value as Record<string, unknown>)[name]
      if (inner === undefined) continue
      const hidden = isSecretName(name) && !(name === 'code' && isOwnCode(inner))
      Object.defineProperty(copy, name, {
        value: hidden ? mask : walk(inner, seen),
        enumerable: Object.prototype.propertyIsEnumerable.call(value, name),
        configurable: true,
        writable: true,
      })
    }
    return copy
  }

  return <T>(value: T): T => walk(value, new Map()) as T
}

/** Redacts by the names that carry secrets on this platform; see `createRedactor` to add values. */
export const redact: Redactor = createRedactor()
