import { setMaxListeners } from 'node:events'
import { type Clock, consoleLogger, redactingLogger, systemClock } from '@wx/core'
import type { CallOptions, EndpointKey, EndpointRow, EndpointTypes } from '@wx/endpoints'
import { pageAddress } from './call/address.js'
import type { AnswerOf, CallArguments, KnownCall, UnknownCall, UnknownEndpoint } from './call/call-arguments.js'
import { type CallChoices, type CallPlan, endpointOf } from './call/call-plan.js'
import { hookRunner } from './call/hooks.js'
import { objectArgument } from './call/object-argument.js'
import { runCall } from './call/pipeline.js'
import type { PipelineContext } from './call/pipeline-context.js'
import { endpointName, planCall } from './call/plan-call.js'
import { planRow } from './call/plan-row.js'
import { defaultRetry } from './call/retry.js'
import { ClientClosedError } from './errors/client-errors.js'
import { explainer } from './errors/explain.js'
import { createHosts } from './http/hosts.js'
import { createHttp } from './http/http.js'
import { type ClientOptions, checkOptions } from './options.js'
import { createRedaction } from './redaction.js'
import { stableToken } from './tokens/access-token.js'
import { type CredentialProvider, providerOf, type TokenContext } from './tokens/credential.js'
import { noToken } from './tokens/no-token.js'
import { type TicketKind, ticketSource } from './tokens/tickets.js'

/**
 * Calls WeChat's server API for one account: token, retry, other hosts, errors that say what to do, uploads and
 * downloads. Make one per account and keep it; `close` it at the end.
 */
export class ApiClient {
  readonly appId: string
  /** The account's tokens: `get`, `peek` (export), `put` (import), `invalidate`. */
  readonly tokens: CredentialProvider
  /** What its times go by; what is built on the client goes by it too. */
  readonly clock: Clock
  readonly #options: ClientOptions
  readonly #pipeline: PipelineContext
  readonly #context: TokenContext
  readonly #closing = new AbortController()
  readonly #running = new Set<Promise<unknown>>()
  readonly #tickets = new Map<TicketKind, CredentialProvider>()
  #rows: Promise<ReadonlyMap<string, EndpointRow>> | undefined
  #isClosed = false

  /** @throws ConfigError naming the setting that cannot work */
  constructor(options: ClientOptions) {
    checkOptions(options)
    const { appId, appSecret, clock = systemClock, random = Math.random, locale = 'zh', cloudRun = false } = options
    const { hide, redact } = createRedaction(appSecret)
    const logger = redactingLogger(options.logger ?? consoleLogger, redact)
    const http = createHttp(options)
    const { signal } = this.#closing
    // Every running call listens to it: that is no leak.
    setMaxListeners(0, signal)
    this.appId = appId
    this.#options = options
    this.clock = clock
    this.#context = {
      appId,
      appSecret,
      readOnly: false,
      call: (endpoint, request) => this.#run(tokenCall(endpoint, request)),
      http,
      store: options.store,
      lock: options.lock,
      signal,
      clock,
      random,
      logger,
      onTokenConflict: options.onTokenConflict,
      hide,
    }
    this.tokens = providerOf(cloudRun ? noToken : (options.tokens ?? stableToken()), this.#context)
    this.#pipeline = {
      appId,
      tokens: cloudRun ? undefined : this.tokens,
      http,
      hosts: createHosts(options, clock),
      clock,
      random,
      policy: { ...defaultRetry, ...options.retry },
      runHooks: hookRunner([options.hooks ?? []].flat(), logger),
      logger,
      redact,
      explain: explainer(locale),
      timeouts: { callMs: options.timeoutMs ?? 15_000, uploadMs: options.uploadTimeoutMs ?? 120_000 },
      signal,
    }
  }

  /**
   * Calls any endpoint by its name: typed and routed by its row where the kit knows it, as it is given where not.
   * @param endpoint `POST /cgi-bin/menu/create`; with `?action=…` where several share a path
   * @param request `query`, `body`, `signal`, `timeoutMs` of one attempt, `retry`
   * @returns the answer; a `Download` for bytes, the address for a page of a browser
   * @throws ApiError when WeChat refuses, TransportError when it could not be asked, the signal's reason when aborted
   */
  call<Key extends keyof EndpointTypes>(
    endpoint: Key,
    ...request: CallArguments<KnownCall<Key>>
  ): Promise<AnswerOf<Key>>
  call<Answer = unknown, Key extends EndpointKey = EndpointKey>(
    endpoint: UnknownEndpoint<Key>,
    request?: UnknownCall,
  ): Promise<Answer>
  async call(endpoint: string, request: UnknownCall = {}): Promise<unknown> {
    const name = endpointName(endpoint)
    objectArgument('request', request, '{ query, body, signal, timeoutMs, retry }')
    const rows = await this.#allRows()
    const action = name.query['action'] ?? request.query?.['action']
    const row = rows.get(`${name.method} ${name.path}?action=${action}`) ?? rows.get(`${name.method} ${name.path}`)
    return this.#open(
      planCall(name, request, { row, credentials: this.#credentials, choices: choicesOf(request) }),
      row,
    )
  }

  /**
   * Calls an endpoint by its row, with all fields in one object: what documented methods are made of.
   * @param row of `@wx/endpoints`
   */
  async invoke(row: EndpointRow, request?: unknown, options: CallOptions = {}): Promise<unknown> {
    objectArgument('options', options, '{ signal, timeoutMs, retry }')
    const plan = planRow(row, request, { credentials: this.#credentials, choices: choicesOf(options) })
    return this.#open(plan, row)
  }

  /** Tickets of a kind: fetched when first asked for, and kept like the token. */
  ticket(kind: TicketKind): CredentialProvider {
    const known = this.#tickets.get(kind)
    if (known !== undefined) return known
    const fetch = (): Promise<unknown> => this.#run(ticketCall(kind))
    const provider = providerOf(this.#options.tickets?.[kind] ?? ticketSource(kind, fetch), this.#context)
    this.#tickets.set(kind, provider)
    return provider
  }

  /**
   * Takes no further calls and waits for those that run.
   * @param graceMs milliseconds after which they are ended with ClientClosedError
   */
  async close({ graceMs = 10_000 }: { readonly graceMs?: number } = {}): Promise<void> {
    this.#isClosed = true
    const drained = new AbortController()
    const end = (): void => this.#closing.abort(new ClientClosedError())
    const grace = this.clock.sleep(graceMs, drained.signal).then(end, () => {})
    await this.#idle()
    drained.abort()
    await grace
    end()
  }

  async #idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running)
  }

  get #credentials(): { readonly appId: string; readonly appSecret: string | undefined } {
    return { appId: this.appId, appSecret: this.#options.appSecret }
  }

  #open(plan: CallPlan, row: EndpointRow | undefined): Promise<unknown> {
    if (plan.answer === 'redirect') {
      return Promise.resolve(pageAddress(this.#pipeline.hosts.pick(plan.host), plan, row?.fragment))
    }
    if (this.#isClosed) return Promise.reject(new ClientClosedError())
    return this.#run(plan)
  }

  #run(plan: CallPlan): Promise<unknown> {
    const running = runCall(plan, this.#pipeline).finally(() => this.#running.delete(running))
    this.#running.add(running)
    return running
  }

  /** Loaded with the first call by name: a client that is called by rows never needs all of them. */
  #allRows(): Promise<ReadonlyMap<string, EndpointRow>> {
    this.#rows ??= import('@wx/endpoints').then(
      ({ endpoints }) => new Map(endpoints.map((row) => [endpointOf(row), row])),
    )
    return this.#rows
  }
}

/** The same as `new ApiClient(options)`. */
export const createClient = (options: ClientOptions): ApiClient => new ApiClient(options)

const choicesOf = ({ signal, timeoutMs, retry }: CallOptions): CallChoices => ({ signal, timeoutMs, retry })

type TokenCall = Parameters<TokenContext['call']>

/** Fetching a token can be repeated: nobody has the one that was lost on the way. */
function tokenCall(endpoint: TokenCall[0], { query, body, signal }: TokenCall[1]): CallPlan {
  const choices: CallChoices = { signal, timeoutMs: undefined, retry: 'safe' }
  const credentials = { appId: '', appSecret: undefined }
  const plan = planCall(endpointName(endpoint), { query, body }, { row: undefined, credentials, choices })
  return { ...plan, auth: 'none', answer: 'json' }
}

function ticketCall(kind: TicketKind): CallPlan {
  const plan = tokenCall('GET /cgi-bin/ticket/getticket', { query: { type: kind } })
  return { ...plan, auth: 'access_token' }
}
