import type { Verdict } from '../judge/judge.js'
import { isVisible, type JudgedReply } from '../judge/reply-types.js'
import type { World } from '../world.js'
import { type Attempted, type AttemptInput, attemptOnce, type Delivery } from './attempt.js'
import { kindOf, type PushKind, type PushOrder } from './order.js'

/** What became of a push once all its deliveries are over. */
export interface PushResult {
  /** What the user was shown, or would be acknowledged; `{ type: 'none' }` when it was `success`, nothing, or refused. */
  readonly reply: JudgedReply
  /** In the order in which they began. */
  readonly deliveries: readonly Delivery[]
  /** About the delivery that counted, which is the last one. */
  readonly verdict: Verdict
}

/**
 * Delivers a push as WeChat does: each delivery is cut at its deadline, and repeated by the plan of its row with the
 * same ids and another signature, until it is answered or the plan is at its end.
 * https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html
 * @throws NotConnectedError, SimulatorClosedError
 */
export async function deliver(order: PushOrder, world: World): Promise<PushResult> {
  const kind = kindOf(order)
  const { receiver, chat } = order
  receiver.target()
  const effects = world.faults.ofPush(kind.facts, world.random)
  if (effects.holdMs !== undefined) await receiver.held.hold(world.clock, effects.holdMs, world.closing)
  const input = { order, kind, effects }

  const copies = Array.from({ length: effects.copies }, () =>
    attemptOnce({ ...input, attempt: 1, isCopy: true }, world),
  )
  const [attempts, copied] = await Promise.all([repeat(input, world), Promise.all(copies)])
  receiver.held.release()

  const counted = decide(attempts, copied)
  const { verdict, reply } = counted.judgement
  if (chat !== undefined) {
    if (verdict.shown === 'reply' && isVisible(reply)) chat.sees('reply', reply)
    if (verdict.shown === 'banner') chat.sees('banner', banner(order, verdict, world))
  }
  const deliveries = [...attempts, ...copied].map((it) => it.delivery).sort((a, b) => a.at - b.at)
  return { reply, deliveries, verdict }
}

async function repeat(input: Omit<AttemptInput, 'attempt' | 'isCopy'>, world: World): Promise<Attempted[]> {
  const { clock } = world
  const attempts: Attempted[] = []
  for (;;) {
    const attempted = await attemptOnce({ ...input, attempt: attempts.length + 1, isCopy: false }, world)
    const seconds = input.kind.ack.retryAfterSeconds[attempts.length]
    attempts.push(attempted)
    if (seconds === undefined || !isRepeated(attempted, input.kind, world)) return attempts
    // The steps are counted from delivery to delivery, so a delivery that was cut after five seconds is repeated at once.
    const rest = attempted.delivery.at + seconds * 1000 - clock.now()
    if (rest > 0) await clock.sleep(rest, world.closing)
  }
}

function isRepeated({ judgement }: Attempted, { ack }: PushKind, { settings }: World): boolean {
  if (judgement.acknowledged) return false
  if (ack.guaranteed) return true
  const [worst] = judgement.verdict.findings
  switch (worst?.rule) {
    case 'late':
      return settings.retryOnTimeout
    case 'connection-refused':
    case 'connection-dropped':
      return settings.retryOnConnectionFailure
    case 'http-status':
      return settings.retryOnBadStatus
    default:
      return settings.retryOnBadAnswer
  }
}

/** The last delivery counts; a copy's answer is taken where the delivery itself had none to show. */
function decide(attempts: readonly Attempted[], copies: readonly Attempted[]): Attempted {
  const last = attempts[attempts.length - 1] as Attempted
  if (last.judgement.verdict.shown === 'reply') return last
  return copies.find((it) => it.judgement.verdict.shown === 'reply') ?? last
}

function banner({ receiver }: PushOrder, { reasons }: Verdict, { settings }: World) {
  const content = receiver.isMiniProgram ? settings.miniProgramBanner : settings.banner
  return { type: 'banner', content, reason: reasons[0] ?? '', reasons } as const
}
