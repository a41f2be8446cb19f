import {
  ConfigError,
  type Logger,
  redact,
  redactingLogger,
  type WebHandler,
  type WebRequest,
  type WebResponse,
} from '@wx/core'
import { texts } from '../arguments/check.js'
import { checkedOrigin } from '../arguments/origin.js'
import type { JsApiName, OpenTagName } from './js-apis.js'
import type { JsConfig, JsConfigOptions } from './js-sdk.js'

export interface JsSdkHandlerOptions {
  /** Origins whose pages are signed, such as `https://shop.example`. Whoever asks for another page is refused. */
  readonly origins: readonly string[]
  /** Goes into every configuration. */
  readonly jsApiList?: readonly JsApiName[]
  readonly openTagList?: readonly OpenTagName[]
  readonly debug?: boolean
  readonly logger: Logger
}

const json = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): WebResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
})

/** `GET ?url=` → the page's configuration; for pages of the listed origins only. */
export function configHandler(
  config: (options: JsConfigOptions) => Promise<JsConfig>,
  { origins, logger, ...rest }: JsSdkHandlerOptions,
): WebHandler {
  if (texts('origins', origins).length === 0)
    throw new ConfigError('origins', 'list the origins of your pages; else none can be signed')
  const allowed = new Set(origins.map(checkedOrigin))
  const log = redactingLogger(logger, redact)

  return async (request) => {
    const cors = corsOf(request, allowed)
    if (request.method !== 'GET') return json(405, refused('GET only'), { ...cors, allow: 'GET' })
    const url = new URLSearchParams(request.query).get('url')
    if (url === null || !URL.canParse(url)) return json(400, refused('give ?url= with the whole address'), cors)
    if (!allowed.has(new URL(url).origin)) {
      log.warn('a page was not signed: its origin is not listed', { origin: new URL(url).origin })
      return json(403, refused('pages of this origin are not signed here'), cors)
    }
    try {
      return json(200, await config({ ...rest, url }), cors)
    } catch (error) {
      if (error instanceof ConfigError) return json(400, refused(error.message), cors)
      log.error('a page could not be signed', { error })
      return json(503, refused('no ticket at the moment'), cors)
    }
  }
}

const refused = (message: string): object => ({ error: message })

/** A page of a listed origin may ask from there; which one asks is part of the answer. */
function corsOf({ headers }: WebRequest, allowed: ReadonlySet<string>): Readonly<Record<string, string>> {
  const origin = headers['origin']?.toString() ?? ''
  return allowed.has(origin) ? { 'access-control-allow-origin': origin, vary: 'origin' } : { vary: 'origin' }
}
