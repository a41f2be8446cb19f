import type { Logger } from '@wx/core'
import type { Account } from '../account.js'
import type { CallEffects } from '../faults/api-kinds.js'
import type { World } from '../world.js'
import { type Asker, askerOf } from './asker.js'
import { type Catalog, createCatalog } from './catalog.js'
import { entryOf, UnknownCall } from './entry.js'
import { keptText } from './kept-text.js'
import { shownQuery } from './openapi/rids.js'
import { showPage } from './pages.js'
import { ApiRefusal } from './refusal.js'
import type { ApiRequest, ApiResponse } from './request.js'
import { jsonResponse, responseOf } from './response.js'
import { newRid } from './rid.js'
import { runCall } from './run-call.js'

/** What answering needs of the simulator. */
export interface Platform {
  readonly world: World
  readonly accounts: readonly Account[]
  readonly logger: Logger
}

/** An answer, and who asked for what. */
export interface Answered {
  /** Undefined where nothing was done. */
  readonly response: ApiResponse | undefined
  /** The connection is cut, whether there is an answer or not. */
  readonly isCut: boolean
  readonly account: Account | undefined
  /** What is wrong with the call, for the inspector. */
  readonly problem: string | undefined
}

/** Answers API calls. */
export type AnswerCall = (request: ApiRequest, platform: Platform) => Promise<Answered>

/** A call as it arrived. */
interface Arrived {
  readonly request: ApiRequest
  readonly query: Readonly<Record<string, string>>
  readonly catalog: Catalog
  readonly asker: Asker
}

/** Reads the endpoints once, when the first call comes. */
export function callAnswerer(): AnswerCall {
  let catalog: Catalog | undefined
  return async (request, platform) => {
    catalog ??= createCatalog()
    const query = Object.fromEntries(new URLSearchParams(request.query))
    const arrived = { request, query, catalog, asker: askerOf(request, query, platform.accounts) }
    return { account: arrived.asker.account, ...(await withFaults(arrived, platform)) }
  }
}

type Outcome = Omit<Answered, 'account'>

async function withFaults(arrived: Arrived, platform: Platform): Promise<Outcome> {
  const { world } = platform
  const effects = world.faults.ofCall(factsOf(arrived), world.random)
  if (!(await arrives(effects, world))) return cut('the simulator was closed or reset before the call arrived')
  if (effects.isDropped) return cut('cut by the fault drop; nothing was done')
  const { state } = arrived.asker.account ?? {}
  if (effects.tokens === 'stolen') state?.tokens.revoke()
  if (effects.tokens === 'expired') state?.tokens.expire()
  if (effects.instead !== undefined) {
    return { response: effects.instead, isCut: false, problem: 'answered by a fault; nothing was done' }
  }
  const { response, problem } = await answer(arrived, platform, effects.refusal)
  const changed = effects.change(response)
  if (effects.isAnswerDropped)
    return { response: changed, isCut: true, problem: 'done, and cut by the fault dropAnswer' }
  return { response: changed, isCut: false, problem }
}

const cut = (problem: string): Outcome => ({ response: undefined, isCut: true, problem })

const factsOf = ({ request: { method, path }, query, catalog, asker }: Arrived) => {
  const found = catalog.find(method, path, query['action'])
  const id = found !== undefined && 'entry' in found ? [found.entry.row.id] : []
  return { account: asker.account?.id, names: [path, `${method} ${path}`, ...id], user: () => asker.user() }
}

/** Waits for the latency of the faults. False when the world ended meanwhile. */
async function arrives({ latencyMs }: CallEffects, { clock, closing }: World): Promise<boolean> {
  if (latencyMs === 0) return true
  return clock.sleep(latencyMs, closing).then(
    () => true,
    () => false,
  )
}

interface Said {
  readonly response: ApiResponse
  readonly problem: string | undefined
}

async function answer(arrived: Arrived, platform: Platform, refusal: CallEffects['refusal']): Promise<Said> {
  const { request, query, catalog, asker } = arrived
  const { world, accounts, logger } = platform
  const begun = world.clock.now()
  try {
    if (refusal !== undefined) throw refusedByFault(refusal)
    const page = await showPage({ world, accounts, query, request })
    if (page !== undefined) return { response: page, problem: undefined }
    const { row, route } = entryOf(request, query, catalog)
    const answered = await runCall({ row, world, accounts, query, request }, route, asker)
    return { response: responseOf(answered, row), problem: undefined }
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    if (error instanceof UnknownCall) logger.warn(error.advice)
    const rid = newRid(world)
    const { errcode, errmsg, advice } = error
    const response = jsonResponse({ errcode, errmsg: `${errmsg} rid: ${rid}` }, statusOf(error))
    asker.account?.state.rids.keep(rid, {
      invoke_time: Math.floor(begun / 1000),
      cost_in_ms: world.clock.now() - begun,
      request_url: shownQuery(request.query),
      request_body: textOf(request),
      response_body: keptText(response.body),
      client_ip: request.ip,
    })
    return { response, problem: advice }
  }
}

/** A file is not kept: only what a person would read. */
const textOf = ({ headers, body }: ApiRequest): string =>
  /multipart|octet-stream|image|audio|video/i.test(headers['content-type'] ?? '') ? '' : keptText(body)

const statusOf = (error: ApiRefusal): number => (error instanceof UnknownCall ? error.status : 200)

const refusedByFault = ({ errcode, errmsg }: NonNullable<CallEffects['refusal']>): ApiRefusal =>
  new ApiRefusal(errcode, 'refused by a fault; nothing was done', errmsg === '' ? undefined : errmsg)
