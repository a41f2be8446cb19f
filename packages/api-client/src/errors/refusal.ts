import {
  AccessTokenError,
  ApiError,
  type ApiErrorFacts,
  InvalidCodeError,
  IpNotWhitelistedError,
  PermissionError,
  PushQuotaExceededError,
  PushWindowClosedError,
  QuotaError,
} from './api-error.js'

/** Language of hints. */
export type Locale = 'zh' | 'en'

/** The only codes a fresh token can heal. */
export const tokenCodes: ReadonlySet<number> = new Set([40001, 40014, 42001])

/** Which code is which class; every other one is a plain `ApiError`. */
const classes: ReadonlyMap<number, (facts: ApiErrorFacts) => ApiError> = new Map(
  (
    [
      [[...tokenCodes, 41001], (facts) => new AccessTokenError(facts)],
      [[40164, 61004], (facts) => new IpNotWhitelistedError({ ...facts, ip: ipIn(facts.errmsg) })],
      [[48001, 48004, 48008, 48015, 50001, 50002, 61003, 61007], (facts) => new PermissionError(facts)],
      [[45015], (facts) => new PushWindowClosedError(facts)],
      [[45047], (facts) => new PushQuotaExceededError(facts)],
      [[44990, 45009, 45011, 45028, 45093, 45501, 48006], (facts) => new QuotaError(facts)],
      [[40029, 40163, 41008, 42003], (facts) => new InvalidCodeError(facts)],
    ] satisfies readonly (readonly [number[], (facts: ApiErrorFacts) => ApiError])[]
  ).flatMap(([codes, make]) => codes.map((code) => [code, make] as const)),
)

/** The error for a refusal, as the class its code belongs to. */
export const apiError = (facts: ApiErrorFacts): ApiError => classes.get(facts.errcode)?.(facts) ?? new ApiError(facts)

/** `rid: 65f0…-1a2b…-3c4d…` at the end of an errmsg. */
export const ridIn = (errmsg: string): string | undefined => /\brid:\s*([\w-]+)/i.exec(errmsg)?.[1]

/** `invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in whitelist`: the first address is the one to enter. */
const ipIn = (errmsg: string): string | undefined =>
  /\bip\b[:\s]*((?:\d{1,3}\.){3}\d{1,3}|[\da-f]*:[\da-f:.]*[\da-f])/i.exec(errmsg)?.[1]

/** What an answer says went wrong. */
export interface Refusal {
  readonly errcode: number
  readonly errmsg: string
  readonly fields: Readonly<Record<string, unknown>>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The refusal in an answer: its `errcode`, or that of its `base_resp`, where it is another one than 0. */
export function refusalIn(answer: unknown): Refusal | undefined {
  if (!isRecord(answer)) return undefined
  const said = 'errcode' in answer ? answer : answer['base_resp']
  if (!isRecord(said)) return undefined
  const errcode = typeof said['errcode'] === 'string' ? Number(said['errcode']) : said['errcode']
  if (typeof errcode !== 'number' || !Number.isInteger(errcode) || errcode === 0) return undefined
  const { errcode: _code, errmsg: _message, ...fields } = answer
  return { errcode, errmsg: typeof said['errmsg'] === 'string' ? said['errmsg'] : '', fields }
}
