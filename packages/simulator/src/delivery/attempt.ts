import type { AttemptEffects, PushEffects } from '../faults/kinds.js'
import type { Expectation, RawAnswer } from '../judge/facts.js'
import { type Judgement, judge } from '../judge/judge.js'
import type { World } from '../world.js'
import type { PushKind, PushOrder } from './order.js'
import { sendWithin } from './send-within.js'
import type { OutgoingRequest, Target } from './target.js'
import { type WirePush, writePush } from './wire.js'

/** One delivery of a push, as it went over the wire. */
export interface Delivery {
  /** From 1. */
  readonly attempt: number
  /** True for the extra copies of a `duplicate` fault. */
  readonly isCopy: boolean
  /** Of the exchange in the inspector. */
  readonly exchange: string
  /** Milliseconds since 1970 of the simulator's clock. */
  readonly at: number
  readonly url: string
  readonly query: string
  readonly requestHeaders: Readonly<Record<string, string>>
  /** What was pushed, before it was sealed. */
  readonly plaintext: string
  /** What travelled. */
  readonly body: string
  /** The text under the signature that protects the push. */
  readonly stringToSign: string
  readonly outcome: 'answered' | 'timeout' | 'refused' | 'dropped'
  /** Why there is no answer. */
  readonly problem: string | undefined
  readonly status: number | undefined
  /** Of the answer. */
  readonly headers: Readonly<Record<string, string>>
  /** The answer as it travelled; undefined when there is none. */
  readonly answer: string | undefined
  /** The answer after decryption; the same where nothing was sealed. */
  readonly answerPlaintext: string | undefined
  readonly tookMs: number
}

export interface AttemptInput {
  readonly order: PushOrder
  readonly kind: PushKind
  readonly effects: PushEffects
  readonly attempt: number
  readonly isCopy: boolean
}

export interface Attempted {
  readonly delivery: Delivery
  readonly judgement: Judgement
}

/** Delivers a push once, judges the answer, and enters both in the log. */
export async function attemptOnce(input: AttemptInput, world: World): Promise<Attempted> {
  const { order, kind, effects, attempt, isCopy } = input
  const { receiver } = order
  const { clock, ids, settings, random, exchanges } = world
  const at = clock.now()
  const target = receiver.target()
  const faults = world.faults.ofAttempt(kind.facts, random)
  const wire = withFaults(
    writePush(effects.fields(order.fields), {
      sealing: receiver.sealing,
      ids,
      now: at + faults.skewSeconds * 1000,
      edit: effects.plaintext,
    }),
    faults,
  )
  const { query, body, plaintext, stringToSign } = wire
  const entry = exchanges.open({
    kind: 'push',
    at,
    account: receiver.id,
    openid: kind.facts.user,
    title: kind.title,
    attempt,
    request: { method: 'POST', url: target.url, query, headers: wire.headers, body, plaintext, stringToSign },
  })
  const request: OutgoingRequest = { method: 'POST', query, headers: wire.headers, body: Buffer.from(body, 'utf8') }
  const limits = { clock, limitMs: kind.ack.deadlineMs, closing: world.closing }
  const raw = await sendWithin(faultyTarget(target, faults, world), request, limits).catch((error: unknown) => {
    entry.finish({ outcome: 'dropped', problem: 'the simulator was closed or reset' })
    throw error
  })
  const judgement = judge(raw, expectationOf(order, kind, settings))
  const tookMs = clock.now() - at
  const answer = raw.outcome === 'answered' ? Buffer.from(raw.body).toString('utf8') : undefined
  const answerPlaintext = judgement.answerPlaintext ?? answer
  const status = raw.outcome === 'answered' ? raw.status : undefined
  const headers = raw.outcome === 'answered' ? raw.headers : {}
  const problem = raw.outcome === 'answered' ? undefined : raw.problem
  entry.finish({
    outcome: raw.outcome,
    problem,
    tookMs,
    answer:
      status === undefined ? undefined : { status, headers, body: answer ?? '', plaintext: answerPlaintext ?? '' },
    verdict: judgement.verdict,
  })
  return {
    judgement,
    delivery: {
      attempt,
      isCopy,
      exchange: entry.id,
      at,
      url: target.url,
      query,
      requestHeaders: wire.headers,
      plaintext,
      body,
      stringToSign,
      outcome: raw.outcome,
      problem,
      status,
      headers,
      answer,
      answerPlaintext,
      tookMs,
    },
  }
}

const expectationOf = (order: PushOrder, kind: PushKind, settings: World['settings']): Expectation => ({
  mode: order.receiver.sealing.mode,
  format: order.receiver.sealing.format,
  miniProgram: order.receiver.isMiniProgram,
  from: String(order.fields['FromUserName'] ?? ''),
  to: String(order.fields['ToUserName'] ?? ''),
  userMessage: kind.isUserMessage,
  visible: kind.isVisible,
  acknowledgement: kind.ack.form,
  silenceAcknowledges: kind.silenceAcknowledges,
  deadlineMs: kind.ack.deadlineMs,
  credentials: order.receiver.sealing.credentials,
  settings,
})

function withFaults(wire: WirePush, faults: AttemptEffects): WirePush {
  const query = faults.isSignatureBroken ? wire.query.replace(/signature=(.)/g, breakFirstDigit) : wire.query
  const body = faults.bodyShare < 1 ? wire.body.slice(0, Math.floor(wire.body.length * faults.bodyShare)) : wire.body
  return { ...wire, query, body }
}

const breakFirstDigit = (_whole: string, digit: string): string => `signature=${digit === '0' ? '1' : '0'}`

/** A target with the faults of one delivery between it and WeChat. */
function faultyTarget(target: Target, faults: AttemptEffects, { clock }: World): Target {
  if (faults.isDropped) return { url: target.url, send: () => new Promise<RawAnswer>(() => {}) }
  if (faults.latencyMs <= 0 && !faults.isAnswerDropped) return target
  return {
    url: target.url,
    async send(request, signal) {
      if (faults.latencyMs > 0) await clock.sleep(faults.latencyMs, signal).catch(() => {})
      if (signal.aborted) return { outcome: 'timeout', problem: 'cut before it arrived' }
      const answer = await target.send(request, signal)
      return faults.isAnswerDropped ? { outcome: 'dropped', problem: 'the answer was lost (fault dropAnswer)' } : answer
    },
  }
}
