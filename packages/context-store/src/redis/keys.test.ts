import { once } from 'node:events'
import { createServer } from 'node:net'
import { Cluster, Redis } from 'ioredis'
import { afterEach, describe, expect, it } from 'vitest'
import { hasRedisServer, type RedisServer, startRedis } from '../testing/redis-server.js'
import type { RedisClient } from './client.js'
import { type RedisCoordinator, redisCoordinator } from './redis-coordinator.js'

const patient = { timeout: 15_000 }

describe.skipIf(!hasRedisServer())('what is kept on Redis', () => {
  const servers: RedisServer[] = []
  const clients: (Redis | Cluster)[] = []
  const coordinators: RedisCoordinator[] = []
  afterEach(async () => {
    for (const coordinator of coordinators.splice(0)) coordinator.disconnect()
    for (const client of clients.splice(0)) client.disconnect()
    for (const server of servers.splice(0)) await server.kill()
  })

  async function start(settings?: readonly string[]) {
    const server = await startRedis(settings)
    servers.push(server)
    const client = new Redis({ path: server.socket })
    clients.push(client)
    return { server, client }
  }

  function coordinatorOn(client: RedisClient, prefix?: string): RedisCoordinator {
    const coordinator = redisCoordinator({ client, prefix })
    coordinators.push(coordinator)
    return coordinator
  }

  it('expires by itself, whatever was done and left undone', async () => {
    const { client } = await start()
    await everything(coordinatorOn(client), { leaseMs: 60_000, keepMs: 60_000 })
    const keys = await client.keys('*')
    expect(new Set(keys.map((key) => key.slice('{wx}:'.length, '{wx}:'.length + 1)))).toEqual(
      new Set(['f', 'k', 'l', 'e', 'x', 'q', 'v', 'o']),
    )
    for (const key of keys) expect(await client.pttl(key), key).toBeGreaterThan(0)
  })

  it('is gone when its time is over, but for the counter of fences', async () => {
    const { client } = await start()
    await everything(coordinatorOn(client), { leaseMs: 30, keepMs: 30 })
    await expect.poll(() => client.keys('*'), patient).toEqual(['{wx}:fence'])
  })

  it('lives under its prefix: others share nothing with it', async () => {
    const { client } = await start()
    const [one, two] = [coordinatorOn(client, 'gh_one'), coordinatorOn(client, 'gh_two')]
    expect(await one.once('k', { ttlMs: 60_000 })).toBe(true)
    expect(await two.once('k', { ttlMs: 60_000 })).toBe(true)
    expect(await coordinatorOn(client, 'gh_one').once('k', { ttlMs: 60_000 })).toBe(false)
    expect((await client.keys('*')).sort()).toEqual(['{gh_one}:o:k', '{gh_two}:o:k'])
  })

  it('stands on one node of a cluster, and works there', async () => {
    const [port, busPort] = await freePorts(2)
    const settings = `--cluster-enabled yes --port ${port} --bind 127.0.0.1 --cluster-port ${busPort}`
    const { client } = await start([...settings.split(' '), '--cluster-announce-ip', '127.0.0.1'])
    await client.cluster('ADDSLOTSRANGE', 0, 16_383)
    // A cluster that was just made waits for two seconds before it takes writes.
    await expect.poll(() => client.cluster('INFO'), patient).toContain('cluster_state:ok')
    const cluster = new Cluster([{ host: '127.0.0.1', port: Number(port) }])
    clients.push(cluster)
    await everything(coordinatorOn(cluster, 'gh_one'), { leaseMs: 60_000, keepMs: 60_000 })
    const slots = await Promise.all((await client.keys('*')).map((key) => client.cluster('KEYSLOT', key)))
    expect(slots.length).toBeGreaterThan(8)
    expect(new Set(slots).size).toBe(1)
  })

  it("takes a client's own prefix for keys", async () => {
    const { server, client } = await start()
    const prefixed = new Redis({ path: server.socket, keyPrefix: 'app:' })
    clients.push(prefixed)
    await everything(coordinatorOn(prefixed), { leaseMs: 60_000, keepMs: 60_000 })
    for (const key of await client.keys('*')) expect(key).toMatch(/^app:\{wx\}:/)
  })
})

/** A little of all there is: claims in each state, a line, waiting, guards, a lock with somebody who waits for it. */
async function everything(coordinator: RedisCoordinator, spans: { leaseMs: number; keepMs: number }): Promise<void> {
  const { leaseMs, keepMs } = spans
  const claim = async (key: string, line?: string): Promise<number> => {
    const claim = await coordinator.claim(key, { ...spans, onLostOwner: 'rerun', line, lineLimit: 9 })
    if (claim.state !== 'claimed') throw new Error(`${key} is ${claim.state}`)
    return claim.fence
  }
  const answered = await claim('answered', 'line')
  const next = await claim('next', 'line')
  const turn = coordinator.turn('next', { fence: next })
  const outcome = coordinator.wait('answered')
  await coordinator.heartbeat('answered', { fence: answered, leaseMs })
  await coordinator.settle('answered', { fence: answered, answer: 'a', keepMs })
  expect(await outcome).toEqual({ state: 'answered', answer: 'a' })
  await turn
  await claim('waiting', 'line')
  await coordinator.release('free', { fence: await claim('free') })
  await claim('closing')
  await coordinator.close('closing', { keepMs })
  await coordinator.close('closed', { keepMs })
  await coordinator.once('seen', { ttlMs: keepMs })
  const lock = await coordinator.lock('lock', { leaseMs })
  await lock?.extend(leaseMs)
  const gone = new AbortController()
  // Still waiting when the test ends and its connections close.
  for (const signal of [gone.signal, undefined]) {
    Promise.resolve(coordinator.lock('lock', { leaseMs, waitMs: leaseMs, ...(signal && { signal }) })).catch(() => {})
  }
  await coordinator.once('queued', { ttlMs: keepMs })
  gone.abort(new Error('stopped'))
  await coordinator.once('aborted', { ttlMs: keepMs })
}

/** Ports nobody uses now. A server of a cluster cannot do without. */
async function freePorts(count: number): Promise<number[]> {
  const listeners = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(listeners.map((listener) => once(listener, 'listening')))
  const ports = listeners.map((listener) => (listener.address() as { port: number }).port)
  await Promise.all(listeners.map((listener) => once(listener.close(), 'close')))
  return ports
}
