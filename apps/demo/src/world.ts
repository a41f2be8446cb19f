import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expressHandler } from '@wx/adapters-express'
import { type Logger, RunningClock, type WebHandler } from '@wx/core'
import { type Account, type Simulator, startSimulator, type User } from '@wx/simulator'
import express from 'express'
import { type DemoRobot, demoRobot } from './robot.js'

/** WeChat and a robot, talking over loopback HTTP. */
export interface World {
  readonly clock: RunningClock
  readonly simulator: Simulator
  readonly account: Account
  readonly user: User
  readonly robot: DemoRobot
  /** Where WeChat delivers. */
  readonly robotUrl: string
  /** Makes the robot say `success` to everything, like one that is asleep: the tour must notice. */
  putToSleep(isAsleep: boolean): void
  close(): Promise<void>
}

export interface WorldOptions {
  readonly logger: Logger
  /** Of the page; any free one when not given. */
  readonly port?: number
}

/** Starts the simulator and an Express robot in secure mode. The account's URL is not verified yet. */
export async function startWorld({ logger, port = 0 }: WorldOptions): Promise<World> {
  const clock = new RunningClock()
  const simulator = await startSimulator({ clock, port })
  const account = simulator.createAccount({ kind: 'service', mode: 'secure', name: '示例服务号' })
  const user = account.createUser({ nickname: '小明', isFollowing: false })
  const robot = demoRobot({ config: account.config, clock, pusher: account.pusher, logger })

  let isAsleep = false
  const handler: WebHandler = async (request, context) =>
    isAsleep
      ? { status: 200, headers: { 'content-type': 'text/plain' }, body: 'success' }
      : robot.robot.handle(request, context)

  const app = express()
  app.use('/wx', expressHandler(handler))
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = app.listen(0, '127.0.0.1', () => resolve(starting))
    starting.once('error', reject)
  })

  return {
    clock,
    simulator,
    account,
    user,
    robot,
    robotUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/wx`,
    putToSleep(value) {
      isAsleep = value
    },
    async close() {
      await robot.robot.close()
      await simulator.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
