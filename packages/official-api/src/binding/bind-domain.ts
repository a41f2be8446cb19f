import type { ApiClient } from '@wx/api-client'
import { ConfigError } from '@wx/core'
import type { CallOptions, EndpointRow } from '@wx/endpoints'

/** What a bound domain calls with: an `ApiClient`. */
export type Caller = Pick<ApiClient, 'invoke'>

/** Where a domain's methods come from. */
export interface DomainSource {
  /** As a user writes it: `account.menu`. For errors. */
  readonly name: string
  readonly client: Caller
  readonly load: () => Promise<Readonly<Record<string, EndpointRow>>>
}

type Method = (request?: unknown, options?: CallOptions) => Promise<unknown>

/**
 * Asked of any object by `await`, `JSON.stringify`, test tools and frameworks, each of which would call what it finds.
 * No endpoint has such a name.
 */
const probes: ReadonlySet<string> = new Set([
  'then',
  'catch',
  'finally',
  'toJSON',
  'inspect',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  'onModuleInit',
  'onModuleDestroy',
  'onApplicationBootstrap',
  'beforeApplicationShutdown',
  'onApplicationShutdown',
])

const isMethodName = (name: string | symbol): name is string =>
  typeof name === 'string' && /^[a-z]\w*$/i.test(name) && !probes.has(name)

/**
 * Makes a domain's documented interface of its rows, which are read with the first call. The methods need no `this`,
 * and each is the same function whenever it is asked for.
 * @param shorthands what stands beside the rows' methods, made of them
 */
export function bindDomain<Api extends object, Shorthands extends object>(
  source: DomainSource,
  shorthands: (api: Api) => Shorthands,
): Api & Shorthands {
  const methods: Record<string, unknown> = {}
  const make = (name: string | symbol): void => {
    if (isMethodName(name) && !(name in methods)) methods[name] = methodOf(source, name)
  }
  const domain = new Proxy(methods, {
    get(_, name) {
      make(name)
      return Reflect.get(methods, name)
    },
    // For tests that put a spy in a method's place: they look before they ask.
    getOwnPropertyDescriptor(_, name) {
      make(name)
      return Reflect.getOwnPropertyDescriptor(methods, name)
    },
  }) as Api & Shorthands
  Object.assign(methods, shorthands(domain))
  return domain
}

function methodOf({ name: domain, client, load }: DomainSource, name: string): Method {
  return async (request, options) => {
    const rows = await load()
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined
    if (row === undefined) {
      throw new ConfigError(`${domain}.${name}`, `no such method. The endpoints are ${Object.keys(rows).join(', ')}.`)
    }
    return client.invoke(row, request, options)
  }
}
