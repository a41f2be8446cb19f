import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coordinatorContract } from '../testing/index.js'
import { hasRedisServer, type RedisServer, startRedis } from '../testing/redis-server.js'
import { redisCoordinator } from './redis-coordinator.js'

describe.skipIf(!hasRedisServer())('redisCoordinator keeps the contract', () => {
  let server: RedisServer
  let prefixes = 0
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.kill())

  /** Two processes' worth of connections on one backend; what is under way is given the time to arrive. */
  function create() {
    const prefix = `test ${++prefixes}`
    const clients = Array.from({ length: 2 }, () => new Redis({ path: server.socket }))
    const subscribers = clients.map((client) => client.duplicate())
    const [coordinator, peer] = clients.map((client, n) =>
      redisCoordinator({ client, subscriber: subscribers[n], prefix }),
    )
    if (coordinator === undefined || peer === undefined) throw new Error('two clients make two coordinators')
    const all = [...clients, ...subscribers]
    return {
      coordinator,
      peers: [peer],
      async advance(ms: number) {
        await new Promise((resolve) => setTimeout(resolve, ms))
        for (let round = 0; round < 4; round++) await Promise.all(all.map((client) => client.ping()))
      },
      dispose: () => all.forEach((client) => void client.disconnect()),
    }
  }

  coordinatorContract({ describe, it, expect }, { create, granularityMs: 20 })
})
