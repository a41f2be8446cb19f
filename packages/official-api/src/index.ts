// The account, and what of the client below it a program that uses it needs.
export {
  AccessTokenError,
  type AccessTokenOptions,
  ApiError,
  BodyConsumedError,
  ClientClosedError,
  type ClientOptions,
  type Credential,
  type CredentialProvider,
  type CredentialStore,
  classicToken,
  DecodeError,
  DownloadError,
  type Environment,
  fromEnv,
  fromStore,
  fromUrl,
  HttpError,
  InvalidCodeError,
  IpNotWhitelistedError,
  NetworkError,
  PermissionError,
  PushQuotaExceededError,
  PushWindowClosedError,
  QuotaError,
  ReadOnlyTokenError,
  readOnly,
  stableToken,
  TimeoutError,
  type TokenRelayOptions,
  type TokenSource,
  TokenUnavailableError,
  TransportError,
  tokenRelay,
  UploadError,
} from '@wx/api-client'
export { ConfigError } from '@wx/core'

// What its domains take and answer.
export type { Day } from './arguments/days.js'
// What stands beside it, each on an account or a client.
export * from './bulk/index.js'
export type { BlacklistDomain } from './domains/blacklist.js'
export type { ArticleComments, CommentsDomain } from './domains/comments.js'
export type {
  CustomArticle,
  CustomMenu,
  CustomMessageDomain,
  CustomMessageOptions,
  CustomMiniProgramPage,
  CustomMusic,
  CustomVideo,
} from './domains/custom-message.js'
export type { CustomServiceDomain, RecordSpan } from './domains/custom-service.js'
export type { DailyFigures, DatacubeDomain, DaySpan, FigureOf } from './domains/datacube.js'
export type { DraftsDomain, PublishJob } from './domains/drafts.js'
export type { FreepublishDomain, PublishStatus } from './domains/freepublish.js'
export type { GroupsDomain } from './domains/groups.js'
export type {
  MassAudience,
  MassJob,
  MassMessage,
  MassMessageDomain,
  MassMessageOptions,
} from './domains/mass-message.js'
export type { AddedMaterial, Material, MaterialsDomain } from './domains/materials.js'
export type { MediaDomain, UploadedMedia, UploadOptions } from './domains/media.js'
export type { MenuDomain } from './domains/menu.js'
export type { CallbackCheckOptions, NetworkDomain } from './domains/network.js'
export type { DayQuota, OpenapiDomain } from './domains/openapi.js'
export type { Qrcode, QrcodeDomain } from './domains/qrcode.js'
export type { KeptText, ShortenDomain } from './domains/shorten.js'
export type { SubscribeMessageDomain, SubscribeMessageOptions } from './domains/subscribe-message.js'
export type { TagsDomain } from './domains/tags.js'
export type { MiniProgramPage, TemplateData } from './domains/template-data.js'
export type { TemplateMessageDomain, TemplateMessageOptions } from './domains/template-message.js'
export type { UserInfoOptions, UsersDomain } from './domains/users.js'
export { IncompleteAnswerError, UnknownTicketError } from './errors.js'
export * from './jssdk/index.js'
export * from './media-files/index.js'
export * from './oauth/index.js'
export { OfficialAccount } from './official-account.js'
export * from './pusher/index.js'
