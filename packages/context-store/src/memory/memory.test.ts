import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import type { ClaimOptions } from '../coordinator.js'
import { memoryCoordinator } from '../memory-coordinator.js'
import { MemoryClaims } from './claims.js'
import { MemoryLocks } from './locks.js'
import { MemoryOnce } from './once.js'

const options: ClaimOptions = { leaseMs: 1_000, keepMs: 5_000, onLostOwner: 'rerun' }

function claimsOn(clock: ManualClock): MemoryClaims {
  let fence = 0
  return new MemoryClaims(clock, () => ++fence)
}

function fenceOf(claim: { readonly state: string; readonly fence?: number }): number {
  if (claim.fence === undefined) throw new Error(`expected a claim, got ${claim.state}`)
  return claim.fence
}

describe('in memory', () => {
  it('everything but waiting is answered at once, without a promise', () => {
    const coordinator = memoryCoordinator({ clock: new ManualClock() })
    const claim = coordinator.claim('k', { ...options, line: 'l', lineLimit: 3 })
    expect(claim).toEqual({ state: 'claimed', attempt: 1, fence: 1, lostOwner: false, first: true })
    expect(coordinator.heartbeat('k', { fence: 1, leaseMs: 1_000 })).toBe(true)
    expect(coordinator.settle('k', { fence: 1, answer: 'x', keepMs: 1_000 })).toBe('answered')
    expect(coordinator.close('k', { keepMs: 1_000 })).toEqual({ state: 'answered', answer: 'x' })
    expect(coordinator.release('k', { fence: 1 })).toBe(false)
    expect(coordinator.once('k', { ttlMs: 1_000 })).toBe(true)
    expect(coordinator.lock('k', { leaseMs: 1_000 })).toMatchObject({ fence: 2 })
  })

  it('a lease is over in the very millisecond it ends, and a key forgotten in the very millisecond it may be', async () => {
    const clock = new ManualClock()
    const claims = claimsOn(clock)
    const fence = fenceOf(claims.claim('k', options))
    await clock.advance(999)
    expect(claims.heartbeat('k', { fence, leaseMs: 1_000 })).toBe(true)
    await clock.advance(1_000)
    expect(claims.heartbeat('k', { fence, leaseMs: 1_000 })).toBe(false)
    const next = fenceOf(claims.claim('k', options))
    claims.settle('k', { fence: next, answer: 'x', keepMs: 500 })
    await clock.advance(499)
    expect(await claims.wait('k')).toEqual({ state: 'answered', answer: 'x' })
    await clock.advance(1)
    expect(await claims.wait('k')).toEqual({ state: 'free' })
  })

  it('who waits for a lost owner is told in the very millisecond its lease ends', async () => {
    const clock = new ManualClock()
    const claims = claimsOn(clock)
    claims.claim('k', options)
    const started = clock.now()
    const told = claims.wait('k').then(() => clock.now())
    await clock.advance(10_000)
    expect((await told) - started).toBe(1_000)
  })

  it('nobody who has waited leaves a sleeper behind', async () => {
    const clock = new ManualClock()
    const coordinator = memoryCoordinator({ clock })
    const one = await coordinator.claim('1', { ...options, line: 'l' })
    const two = await coordinator.claim('2', { ...options, line: 'l' })
    const lock = await coordinator.lock('k', { leaseMs: 1_000 })
    expect(clock.sleepers).toBe(0)
    const waiting = [
      coordinator.wait('1'),
      coordinator.turn('2', { fence: fenceOf(two) }),
      Promise.resolve(coordinator.lock('k', { leaseMs: 1_000, waitMs: 500 })),
    ]
    expect(clock.sleepers).toBe(3)
    await coordinator.settle('1', { fence: fenceOf(one), answer: 'x', keepMs: 1_000 })
    await lock?.release()
    await Promise.all(waiting)
    expect(clock.sleepers).toBe(0)
  })

  it('a lock given in the moment its wait is aborted is given back', async () => {
    const clock = new ManualClock()
    const coordinator = memoryCoordinator({ clock })
    const first = await coordinator.lock('k', { leaseMs: 1_000 })
    const gone = new AbortController()
    const waiting = Promise.resolve(coordinator.lock('k', { leaseMs: 60_000, waitMs: 1_000, signal: gone.signal }))
    gone.abort(new Error('stopped'))
    await first?.release()
    await expect(waiting).rejects.toThrow('stopped')
    expect(await coordinator.lock('k', { leaseMs: 1_000 })).toBeDefined()
  })

  it('spans that are no spans are refused at once', async () => {
    const coordinator = memoryCoordinator({ clock: new ManualClock() })
    const fence = fenceOf(await coordinator.claim('k', options))
    const lock = await coordinator.lock('k', { leaseMs: 1_000 })
    for (const bad of [Number.NaN, -1]) {
      for (const call of [
        () => coordinator.claim('k', { ...options, leaseMs: bad }),
        () => coordinator.claim('k', { ...options, leaseMs: 0 }),
        () => coordinator.claim('k', { ...options, keepMs: bad }),
        () => coordinator.heartbeat('k', { fence, leaseMs: bad }),
        () => coordinator.settle('k', { fence, answer: '', keepMs: bad }),
        () => coordinator.close('k', { keepMs: bad }),
        () => coordinator.once('k', { ttlMs: bad }),
        () => coordinator.lock('k', { leaseMs: bad }),
        () => coordinator.lock('k', { leaseMs: 1_000, waitMs: bad }),
        () => lock?.extend(bad),
      ]) {
        expect(call, String(call)).toThrow(expect.objectContaining({ code: 'WX_CONFIG_INVALID' }))
      }
    }
  })
})

describe('memory does not grow without bound', () => {
  it('what is settled is forgotten while new keys come in', async () => {
    const clock = new ManualClock()
    const claims = claimsOn(clock)
    for (let n = 0; n < 3_000; n++) {
      if (n % 100 === 0) await clock.advance(1_000)
      const fence = fenceOf(claims.claim(`k${n}`, { ...options, line: `l${n % 7}`, lineLimit: 5 }))
      claims.settle(`k${n}`, { fence, answer: 'x', keepMs: 5_000 })
    }
    // Five seconds' worth, and what the sweeps have not reached yet.
    expect(claims.size).toBeLessThan(700)
    expect(claims.lines).toBe(0)
  })

  it('owners that are never heard of again, released and closed keys are forgotten too', async () => {
    const clock = new ManualClock()
    const claims = claimsOn(clock)
    for (let n = 0; n < 300; n++) {
      claims.claim(`lost${n}`, { ...options, line: 'l' })
      claims.release(`released${n}`, { fence: fenceOf(claims.claim(`released${n}`, options)) })
      claims.close(`closed${n}`, { keepMs: 2_000 + n })
      claims.claim(`closing${n}`, options)
      claims.close(`closing${n}`, { keepMs: 2_000 })
    }
    expect(claims.size).toBe(1_200)
    await clock.advance(60_000)
    for (let n = 0; n < 1_200; n++) {
      claims.settle('new', { fence: fenceOf(claims.claim('new', options)), answer: '', keepMs: 0 })
    }
    expect(claims.size).toBeLessThan(5)
    expect(claims.lines).toBe(0)
  })

  it('guards and locks are forgotten too', async () => {
    const clock = new ManualClock()
    const guard = new MemoryOnce(clock)
    let fence = 0
    const locks = new MemoryLocks(clock, () => ++fence)
    for (let n = 0; n < 1_000; n++) {
      await clock.advance(10)
      guard.once(`k${n}`, { ttlMs: 100 })
      await locks.lock(`k${n}`, { leaseMs: 100 })
    }
    expect(guard.size).toBeLessThan(15)
    expect(locks.size).toBeLessThan(15)
    const lock = locks.lock('given back', { leaseMs: 100 })
    const before = locks.size
    if (lock !== undefined && !(lock instanceof Promise)) await lock.release()
    expect(locks.size).toBe(before - 1)
  })
})
