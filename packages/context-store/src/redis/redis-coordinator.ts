import { type Clock, ConfigError, consoleLogger, type Logger, systemClock } from '@wx/core'
import type { Coordinator } from '../coordinator.js'
import { redisClaims } from './claims.js'
import type { RedisClient, RedisSubscriber } from './client.js'
import { redisLocks } from './locks.js'
import { redisNudges } from './nudges.js'
import { redisSteps } from './steps.js'

export interface RedisCoordinatorOptions {
  /** The connection that runs the scripts: a `Redis` or a `Cluster` of ioredis, or what behaves like one. */
  readonly client: RedisClient
  /** A connection to listen on, yours to close. Default: a duplicate of `client`, made when somebody first has to wait. */
  readonly subscriber?: RedisSubscriber | undefined
  /** What all keys and channels begin with, in braces; coordinators that share it are one. Default `wx`. */
  readonly prefix?: string | undefined
  /** What times waiting in this process; the machine's clock when not given. Leases go by Redis's own clock. */
  readonly clock?: Clock | undefined
  /** Milliseconds after which who waits looks again though nothing was heard. Default 1000. */
  readonly pollMs?: number | undefined
  /** Milliseconds Redis may take for a step before it fails. Default 1000. */
  readonly timeoutMs?: number | undefined
  /** Hears when the listening connection fails. Default: warnings on standard error. */
  readonly logger?: Logger | undefined
}

/** A coordinator on Redis. */
export interface RedisCoordinator extends Coordinator {
  /** Closes the connection it duplicated for listening, if it did. `client` and `subscriber` stay open: they are yours. */
  disconnect(): void
}

/**
 * A coordinator that processes on many machines share. Each method is one script, and so one atomic step, on Redis 7 (5 and
 * later should do) or what speaks its protocol; all keys of one prefix live on one node of a cluster, and every key expires.
 * @throws ConfigError for an option that cannot be. Its methods throw `RedisCoordinatorError` when Redis fails or is silent.
 */
export function redisCoordinator(options: RedisCoordinatorOptions): RedisCoordinator {
  const { client, clock = systemClock, logger = consoleLogger } = options
  checkClient(client)
  const prefix = `{${checkedPrefix(options.prefix ?? 'wx')}}:`
  const timeoutMs = positive('timeoutMs', options.timeoutMs ?? 1_000)
  const steps = redisSteps({ client, prefix, clock, timeoutMs })

  let duplicate: RedisSubscriber | undefined
  const connect = (): RedisSubscriber | undefined => {
    if (options.subscriber !== undefined) return options.subscriber
    duplicate = client.duplicate?.()
    if (duplicate !== undefined) client.on?.('end', disconnect)
    return duplicate
  }
  const nudges = redisNudges({ prefix, connect, logger })
  const disconnect = (): void => {
    client.off?.('end', disconnect)
    nudges.disconnect()
    duplicate?.disconnect()
    duplicate = undefined
  }

  const waiting = { nudges, clock, pollMs: positive('pollMs', options.pollMs ?? 1_000) }
  return { ...redisClaims(steps, waiting), lock: redisLocks(steps, waiting), disconnect }
}

function checkClient(client: RedisClient): void {
  if (typeof client?.evalsha === 'function' && typeof client.eval === 'function') return
  throw new ConfigError(
    'client',
    'must have the methods `evalsha` and `eval` of ioredis. Give `new Redis(…)` of ioredis, or wrap your client as the ' +
      'README of @wx/context-store shows for node-redis.',
  )
}

function checkedPrefix(prefix: string): string {
  if (/^[^{}]+$/.test(prefix)) return prefix
  throw new ConfigError('prefix', 'must not be empty nor hold braces: it becomes the hash tag of all keys')
}

function positive(setting: string, ms: number): number {
  if (ms > 0) return ms
  throw new ConfigError(setting, 'must be a number of milliseconds above 0')
}
