import { WxError, type WxErrorOptions } from '@wx/core'

/** A mistake in how the robot is used: found at registration or at the first message, never later. */
export class RobotUsageError extends WxError {
  readonly code = 'WX_ROBOT_USAGE'
}

/** What a value is, for a message: never the value itself. */
export const kindOfValue = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value

/** A handler ran longer than `handlerTimeout`; its signal is aborted with this and its line goes on. */
export class HandlerTimeoutError extends WxError {
  readonly code = 'WX_ROBOT_HANDLER_TIMEOUT'
  constructor(ms: number) {
    super(
      `the handler did not finish within ${ms} ms (option handlerTimeout) and was given up; ` +
        'pass ctx.signal to what it waits for, or raise the limit',
    )
  }
}

/** A handler returned something that is no reply. */
export class InvalidReplyError extends WxError {
  readonly code = 'WX_ROBOT_INVALID_REPLY'
  constructor(what: string) {
    super(`a handler returned ${what}; return a string, a reply (reply.text(…), reply.news(…) …) or nothing`)
  }
}

/** A text is larger than WeChat shows and could not be split. */
export class TextTooLongError extends WxError {
  readonly code = 'WX_ROBOT_TEXT_TOO_LONG'
  constructor(bytes: number, limit: number) {
    super(
      `the reply's text has ${bytes} bytes of UTF-8, more than the ${limit} WeChat takes; ` +
        "shorten it, or let the rest be pushed: longText: 'split' together with a pusher",
    )
  }
}

/** Something is to be pushed, and the robot was given no `pusher`. */
export class NoPusherError extends WxError {
  readonly code = 'WX_ROBOT_NO_PUSHER'
  constructor() {
    super('this robot has no pusher, so it cannot send a message on its own; give it one: new Robot({ pusher })')
  }
}

/** Who says that a push is not possible. */
export interface PushRefusal extends WxErrorOptions {
  /** True: by the robot's own count, and WeChat was not asked. False: WeChat has refused it. */
  readonly estimated: boolean
}

const byWhom = (estimated: boolean): string =>
  estimated ? "by this robot's own count, an estimate (option pushWindow)" : 'as WeChat answered'

/** The user did nothing lately that lets the account write to them; WeChat's errcode for it is 45015. */
export class PushWindowClosedError extends WxError {
  readonly code = 'WX_ROBOT_PUSH_WINDOW_CLOSED'
  static readonly errcode = 45015
  readonly estimated: boolean
  constructor({ estimated, ...options }: PushRefusal) {
    super(
      `the user cannot be sent a customer message now, ${byWhom(estimated)}: their last message is more than 48 hours ago ` +
        'and their last click, follow or scan more than a minute. Wait until they write, or use a subscription message.',
      options,
    )
    this.estimated = estimated
  }
}

/** The user was sent as many messages as their last action allows; WeChat's errcode for it is 45047. */
export class PushQuotaExceededError extends WxError {
  readonly code = 'WX_ROBOT_PUSH_QUOTA_EXCEEDED'
  static readonly errcode = 45047
  readonly estimated: boolean
  constructor({ estimated, ...options }: PushRefusal) {
    super(
      `the user was sent as many customer messages as they may be, ${byWhom(estimated)}: five after a message of theirs, ` +
        'three after a click, follow or scan. Put more into one message, or wait until they write.',
      options,
    )
    this.estimated = estimated
  }
}

/** The robot is closing and takes no new work. */
export class RobotClosedError extends WxError {
  readonly code = 'WX_ROBOT_CLOSED'
  constructor() {
    super('the robot is closed and takes nothing new; make another one to go on')
  }
}

/** A push about money or goods came, and no handler is registered for it. */
export class UnhandledPushError extends WxError {
  readonly code = 'WX_ROBOT_UNHANDLED_PUSH'
  constructor() {
    super(
      'no handler is registered for this push, and acknowledging it would say that money or goods were taken care of; ' +
        'register one, or one for all events: robot.on("event", …)',
    )
  }
}
