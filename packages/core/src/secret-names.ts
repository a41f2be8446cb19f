/** Names that carry a secret on this platform, in lower case, without `_` and `-`. */
const exact: ReadonlySet<string> = new Set([
  'apikey',
  'appkey',
  'authcode',
  'authorizationcode',
  'encryptkey',
  'jscode',
  'passphrase',
  'preauthcode',
  'pwd',
  'symkey',
])

/** `component_access_token`, `jsapi_ticket`, `appSecret`, `Set-Cookie`, and lists of them (`tokens`). */
const ending: RegExp = /(?:aeskey|authorization|cookie|passwd|password|privatekey|secret|sessionkey|ticket|token)s?$/

/** `code` is the secret of an OAuth or login redirect, and the name of every error's code. */
const isErrorCode = (value: unknown): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' && /^(?:-?\d{1,9}|WX_[A-Z0-9_]+|ERR_[A-Z0-9_]+|E[A-Z0-9]{2,19})$/.test(value))

/** Whether this is a name under which a secret may stand, as an object's key or in a text. */
export function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[_-]/g, '')
  return plain === 'code' || exact.has(plain) || ending.test(plain)
}

/** Whether a value of this name must not be shown. `true`, `false` and nothing are no secrets under any name. */
export function isSecret(name: string, value: unknown): boolean {
  if (value === undefined || value === null || typeof value === 'boolean' || !isSecretName(name)) return false
  return !/^code$/i.test(name) || !isErrorCode(value)
}
