import { EventEmitter } from 'node:events'
import { type Logger, ManualClock, silentLogger } from '@wx/core'
import { describe, expect, it } from 'vitest'
import type { RedisClient, RedisSubscriber } from './client.js'
import { redisCoordinator } from './redis-coordinator.js'

const claim = { leaseMs: 60_000, keepMs: 60_000, onLostOwner: 'rerun' } as const

/** A client whose server says what it is told to, or nothing. */
function client(says: () => PromiseLike<unknown>, more: Partial<RedisClient> = {}): RedisClient {
  return { evalsha: says, eval: says, ...more }
}

class Ear extends EventEmitter implements RedisSubscriber {
  readonly calls: string[] = []
  async subscribe(channel: string): Promise<void> {
    this.calls.push(`+${channel}`)
  }
  async unsubscribe(channel: string): Promise<void> {
    this.calls.push(`-${channel}`)
  }
  disconnect(): void {
    this.calls.push('disconnect')
  }
}

const running = async () => ['running', '60000']

describe('the options of redisCoordinator', () => {
  it('a client of another kind is refused, with the way out', () => {
    const nodeRedis = { evalSha: running, eval: running } as unknown as RedisClient
    expect(() => redisCoordinator({ client: nodeRedis })).toThrow(
      expect.objectContaining({
        code: 'WX_CONFIG_INVALID',
        setting: 'client',
        message: expect.stringContaining('README'),
      }),
    )
  })

  it.each([
    ['prefix', { prefix: '' }],
    ['prefix', { prefix: 'a{b}' }],
    ['pollMs', { pollMs: 0 }],
    ['pollMs', { pollMs: Number.NaN }],
    ['timeoutMs', { timeoutMs: -1 }],
  ])('a %s that cannot be is refused', (setting, options) => {
    expect(() => redisCoordinator({ client: client(running), ...options })).toThrow(
      expect.objectContaining({ code: 'WX_CONFIG_INVALID', setting }),
    )
  })

  it.each([
    ['leaseMs', { leaseMs: 0 }],
    ['keepMs', { keepMs: -1 }],
  ])('a %s that cannot be is refused before anything is sent', async (setting, spans) => {
    const coordinator = redisCoordinator({ client: client(() => Promise.reject(new Error('sent'))) })
    await expect(coordinator.claim('k', { ...claim, ...spans })).rejects.toEqual(expect.objectContaining({ setting }))
  })
})

describe('waiting', () => {
  it('hears of a change on the channel of its key, listened to while somebody waits', async () => {
    const subscriber = new Ear()
    let reply = ['running', '60000']
    const coordinator = redisCoordinator({ client: client(async () => reply), subscriber, clock: new ManualClock() })
    const waiting = [coordinator.wait('k'), coordinator.wait('k')]
    await expect.poll(() => subscriber.calls).toEqual(['+{wx}:k:k'])
    reply = ['answered', 'hello']
    subscriber.emit('message', '{wx}:k:k', '')
    expect(await Promise.all(waiting)).toEqual(waiting.map(() => ({ state: 'answered', answer: 'hello' })))
    expect(subscriber.calls).toEqual(['+{wx}:k:k', '-{wx}:k:k'])
  })

  it('misses nothing that happens between a look and the sleep after it', async () => {
    const subscriber = new Ear()
    let looks = 0
    const coordinator = redisCoordinator({
      client: client(async () => {
        // Said while the third look is on its way back, with what was so before.
        if (++looks === 3) subscriber.emit('message', '{wx}:k:k', '')
        return looks < 4 ? ['running', '60000'] : ['answered', 'hello']
      }),
      subscriber,
      clock: new ManualClock(),
    })
    const waiting = coordinator.wait('k')
    await expect.poll(() => looks).toBe(2)
    subscriber.emit('message', '{wx}:k:k', '')
    expect(await waiting).toEqual({ state: 'answered', answer: 'hello' })
  })

  it('looks every pollMs when nothing can be heard', async () => {
    const clock = new ManualClock()
    let reply = ['running', '60000']
    const coordinator = redisCoordinator({ client: client(async () => reply), clock, pollMs: 200 })
    const waiting = coordinator.wait('k')
    await clock.advance(199)
    reply = ['answered', 'hello']
    await clock.advance(0)
    expect(clock.sleepers).toBe(1)
    await clock.advance(1)
    expect(await waiting).toEqual({ state: 'answered', answer: 'hello' })
    expect(clock.sleepers).toBe(0)
  })

  it('a connection for listening that fails is said once, and polled around', async () => {
    const clock = new ManualClock()
    const warnings: string[] = []
    const logger: Logger = { ...silentLogger, warn: (line) => void warnings.push(line) }
    const subscriber = new Ear()
    subscriber.subscribe = () => Promise.reject(new Error('gone'))
    let reply = ['running', '60000']
    const coordinator = redisCoordinator({ client: client(async () => reply), subscriber, clock, logger })
    const waiting = [coordinator.wait('k'), coordinator.wait('j')]
    await clock.advance(10)
    subscriber.emit('error', new Error('gone'))
    reply = ['closed']
    await clock.advance(1_000)
    expect(await Promise.all(waiting)).toEqual([{ state: 'closed' }, { state: 'closed' }])
    expect(warnings.length).toBe(1)
  })

  it('makes a connection of its own when none is given, and closes it with the client', async () => {
    const ears: Ear[] = []
    const events = new EventEmitter()
    let reply = ['running', '60000']
    const coordinator = redisCoordinator({
      client: client(async () => reply, {
        duplicate: () => ears[ears.push(new Ear()) - 1] as Ear,
        on: (event, listener) => events.on(event, listener),
        off: (event, listener) => events.off(event, listener),
      }),
      clock: new ManualClock(),
    })
    expect(ears.length).toBe(0)
    const waiting = [coordinator.wait('k'), coordinator.wait('j')]
    await expect.poll(() => ears[0]?.calls).toEqual(['+{wx}:k:k', '+{wx}:k:j'])
    reply = ['closed']
    for (const channel of ['{wx}:k:k', '{wx}:k:j']) ears[0]?.emit('message', channel, '')
    await Promise.all(waiting)
    events.emit('end')
    expect(ears.map((ear) => ear.calls.at(-1))).toEqual(['disconnect'])
    expect([events.listenerCount('end'), ears[0]?.listenerCount('message')]).toEqual([0, 0])
  })
})

describe('disconnect', () => {
  it('leaves a connection that was given open, and takes back what it listened to; who waits goes on looking', async () => {
    const clock = new ManualClock()
    const subscriber = new Ear()
    let reply = ['running', '60000']
    const coordinator = redisCoordinator({ client: client(async () => reply), subscriber, clock })
    const waiting = coordinator.wait('k')
    await expect.poll(() => subscriber.calls).toEqual(['+{wx}:k:k'])
    coordinator.disconnect()
    expect(subscriber.calls).toEqual(['+{wx}:k:k', '-{wx}:k:k'])
    expect([subscriber.listenerCount('message'), subscriber.listenerCount('error')]).toEqual([0, 0])
    reply = ['closed']
    await clock.advance(1_000)
    expect(await waiting).toEqual({ state: 'closed' })
  })
})

describe('a server', () => {
  it('that is silent for longer than timeoutMs has failed', async () => {
    const clock = new ManualClock()
    const coordinator = redisCoordinator({ client: client(() => new Promise(() => {})), clock, timeoutMs: 300 })
    const failed = expect(coordinator.claim('k', claim)).rejects.toEqual(
      expect.objectContaining({ code: 'WX_COORDINATOR_REDIS', step: 'claim' }),
    )
    await clock.advance(300)
    await failed
    expect(clock.sleepers).toBe(0)
  })

  it.each([[['nonsense']], ['nonsense'], [null]])('that answers %j is not understood', async (reply) => {
    const coordinator = redisCoordinator({ client: client(async () => reply) })
    await expect(coordinator.claim('k', claim)).rejects.toEqual(
      expect.objectContaining({ code: 'WX_COORDINATOR_REDIS' }),
    )
  })
})
