import { CryptoError } from './errors.js'

/** An id worth showing; anything else may be a piece of what was sealed. */
const idLike = /^[A-Za-z0-9_-]{1,64}$/

export interface WrongReceiver {
  /** What was sealed, to begin the message with. */
  readonly what: string
  readonly expected: string
  /** Shown only when it looks like an id; undefined when there is none. */
  readonly found: string | undefined
  /** What to do, to end the message with. */
  readonly advice: string
  readonly officialCode?: number
}

/** Something was sealed for another app than this side's. */
export function wrongReceiver({ what, expected, found, advice, officialCode }: WrongReceiver): CryptoError {
  const shown = found !== undefined && idLike.test(found) ? found : undefined
  const whom = shown ?? (found === undefined ? 'nobody' : 'something that is no app id')
  const message = `${what} was sealed for ${whom}, this side is ${expected}. ${advice}`
  return new CryptoError('appid', message, {
    expectedAppId: expected,
    ...(shown === undefined ? {} : { actualAppId: shown }),
    ...(officialCode === undefined ? {} : { officialCode }),
  })
}
