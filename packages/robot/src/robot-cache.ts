import { ConfigError, consoleLogger, type Logger, redact, redactingLogger } from '@wx/core'
import { RobotClosedError, RobotUsageError } from './errors.js'
import { checkMethods, positive } from './option-checks.js'
import type { OneOfRobots } from './robots.js'

export interface RobotCacheOptions {
  /** Most robots that are kept; 100 by default. */
  readonly max?: number
  /** Where a robot is reported that could not be closed. Default: `console`. */
  readonly logger?: Logger
}

/** Robots by name, made when they are first asked for. */
export interface RobotCache<R extends OneOfRobots> {
  /** The robot of that name; made once, however many ask at the same time. @throws what `create` throws */
  get(name: string): Promise<R | undefined>
  /** Drops a robot whose settings have changed, and resolves when it is closed; the next `get` makes another one. */
  delete(name: string): Promise<void>
  /** How many there are. */
  readonly size: number
  /** Closes all of them; `get` throws from then on. */
  close(): Promise<void>
}

/**
 * Keeps the robots that were asked for last, and closes the others: what they are at is finished first.
 *
 * ```ts
 * const cache = robotCache(async (appId) => {
 *   const account = await accounts.find(appId)
 *   return account && new Robot(account).text((ctx) => ctx.message.content)
 * })
 * const handler = robots(({ path }) => cache.get(path.slice('/wx/'.length)))
 * ```
 *
 * A robot that makes room takes what it remembers in memory with it: give robots that come and go a shared coordinator
 * and a store for their sessions.
 * @param create makes the robot of a name; undefined for a name there is no account for, which is not remembered
 * @throws ConfigError
 */
export function robotCache<R extends OneOfRobots>(
  create: (name: string) => R | undefined | PromiseLike<R | undefined>,
  options: RobotCacheOptions = {},
): RobotCache<R> {
  if (typeof create !== 'function')
    throw new RobotUsageError('robotCache needs a function that makes the robot of a name')
  const max = positive('max', options.max ?? 100)
  if (max < 1) throw new ConfigError('max', 'must be 1 or more: a robot has to live for its request')
  const logger = redactingLogger(
    checkMethods('logger', options.logger ?? consoleLogger, ['debug', 'info', 'warn', 'error']),
    redact,
  )
  // In order of their last use: a Map keeps the order in which its keys were set.
  const kept = new Map<string, R>()
  const making = new Map<string, Promise<R | undefined>>()
  const leaving = new Set<Promise<void>>()
  let isClosing = false

  const retire = (robot: R): Promise<void> => {
    const left = robot.close().catch((error: unknown) => {
      logger.error('a robot could not be closed', { error })
    })
    leaving.add(left)
    return left.finally(() => leaving.delete(left))
  }

  const keep = (name: string, robot: R): void => {
    kept.set(name, robot)
    for (const [oldest, other] of kept) {
      if (kept.size <= max) break
      kept.delete(oldest)
      void retire(other)
    }
  }

  const make = (name: string): Promise<R | undefined> => {
    const made = Promise.resolve(name)
      .then(create)
      .then((robot) => {
        if (robot === undefined) return undefined
        if (making.get(name) === made) keep(name, robot)
        // Dropped while it was made: whoever asked before that gets it, and nobody else.
        else void retire(robot)
        return robot
      })
      .finally(() => {
        if (making.get(name) === made) making.delete(name)
      })
    making.set(name, made)
    return made
  }

  return {
    async get(name) {
      if (isClosing) throw new RobotClosedError()
      const robot = kept.get(name)
      if (robot !== undefined) {
        kept.delete(name)
        if (!robot.isClosed) {
          kept.set(name, robot)
          return robot
        }
      }
      return making.get(name) ?? make(name)
    },
    async delete(name) {
      const robot = kept.get(name)
      kept.delete(name)
      making.delete(name)
      if (robot !== undefined) await retire(robot)
    },
    get size() {
      return kept.size
    },
    async close() {
      isClosing = true
      await Promise.allSettled(making.values())
      const all = [...kept.values()]
      kept.clear()
      await Promise.all([...all.map(retire), ...leaving])
    },
  }
}
