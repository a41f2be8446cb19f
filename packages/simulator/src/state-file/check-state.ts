import { ConfigError } from '@wx/core'
import type { AccountSeed, SimulatorState, UserSeed } from './state.js'

/** What stands at a key. */
type Kind = 'text' | 'number' | 'boolean' | 'texts' | 'object' | 'objects' | 'function'

/** Every key there is; a new option has to be entered here before it compiles. */
type Keys<T> = { readonly [K in keyof Required<T>]: Kind }

const stateKeys: Keys<SimulatorState> = { accounts: 'objects', faults: 'objects' }

/** Of an account. */
export const accountKeys: Keys<AccountSeed> = {
  kind: 'text',
  mode: 'text',
  format: 'text',
  url: 'text',
  handler: 'function',
  token: 'text',
  encodingAesKey: 'text',
  appId: 'text',
  appSecret: 'text',
  ipWhitelist: 'texts',
  oauthDomains: 'texts',
  jsDomains: 'texts',
  id: 'text',
  wechatId: 'text',
  name: 'text',
  verified: 'boolean',
  legacyGroups: 'boolean',
  menu: 'object',
  tags: 'texts',
  users: 'objects',
}

/** Of a user. */
export const userKeys: Keys<UserSeed> = {
  nickname: 'text',
  openid: 'text',
  isFollowing: 'boolean',
  remark: 'text',
  language: 'text',
  unionid: 'text',
  wechatId: 'text',
  platform: 'text',
  subscribeTime: 'number',
  subscribeScene: 'text',
  qrScene: 'number',
  qrSceneStr: 'text',
  tags: 'texts',
}

const words: { readonly [K in Kind]: string } = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  texts: 'a list of texts',
  object: 'an object',
  objects: 'a list of objects',
  function: 'a function, which a file cannot have',
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (value: unknown, of: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(of)

const tests: { readonly [K in Kind]: (value: unknown) => boolean } = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  texts: (value) => isList(value, (item) => typeof item === 'string' && item !== ''),
  object: isObject,
  objects: (value) => isList(value, isObject),
  function: (value) => typeof value === 'function',
}

/**
 * Whether it is a state, before anything is made of it.
 * @throws ConfigError that names the place: `state.accounts[0].users[1].openid`
 */
export function checkState(value: unknown): SimulatorState {
  if (!isObject(value)) throw new ConfigError('state', 'must be an object with accounts and faults')
  checkKeys(value, stateKeys, 'state')
  const state: SimulatorState = value
  for (const [at, account] of (state.accounts ?? []).entries()) {
    const place = `state.accounts[${at}]`
    checkKeys({ ...account }, accountKeys, place)
    for (const [userAt, user] of (account.users ?? []).entries()) checkUser(user, `${place}.users[${userAt}]`)
  }
  return state
}

function checkUser(user: UserSeed, place: string): void {
  checkKeys({ ...user }, userKeys, place)
  if (user.isFollowing === false && (user.tags ?? []).length > 0) {
    throw new ConfigError(`${place}.tags`, 'only followers carry tags')
  }
}

function checkKeys(value: Fields, keys: Readonly<Record<string, Kind>>, place: string): void {
  for (const [key, inner] of Object.entries(value)) {
    const kind = Object.hasOwn(keys, key) ? keys[key] : undefined
    if (kind === undefined) {
      throw new ConfigError(`${place}.${key}`, `there is no such key; there are ${Object.keys(keys).join(', ')}`)
    }
    if (inner !== undefined && !tests[kind](inner)) throw new ConfigError(`${place}.${key}`, `must be ${words[kind]}`)
  }
}
