import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expressHandler } from '@wx/adapters-express'
import { ApiClient } from '@wx/api-client'
import { sqliteSessions } from '@wx/context-store/sqlite'
import { type Logger, RunningClock, type WebHandler } from '@wx/core'
import { customMessagePusher, OfficialAccount } from '@wx/official-api'
import { robots } from '@wx/robot'
import { type Account, type Simulator, startSimulator, type User } from '@wx/simulator'
import express from 'express'
import { type DemoSession, demoRobot, shopRobot } from './robot.js'
import { mountSite } from './web/site.js'

/** WeChat and two robots in one process, talking over loopback HTTP. */
export interface World {
  readonly clock: RunningClock
  readonly simulator: Simulator
  /** The service account, its client, and somebody who does not follow it yet. */
  readonly account: Account
  readonly client: OfficialAccount
  readonly user: User
  /** The mini program. */
  readonly shop: Account
  /** The shop's pages. */
  readonly siteUrl: string
  /** A PNG. */
  readonly picture: Uint8Array
  /** Where WeChat delivers what is for an account. */
  urlOf(account: Account): string
  /** How often a handler ran. */
  runs(handler: string): number
  /** Ends the robots and starts them anew: what they remember is what the store has. */
  restartRobots(): Promise<void>
  /** Makes the robots say `success` to everything and cuts every API call: the tour must notice. */
  putToSleep(isAsleep: boolean): void
  close(): Promise<void>
}

export interface WorldOptions {
  readonly logger: Logger
  /** Of the page; any free one when not given. */
  readonly port?: number
}

/** Starts the simulator and an Express server with a robot for each account. Their URLs are not verified yet. */
export async function startWorld({ logger, port = 0 }: WorldOptions): Promise<World> {
  const clock = new RunningClock()
  const simulator = await startSimulator({ clock, port })
  const account = simulator.createAccount({ kind: 'service', mode: 'secure', name: '示例服务号' })
  const shop = simulator.createAccount({ kind: 'miniProgram', mode: 'secure', name: '示例小程序' })
  const user = account.createUser({ nickname: '小明', isFollowing: false })
  shop.createUser({ nickname: '小红' })

  const folder = await mkdtemp(join(tmpdir(), 'wx-demo-'))
  const counts = new Map<string, number>()
  const count = (handler: string): number => {
    const runs = (counts.get(handler) ?? 0) + 1
    counts.set(handler, runs)
    return runs
  }
  const client = new OfficialAccount({ ...account.clientConfig, clock, logger })
  const shopClient = new ApiClient({ ...shop.clientConfig, clock, logger })
  const startRobots = () => {
    const sessions = sqliteSessions<DemoSession>(join(folder, 'sessions.db'), { clock })
    const common = { clock, logger, count }
    const byId = new Map<string, ReturnType<typeof shopRobot> | ReturnType<typeof demoRobot>>([
      [account.id, demoRobot({ ...common, config: account.config, pusher: customMessagePusher(client), sessions })],
      [shop.id, shopRobot({ ...common, config: shop.config, pusher: customMessagePusher(shopClient) })],
    ])
    const handler = robots(({ path }) => byId.get(path.slice(path.lastIndexOf('/') + 1)), { logger })
    return {
      handler,
      async close() {
        await handler.close()
        await sessions.close()
      },
    }
  }
  let running = startRobots()

  let isAsleep = false
  const handler: WebHandler = async (request, context) =>
    isAsleep
      ? { status: 200, headers: { 'content-type': 'text/plain' }, body: 'success' }
      : running.handler(request, context)

  const app = express()
  app.all('/wx/:account', expressHandler(handler))
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = app.listen(0, '127.0.0.1', () => resolve(starting))
    starting.once('error', reject)
  })
  const siteUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  mountSite(app, { client, siteUrl, scriptUrl: `${simulator.apiUrl}/jssdk/jweixin.js`, clock, logger })

  return {
    clock,
    simulator,
    account,
    client,
    user,
    shop,
    siteUrl,
    picture,
    urlOf: ({ id }) => `${siteUrl}/wx/${id}`,
    runs: (name) => counts.get(name) ?? 0,
    async restartRobots() {
      await running.close()
      running = startRobots()
    },
    putToSleep(value) {
      isAsleep = value
      simulator.faults.clear()
      if (value) simulator.faults.add({ on: 'api', fault: 'drop' })
    },
    async close() {
      await running.close()
      await Promise.all([client.close(), shopClient.close()])
      await simulator.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** One red dot. */
const picture: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
