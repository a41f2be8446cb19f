import type { Claim, ClaimOptions, Coordinator, Outcome, Settled } from '../coordinator.js'
import { ClaimLostError } from '../errors.js'
import { checkLease, checkSpan } from '../memory/spans.js'
import { RedisCoordinatorError } from './errors.js'
import { type Look, lookUntil, type Waiting } from './look-until.js'
import { claimScript } from './lua/claim-script.js'
import { closeScript, onceScript, waitScript } from './lua/outcome-scripts.js'
import { heartbeatScript, releaseScript, settleScript, turnScript } from './lua/owner-scripts.js'
import type { Reply, Steps } from './steps.js'
import { wholeMs } from './whole-ms.js'

/** Keys, their owners and their lines; each method one script. */
export function redisClaims(steps: Steps, waiting: Waiting): Omit<Coordinator, 'lock'> {
  const isDone = async (reply: Promise<Reply>): Promise<boolean> => (await reply)[0] === '1'

  async function release(key: string, fence: number): Promise<boolean> {
    return isDone(steps.take(releaseScript, [key, String(fence)]))
  }

  async function lookForTurn(key: string, fence: number, signal?: AbortSignal): Promise<Look<void>> {
    const [state, leftMs] = await steps.take(turnScript, [key, String(fence)], { signal })
    if (state === 'lost') throw new ClaimLostError(key)
    return state === 'first' ? { value: undefined } : { leftMs: Number(leftMs) }
  }

  async function lookForOutcome(key: string, signal?: AbortSignal): Promise<Look<Outcome>> {
    const reply = await steps.take(waitScript, [key], { signal })
    return reply[0] === 'running' ? { leftMs: Number(reply[1]) } : { value: outcomeOf('wait', reply) }
  }

  return {
    async claim(key, options) {
      checkLease(options.leaseMs)
      checkSpan('keepMs', options.keepMs)
      const args = [key, steps.newRequest(), ...claimArguments(options)]
      // Nobody would work on a claim that is told after its caller has given up: it goes back at once.
      const straggler = ([state, , fence]: Reply): void => {
        if (state === 'claimed') release(key, Number(fence)).catch(ignore)
      }
      return claimOf(await steps.take(claimScript, args, { straggler }))
    },
    async heartbeat(key, { fence, leaseMs }) {
      checkLease(leaseMs)
      return isDone(steps.take(heartbeatScript, [key, String(fence), wholeMs(leaseMs)]))
    },
    turn: (key, { fence, signal }) =>
      lookUntil(waiting, { channel: `k:${key}`, signal, look: () => lookForTurn(key, fence, signal) }),
    async settle(key, { fence, answer, keepMs }) {
      checkSpan('keepMs', keepMs)
      return settledOf(await steps.take(settleScript, [key, String(fence), wholeMs(keepMs), answer]))
    },
    release: (key, { fence }) => release(key, fence),
    async close(key, { keepMs }) {
      checkSpan('keepMs', keepMs)
      return outcomeOf('close', await steps.take(closeScript, [key, wholeMs(keepMs)]))
    },
    wait: (key, { signal } = {}) =>
      lookUntil(waiting, { channel: `k:${key}`, signal, look: () => lookForOutcome(key, signal) }),
    async once(key, { ttlMs }) {
      checkSpan('ttlMs', ttlMs)
      return isDone(steps.take(onceScript, [key, steps.newRequest(), wholeMs(ttlMs)]))
    },
  }
}

function claimArguments({ leaseMs, keepMs, onLostOwner, line, lineLimit, again }: ClaimOptions): readonly string[] {
  return [
    wholeMs(leaseMs),
    wholeMs(keepMs),
    onLostOwner,
    line === undefined ? '' : `:${line}`,
    lineLimit === undefined || lineLimit === Number.POSITIVE_INFINITY ? '-1' : String(lineLimit),
    again === true ? '1' : '',
  ]
}

function claimOf([state, count, fenceOrAnswer, lostOwner, first]: Reply): Claim {
  const attempt = Number(count)
  switch (state) {
    case 'claimed':
      return { state, attempt, fence: Number(fenceOrAnswer), lostOwner: lostOwner === '1', first: first === '1' }
    case 'running':
    case 'closed':
      return { state, attempt }
    case 'answered':
      return { state, attempt, answer: fenceOrAnswer ?? '' }
    case 'refused':
      return { state, waiting: attempt }
    default:
      throw unreadable('claim', state)
  }
}

function outcomeOf(step: string, [state, answer]: Reply): Outcome {
  if (state === 'closed' || state === 'free') return { state }
  if (state === 'answered') return { state, answer: answer ?? '' }
  throw unreadable(step, state)
}

function settledOf([state]: Reply): Settled {
  if (state === 'answered' || state === 'closed' || state === 'lost') return state
  throw unreadable('settle', state)
}

const unreadable = (step: string, state: string | undefined): RedisCoordinatorError =>
  new RedisCoordinatorError(step, `answered ${JSON.stringify(state)}, which no script of this version returns`)

/** What cannot be given back falls free with its lease. */
const ignore = (): void => {}
