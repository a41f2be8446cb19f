import { isWxError, type WxError } from '@wx/core'
import { apiError, type Refusal, refusalIn, ridIn } from '../errors/refusal.js'
import { type CallPlace, NetworkError, TimeoutError } from '../errors/transport-errors.js'
import { connectionFailure } from '../http/connection-failure.js'
import { type EncodedBody, payloadOf } from '../upload/encoded-body.js'
import { pathAndQuery } from './address.js'
import type { CallPlan } from './call-plan.js'
import { startDeadline } from './deadline.js'
import { decodeAnswer } from './decode-answer.js'
import type { PipelineContext } from './pipeline-context.js'

export interface Attempt extends PipelineContext {
  readonly body: EncodedBody | undefined
  /** With the path of a reverse proxy, if it has one. */
  readonly origin: string
  readonly token: string | undefined
  /** A fresh token was fetched because the one before was refused. */
  readonly isReplay: boolean
}

/**
 * Sends a call once and reads its answer.
 * @throws ApiError, TransportError, or the reason of the signal that ended it
 */
export async function attemptCall(plan: CallPlan, attempt: Attempt): Promise<unknown> {
  const { body, origin, token, timeouts, clock, redact } = attempt
  const place: CallPlace = { endpoint: plan.endpoint, origin: new URL(origin).origin }
  const isUpload = plan.bodyKind === 'multipart' || plan.bodyKind === 'binary' || !(body?.isRepeatable ?? true)
  const timeoutMs = plan.timeoutMs ?? (isUpload ? timeouts.uploadMs : timeouts.callMs)
  const deadline = startDeadline(clock, { timeoutMs, signals: [plan.signal, attempt.signal] })

  const broken = (cause: unknown): unknown => {
    if (deadline.expired()) return new TimeoutError(place, timeoutMs)
    if (deadline.signal.aborted) return deadline.signal.reason
    return ownErrorIn(cause) ?? new NetworkError(place, { ...connectionFailure(cause), cause: redact(cause) })
  }
  let isOpen = false
  try {
    const payload = body === undefined ? undefined : await payloadOf(body)
    const http = await attempt
      .http({
        method: plan.method,
        url: origin + pathAndQuery(plan.path, { access_token: token, ...plan.query }),
        headers: headersOf(body),
        body: payload,
        signal: deadline.signal,
      })
      .catch((cause: unknown) => {
        throw broken(cause)
      })
    const { answer, stringIds } = plan
    const decoded = await decodeAnswer(http, { place, answer, stringIds, deadline, broken, redact })
    isOpen = 'download' in decoded
    if ('download' in decoded) return decoded.download
    const refusal = refusalIn(decoded.json)
    if (refusal !== undefined) throw await refused(refusal, plan, attempt)
    return decoded.json
  } finally {
    if (!isOpen) deadline.stop()
  }
}

const headersOf = (body: EncodedBody | undefined): Readonly<Record<string, string>> =>
  body === undefined ? {} : { 'content-type': body.contentType, 'content-length': String(body.length) }

/** What a body said while it was read (a file that changed, a stream that failed) comes back inside of `fetch`'s error. */
function ownErrorIn(error: unknown): WxError | undefined {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth++) {
    if (isWxError(at)) return at
    at = 'cause' in at ? at.cause : undefined
  }
  return undefined
}

async function refused(
  { errcode, errmsg, fields }: Refusal,
  { endpoint, docs }: CallPlan,
  { redact, explain, isReplay }: Attempt,
): Promise<Error> {
  const { hint, retryable } = await explain(errcode, { isReplay })
  return apiError({
    errcode,
    errmsg: redact(errmsg),
    rid: ridIn(errmsg),
    endpoint,
    retryable,
    hint,
    docs,
    answer: redact(fields) as Readonly<Record<string, unknown>>,
  })
}
