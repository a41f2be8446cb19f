import type { Lock, LockOptions } from '../coordinator.js'
import { checkLease, checkSpan } from '../memory/spans.js'
import { type Look, lookUntil, type Waiting } from './look-until.js'
import { extendScript, giveUpScript, lockScript, unlockScript } from './lua/lock-scripts.js'
import type { Reply, Steps } from './steps.js'
import { wholeMs } from './whole-ms.js'

/** Locks with a fence, given out in the order they were asked for. */
export function redisLocks(
  steps: Steps,
  waiting: Waiting,
): (name: string, options: LockOptions) => Promise<Lock | undefined> {
  const { clock, pollMs } = waiting

  function held(name: string, fence: string): Lock {
    return {
      fence: Number(fence),
      async extend(leaseMs) {
        checkLease(leaseMs)
        return (await steps.take(extendScript, [name, fence, wholeMs(leaseMs)]))[0] === '1'
      },
      release: async () => (await steps.take(unlockScript, [name, fence]))[0] === '1',
    }
  }

  return async (name, { leaseMs, waitMs = 0, signal }) => {
    checkLease(leaseMs)
    checkSpan('waitMs', waitMs)
    const request = steps.newRequest()
    const deadline = clock.now() + waitMs
    // Who waits looks every `pollMs`; who misses three looks is gone, and the next one comes up.
    const patience = waitMs === 0 ? '0' : wholeMs(pollMs * 3 + steps.timeoutMs)
    let isWaiting = false
    const giveBack = (reply: Reply): void => {
      if (reply[0] === 'held') steps.take(unlockScript, [name, reply[1] ?? '']).catch(ignore)
      else if (waitMs > 0) steps.take(giveUpScript, [name, request]).catch(ignore)
    }
    const look = async (): Promise<Look<Lock | undefined>> => {
      const [state, value = ''] = await steps.take(lockScript, [name, request, wholeMs(leaseMs), patience], {
        signal,
        straggler: giveBack,
      })
      isWaiting = state === 'busy' && waitMs > 0
      if (state === 'held') return { value: held(name, value) }
      const restMs = deadline - clock.now()
      if (restMs <= 0) return { value: undefined }
      return { leftMs: Math.min(restMs, Number(value) < 0 ? Number.POSITIVE_INFINITY : Number(value)) }
    }
    try {
      return await lookUntil(waiting, { channel: `w:${request}`, signal, look })
    } finally {
      // Not waited for: who aborted wants to go on, and whoever asks next over this connection comes after it.
      if (isWaiting) void steps.take(giveUpScript, [name, request]).catch(ignore)
    }
  }
}

/** What cannot be given back falls free with its lease. */
const ignore = (): void => {}
