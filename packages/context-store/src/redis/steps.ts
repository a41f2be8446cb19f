import { randomBytes } from 'node:crypto'
import type { Clock } from '@wx/core'
import type { RedisClient } from './client.js'
import { plainCause, RedisCoordinatorError } from './errors.js'
import { inTime } from './in-time.js'
import type { Script } from './lua/script.js'

export interface StepsOptions {
  readonly client: RedisClient
  readonly prefix: string
  readonly clock: Clock
  readonly timeoutMs: number
}

export interface StepOptions {
  readonly signal?: AbortSignal | undefined
  /** Gets the reply that came when the caller had given up. */
  readonly straggler?: ((reply: Reply) => void) | undefined
}

/** What a script returned; integers as text, since clients differ in what they make of them. */
export type Reply = readonly string[]

/** Takes the steps of one coordinator on Redis. */
export interface Steps {
  /** Milliseconds Redis may take for one of them. */
  readonly timeoutMs: number
  /**
   * Runs a script.
   * @param args what the script calls ARGV, from the second on
   * @throws RedisCoordinatorError when Redis fails or does not answer in time; the signal's reason
   */
  take(script: Script, args: readonly string[], options?: StepOptions): Promise<Reply>
  /** A name no other request has. A client that reconnects may send a request twice: by its name it counts once. */
  newRequest(): string
}

export function redisSteps({ client, prefix, clock, timeoutMs }: StepsOptions): Steps {
  const counter = `${prefix}fence`
  const instance = randomBytes(9).toString('base64url')
  let requests = 0

  async function run({ step, sha1, source }: Script, args: readonly string[]): Promise<Reply> {
    try {
      return listOf(await client.evalsha(sha1, 1, counter, prefix, ...args))
    } catch (error) {
      if (!isUnknownScript(error)) throw failure(step, error)
    }
    try {
      return listOf(await client.eval(source, 1, counter, prefix, ...args))
    } catch (error) {
      throw failure(step, error)
    }
  }

  return {
    timeoutMs,
    newRequest: () => `${instance}.${++requests}`,
    take: (script, args, { signal, straggler } = {}) =>
      inTime(run(script, args), {
        clock,
        ms: timeoutMs,
        late: () => new RedisCoordinatorError(script.step, `did not answer within ${timeoutMs} ms`),
        signal,
        straggler,
      }),
  }
}

// A server that was restarted, failed over, or told to SCRIPT FLUSH has forgotten the scripts; EVAL teaches them again.
const isUnknownScript = (error: unknown): boolean => error instanceof Error && error.message.startsWith('NOSCRIPT')

const failure = (step: string, error: unknown): RedisCoordinatorError =>
  new RedisCoordinatorError(step, 'or the connection to it failed (see the cause)', { cause: plainCause(error) })

function listOf(reply: unknown): Reply {
  if (!Array.isArray(reply)) throw new TypeError('the client returned something else than the list the script returns')
  return reply.map(String)
}
