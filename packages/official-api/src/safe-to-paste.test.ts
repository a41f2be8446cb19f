import { createServer } from 'node:http'
import { inspect } from 'node:util'
import type { ClientOptions } from '@wx/api-client'
import { ManualClock } from '@wx/core'
import { toNodeListener } from '@wx/core/node'
import { findLeaks, listenOnLoopback, recordingLogger } from '@wx/core/testing'
import {
  type Account,
  type ApiFaultName,
  apiFaultKinds,
  type Simulator,
  startSimulator,
  type User,
} from '@wx/simulator'
import { describe, expect, it } from 'vitest'
import { customMessagePusher, infoOfMany, jsSdk, mediaCache, OfficialAccount, webOAuth } from './index.js'

const stateSecret = 'the-state-secret-of-this-test-0123456789'
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46])

interface Stage {
  readonly sim: Simulator
  readonly clock: ManualClock
  readonly account: Account
  readonly user: User
  readonly client: OfficialAccount
  /** Another client, whose settings may be wrong. */
  clientOf(options: Partial<ClientOptions>, of?: Account): OfficialAccount
  /** Runs what goes wrong, and keeps what it throws. */
  fails(run: () => unknown): Promise<void>
  /** Keeps something else that a developer gets to see. */
  shows(value: unknown): void
  readonly logger: ReturnType<typeof recordingLogger>
}

/** What a developer was shown: log lines, events of hooks, errors in every form. */
async function shownBy(scenario: (stage: Stage) => Promise<void>): Promise<{
  readonly shown: readonly unknown[]
  readonly failures: number
  readonly sim: Simulator
  readonly secrets: readonly string[]
}> {
  const clock = new ManualClock()
  const sim = await startSimulator({ clock, settings: { keptExchanges: 10_000 } })
  const account = sim.createAccount({})
  const user = account.createUser({})
  const logger = recordingLogger()
  const shown: unknown[] = []
  const clients: OfficialAccount[] = []
  let failures = 0
  const keep = (error: unknown): void => {
    failures += 1
    shown.push(error, String(error), JSON.stringify(error), inspect(error, { depth: null }), (error as Error).stack)
    for (let cause = (error as Error).cause; cause !== undefined; cause = (cause as Error).cause) {
      shown.push(cause, String(cause), JSON.stringify(cause))
    }
  }
  const see = (...event: readonly unknown[]): void => void shown.push(event, JSON.stringify(event))
  const clientOf: Stage['clientOf'] = (options, of = account) => {
    const hooks = { before: see, after: see, retry: see, error: see }
    const made = new OfficialAccount({ ...of.clientConfig, clock, logger, hooks, retry: { attempts: 1 }, ...options })
    clients.push(made)
    return made
  }
  const stage: Stage = {
    sim,
    clock,
    account,
    user,
    logger,
    client: clientOf({}),
    clientOf,
    shows: (value) => void shown.push(value, JSON.stringify(value)),
    fails: async (run) => {
      try {
        await run()
      } catch (error) {
        keep(error)
      }
    },
  }
  try {
    await scenario(stage)
    const secrets = [stateSecret, account.clientConfig.appSecret, ...secretsOnTheWire(sim)]
    return { shown: [...shown, ...logger.lines], failures, sim, secrets: [...new Set(secrets)] }
  } finally {
    await Promise.all(clients.map((it) => it.close({ graceMs: 0 })))
    await sim.close()
  }
}

const inAnswers = /"(?:access_token|refresh_token|ticket)":"([\w-]+)/g
const inQueries = /(?:^|[&?])(?:access_token|refresh_token|secret|code)=([\w-]+)/g
const inBodies = /"secret":"([\w-]+)/g

/** Long enough to be nothing else, short enough to be found where only a part of a token came through. */
const partLength = 24

/** Everything secret that was seen between client and WeChat; each by its beginning. */
const secretsOnTheWire = (sim: Simulator): readonly string[] =>
  sim.exchanges
    .list()
    .flatMap(({ request, answer }) => [
      ...(answer?.body ?? '').matchAll(inAnswers),
      ...request.query.matchAll(inQueries),
      ...(answer?.headers['location'] ?? '').matchAll(inQueries),
      ...request.body.matchAll(inBodies),
    ])
    .map(([, secret = '']) => secret.slice(0, partLength))

const codeOf = async ({ user, client, sim }: Stage): Promise<string> => {
  const { url } = await user.visit(
    await client.oauth.authorizeUrl({ redirect_uri: sim.consoleUrl, scope: 'snsapi_userinfo' }),
  )
  return new URL(url).searchParams.get('code') ?? ''
}

/** Calls that carry a secret there or back, each on a client of its own. */
const carriers: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  'auth.getStableAccessToken': ({ clientOf }) => clientOf({}).tokens.get(),
  'auth.getAccessToken': ({ client }) => client.auth.getAccessToken(),
  'ticket.getTicket': ({ clientOf }) => clientOf({}).ticket('jsapi').get(),
  'oauth.getAccessToken': async (stage) => stage.client.oauth.getAccessToken({ code: await codeOf(stage) }),
  'oauth.refreshAccessToken': async (stage) => {
    const { refresh_token } = await stage.client.oauth.getAccessToken({ code: await codeOf(stage) })
    return stage.client.oauth.refreshAccessToken({ refresh_token })
  },
  'oauth.getUserInfo': async (stage) => {
    const { access_token, openid } = await stage.client.oauth.getAccessToken({ code: await codeOf(stage) })
    return stage.client.oauth.getUserInfo({ access_token, openid })
  },
  'network.getCallbackIp': ({ client }) => client.network.callbackIps(),
  'message.custom.send': ({ client, user }) => client.customMessage.sendText(user.openid, 'hi'),
  'media.upload': ({ client }) => client.media.uploadFile('image', jpeg),
  'media.get': async ({ client }) => {
    const { mediaId } = await client.media.uploadFile('image', jpeg)
    return (await client.media.download(mediaId)).bytes()
  },
}

/** Those that end by themselves; one that is late needs the clock. */
const faults = (Object.keys(apiFaultKinds) as ApiFaultName[]).filter((it) => it !== 'latency')

/** Resolves when a call of that endpoint is under way at the simulator. */
async function underWay({ sim }: Stage, id: string): Promise<void> {
  const { method, path } = sim.about().endpoints.find((it) => it.id === id) ?? {}
  while (!sim.exchanges.list().some((it) => it.title === `${method} ${path}` && it.outcome === 'open')) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const scenarios: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  ...Object.fromEntries(
    faults.map((fault) => [
      `the fault ${fault}, wherever a secret travels`,
      async (stage: Stage) => {
        for (const [endpoint, call] of Object.entries(carriers)) {
          const added = stage.sim.faults.add({ on: 'api', fault, match: { endpoint }, times: 2 })
          await stage.fails(() => call(stage))
          stage.sim.faults.remove(added.id)
        }
      },
    ]),
  ),
  'an answer that is late': async (stage) => {
    for (const [endpoint, call] of Object.entries(carriers)) {
      if (!/Token$|callback/i.test(endpoint)) continue
      const added = stage.sim.faults.add({ on: 'api', fault: 'latency', params: { ms: 600_000 }, match: { endpoint } })
      const failed = stage.fails(() => call(stage))
      await underWay(stage, endpoint)
      await stage.clock.advance(120_000)
      await failed
      stage.sim.faults.remove(added.id)
    }
  },
  'wrong settings': async ({ clientOf, fails }) => {
    await fails(() => clientOf({ appSecret: 'another-secret-0123456789abcdef0' }).tags.all())
    await fails(() => clientOf({ appId: 'wx0000000000000000' }).tags.all())
    const gone = await listenOnLoopback(createServer())
    await gone.close()
    await fails(() => clientOf({ baseUrl: gone.origin }).tags.all())
    await fails(async () => {
      const client = clientOf({})
      await client.tokens.put({ token: 'somebody-elses-token-0123456789', expiresAt: Number.MAX_SAFE_INTEGER })
      client.client.tokens.invalidate = () => Promise.resolve()
      await client.tags.all()
    })
    await fails(() => clientOf({ store: { get: () => Promise.reject(new Error('down')), set: () => {} } }).tags.all())
  },
  'an account that may not': async ({ sim, clientOf, fails }) => {
    const unlisted = sim.createAccount({ kind: 'service', ipWhitelist: ['203.0.113.1'] })
    await fails(() => clientOf({}, unlisted).tags.all())
    const unverified = sim.createAccount({ kind: 'subscription', verified: false })
    await fails(() => clientOf({}, unverified).tags.all())
    await fails(() => clientOf({}, unverified).groups.all())
  },
  'tokens that are stolen, ended and refused for ever': async ({ sim, client, fails, clock }) => {
    for (const fault of ['stealToken', 'expireToken'] as const) {
      await client.tags.all()
      sim.faults.add({ on: 'api', fault, match: { endpoint: 'tag.list' }, times: 1 })
      await client.tags.all()
    }
    for (const errcode of [40001, 40014, 42001]) {
      const added = sim.faults.add({
        on: 'api',
        fault: 'errcode',
        params: { errcode },
        match: { endpoint: 'tag.list' },
      })
      await fails(() => client.tags.all())
      await fails(() => infoOfMany(client, ['o-1'], { retry: { attempts: 1 } }).summary())
      sim.faults.remove(added.id)
    }
    await clock.advance(3 * 3_600_000)
    sim.faults.add({ on: 'api', fault: 'busy', match: { endpoint: 'auth.getStableAccessToken' } })
    await fails(() => client.tags.all())
  },
  'web OAuth by hand': async (stage) => {
    const { client, fails, user, clock, shows } = stage
    const oauth = webOAuth(client, { clock })
    const code = await codeOf(stage)
    const tokens = await oauth.exchangeCode(code)
    await fails(() => oauth.exchangeCode(code))
    await fails(() => oauth.exchangeCode('a-code-that-was-never-given-out-01'))
    await fails(() => oauth.refresh('a-refresh-token-of-nobody-0123456789'))
    await fails(() => oauth.userInfo('o-somebody-else', tokens.accessToken))
    await fails(() =>
      client.oauth.checkAccessToken({ openid: user.openid, access_token: 'made-up-token-0123456789abc' }),
    )
    await clock.advance(31 * 24 * 3_600_000)
    await fails(() => oauth.userInfo(tokens.openid, tokens.accessToken))
    await fails(() => oauth.refresh(tokens.refreshToken))
    shows(await oauth.authorizeUserInfo({ redirectUri: 'https://shop.example/', tokens }))
  },
  'web OAuth by its handler': async ({ client, user, sim, clock, logger, shows }) => {
    const ours: { oauth?: ReturnType<typeof webOAuth> & { handler: Parameters<typeof toNodeListener>[0] } } = {}
    const listener = toNodeListener(async (request) =>
      request.path.startsWith('/wechat/') && ours.oauth !== undefined
        ? ours.oauth.handler(request)
        : { status: 200, headers: {}, body: 'home' },
    )
    const server = await listenOnLoopback(createServer(listener))
    try {
      ours.oauth = webOAuth(client, { baseUrl: server.origin, stateSecret, clock, logger, onLogin: () => undefined })
      const login = `${server.origin}/wechat/login`
      const { redirects } = await user.visit(login)
      await clock.advance(6 * 60_000)
      const pages = [
        await user.visit(redirects.at(-1) ?? login),
        await user.visit(`${login}?returnTo=https://evil.example/`),
      ]
      for (const fault of ['busy', 'html', 'halfBody', 'drop', 'errcode'] as const) {
        sim.faults.add({ on: 'api', fault, match: { endpoint: 'oauth.getAccessToken' }, times: 1 })
        pages.push(await user.visit(login))
      }
      expect(pages.map((it) => it.status)).toEqual([400, 400, 502, 502, 502, 502, 502])
      for (const page of pages) shows(page.body)
    } finally {
      await server.close()
    }
  },
  'the JS-SDK': async ({ client, sim, fails, clock, shows, logger }) => {
    const js = jsSdk(client, { clock })
    const config = await js.config({ url: 'https://shop.example/a' })
    shows(await js.verify({ ...config, url: 'https://shop.example/b' }))
    shows(await js.verify({ ...config, url: 'https://shop.example/b', freshTicket: true }))
    await clock.advance(3 * 3_600_000)
    const handler = js.handler({ origins: ['https://shop.example'], logger })
    for (const fault of ['busy', 'html', 'halfBody', 'emptyBody', 'stealToken'] as const) {
      const added = sim.faults.add({ on: 'api', fault, match: { endpoint: 'ticket.getTicket' } })
      await fails(() => js.config({ url: 'https://shop.example/a' }))
      const query = `url=${encodeURIComponent('https://shop.example/a')}`
      shows(await handler({ method: 'GET', path: '/', query, headers: {} }))
      sim.faults.remove(added.id)
    }
  },
  'refused messages and files': async ({ client, user, fails, logger, clock }) => {
    await fails(() => client.customMessage.sendText('o-nobody', 'hi'))
    await fails(() => client.customMessage.sendText(user.openid, 'hi'))
    await fails(() => customMessagePusher(client).send(user.openid, { type: 'text', content: 'hi' }))
    await fails(() => client.media.uploadFile('voice', jpeg))
    await fails(() => client.media.download('no-such-media'))
    await fails(() => client.massMessage.sendTo({ openids: ['o-1', 'o-2'] }, { type: 'text', content: 'hi' }))
    await fails(() => client.menu.create({ button: [] }))
    await fails(() => client.call('POST /cgi-bin/no/such/path', { body: {} }))
    const store = { get: () => Promise.reject(new Error('down')), set: () => Promise.reject(new Error('down')) }
    const cache = mediaCache(client, { store, logger, clock })
    await fails(() => cache.use('image', jpeg, () => client.customMessage.sendImage(user.openid, 'no-such-media')))
  },
  'a client that is closed while it calls': async (stage) => {
    const client = stage.clientOf({})
    stage.sim.faults.add({ on: 'api', fault: 'latency', params: { ms: 600_000 }, match: { endpoint: 'tag.list' } })
    const failed = stage.fails(() => client.tags.all())
    await underWay(stage, 'tag.list')
    const closing = client.close({ graceMs: 0 })
    await stage.clock.advance(1)
    await closing
    await failed
    await stage.fails(() => client.tags.all())
    await stage.fails(() => client.tokens.get())
  },
}

describe('what a developer sees is safe to paste after', () => {
  it.each(Object.entries(scenarios))('%s', async (name, scenario) => {
    const { shown, failures, secrets, sim } = await shownBy(scenario)
    expect(secrets.length).toBeGreaterThan(2)
    // The handler answers with pages, which its scenario looks at; everything else throws.
    expect(failures > 0 || name.endsWith('handler')).toBe(true)
    expect(findLeaks(shown, secrets)).toEqual([])
    // The wire itself has all of them, so the search finds what is there.
    const onTheWire = findLeaks(JSON.stringify(sim.exchanges.list()), secrets)
    expect(onTheWire.length).toBeGreaterThanOrEqual(secrets.length - 2)
  })
})
