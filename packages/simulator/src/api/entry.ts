import type { Catalog, CatalogEntry } from './catalog.js'
import { ApiRefusal, refuse } from './refusal.js'
import type { ApiRequest } from './request.js'
import type { ApiRoute } from './route.js'

/** No code of WeChat's: nobody must take it for one. */
const notSimulated = -501

/** An endpoint that this simulator has no answer for: with an HTTP status of failure, so that nobody overlooks it. */
export class UnknownCall extends ApiRefusal {
  readonly status: number
  constructor(errcode: number, errmsg: string, status: number) {
    super(errcode, errmsg, errmsg)
    this.status = status
  }
}

/**
 * The endpoint that is called.
 * @throws UnknownCall where there is none, or none that is simulated; ApiRefusal 43001, 43002 for the wrong method
 */
export function entryOf(
  { method, path }: ApiRequest,
  query: Readonly<Record<string, string>>,
  catalog: Catalog,
): CatalogEntry & { route: ApiRoute } {
  const found = catalog.find(method, path, query['action'])
  if (found === undefined) {
    const near = catalog.like(path)
    const hint = near.length === 0 ? 'see GET /_sim/about' : `did you mean ${near.join(', ')}?`
    const what = `invalid url: @wx/simulator knows no endpoint of WeChat at ${method} ${path}`
    throw new UnknownCall(40066, `${what}; ${hint}`, 404)
  }
  if ('wanted' in found) refuse(found.wanted === 'GET' ? 43001 : 43002, `${path} wants ${found.wanted}, not ${method}`)
  const { row, route } = found.entry
  if (route === undefined) {
    const what = `not simulated: ${row.id} (${method} ${path}) is an endpoint of WeChat that @wx/simulator does not answer`
    throw new UnknownCall(notSimulated, `${what}; see GET /_sim/about for those it does`, 501)
  }
  return { row, route }
}
