export type { Account, AccountKind, ClientConfig, CreateAccountOptions, RobotConfig } from './account.js'
export {
  type About,
  type AboutEndpoint,
  type AboutPage,
  type AboutRule,
  aboutText,
} from './api/about.js'
export type { ArticlePlace, ReaderComments } from './api/comments/comment-store.js'
export type { FailedPublication, PublishControl, PublishFailure } from './api/freepublish/publish-jobs.js'
export type { JsapiCheck } from './api/jssdk/check.js'
export type { JsapiPage } from './api/jssdk/signature.js'
export type { Consent, Visit, VisitOptions } from './api/oauth/visit.js'
export { mayUse, type Standing } from './api/permissions.js'
export type { Subscriptions } from './api/subscribe/subscriptions.js'
export type { OwnTemplate, PrivateTemplate, Templates } from './api/template/templates.js'
export type { AttackResult, Attacks } from './attack.js'
export type { ConnectResult } from './connect.js'
export type { Agent, AgentMessage, GoOnlineOptions, Invitation } from './customer-service/agents/agent.js'
export type { Agents } from './customer-service/agents/agents.js'
export type { ServiceRecord, ServiceSession, WaitingUser } from './customer-service/agents/floor.js'
export type { CustomerMessages, Pusher } from './customer-service/desk.js'
export type { CustomerMessage } from './customer-service/message.js'
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
export { type ApiFaultName, apiFaultKinds } from './faults/api-kinds.js'
export type {
  ActiveFault,
  ApiFaultSpec,
  CallMatch,
  FaultMatch,
  FaultSpec,
  Faults,
  PushFaultSpec,
} from './faults/faults.js'
export { type FaultName, type FaultParams, faultKinds } from './faults/kinds.js'
export type { ChatLine, InboxItem, InboxVia, ShownMessage } from './inbox.js'
export type { AccountMode, BodyFormat } from './judge/facts.js'
export { type Finding, judgeRules, type Verdict } from './judge/judge.js'
export type { JudgedReply, ReplyType, ShownArticle, VisibleReply } from './judge/reply-types.js'
export type { JudgeRule, Severity, Stage } from './judge/rule.js'
export { defaultMenu, type Menu, type MenuButton, type SubMenu } from './menu.js'
export type { Profile, ProfileOptions, SubscribeScene, Subscription, UserPlatform } from './profile.js'
export type { ControlRoute } from './server/control-route.js'
export { controlRoutes } from './server/routes.js'
export { defaultSettings, type PlatformSettings } from './settings.js'
export { type Simulator, type SimulatorOptions, startSimulator } from './simulator.js'
export type { AccountSeed, SimulatorState, UserSeed } from './state-file/state.js'
export type { CreateUserOptions, FollowOptions, TapOptions, TapResult, User } from './user.js'
export type { UserMessageInput, UserMessageType } from './user-messages.js'
