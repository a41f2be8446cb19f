import type { Account } from '../account.js'
import type { ApiAnswer } from './answer.js'
import type { Asker } from './asker.js'
import { type Body, isBody } from './fields.js'
import { readForm } from './form.js'
import { mayUse, permissionOf } from './permissions.js'
import { refuse } from './refusal.js'
import type { ApiRequest } from './request.js'
import type { ApiRoute, OpenCall } from './route.js'
import { accountByToken } from './tokens/caller.js'
import { readWireJson } from './wire-json.js'

/** A call whose body nobody has looked at yet. */
type Unread = Omit<OpenCall, 'body' | 'form'>

/**
 * Runs one endpoint: who asks, whether they may, how often they did, and only then what they want.
 * @throws ApiRefusal
 */
export async function runCall(call: Unread, route: ApiRoute, asker: Asker): Promise<ApiAnswer> {
  if ('open' in route) return runOpen(read(call), route, asker.account)
  const account = accountByToken(call)
  account.mustListIp(call.request.ip)
  mustBeAllowed(account, call)
  account.state.quotas.takeMinute()
  account.state.quotas.mustHave(call.row, account)
  account.state.quotas.count(call.row)
  return route.run({ ...read(call), account, state: account.state })
}

/** Who asks is only known for certain when the route has run: then the call counts. */
async function runOpen(
  call: OpenCall,
  route: Extract<ApiRoute, { open: unknown }>,
  account: Account | undefined,
): Promise<ApiAnswer> {
  account?.state.quotas.mustHave(call.row, account)
  const answer = await route.open(call)
  account?.state.quotas.count(call.row)
  return answer
}

function mustBeAllowed(account: Account, { row }: Unread): void {
  if (mayUse(account, row.id)) return
  const { may = [], source } = permissionOf(row) ?? {}
  const what = account.verified ? account.kind : `unverified ${account.kind}`
  refuse(
    48001,
    `a ${what} account has no right to ${row.id}; these have: ${may.join(', ')}${source === undefined ? '' : ` (${source})`}`,
  )
}

const read = (call: Unread): OpenCall => ({
  ...call,
  body: call.row.body === 'json' || call.row.body === 'json-empty' ? jsonBody(call.request) : {},
  form: () => readForm(call.request),
})

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
