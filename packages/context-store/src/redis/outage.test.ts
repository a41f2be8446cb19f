import { silentLogger } from '@wx/core'
import { Redis } from 'ioredis'
import { afterEach, describe, expect, it } from 'vitest'
import { hasRedisServer, type RedisServer, startRedis } from '../testing/redis-server.js'
import type { RedisClient } from './client.js'
import { redisCoordinator } from './redis-coordinator.js'

const claim = { leaseMs: 60_000, keepMs: 60_000, onLostOwner: 'rerun' } as const
const failed = expect.objectContaining({ code: 'WX_COORDINATOR_REDIS' })

const soon = { timeout: 15_000 }

describe.skipIf(!hasRedisServer())('when Redis fails', () => {
  const servers: RedisServer[] = []
  const clients: Redis[] = []
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect()
    for (const server of servers.splice(0)) await server.kill()
  })

  async function start() {
    const server = await startRedis()
    servers.push(server)
    // As it comes: it retries for ever, and keeps what it is asked meanwhile.
    const client = new Redis({ path: server.socket })
    clients.push(client)
    client.on('error', () => {})
    return { server, client }
  }

  it('a connection that is lost surfaces as an error of each step, also of those under way', async () => {
    const { server, client } = await start()
    const coordinator = redisCoordinator({ client, logger: silentLogger })
    const { fence } = (await coordinator.claim('k', claim)) as { fence: number }
    const lock = await coordinator.lock('l', { leaseMs: 60_000 })
    await coordinator.claim('j', { ...claim, line: 'x' })
    const waiting = expect(coordinator.wait('k')).rejects.toEqual(failed)
    const contending = expect(coordinator.lock('l', { leaseMs: 60_000, waitMs: 60_000 })).rejects.toEqual(failed)
    await client.ping()
    await server.kill()
    const steps = [
      coordinator.claim('k', claim),
      coordinator.heartbeat('k', { fence, leaseMs: 60_000 }),
      coordinator.turn('k', { fence }),
      coordinator.settle('k', { fence, answer: 'a', keepMs: 60_000 }),
      coordinator.release('k', { fence }),
      coordinator.close('k', { keepMs: 60_000 }),
      coordinator.wait('k'),
      coordinator.once('k', { ttlMs: 60_000 }),
      coordinator.lock('m', { leaseMs: 60_000 }),
      lock?.extend(60_000),
      lock?.release(),
    ]
    for (const step of steps) await expect(step).rejects.toEqual(failed)
    await waiting
    await contending
    coordinator.disconnect()
  })

  it('the error says which step failed and why, and holds nothing of what was sent', async () => {
    const { client } = await start()
    await client.acl('SETUSER', 'robot', 'on', '>password', '~*', '&*', '+@all', '-evalsha', '-eval')
    const poor = client.duplicate({ username: 'robot', password: 'password' })
    clients.push(poor)
    const settle = async () =>
      redisCoordinator({ client: poor }).settle('key of the message', { fence: 1, answer: 'an answer', keepMs: 1 })
    const error: unknown = await settle().catch((it: unknown) => it)
    expect(error).toMatchObject({ step: 'settle', message: expect.stringContaining('could not settle') })
    const { cause } = error as Error
    expect(cause).toMatchObject({ message: expect.stringContaining('NOPERM') })
    expect(JSON.stringify(Object.entries(cause as Error)) + String(cause)).not.toContain('answer')
  })

  it('a claim and a lock that are granted after their caller gave up go back at once', async () => {
    const { server, client } = await start()
    const hasty = redisCoordinator({ client, timeoutMs: 50 })
    const patient = redisCoordinator({ client, timeoutMs: 10_000 })
    await patient.once('connected', { ttlMs: 1_000 })
    server.freeze()
    await expect(hasty.claim('k', claim)).rejects.toEqual(failed)
    await expect(hasty.lock('l', { leaseMs: 60_000 })).rejects.toEqual(failed)
    server.thaw()
    await expect.poll(() => client.hget('{wx}:k:k', 'state'), soon).toBe('free')
    expect(await patient.claim('k', claim)).toMatchObject({ state: 'claimed', attempt: 2, lostOwner: false })
    await expect.poll(() => client.exists('{wx}:x:l'), soon).toBe(0)
    expect(await patient.lock('l', { leaseMs: 60_000 })).toBeDefined()
  })

  it('an aborted wait for a lock does not wait for a server that hangs, and leaves nothing behind', async () => {
    const { server, client } = await start()
    const coordinator = redisCoordinator({ client, timeoutMs: 60_000 })
    await coordinator.once('connected', { ttlMs: 1_000 })
    server.freeze()
    const gone = new AbortController()
    const waiting = coordinator.lock('l', { leaseMs: 60_000, waitMs: 60_000, signal: gone.signal })
    gone.abort(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
    server.thaw()
    await expect.poll(() => client.get('{wx}:fence'), soon).not.toBe(null)
    await expect.poll(() => client.exists('{wx}:x:l'), soon).toBe(0)
  })

  it('scripts that the server forgot are taught again', async () => {
    const { client } = await start()
    const coordinator = redisCoordinator({ client })
    expect(await coordinator.once('k', { ttlMs: 60_000 })).toBe(true)
    await client.script('FLUSH')
    expect(await coordinator.once('k', { ttlMs: 60_000 })).toBe(false)
  })

  it('fences go on growing after everything was lost', async () => {
    const { client } = await start()
    const coordinator = redisCoordinator({ client })
    const before = await coordinator.lock('l', { leaseMs: 60_000 })
    await client.flushall()
    const after = await coordinator.lock('l', { leaseMs: 60_000 })
    expect(after?.fence).toBeGreaterThan(before?.fence ?? Number.NaN)
  })

  it('P10: a request that a reconnecting client sends twice counts once', async () => {
    const { client } = await start()
    const twice: RedisClient = {
      async evalsha(...request) {
        await client.evalsha(...request)
        return client.evalsha(...request)
      },
      async eval(...request) {
        await client.eval(...request)
        return client.eval(...request)
      },
    }
    const coordinator = redisCoordinator({ client: twice })
    const other = redisCoordinator({ client })
    for (const n of [1, 2]) {
      const got = await coordinator.claim(`k${n}`, { ...claim, line: 'l' })
      expect(got).toMatchObject({ state: 'claimed', attempt: 1, lostOwner: false, first: n === 1 })
      expect(await coordinator.once(`o${n}`, { ttlMs: 60_000 })).toBe(true)
      expect(await other.once(`o${n}`, { ttlMs: 60_000 })).toBe(false)
      expect(await coordinator.lock(`l${n}`, { leaseMs: 60_000 })).toBeDefined()
      expect(await other.lock(`l${n}`, { leaseMs: 60_000 })).toBe(undefined)
    }
    const { fence } = (await coordinator.claim('settled', claim)) as { fence: number }
    expect(await coordinator.settle('settled', { fence, answer: 'a', keepMs: 60_000 })).toBe('answered')
  })
})
