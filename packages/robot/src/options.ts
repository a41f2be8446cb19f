import type { ContextStore, Coordinator } from '@wx/context-store'
import type { Clock, Logger } from '@wx/core'
import type { Reply } from '@wx/xml-messages'

/**
 * The message mode of the WeChat console: plaintext only, either, or ciphertext only. A robot takes what its mode
 * takes and nothing else, so nobody can talk it out of encryption.
 */
export type RobotMode = 'plain' | 'compatible' | 'secure'

/**
 * What happens when a handler is not done at the deadline. `wait`: an early delivery is left for WeChat to cut and
 * redeliver (about fifteen seconds in all), the last one gets `success`. `push`: `success` at once, and the answer goes
 * through the pusher when it is ready. `resume`: a placeholder at once, and the answer when the user writes 「继续」, for
 * accounts that may not push. `success`: `success` at once, and a late answer is reported as lost.
 */
export type TimeoutPolicy = 'wait' | 'push' | 'resume' | 'success'

/** Sends a message to a user on the account's own account: the customer-message API, by interface. */
export interface Pusher {
  /** @param openid the user @param reply what a handler would have returned */
  send(openid: string, reply: Reply): Promise<unknown>
}

/** When a delivery has to be answered, and with what when the handler is not done. */
export interface DeadlineOptions {
  /**
   * Milliseconds from the arrival of a delivery; 4500 by default. WeChat cuts ordinary pushes at 5000, and half a
   * second of that is kept for the way back, so a longer deadline is one of 4500.
   */
  readonly ms?: number
  /** Default: `wait`. The settings below are those of `resume`. */
  readonly onTimeout?: TimeoutPolicy
  /** What the user reads instead of the answer. Default: a Chinese sentence that says to send the resume word. */
  readonly placeholder?: string
  /** What a user writes to get the answer, in any case. Default: `继续` and `continue`. */
  readonly resumeWords?: readonly string[]
  /**
   * `word` (default): a resume word fetches an answer. `message`: any message does as well; its own answer then waits
   * behind the earlier ones.
   */
  readonly resumeOn?: 'word' | 'message'
  /** What a resume word is answered with while the handler still runs. Default: a Chinese sentence. */
  readonly thinking?: string
  /** What a resume word is answered with when there will be no answer any more. Default: a Chinese sentence. */
  readonly gone?: string
  /** Stands under a text when more is waiting, at most 200 bytes. Default: a Chinese sentence. */
  readonly more?: string
  /** Seconds an answer waits for its user; 3600 by default. One that nobody fetches is reported. */
  readonly keepSeconds?: number
}

export interface RobotOptions<Session extends object = Record<string, unknown>> {
  /** The Token of the WeChat console, 3 to 32 letters or digits; several while it is being changed. */
  readonly token: string | readonly string[]
  /** The account's AppID. Needed with `encodingAesKey`. */
  readonly appId?: string
  /** The EncodingAESKey of the console, 43 characters; several while it is being changed, the current one first. */
  readonly encodingAesKey?: string | readonly string[]
  /** Default: `secure` when a key is given, else `plain`. */
  readonly mode?: RobotMode
  /** Names the account in keys of stores and coordinators. Default: the AppID, else the `gh_` id of each message. */
  readonly account?: string
  /** Where sessions are kept. Default: in memory. `false`: no sessions. */
  readonly sessions?: ContextStore<Session> | false
  /** What makes deliveries atomic; share one between processes. Default: in memory, for one process. */
  readonly coordinator?: Coordinator
  readonly deadline?: DeadlineOptions
  /** Milliseconds a handler may run before it is given up; 60000 by default. */
  readonly handlerTimeout?: number
  /** Seconds a request's timestamp may be away from the clock. Default: any age. */
  readonly maxAgeSeconds?: number
  /** Refuses a request whose timestamp and nonce were seen before. Default: off. */
  readonly replayGuard?: boolean
  /** What a redelivery gets when the process that claimed the message died: the work again (default), or `success`. */
  readonly onLostOwner?: 'rerun' | 'drop'
  /** Milliseconds without a sign of life after which a process counts as dead; 8000 by default. */
  readonly leaseMs?: number
  /** Milliseconds an answer is kept for redeliveries; 60000 by default, longer where the platform retries longer. */
  readonly keepMs?: number
  /** Most messages of one user that may wait, the running one included; 50 by default. */
  readonly lineLimit?: number
  /** A text over WeChat's 2048 bytes: `split` pushes the rest (needs a pusher), `refuse` is an error. Default: `split`. */
  readonly longText?: 'split' | 'refuse'
  /** Sends late answers and `ctx.push`. */
  readonly pusher?: Pusher
  /**
   * Counts how many customer messages each user may still be sent, and refuses a push that WeChat would refuse. An
   * estimate: what is sent past this robot it cannot count. Costs a write per message. Default: off.
   */
  readonly pushWindow?: boolean
  /**
   * Takes what WeChat's cloud hosting sends: its probe, and pushes without signature that carry `x-wx-source`. Only for
   * a service that nobody else can reach: whoever can, can forge that header. Default: off.
   * @see https://developers.weixin.qq.com/miniprogram/dev/wxcloudrun/src/guide/weixin/push.html
   */
  readonly cloudRun?: boolean
  /** Default: warnings and errors to `console`. Secrets are taken out before it sees a line. */
  readonly logger?: Logger
  readonly clock?: Clock
}
