export { textLimit } from '@wx/xml-messages'
export type { HandlerResult, ShortMusic, ShortNews } from './answer.js'
export type { ReplyBuilders, RobotContext } from './context.js'
export type { Conversation, Saying, Step } from './conversation.js'
export {
  HandlerTimeoutError,
  InvalidReplyError,
  NoPusherError,
  PushQuotaExceededError,
  type PushRefusal,
  PushWindowClosedError,
  RobotClosedError,
  RobotUsageError,
  TextTooLongError,
  UnhandledPushError,
} from './errors.js'
export type { Filter, Filtered, FilterMessages } from './filters.js'
export type { Rule } from './hears.js'
export type { Listening } from './listen.js'
export type { DeadlineOptions, Pusher, RobotMode, RobotOptions, TimeoutPolicy } from './options.js'
export type { Push } from './push.js'
export type { ParsedQuery, PushRequest } from './query.js'
export type { RefusalReason } from './refusal.js'
export { Robot, type TypeMethods } from './robot.js'
export { type RobotCache, type RobotCacheOptions, robotCache } from './robot-cache.js'
export { type OneOfRobots, type RobotResolver, type Robots, type RobotsOptions, robots } from './robots.js'
export type { ErrorHandler, Handler, Middleware } from './router.js'
export type { RobotStats } from './stats.js'
