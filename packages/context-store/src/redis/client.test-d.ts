import type { Cluster, Redis } from 'ioredis'
import { describe, expectTypeOf, it } from 'vitest'
import type { Coordinator } from '../coordinator.js'
import type { RedisClient, RedisSubscriber } from './client.js'
import type { RedisCoordinator } from './redis-coordinator.js'

describe('RedisClient and RedisSubscriber', () => {
  it('are met by ioredis as it is, alone and as a cluster', () => {
    expectTypeOf<Redis>().toExtend<RedisClient>()
    expectTypeOf<Cluster>().toExtend<RedisClient>()
    expectTypeOf<Redis>().toExtend<RedisSubscriber>()
    expectTypeOf<Cluster>().toExtend<RedisSubscriber>()
  })

  it('are not met by a client without scripts', () => {
    expectTypeOf<{ get(key: string): Promise<string> }>().not.toExtend<RedisClient>()
  })
})

describe('RedisCoordinator', () => {
  it('is a coordinator', () => {
    expectTypeOf<RedisCoordinator>().toExtend<Coordinator>()
  })
})
