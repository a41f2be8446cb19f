import { ApiClient, classicToken, type TokenSource } from '@wx/api-client'
import { redisCoordinator } from '@wx/context-store/redis'
import { silentLogger } from '@wx/core'
import { OfficialAccount } from '@wx/official-api'
import { Redis } from 'ioredis'
import { peerRequire } from '../peers.js'

const menu = { button: [{ type: 'click' as const, name: '今日歌曲', key: 'V1001_TODAY_MUSIC' }] }
const credentials = { appId: 'wx0123456789abcdef', appSecret: '0123456789abcdef0123456789abcdef' }

export type KitId =
  | 'fetch'
  | 'api-client'
  | 'official-api'
  | 'official-api-classic'
  | 'co-wechat-api'
  | 'node-easywechat'

/** Something that calls WeChat: each call sets the same menu. */
export interface OpenKit {
  call(): Promise<unknown>
  close(): Promise<unknown>
}

export interface KitOptions {
  /** Instead of WeChat's. */
  readonly origin: string
  /** Where processes share their token; each has its own when it is left out. */
  readonly shared?: SharedPlace | undefined
}

/** A Redis, and what all keys of one measurement begin with. */
export interface SharedPlace {
  readonly url: string
  readonly prefix: string
}

export interface Kit {
  readonly id: KitId
  readonly label: string
  readonly isPeer: boolean
  /** Whether it looks after tokens; bare fetch does not. */
  readonly hasTokens: boolean
  open(options: KitOptions): Promise<OpenKit>
}

/** The least: a token that is known to be good, and Node's own fetch. */
const bareFetch: Kit = {
  id: 'fetch',
  label: "Node's fetch, the token known",
  isPeer: false,
  hasTokens: false,
  async open({ origin }) {
    const granted = await fetch(`${origin}/cgi-bin/stable_token`, { method: 'POST', body: '{}' })
    const { access_token: token } = (await granted.json()) as { access_token: string }
    return {
      async call() {
        const response = await fetch(`${origin}/cgi-bin/menu/create?access_token=${token}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(menu),
        })
        const answer = (await response.json()) as { errcode: number }
        if (answer.errcode !== 0) throw new Error(`refused: ${answer.errcode}`)
      },
      close: async () => {},
    }
  },
}

function ours(id: KitId, label: string, tokens?: () => TokenSource): Kit {
  return {
    id,
    label,
    isPeer: false,
    hasTokens: true,
    async open({ origin, shared: place }) {
      const shared = place && openShared(place)
      const account = new OfficialAccount({
        ...credentials,
        baseUrl: origin,
        logger: silentLogger,
        ...(tokens && { tokens: tokens() }),
        ...shared?.options,
      })
      return {
        call: () => account.menu.create(menu),
        close: async () => {
          await account.close()
          shared?.close()
        },
      }
    },
  }
}

function openShared({ url, prefix }: SharedPlace) {
  const [client, subscriber] = [new Redis(url), new Redis(url)]
  const lock = redisCoordinator({ client, subscriber, prefix })
  const store = {
    get: async (key: string) => (await client.get(`${prefix}:${key}`)) ?? undefined,
    set: (key: string, value: string, ttlMs: number) => client.set(`${prefix}:${key}`, value, 'PX', Math.ceil(ttlMs)),
  }
  return {
    options: { store, lock },
    close() {
      lock.disconnect()
      client.disconnect()
      subscriber.disconnect()
    },
  }
}

const apiClient: Kit = {
  id: 'api-client',
  label: '@wx/api-client, client.call',
  isPeer: false,
  hasTokens: true,
  async open({ origin }) {
    const client = new ApiClient({ ...credentials, baseUrl: origin, logger: silentLogger })
    return { call: () => client.call('POST /cgi-bin/menu/create', { body: menu }), close: () => client.close() }
  },
}

interface CoWechatApi {
  prefix: string
  createMenu(menu: object): Promise<unknown>
}

const coWechatApi: Kit = {
  id: 'co-wechat-api',
  label: 'co-wechat-api 3.11.0',
  isPeer: true,
  hasTokens: true,
  async open({ origin, shared }) {
    type Api = new (...args: unknown[]) => CoWechatApi
    const Api = peerRequire('co-wechat-api') as Api
    const client = shared && new Redis(shared.url)
    const key = `${shared?.prefix}:co-wechat-api`
    // As its README has it: the token is read from and written to what processes share.
    const functions = client && [
      async () => JSON.parse((await client.get(key)) ?? 'null'),
      (token: unknown) => client.set(key, JSON.stringify(token)),
    ]
    const api = new Api(credentials.appId, credentials.appSecret, ...(functions ?? []))
    api.prefix = `${origin}/cgi-bin/`
    return { call: () => api.createMenu(menu), close: async () => client?.disconnect() }
  },
}

interface EasyWechat {
  setCache(cache: unknown): unknown
  getClient(): { postJson(url: string, json: object): Promise<{ toObject(): { errcode?: number } }> }
}

const nodeEasywechat: Kit = {
  id: 'node-easywechat',
  label: 'node-easywechat 3.6.2',
  isPeer: true,
  hasTokens: true,
  async open({ origin, shared }) {
    const { OfficialAccount: Account, CacheInterface } = peerRequire('node-easywechat') as {
      OfficialAccount: new (config: object) => EasyWechat
      CacheInterface: new () => object
    }
    const client = shared && new Redis(shared.url)
    const own = (key: string): string => `${shared?.prefix}:${key}`
    const kept = new Map<string, unknown>()
    const app = new Account({
      app_id: credentials.appId,
      secret: credentials.appSecret,
      http: { baseURL: `${origin}/`, throw: true },
      use_stable_access_token: false,
    })
    const cache = Object.assign(Object.create(CacheInterface.prototype) as object, {
      get: async (key: string) => (client ? ((await client.get(own(key))) ?? undefined) : kept.get(key)),
      set: async (key: string, value: string) => {
        if (client) await client.set(own(key), value)
        else kept.set(key, value)
        return true
      },
      has: async (key: string) => (client ? (await client.exists(own(key))) === 1 : kept.has(key)),
      delete: async (key: string) => (client ? (await client.del(own(key))) === 1 : kept.delete(key)),
    })
    app.setCache(cache)
    const http = app.getClient()
    return {
      async call() {
        const answer = (await http.postJson('cgi-bin/menu/create', menu)).toObject()
        if (answer.errcode !== 0) throw new Error(`refused: ${answer.errcode}`)
      },
      close: async () => client?.disconnect(),
    }
  },
}

/** Everything that can be measured; bare fetch first, the others are compared with it. */
export const kits: readonly Kit[] = [
  bareFetch,
  apiClient,
  ours('official-api', '@wx/official-api, account.menu.create'),
  ours('official-api-classic', '@wx/official-api, classic token', () => classicToken()),
  coWechatApi,
  nodeEasywechat,
]

export const kitOf = (id: KitId): Kit => kits.find((it) => it.id === id) as Kit
