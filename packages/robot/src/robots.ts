import {
  consoleLogger,
  type Logger,
  redact,
  redactingLogger,
  systemClock,
  type WebContext,
  type WebHandler,
  type WebRequest,
  type WebResponse,
} from '@wx/core'
import { RobotUsageError } from './errors.js'
import { checkMethods } from './option-checks.js'
import { Refusal, RefusalLog } from './refusal.js'
import { closing, refused, refusedWith } from './respond.js'

/** What `robots` asks of a robot; sessions of every shape fit. */
export interface OneOfRobots {
  readonly handle: WebHandler
  readonly isClosed: boolean
  close(): Promise<void>
}

/** Finds the robot a request is for: by its path, its query, a database. Undefined: there is none. */
export type RobotResolver = (request: WebRequest) => OneOfRobots | undefined | PromiseLike<OneOfRobots | undefined>

export interface RobotsOptions {
  /** Where unknown accounts and failing resolvers are reported. Default: `console`. */
  readonly logger?: Logger
  /** Makes the page for requests that no robot takes; see `robot.errorPage`. Give the robots the same. */
  readonly errorPage?: () => string
}

/** Many robots behind one handler: mount it, or its `handle`, as one robot is mounted. */
export interface Robots extends WebHandler {
  readonly handle: WebHandler
  /** Takes nothing new, and closes every robot that was handed a request and is not closed yet. */
  close(): Promise<void>
}

/**
 * One web handler for many accounts: `resolve` picks the robot for each request. What no robot takes is refused as a
 * forged request is: one status, one body, the reason in the log.
 *
 * ```ts
 * const byPath = new Map([['/wx/shop', shop], ['/wx/help', help]])
 * const handler = robots(({ path }) => byPath.get(path))
 * ```
 *
 * Hand out the same robot for the same account as long as messages of it are under way, or give the robots a shared
 * coordinator: a new one knows nothing of what the old one has answered. See `robotCache`.
 * @param resolve gets the request before anything of it was verified; what it throws is logged and refused
 */
export function robots(resolve: RobotResolver, options: RobotsOptions = {}): Robots {
  if (typeof resolve !== 'function')
    throw new RobotUsageError('robots needs a function that finds the robot of a request')
  const given = checkMethods('logger', options.logger ?? consoleLogger, ['debug', 'info', 'warn', 'error'])
  const logger = redactingLogger(given, redact)
  const refusals = new RefusalLog(logger, systemClock)
  const refusal: WebResponse = options.errorPage === undefined ? refused : refusedWith(options.errorPage())
  const seen = new Set<OneOfRobots>()
  let isClosing = false

  const find = async (request: WebRequest): Promise<OneOfRobots | undefined> => {
    try {
      const robot = await resolve(request)
      if (robot !== undefined && typeof robot.handle === 'function') return robot
      refusals.add(new Refusal('account-unknown', 'the resolver of robots(…) knows no robot for this request'))
    } catch (error) {
      logger.error('the resolver of robots(…) failed; the request is refused', { error })
    }
    return undefined
  }

  const handle = async (request: WebRequest, context?: WebContext): Promise<WebResponse> => {
    if (isClosing) return closing
    const robot = await find(request)
    if (robot === undefined) return refusal
    if (!seen.has(robot)) {
      // Those a cache has closed meanwhile are none of ours any more.
      for (const it of seen) if (it.isClosed) seen.delete(it)
      seen.add(robot)
    }
    return robot.handle(request, context)
  }

  const close = async (): Promise<void> => {
    isClosing = true
    await Promise.all(Array.from(seen, (it) => it.close()))
    seen.clear()
  }
  return Object.assign((request: WebRequest, context?: WebContext) => handle(request, context), { handle, close })
}
