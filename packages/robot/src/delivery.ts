import { type AckPlan, type IncomingMessage, messageRows, rowOf } from '@wx/xml-messages'
import type { Answer } from './answer.js'
import type { Admitted } from './gate.js'

/** One delivery of a message, on its way to an answer. */
export interface Delivery {
  readonly message: IncomingMessage
  readonly ack: AckPlan
  readonly key: string
  /** Milliseconds of the clock. */
  readonly arrivedAt: number
  /** Milliseconds from the arrival until it has to be answered. */
  readonly deadlineMs: number
  /** From 1: the coordinator's count, or what the timestamp tells, whichever is larger. */
  attempt: number
  /** A resume word of a user who waits for a late answer: it is not for the handlers, and waits in no line. */
  fetches: boolean
  /** Aborted when WeChat hangs up. Read late: making the signal costs. */
  readonly hangUp: { readonly signal?: AbortSignal } | undefined
}

/** What a delivery is answered with. */
export type Delivered =
  /** The answer, or an acknowledgement without words. */
  | { readonly state: 'answer'; readonly answer: Answer }
  /** WeChat must deliver it again: the handler failed or is not done, and a yes would mean money or goods. */
  | { readonly state: 'unacknowledged' }
  /** Nobody reads this any more: WeChat has cut the delivery and sends the next one. */
  | { readonly state: 'left' }

/** How a run ended, for those who wait for it. `free`: nobody is at it any more. */
export type RunEnd =
  | { readonly state: 'answered'; readonly answer: Answer }
  | { readonly state: 'closed' | 'failed' | 'free' }

/** The answer without words. */
export const acknowledged: Delivered = { state: 'answer', answer: { reply: undefined, time: 0 } }

export function toDelivered(end: RunEnd, ack: AckPlan): Delivered {
  if (end.state === 'answered') return { state: 'answer', answer: end.answer }
  return end.state === 'failed' || ack.guaranteed ? { state: 'unacknowledged' } : acknowledged
}

/** What is left of a limit of the platform that is shorter than the robot's deadline, for the way back. */
const wayBackMs = 500

/** Milliseconds from its arrival until a delivery has to be answered: the robot's, or the platform's where it is shorter. */
export const deadlineOf = (ack: AckPlan, deadlineMs: number): number => Math.min(deadlineMs, ack.deadlineMs - wayBackMs)

/** Whether WeChat will not deliver this push again. */
export const isLast = ({ attempt, ack }: Delivery): boolean => attempt > ack.retryAfterSeconds.length

/** Milliseconds during which the platform may still deliver this push again. */
export const retrySpanMs = (ack: AckPlan): number => 1000 * ack.retryAfterSeconds.reduce((sum, it) => sum + it, 0)

/**
 * Which delivery this is, by the time WeChat sent it: a process that missed the first ones still knows the last.
 * Only for plans of equal steps, as that of ordinary pushes; others are counted.
 */
export function attemptByTime({ message, sentAt }: Admitted, ack: AckPlan): number {
  const step = ack.retryAfterSeconds[0]
  if (step === undefined || message.time === 0 || !ack.retryAfterSeconds.every((it) => it === step)) return 1
  const since = sentAt - message.time
  return since >= step ? Math.min(Math.floor(since / step), ack.retryAfterSeconds.length) + 1 : 1
}

/** What is expected of the answer to a message; unknown types are answered like ordinary ones. */
export function planOf(message: IncomingMessage): { readonly ack: AckPlan; readonly replies: boolean } {
  return rowOf(message) ?? messageRows.text
}
