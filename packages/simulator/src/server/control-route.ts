import { ConfigError } from '@wx/core'
import type { Account } from '../account.js'
import type { User } from '../user.js'
import type { StateOf } from './views.js'

/** What a route is given. */
export interface ControlCall {
  readonly simulator: StateOf
  /** Parts of the path that stand for `:name`. */
  readonly path: Readonly<Record<string, string>>
  /** The JSON body; `{}` when there is none. */
  readonly body: ControlBody
}

export type ControlBody = Readonly<Record<string, unknown>>

/** One control route. What it returns is sent as JSON. */
export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly doc: string
  readonly run: (call: ControlCall) => unknown
}

/** There is no such account, user, agent, exchange or fault. */
export class NotThereError extends Error {}

export const accountPath = '/_sim/accounts/:account'
export const userPath: string = `${accountPath}/users/:openid`
export const agentPath: string = `${accountPath}/agents/:agent`

/** The account of the path. */
export function accountOf({ simulator, path }: ControlCall): Account {
  const account = simulator.account(path['account'] ?? '')
  if (account === undefined) throw new NotThereError('there is no such account')
  return account
}

/** The user of the path. */
export function userOf(call: ControlCall): User {
  const user = accountOf(call).user(call.path['openid'] ?? '')
  if (user === undefined) throw new NotThereError('this account has no such user')
  return user
}

/** @throws ConfigError when it is no text */
export function text(body: ControlBody, name: string): string {
  const value = body[name]
  if (typeof value !== 'string') throw new ConfigError(name, 'must be a text')
  return value
}

/** A text that need not be there. */
export const optionalText = (body: ControlBody, name: string): string | undefined =>
  body[name] === undefined ? undefined : text(body, name)

/** @throws ConfigError when it is no number */
export function number(body: ControlBody, name: string): number {
  const value = body[name]
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ConfigError(name, 'must be a number')
  return value
}

/** @throws ConfigError when it is no list of texts */
export function texts(body: ControlBody, name: string): readonly string[] {
  const value = body[name]
  const isTexts = (it: unknown): it is string[] => Array.isArray(it) && it.every((one) => typeof one === 'string')
  if (!isTexts(value)) throw new ConfigError(name, 'must be a list of texts')
  return value
}

/** One of the values of an option that need not be there. */
export function choice<T extends string>(body: ControlBody, name: string, values: readonly T[]): T | undefined {
  const value = body[name]
  const found = values.find((it) => it === value)
  if (value !== undefined && found === undefined) throw new ConfigError(name, `must be ${values.join(' or ')}`)
  return found
}

/** JSON from the developer's own machine is taken at its word, as arguments of a call in JavaScript would be. */
export const as = <T extends object>(body: object): T => body as T

/** What stands under a name that may be missing. */
export const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})
