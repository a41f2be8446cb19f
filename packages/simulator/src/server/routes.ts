import { ConfigError } from '@wx/core'
import type { WireTree } from '@wx/xml-messages'
import type { Account, CreateAccountOptions } from '../account.js'
import type { JsapiPage } from '../api/jssdk/signature.js'
import type { VisitOptions } from '../api/oauth/visit.js'
import type { CustomerMessage } from '../customer-service/message.js'
import type { FaultSpec } from '../faults/faults.js'
import type { Menu } from '../menu.js'
import type { CreateUserOptions, TapOptions, User } from '../user.js'
import type { UserMessageInput } from '../user-messages.js'
import { type StateOf, viewAccount, viewState } from './views.js'

/** What a route is given. */
interface Call {
  readonly simulator: StateOf
  /** Parts of the path that stand for `:name`. */
  readonly path: Readonly<Record<string, string>>
  /** The JSON body; `{}` when there is none. */
  readonly body: Body
}

type Body = Readonly<Record<string, unknown>>

/** One control route. What it returns is sent as JSON. */
export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly doc: string
  readonly run: (call: Call) => unknown
}

/** There is no such account, user, exchange or fault. */
export class NotThereError extends Error {}

function accountOf({ simulator, path }: Call): Account {
  const account = simulator.account(path['account'] ?? '')
  if (account === undefined) throw new NotThereError('there is no such account')
  return account
}

function userOf(call: Call): User {
  const user = accountOf(call).user(call.path['openid'] ?? '')
  if (user === undefined) throw new NotThereError('this account has no such user')
  return user
}

const text = (body: Body, name: string): string => {
  const value = body[name]
  if (typeof value !== 'string') throw new ConfigError(name, 'must be a text')
  return value
}

const number = (body: Body, name: string): number => {
  const value = body[name]
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ConfigError(name, 'must be a number')
  return value
}

/** JSON from the developer's own machine is taken at its word, as arguments of a call in JavaScript would be. */
const as = <T extends object>(body: object): T => body as T

const accountPath = '/_sim/accounts/:account'
const userPath = `${accountPath}/users/:openid`

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
  {
    method: 'POST',
    path: '/_sim/accounts',
    doc: 'creates an account: the options of createAccount without handler',
    run: ({ simulator, body }) => viewAccount(simulator.createAccount(as<CreateAccountOptions>(body))),
  },
  {
    method: 'POST',
    path: `${accountPath}/connect`,
    doc: 'verifies { url } and pushes there from now on',
    run: (call) => accountOf(call).connect(text(call.body, 'url')),
  },
  {
    method: 'PUT',
    path: `${accountPath}/menu`,
    doc: 'sets the menu: the body of /cgi-bin/menu/create',
    run: (call) => accountOf(call).setMenu(as<Menu>(call.body)),
  },
  {
    method: 'POST',
    path: `${accountPath}/push`,
    doc: 'pushes { fields } as they are, or a sample { name, overrides? } of the table',
    run: (call) => {
      const { fields, overrides } = call.body
      if (typeof fields === 'object' && fields !== null) return accountOf(call).push(as<WireTree>(fields))
      return accountOf(call).pushEvent(text(call.body, 'name'), as<WireTree>(asObject(overrides)))
    },
  },
  {
    method: 'POST',
    path: `${accountPath}/customer-messages`,
    doc: 'sends { openid, message } as a customer message',
    run: (call) =>
      accountOf(call).customerMessages.send(
        text(call.body, 'openid'),
        as<CustomerMessage>(asObject(call.body['message'])),
      ),
  },
  {
    method: 'POST',
    path: `${accountPath}/check-jsapi`,
    doc: 'what WeChat says to wx.config: { url, nonceStr, timestamp, signature, jsApiList? }',
    run: (call) => accountOf(call).checkJsapi(jsapiPage(call.body)),
  },
  {
    method: 'POST',
    path: `${accountPath}/users`,
    doc: 'creates a user: { nickname?, openid?, isFollowing? }',
    run: (call) => ({ openid: accountOf(call).createUser(as<CreateUserOptions>(call.body)).openid }),
  },
  {
    method: 'POST',
    path: `${userPath}/send`,
    doc: 'writes: { type: "text", content } and the other types; answers when all deliveries are over',
    run: (call) => userOf(call).send(as<UserMessageInput>({ ...call.body, type: text(call.body, 'type') })),
  },
  {
    method: 'POST',
    path: `${userPath}/tap`,
    doc: 'taps a button: { button: key or name, … what is scanned or chosen }',
    run: (call) => userOf(call).tap(text(call.body, 'button'), as<TapOptions>(call.body)),
  },
  {
    method: 'POST',
    path: `${userPath}/tap-message-menu`,
    doc: 'taps an entry of a msgmenu in the chat: { id }',
    run: (call) => userOf(call).tapMsgMenu(text(call.body, 'id')),
  },
  {
    method: 'POST',
    path: `${userPath}/visit`,
    doc: 'opens an address in the browser of WeChat, through web OAuth too: { url, consent?, loadsTwice? }',
    run: (call) => userOf(call).visit(text(call.body, 'url'), as<VisitOptions>(call.body)),
  },
  {
    method: 'POST',
    path: `${userPath}/follow`,
    doc: 'follows: { scene? }',
    run: (call) => userOf(call).follow(sceneOf(call.body)),
  },
  { method: 'POST', path: `${userPath}/unfollow`, doc: 'stops following', run: (call) => userOf(call).unfollow() },
  {
    method: 'POST',
    path: `${userPath}/scan`,
    doc: 'scans a code: { scene }',
    run: (call) => userOf(call).scan(text(call.body, 'scene')),
  },
  {
    method: 'POST',
    path: `${userPath}/location`,
    doc: 'reports where the phone is: { latitude, longitude, precision? }',
    run: (call) => {
      const place = { latitude: number(call.body, 'latitude'), longitude: number(call.body, 'longitude') }
      return userOf(call).reportLocation(
        call.body['precision'] === undefined ? place : { ...place, precision: number(call.body, 'precision') },
      )
    },
  },
  {
    method: 'POST',
    path: `${userPath}/session`,
    doc: 'opens the customer-service chat of a mini program: { sessionFrom? }',
    run: (call) =>
      userOf(call).enterSession(
        call.body['sessionFrom'] === undefined ? {} : { sessionFrom: text(call.body, 'sessionFrom') },
      ),
  },
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
    path: '/_sim/reset',
    doc: 'forgets accounts, faults and exchanges, and begins with the state of the options again',
    run: ({ simulator }) => simulator.reset(),
  },
]

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

const jsapiPage = (body: Body): JsapiPage => ({
  ...as<JsapiPage>(body),
  url: text(body, 'url'),
  nonceStr: text(body, 'nonceStr'),
  signature: text(body, 'signature'),
})

const sceneOf = (body: Body): { readonly scene?: string } =>
  body['scene'] === undefined ? {} : { scene: text(body, 'scene') }

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
