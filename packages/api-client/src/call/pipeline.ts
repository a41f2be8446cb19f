import { AccessTokenError } from '../errors/api-error.js'
import { BodyConsumedError } from '../errors/client-errors.js'
import { tokenCodes } from '../errors/refusal.js'
import type { EncodedBody } from '../upload/encoded-body.js'
import { attemptCall } from './attempt.js'
import type { CallPlan } from './call-plan.js'
import { encodeBody } from './encode-body.js'
import type { CallEvent } from './hooks.js'
import type { PipelineContext } from './pipeline-context.js'
import { isHostsFault, nextStep } from './retry.js'

type Progress = { -readonly [K in keyof CallEvent]: CallEvent[K] }

/** One call, from its plan to its answer: hooks around retry around token around attempt. */
export async function runCall(plan: CallPlan, context: PipelineContext): Promise<unknown> {
  const { appId, clock, hosts, runHooks } = context
  const began = clock.now()
  const progress: Progress = {
    appId,
    endpoint: plan.endpoint,
    id: plan.id,
    origin: hosts.pick(plan.host),
    attempts: 0,
    get durationMs() {
      return clock.now() - began
    },
  }
  await runHooks('before', progress)
  try {
    plan.signal?.throwIfAborted()
    const answer = await repeat(plan, { ...context, progress, body: await encodeBody(plan) })
    await runHooks('after', progress)
    return answer
  } catch (error) {
    await runHooks('error', progress, error)
    throw error
  }
}

type Run = PipelineContext & { readonly progress: Progress; readonly body: EncodedBody | undefined }

async function repeat(plan: CallPlan, run: Run): Promise<unknown> {
  const { tokens, hosts, progress, body } = run
  const afterFailure = failureHandler(plan, run)
  let isReplay = false
  for (;;) {
    const credential = plan.auth === 'access_token' ? await tokens?.get(signalOf(plan)) : undefined
    progress.origin = hosts.pick(plan.host)
    progress.attempts += 1
    try {
      return await attemptCall(plan, { ...run, body, origin: progress.origin, token: credential?.token, isReplay })
    } catch (error) {
      if (credential !== undefined && tokens !== undefined && isTokenRefusal(error)) {
        await tokens.invalidate({ token: credential.token, errcode: error.errcode })
        // One fresh token, once. A second refusal is nothing a third token would heal.
        if (isReplay) throw error
        isReplay = true
        if (body?.isRepeatable === false) throw new BodyConsumedError(plan.endpoint, { cause: error })
      } else await afterFailure(error)
      run.logger.info('a call to WeChat is repeated', {
        endpoint: plan.endpoint,
        origin: progress.origin,
        attempts: progress.attempts,
        error,
      })
      await run.runHooks('retry', progress, error)
    }
  }
}

/** Waits until the call may be repeated, or throws the error when it may not. */
function failureHandler(plan: CallPlan, run: Run): (error: unknown) => Promise<void> {
  const { hosts, clock, progress, body, policy, random } = run
  const tried = new Set<string>()
  let attempts = 0
  return async (error) => {
    attempts += 1
    tried.add(progress.origin)
    if (isHostsFault(error)) hosts.failed(progress.origin)
    const failed = { error, retry: plan.retry, attempts, hostsLeft: hosts.count(plan.host) - tried.size }
    const step = body?.isRepeatable === false ? 'give up' : nextStep(failed, { policy, random })
    if (step === 'give up') throw error
    if (step !== 'other host')
      await clock.sleep(
        step.waitMs,
        plan.signal === undefined ? run.signal : AbortSignal.any([plan.signal, run.signal]),
      )
  }
}

const isTokenRefusal = (error: unknown): error is AccessTokenError =>
  error instanceof AccessTokenError && tokenCodes.has(error.errcode)

const signalOf = ({ signal }: CallPlan): { readonly signal?: AbortSignal } => (signal === undefined ? {} : { signal })
