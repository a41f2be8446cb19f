import { randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import { ConfigError, type Logger, type MovableClock, RunningClock, silentLogger } from '@wx/core'
import { Account, type CreateAccountOptions } from './account.js'
import { type About, aboutSimulator } from './api/about.js'
import { callAnswerer } from './api/answer-call.js'
import { apiEndpoint } from './api/endpoint.js'
import { Background } from './background.js'
import { SimulatorClosedError } from './errors.js'
import { ExchangeLog, type Exchanges } from './exchanges.js'
import { FaultList, type Faults } from './faults/faults.js'
import { idSource } from './ids.js'
import { seededRandom } from './random.js'
import { serve } from './server/serve.js'
import type { StateOf } from './server/views.js'
import { defaultSettings, type PlatformSettings } from './settings.js'
import { applyState } from './state-file/apply-state.js'
import { loadState } from './state-file/load-state.js'
import type { SimulatorState } from './state-file/state.js'
import type { World } from './world.js'

export interface SimulatorOptions {
  /** Port on 127.0.0.1; any free one (0) when not given. */
  readonly port?: number
  /** Time of the simulated platform; a `RunningClock` when not given. Hand the same one to the robot. */
  readonly clock?: MovableClock
  /** Makes ids, credentials and chance repeatable. */
  readonly seed?: string | number
  readonly logger?: Logger
  /** Changes what the platform does. */
  readonly settings?: Partial<PlatformSettings>
  /** Accounts, users and faults to begin with, or the path of a JSON file of them. */
  readonly state?: SimulatorState | string
}

/** WeChat on this machine. */
export interface Simulator {
  /** Base URL for API clients: their `baseUrl`. */
  readonly apiUrl: string
  /** Base URL of the admin site. This edition answers there that nothing is simulated yet. */
  readonly mpUrl: string
  /** The page with the phone and the wire. */
  readonly consoleUrl: string
  readonly clock: MovableClock
  readonly settings: PlatformSettings
  readonly faults: Faults
  readonly exchanges: Exchanges
  readonly accounts: readonly Account[]
  /**
   * A new account of the platform.
   * @throws ConfigError for an option that cannot be, CryptoError for an EncodingAESKey that is none
   */
  createAccount(options?: CreateAccountOptions): Account
  account(id: string): Account | undefined
  /** What is simulated and what is not, each with its source. */
  about(): About
  /** Resolves when nothing that API calls caused is under way: pushes, jobs that are due. What sleeps is not waited for. */
  idle(): Promise<void>
  /** Called after every change of an account, a user or a chat. Returns how to stop. */
  onChange(listener: () => void): () => void
  /**
   * Forgets accounts, faults and exchanges, ends what is under way, and starts the seed and the state of the options
   * anew. The clock goes on.
   */
  reset(): void
  /** Ends what is under way and closes the server. */
  close(): Promise<void>
}

/**
 * Starts a simulated WeChat on 127.0.0.1.
 * @throws ConfigError that names the place for a state that cannot be; when the port is taken
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const clock = options.clock ?? new RunningClock()
  const logger = options.logger ?? silentLogger
  const settings: PlatformSettings = { ...defaultSettings, ...options.settings }
  const seed = options.seed ?? randomUUID()
  const state = await loadState(options.state)
  const exchanges = new ExchangeLog(settings.keptExchanges)
  const faults = new FaultList()
  const accounts = new Map<string, Account>()
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }

  const bases = { api: '' }
  const begin = (): { readonly world: World; readonly end: () => void } => {
    const random = seededRandom(seed)
    const closing = new AbortController()
    // Every delivery under way listens; a hundred at once are no leak.
    setMaxListeners(0, closing.signal)
    const background = new Background({ clock, logger, closing: closing.signal })
    const common = { clock, settings, faults, exchanges, logger, apiUrl: () => bases.api }
    const world = { ...common, random, ids: idSource(random), closing: closing.signal, background }
    return { world, end: () => closing.abort(new SimulatorClosedError()) }
  }
  let current = begin()
  let isClosed = false

  const answerCall = callAnswerer()
  const simulator: StateOf = {
    clock,
    settings,
    faults,
    exchanges,
    get accounts() {
      return [...accounts.values()]
    },
    createAccount(accountOptions = {}) {
      if (isClosed) throw new SimulatorClosedError()
      const account = new Account(accountOptions, current.world, changed)
      if (accounts.has(account.id)) throw new ConfigError('id', 'there is an account of that original id')
      accounts.set(account.id, account)
      changed()
      return account
    },
    account: (id) => accounts.get(id),
    about: aboutSimulator,
    idle: () => current.world.background.idle(),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reset() {
      current.end()
      current = begin()
      accounts.clear()
      faults.clear()
      exchanges.clear()
      applyState(state, simulator)
      changed()
    },
  }
  applyState(state, simulator)
  const api = apiEndpoint(() => ({ world: current.world, accounts: simulator.accounts, logger }), answerCall)
  const server = await serve(simulator, { port: options.port ?? 0, logger, api })
  bases.api = `${server.url}/api`
  return Object.assign(simulator, {
    apiUrl: bases.api,
    mpUrl: `${server.url}/mp`,
    consoleUrl: `${server.url}/`,
    async close() {
      isClosed = true
      current.end()
      await server.close()
    },
  })
}
