import type { Logger } from '@wx/core'
import type { EndpointRow } from '@wx/endpoints'
import type { Account } from '../account.js'
import type { World } from '../world.js'
import { type ApiAnswer, RawAnswer } from './answer.js'
import { type Catalog, type CatalogEntry, createCatalog } from './catalog.js'
import { type Body, isBody } from './fields.js'
import { readForm } from './form.js'
import { ApiRefusal, refuse } from './refusal.js'
import type { ApiRequest, ApiResponse } from './request.js'
import { newRid } from './rid.js'
import type { ApiRoute, OpenCall } from './route.js'
import { accountByToken } from './tokens/caller.js'
import { readWireJson, writeWireJson } from './wire-json.js'

/** What answering needs of the simulator. */
export interface Platform {
  readonly world: World
  readonly accounts: readonly Account[]
  readonly logger: Logger
}

/** An answer, and who asked for what. */
export interface Answered {
  readonly response: ApiResponse
  readonly account: Account | undefined
  /** What is wrong with the call, for the inspector. */
  readonly problem: string | undefined
}

/** Answers API calls. */
export type AnswerCall = (request: ApiRequest, platform: Platform) => Promise<Answered>

/** Reads the endpoints once, when the first call comes. */
export function callAnswerer(): AnswerCall {
  let catalog: Catalog | undefined
  return async (request, platform) => {
    catalog ??= createCatalog()
    return answerCall(request, platform, catalog)
  }
}

async function answerCall(request: ApiRequest, platform: Platform, catalog: Catalog): Promise<Answered> {
  const { world } = platform
  const query = Object.fromEntries(new URLSearchParams(request.query))
  const asked: { account: Account | undefined } = { account: undefined }
  try {
    const { row, route } = entryOf(request, query, catalog)
    const call = openCall({ request, row, query }, platform)
    const answer = await run(call, route, asked)
    return { response: responseOf(answer, row), account: asked.account, problem: undefined }
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    if (error instanceof UnknownCall) platform.logger.warn(error.advice)
    const { errcode, errmsg, advice } = error
    const status = error instanceof UnknownCall ? error.status : 200
    const response = json({ errcode, errmsg: `${errmsg} rid: ${newRid(world)}` }, status)
    return { response, account: asked.account, problem: advice }
  }
}

/** An endpoint that this simulator has no answer for: with an HTTP status of failure, so that nobody overlooks it. */
class UnknownCall extends ApiRefusal {
  readonly status: number
  constructor(errcode: number, errmsg: string, status: number) {
    super(errcode, errmsg, errmsg)
    this.status = status
  }
}

type Query = Readonly<Record<string, string>>

function entryOf({ method, path }: ApiRequest, query: Query, catalog: Catalog): CatalogEntry & { route: ApiRoute } {
  const found = catalog.find(method, path, query['action'])
  if (found === undefined) {
    const near = catalog.like(path)
    const hint = near.length === 0 ? 'see GET /_sim/about' : `did you mean ${near.join(', ')}?`
    throw new UnknownCall(
      40066,
      `invalid url: @wx/simulator knows no endpoint of WeChat at ${method} ${path}; ${hint}`,
      404,
    )
  }
  if ('wanted' in found) refuse(found.wanted === 'GET' ? 43001 : 43002, `${path} wants ${found.wanted}, not ${method}`)
  const { row, route } = found.entry
  if (route === undefined) {
    const what = `not simulated: ${row.id} (${method} ${path}) is an endpoint of WeChat that @wx/simulator does not answer`
    throw new UnknownCall(notSimulated, `${what}; see GET /_sim/about for those it does`, 501)
  }
  return { row, route }
}

/** No code of WeChat's: nobody must take it for one. */
const notSimulated = -501

interface Arrived {
  readonly request: ApiRequest
  readonly row: EndpointRow
  readonly query: Query
}

const openCall = ({ request, row, query }: Arrived, { world, accounts }: Platform): OpenCall => ({
  row,
  world,
  accounts,
  query,
  body: row.body === 'json' || row.body === 'json-empty' ? jsonBody(request) : {},
  request,
  form: () => readForm(request),
})

async function run(call: OpenCall, route: ApiRoute, asked: { account: Account | undefined }): Promise<ApiAnswer> {
  if ('open' in route) return route.open(call)
  const account = accountByToken(call)
  asked.account = account
  account.mustListIp(call.request.ip)
  return route.run({ ...call, account, state: account.state })
}

/** @throws ApiRefusal 44002 for none, 47001 for one that is no JSON object in UTF-8 */
function jsonBody({ body }: ApiRequest): Body {
  if (body.length === 0) refuse(44002, 'the body is empty; the endpoint wants JSON, {} at least')
  try {
    const value = readWireJson(new TextDecoder('utf-8', { fatal: true }).decode(body))
    if (isBody(value)) return value
  } catch {
    // Said below, as for a list or a bare number.
  }
  return refuse(47001, 'the body must be one JSON object in UTF-8')
}

function responseOf(answer: ApiAnswer, { method }: EndpointRow): ApiResponse {
  if (answer instanceof RawAnswer) return { status: answer.status, headers: answer.headers, body: answer.body }
  if (answer === undefined) return json({ errcode: 0, errmsg: 'ok' })
  // As WeChat does: what reads answers its fields alone, what writes says "ok" first.
  return json(method === 'GET' || 'errcode' in answer ? answer : { errcode: 0, errmsg: 'ok', ...answer })
}

const json = (value: object, status = 200): ApiResponse => ({
  status,
  headers: { 'content-type': 'application/json; encoding=utf-8' },
  body: writeWireJson(value),
})
