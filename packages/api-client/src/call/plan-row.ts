import { ConfigError } from '@wx/core'
import type { EndpointRow } from '@wx/endpoints'
import { fileArgument } from '../upload/file-input.js'
import { isData } from '../upload/file-part.js'
import { type CallChoices, type CallPlan, type Credentials, endpointOf, type QueryFields } from './call-plan.js'

type Fields = Readonly<Record<string, unknown>>

export interface PlanOptions {
  readonly credentials: Credentials
  readonly choices: CallChoices
  /** Goes into the query whatever the row says: parameters newer than it. */
  readonly query?: QueryFields | undefined
}

/**
 * Puts the fields of a request where the row says they travel, and adds what the row and the client know.
 * @throws ConfigError for a request that is no object where fields are due, a file that is none, a missing credential
 */
export function planRow(row: EndpointRow, request: unknown, options: PlanOptions): CallPlan {
  const { credentials, choices } = options
  const isWhole = typeof request !== 'object' || request === null || Array.isArray(request) || isData(request)
  if (isWhole && request !== undefined && !takesWhole(row)) {
    throw new ConfigError('request', `must be an object with the fields of ${endpointOf(row)}, as WeChat spells them`)
  }
  const given: Fields = isWhole ? {} : { ...request, ...options.query }
  if (row.body === 'multipart' && row.content !== undefined && given[row.content] !== undefined) {
    fileArgument(row.content, given[row.content])
  }
  const fields = { ...row.constants, ...filled(row, { credentials, given }), ...given }
  const inQuery = (name: string): boolean =>
    name in (options.query ?? {}) || (row.query?.includes(name) ?? (row.method === 'GET' || row.body === 'none'))
  const query = Object.entries(fields).filter(([name]) => inQuery(name) || isOfQuery(row, name))
  const body = Object.entries(fields).filter(
    ([name]) => (!inQuery(name) && !isOfQuery(row, name)) || row.queryAndBody?.includes(name),
  )
  return {
    endpoint: endpointOf(row),
    id: row.id,
    method: row.method,
    path: row.path,
    host: row.host,
    auth: row.auth,
    query: { ...(Object.fromEntries(query) as QueryFields), ...options.query },
    body: isWhole && request !== undefined ? request : bodyOf(row, Object.fromEntries(body)),
    bodyKind: row.body,
    answer: row.answer,
    stringIds: row.stringIds ?? [],
    docs: row.docs,
    ...choices,
    retry: choices.retry ?? row.retry,
  }
}

/** Where the body is one file or text, it may be given as it is. */
const takesWhole = ({ body }: EndpointRow): boolean => body === 'binary' || body === 'text'

/** An action that tells endpoints of one path apart is always said in the query. */
const isOfQuery = (row: EndpointRow, name: string): boolean => name === 'action' && row.actionIn === 'query'

function filled(row: EndpointRow, { credentials, given }: { credentials: Credentials; given: Fields }): Fields {
  return Object.fromEntries(
    Object.entries(row.credentials ?? {})
      .filter(([name]) => given[name] === undefined)
      .map(([name, setting]) => {
        const value = credentials[setting]
        if (value === undefined) throw new ConfigError(setting, `missing, and ${endpointOf(row)} needs it`)
        return [name, value]
      }),
  )
}

/** A file or text that is the body itself; fields otherwise, with ids as the bare numbers they are on the wire. */
function bodyOf({ body, content, integers }: EndpointRow, fields: Fields): unknown {
  if ((body === 'binary' || body === 'text') && content !== undefined) return fields[content]
  return integers === undefined ? fields : withIntegers(fields, new Set(integers))
}

/** Texts of digits under these names become bigints, at any depth: 64 bits do not fit a number. */
function withIntegers(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withIntegers(item, names))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      names.has(name) ? integers(inner) : withIntegers(inner, names),
    ]),
  )
}

const integers = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(integers)
    : typeof value === 'string' && /^-?\d+$/.test(value)
      ? BigInt(value)
      : value
