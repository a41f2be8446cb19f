import { ConfigError } from '@wx/core'
import type { FaultSpec } from '../faults/faults.js'
import { accountRoutes } from './account-routes.js'
import { agentRoutes } from './agent-routes.js'
import { as, type ControlRoute, NotThereError, number } from './control-route.js'
import { userRoutes } from './user-routes.js'
import { viewState } from './views.js'

/** Everything that can be done over HTTP. */
export const controlRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/_sim/routes',
    doc: 'this table',
    run: () => controlRoutes.map(({ method, path, doc }) => ({ method, path, doc })),
  },
  {
    method: 'GET',
    path: '/_sim/state',
    doc: 'time, accounts with users and chats, faults, list of exchanges',
    run: ({ simulator }) => viewState(simulator),
  },
  {
    method: 'GET',
    path: '/_sim/about',
    doc: 'what is simulated and what is not, each with its source',
    run: ({ simulator }) => simulator.about(),
  },
  ...accountRoutes,
  ...userRoutes,
  ...agentRoutes,
  {
    method: 'GET',
    path: '/_sim/exchanges/:id',
    doc: 'one exchange with everything that is known of it',
    run: ({ simulator, path }) => {
      const exchange = simulator.exchanges.get(path['id'] ?? '')
      if (exchange === undefined) throw new NotThereError('there is no such exchange (any more)')
      return exchange
    },
  },
  {
    method: 'GET',
    path: '/_sim/faults',
    doc: 'the faults that are switched on',
    run: ({ simulator }) => simulator.faults.list(),
  },
  {
    method: 'POST',
    path: '/_sim/faults',
    doc: 'switches a fault on: { on: "push" or "api", fault, match?, params?, probability?, times? }',
    run: ({ simulator, body }) => simulator.faults.add(as<FaultSpec>(body)),
  },
  {
    method: 'DELETE',
    path: '/_sim/faults',
    doc: 'switches all faults off',
    run: ({ simulator }) => simulator.faults.clear(),
  },
  {
    method: 'POST',
    path: '/_sim/clock/advance',
    doc: 'moves the clock: { ms }',
    run: async ({ simulator, body }) => {
      const ms = number(body, 'ms')
      if (ms < 0) throw new ConfigError('ms', 'a clock moves forward only')
      await simulator.clock.advance(ms)
      return { now: simulator.clock.now() }
    },
  },
  {
    method: 'POST',
    path: '/_sim/idle',
    doc: 'answers when nothing that calls caused is under way',
    run: ({ simulator }) => simulator.idle(),
  },
  {
    method: 'POST',
    path: '/_sim/reset',
    doc: 'forgets accounts, faults and exchanges, and begins with the state of the options again',
    run: ({ simulator }) => simulator.reset(),
  },
]

/** The route of a path and what stands for its `:names`; undefined when there is none. */
export function findRoute(
  method: string,
  path: string,
): { readonly route: ControlRoute; readonly values: Readonly<Record<string, string>> } | undefined {
  const parts = path.split('/')
  for (const route of controlRoutes) {
    const wanted = route.path.split('/')
    if (route.method !== method || wanted.length !== parts.length) continue
    if (!wanted.every((part, index) => part.startsWith(':') || part === parts[index])) continue
    const named = wanted.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), parts[index] ?? '']] : []))
    return { route, values: Object.fromEntries(named) as Record<string, string> }
  }
  return undefined
}
