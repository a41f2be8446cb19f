export type { Account, AccountKind, ClientConfig, CreateAccountOptions, RobotConfig } from './account.js'
export type { AttackResult, Attacks } from './attack.js'
export type { ConnectResult } from './connect.js'
export type { CustomerMessages, Pusher } from './customer-service/desk.js'
export { type CustomerMessage, customerMessageOf } from './customer-service/message.js'
export { type Opening, openings } from './customer-service/windows.js'
export type { Delivery } from './delivery/attempt.js'
export type { PushResult } from './delivery/deliver.js'
export {
  type CustomerMessageErrcode,
  CustomerMessageError,
  ImpossibleActionError,
  NotConnectedError,
  SimulatorClosedError,
} from './errors.js'
export type {
  Exchange,
  ExchangeAnswer,
  ExchangeKind,
  ExchangeListener,
  ExchangeRequest,
  Exchanges,
} from './exchanges.js'
export type { ActiveFault, FaultMatch, FaultSpec, Faults } from './faults/faults.js'
export { type FaultName, type FaultParams, faultKinds } from './faults/kinds.js'
export type { ChatLine, InboxItem, InboxVia, ShownMessage } from './inbox.js'
export type { AccountMode, BodyFormat } from './judge/facts.js'
export { type Finding, judgeRules, type Verdict } from './judge/judge.js'
export type { JudgedReply, ReplyType, ShownArticle, VisibleReply } from './judge/reply-types.js'
export type { JudgeRule, Severity, Stage } from './judge/rule.js'
export { defaultMenu, type Menu, type MenuButton, type SubMenu } from './menu.js'
export { type ControlRoute, controlRoutes } from './server/routes.js'
export { defaultSettings, type PlatformSettings } from './settings.js'
export { type Simulator, type SimulatorOptions, startSimulator } from './simulator.js'
export type { CreateUserOptions, TapOptions, TapResult, User } from './user.js'
export type { UserMessageInput, UserMessageType } from './user-messages.js'
