import type { IncomingMessage, Reply } from '@wx/xml-messages'
import { type HandlerResult, type Nothing, toReply } from './answer.js'
import { NoPusherError, RobotUsageError } from './errors.js'
import type { Allowance } from './push-ledger.js'
import type { Sender } from './sender.js'

/** `ctx.push`: sends a message to the user beside the reply, through the robot's pusher. */
export interface Push {
  /**
   * Sends what a handler might have returned.
   * @throws NoPusherError; PushWindowClosedError and PushQuotaExceededError where the robot counts (`pushWindow`);
   *   and whatever the pusher throws
   */
  (result: Exclude<HandlerResult, Nothing>): Promise<void>
  /**
   * How many customer messages the user may still be sent, as the robot counts (`pushWindow`): an estimate. `Infinity`
   * after a payment. Undefined: it does not count, or knows nothing of this user.
   */
  readonly remaining: number | undefined
  /** Whether a push has a chance: there is a pusher, and the window is not known to be closed or used up. */
  readonly canPush: boolean
}

/** What pushing needs of a run. */
export interface PushState {
  readonly sender: Sender | undefined
  readonly allowance: Allowance | undefined
}

/** Made when a handler first asks for it. */
export function createPush(message: IncomingMessage, state: PushState): Push {
  const push = async (result: Exclude<HandlerResult, Nothing>): Promise<void> => {
    if (state.sender === undefined) throw new NoPusherError()
    const given: Reply | undefined = toReply(result)
    if (given === undefined) throw new RobotUsageError('there is nothing to push: the text is empty')
    await state.sender.send(message, given, state.allowance)
  }
  return Object.defineProperties(push, {
    remaining: { get: () => state.allowance?.remaining },
    canPush: { get: () => state.sender !== undefined && state.allowance?.remaining !== 0 },
  }) as Push
}
