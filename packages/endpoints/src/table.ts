import type {
  AnswerKind,
  BodyKind,
  EndpointKey,
  EndpointRow,
  EndpointStatus,
  Method,
  Permission,
  Platform,
  Quota,
  RetryKind,
  Rows,
  TokenKind,
} from './endpoint.js'

/** What a domain's table says of one method; whatever it leaves out is the rule, see {@link expandRows}. */
export interface TableEntry {
  readonly call: EndpointKey
  /** Only where the id is not the domain and the method's name. */
  readonly id?: string
  readonly platform?: Platform
  readonly host?: string
  readonly auth?: TokenKind
  readonly body?: BodyKind
  readonly answer?: AnswerKind
  readonly query?: readonly string[]
  readonly queryAndBody?: readonly string[]
  readonly content?: string
  readonly constants?: Readonly<Record<string, string>>
  readonly credentials?: Readonly<Record<string, 'appId' | 'appSecret'>>
  readonly fragment?: string
  readonly integers?: readonly string[]
  readonly stringIds?: readonly string[]
  readonly retry?: RetryKind
  readonly status?: EndpointStatus
  readonly withdrawn?: string
  readonly replacedBy?: string
  readonly quota?: Sourced<Quota>
  readonly permission?: Sourced<Permission>
  /** Below https://developers.weixin.qq.com/, or a whole address elsewhere. */
  readonly docs?: string
}

/** What holds for a whole domain. */
export interface TableDefaults {
  readonly platform?: Platform
  readonly status?: EndpointStatus
  readonly permission?: Sourced<Permission>
}

/** A fact whose page is below https://developers.weixin.qq.com/, or, unsaid, the one for facts of its kind. */
type Sourced<Fact extends { readonly source: string }> = Omit<Fact, 'source'> & { readonly source?: string }

type FieldOf<F> = F extends (request: infer R, ...rest: never) => unknown ? KeyOf<R> : never
type KeyOf<R> = R extends unknown ? keyof R : never

/** What an entry may only say of fields that its method's request has; `action` comes with the call. */
interface FieldNames<Field> {
  readonly query?: readonly (Field | 'action')[]
  readonly queryAndBody?: readonly Field[]
  readonly content?: Field
}

/** The table fits the interface in both directions: every method has an entry, every entry a method. */
export type FittingTable<Api, Table> = { readonly [K in keyof Api]: TableEntry & FieldNames<FieldOf<Api[K]>> } & {
  readonly [K in Exclude<keyof Table, keyof Api>]: never
}

const DOCS_ROOT = 'https://developers.weixin.qq.com/'

/** How often an account may call what. */
const QUOTAS_PAGE = 'doc/service/Message_Management/API_Call_Limits.html'

/** Which groups of endpoints each kind of official account may call. */
const PERMISSIONS_PAGE = 'doc/offiaccount/Getting_Started/Explanation_of_interface_privileges.html'

/**
 * Makes a domain's rows of its table.
 *
 * An official account's endpoint that takes the account's token; GET without a body and safe to repeat, POST with JSON
 * and not; a JSON answer; served today: that is the rule, and an entry only says where it differs.
 */
export function expandRows<Api, Table extends FittingTable<Api, Table>>(
  domain: string,
  table: Table,
  defaults: TableDefaults = {},
): Rows<Api> {
  const rows: Record<string, EndpointRow> = {}
  for (const [name, entry] of Object.entries<TableEntry>(table))
    rows[name] = row(domain, name, { ...defaults, ...entry })
  return rows as Rows<Api>
}

function row(domain: string, name: string, entry: TableEntry): EndpointRow {
  const { call, docs, quota, permission, ...facts } = entry
  const [method, address] = call.split(' ') as [Method, string]
  const [path, action] = address.split('?action=') as [string, string | undefined]
  const reads = method === 'GET'
  return {
    id: `${domain}.${name}`,
    platform: 'officialAccount',
    domain,
    method,
    path,
    ...(action !== undefined && { action, actionIn: 'query' as const, constants: { action } }),
    auth: 'access_token',
    body: reads ? 'none' : 'json',
    answer: 'json',
    retry: reads ? 'safe' : 'never',
    status: 'current',
    ...facts,
    ...(quota && { quota: { ...quota, source: pageAt(quota.source ?? QUOTAS_PAGE) } }),
    ...(permission && { permission: { ...permission, source: pageAt(permission.source ?? PERMISSIONS_PAGE) } }),
    ...(docs !== undefined && { docs: pageAt(docs) }),
  }
}

const pageAt = (page: string): string => (page.startsWith('https:') ? page : DOCS_ROOT + page)
