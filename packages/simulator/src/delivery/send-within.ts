import type { Clock } from '@wx/core'
import { SimulatorClosedError } from '../errors.js'
import type { RawAnswer } from '../judge/facts.js'
import type { OutgoingRequest, Target } from './target.js'

export interface SendLimits {
  readonly clock: Clock
  readonly limitMs: number
  /** Aborted when the simulator is closed or reset. */
  readonly closing: AbortSignal
}

/**
 * Sends a request and cuts the connection when the time is over. The limit starts before the request does, so that of
 * two sleepers due at the same moment the platform's is the first.
 * @throws SimulatorClosedError
 */
export async function sendWithin(target: Target, request: OutgoingRequest, limits: SendLimits): Promise<RawAnswer> {
  const { clock, limitMs, closing } = limits
  if (closing.aborted) throw new SimulatorClosedError()
  const connection = new AbortController()
  const over = new AbortController()
  const stop = () => over.abort()
  // Not AbortSignal.any: `closing` lives as long as the simulator, and would remember every delivery.
  closing.addEventListener('abort', stop, { once: true })
  const limit = clock.sleep(limitMs, over.signal).then(
    (): RawAnswer => ({ outcome: 'timeout', problem: `nothing within ${limitMs / 1000} s, the connection was cut` }),
    () => undefined,
  )
  const answer = await Promise.race([limit, target.send(request, connection.signal)])
  closing.removeEventListener('abort', stop)
  over.abort()
  if (answer === undefined || answer.outcome === 'timeout') connection.abort(new Error('WeChat has hung up'))
  if (answer === undefined) throw new SimulatorClosedError()
  return answer
}
