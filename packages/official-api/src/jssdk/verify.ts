import { createHash, timingSafeEqual } from 'node:crypto'
import type { CredentialProvider } from '@wx/api-client'
import type { Clock } from '@wx/core'
import { text } from '../arguments/check.js'
import { checkedPage, sentenceOf, type VariantName, variantsOf } from './page-address.js'

export interface VerifyInput {
  /** `location.href` of the page that WeChat refused. */
  readonly url: string
  /** As they stand in the page's `wx.config`. */
  readonly signature: string
  readonly nonceStr: string
  readonly timestamp: number | string
  /**
   * When nothing fits, fetch a new ticket and try with that: for a page that was signed with one which is not kept any
   * more. Costs quota, so not for requests from outside. Default: false.
   */
  readonly freshTicket?: boolean
}

/** Why a signature is not what it should be. */
export interface VerifyReason {
  readonly what: VariantName | 'not-hex' | 'timestamp' | 'names' | 'ticket-stale' | 'unknown'
  /** One sentence. */
  readonly says: string
}

export interface Verified {
  readonly ok: boolean
  /** What WeChat signs to compare, with the ticket hidden. */
  readonly stringToSign: string
  /** Empty when `ok`; the first is the most probable. */
  readonly reasons: readonly VerifyReason[]
}

interface Signed {
  readonly ticket: string
  readonly url: string
  readonly nonceStr: string
  readonly timestamp: string
}

const stringToSign = ({ ticket, nonceStr, timestamp, url }: Signed): string =>
  `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`

const sha1 = (text: string): Buffer => createHash('sha1').update(text).digest()

/** Tries what pages get wrong until the signature fits. */
export async function verifySignature(
  tickets: CredentialProvider,
  input: VerifyInput,
  clock: Clock,
): Promise<Verified> {
  const page = checkedPage(input.url)
  const [url = ''] = page.split('#', 1)
  const nonceStr = text('nonceStr', input.nonceStr)
  const timestamp = String(input.timestamp)
  const shown = stringToSign({ ticket: '***', nonceStr, timestamp, url })
  const given = Buffer.from(/^[\da-f]{40}$/i.test(text('signature', input.signature)) ? input.signature : '', 'hex')
  if (given.length === 0) {
    const says = 'the signature has to be 40 hex digits: it was cut, or is another value'
    return { ok: false, stringToSign: shown, reasons: [{ what: 'not-hex', says }] }
  }
  const fits = (text: string): boolean => timingSafeEqual(sha1(text), given)
  const search = (ticket: string): readonly VerifyReason[] | undefined =>
    found({ ticket, url, nonceStr, timestamp }, { page, fits })

  const { token } = await tickets.get()
  const reasons = search(token) ?? (input.freshTicket === true ? await withFresh(tickets, token, search) : undefined)
  return {
    ok: reasons?.length === 0,
    stringToSign: shown,
    reasons: reasons ?? [...ageOf(timestamp, clock), unknown],
  }
}

/** No reasons when it fits as it is; undefined when nothing fits. */
function found(
  signed: Signed,
  { page, fits }: { readonly page: string; readonly fits: (text: string) => boolean },
): readonly VerifyReason[] | undefined {
  if (fits(stringToSign(signed))) return []
  const variant = variantsOf(page).find(({ url }) => fits(stringToSign({ ...signed, url })))
  if (variant !== undefined) return [{ what: variant.name, says: `${sentenceOf(variant.name)} (${variant.url})` }]
  const { ticket, nonceStr, timestamp, url } = signed
  if (fits(`jsapi_ticket=${ticket}&nonceStr=${nonceStr}&timestamp=${timestamp}&url=${url}`)) {
    return [{ what: 'names', says: 'nonceStr was signed under that name; it is noncestr in the string to sign' }]
  }
  const seconds = timestamp.length === 13 ? timestamp.slice(0, 10) : `${timestamp}000`
  if (fits(stringToSign({ ...signed, timestamp: seconds }))) {
    return [{ what: 'timestamp', says: 'the page has another timestamp than was signed: seconds and milliseconds' }]
  }
  return undefined
}

async function withFresh(
  tickets: CredentialProvider,
  stale: string,
  search: (ticket: string) => readonly VerifyReason[] | undefined,
): Promise<readonly VerifyReason[] | undefined> {
  await tickets.invalidate({ token: stale })
  const { token } = await tickets.get()
  const reasons = token === stale ? undefined : search(token)
  return reasons?.length === 0
    ? [{ what: 'ticket-stale', says: 'it fits a new ticket, not the one that was kept: somebody keeps his own' }]
    : reasons
}

/** A ticket lasts two hours: what is older was signed with another. */
function ageOf(timestamp: string, clock: Clock): VerifyReason[] {
  const ageSeconds = clock.now() / 1000 - Number(timestamp)
  if (!(Math.abs(ageSeconds) > 7200)) return []
  const says = 'it was signed more than two hours from now, so with another ticket; sign again and compare that'
  return [{ what: 'timestamp', says }]
}

const unknown: VerifyReason = {
  what: 'unknown',
  says:
    'no usual mistake fits: the ticket is of another account or an older one, the nonceStr or timestamp in wx.config are ' +
    'not those that were signed, or the page has another address than this',
}
