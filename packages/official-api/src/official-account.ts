import { ApiClient, type ClientOptions, type CredentialProvider, type TicketKind } from '@wx/api-client'
import type { Clock } from '@wx/core'
import type {
  AiApi,
  ApiDomains,
  AuthApi,
  AutoReplyApi,
  CardApi,
  CityServiceApi,
  DeviceApi,
  GuideApi,
  ImgApi,
  InvoiceApi,
  IotApi,
  MarketCodeApi,
  MarketingApi,
  MerchantApi,
  NontaxApi,
  OauthApi,
  OcrApi,
  OpenAccountApi,
  PoiApi,
  PublisherApi,
  QrcodeJumpApi,
  ScanProductApi,
  ShakeApi,
  StoreApi,
  TicketApi,
  WifiApi,
} from '@wx/endpoints'
import { rowLoaders } from '@wx/endpoints/load'
import { bindDomain } from './binding/bind-domain.js'
import { propertyOf } from './binding/property-names.js'
import { type BlacklistDomain, blacklistShorthands } from './domains/blacklist.js'
import { type CommentsDomain, commentsShorthands } from './domains/comments.js'
import { type CustomMessageDomain, customMessageShorthands } from './domains/custom-message.js'
import { type CustomServiceDomain, customServiceShorthands } from './domains/custom-service.js'
import { type DatacubeDomain, datacubeShorthands } from './domains/datacube.js'
import { type DraftsDomain, draftsShorthands } from './domains/drafts.js'
import { type FreepublishDomain, freepublishShorthands } from './domains/freepublish.js'
import { type GroupsDomain, groupsShorthands } from './domains/groups.js'
import { type MassMessageDomain, massMessageShorthands } from './domains/mass-message.js'
import { type MaterialsDomain, materialsShorthands } from './domains/materials.js'
import { type MediaDomain, mediaShorthands } from './domains/media.js'
import { type MenuDomain, menuShorthands } from './domains/menu.js'
import { type NetworkDomain, networkShorthands } from './domains/network.js'
import { type OpenapiDomain, openapiShorthands } from './domains/openapi.js'
import { type QrcodeDomain, qrcodeShorthands } from './domains/qrcode.js'
import { type ShortenDomain, shortenShorthands } from './domains/shorten.js'
import { type SubscribeMessageDomain, subscribeMessageShorthands } from './domains/subscribe-message.js'
import { type TagsDomain, tagsShorthands } from './domains/tags.js'
import { type TemplateMessageDomain, templateMessageShorthands } from './domains/template-message.js'
import { type UsersDomain, usersShorthands } from './domains/users.js'

/**
 * An official account: every endpoint as a documented method (`account.menu.create({ button: […] })`), with shorter
 * words for what is used daily (`account.customMessage.sendText(openid, 'hello')`).
 *
 * Make one per account and keep it: its token is fetched once, however many calls ask for it. `close` it at the end.
 */
export class OfficialAccount {
  /** What all calls go through. */
  readonly client: ApiClient
  /**
   * Calls any endpoint by its name: typed where the kit knows it, as it is given where not.
   *
   * @throws ApiError when WeChat refuses, TransportError when it could not be asked
   */
  readonly call: ApiClient['call']
  readonly #domains = new Map<keyof ApiDomains, object>()

  /**
   * @param options appId, appSecret, and how to call; `fromEnv()` of `@wx/api-client` makes them of the environment
   * @throws ConfigError naming the setting that cannot work
   */
  constructor(options: ClientOptions) {
    this.client = new ApiClient(options)
    this.call = this.client.call.bind(this.client)
  }

  get appId(): string {
    return this.client.appId
  }

  /** What the account's times go by; what is built on it goes by it too. */
  get clock(): Clock {
    return this.client.clock
  }

  /** The account's tokens: `get`, `peek` (export), `put` (import), `invalidate`. */
  get tokens(): CredentialProvider {
    return this.client.tokens
  }

  /** Tickets of a kind, `jsapi` or `wx_card`: fetched when first asked for, and kept like the token. */
  ticket(kind: TicketKind): CredentialProvider {
    return this.client.ticket(kind)
  }

  /**
   * Takes no further calls and waits for those that run.
   *
   * @param options `graceMs`: milliseconds after which they are ended with ClientClosedError; 10,000 by default
   */
  close(options?: { readonly graceMs?: number }): Promise<void> {
    return this.client.close(options)
  }

  /** Speech to text, translation, meaning of a sentence. */
  get ai(): AiApi {
    return this.#domain('ai')
  }

  /** Tokens of the account by hand. The client fetches them by itself: see `tokens`. */
  get auth(): AuthApi {
    return this.#domain('auth')
  }

  /** Automatic replies set in the console. */
  get autoReply(): AutoReplyApi {
    return this.#domain('autoReply')
  }

  /** Followers who are blocked. */
  get blacklist(): BlacklistDomain {
    return this.#domain('blacklist', blacklistShorthands)
  }

  /** Cards and coupons. */
  get card(): CardApi {
    return this.#domain('card')
  }

  /** City services. */
  get cityService(): CityServiceApi {
    return this.#domain('cityService')
  }

  /** What readers write below articles. */
  get comments(): CommentsDomain {
    return this.#domain('comment', commentsShorthands)
  }

  /** Customer-service messages: to a user who wrote within 48 hours. */
  get customMessage(): CustomMessageDomain {
    return this.#domain('messageCustom', customMessageShorthands)
  }

  /** Agents of customer service, their talks and records. */
  get customService(): CustomServiceDomain {
    return this.#domain('customService', customServiceShorthands)
  }

  /** Figures of followers, articles, messages and calls. */
  get datacube(): DatacubeDomain {
    return this.#domain('datacube', datacubeShorthands)
  }

  /** Devices bound to the account. */
  get device(): DeviceApi {
    return this.#domain('device')
  }

  /** Articles and picture posts that are not published yet. */
  get drafts(): DraftsDomain {
    return this.#domain('draft', (api) => draftsShorthands(api, this))
  }

  /** Articles that are published. */
  get freepublish(): FreepublishDomain {
    return this.#domain('freepublish', freepublishShorthands)
  }

  /** Groups of followers.
   *
   * @deprecated Legacy: use `tags`.
   */
  get groups(): GroupsDomain {
    return this.#domain('group', groupsShorthands)
  }

  /** Shopping guides and their customers. */
  get guide(): GuideApi {
    return this.#domain('guide')
  }

  /** Cropping, codes in pictures, sharper pictures. */
  get img(): ImgApi {
    return this.#domain('img')
  }

  /** Electronic invoices. */
  get invoice(): InvoiceApi {
    return this.#domain('invoice')
  }

  /** Devices of the Internet of things. */
  get iot(): IotApi {
    return this.#domain('iot')
  }

  /** One code for one piece of goods. */
  get marketCode(): MarketCodeApi {
    return this.#domain('marketCode')
  }

  /** Data for advertisements. */
  get marketing(): MarketingApi {
    return this.#domain('marketing')
  }

  /** Messages to all followers or many of them. */
  get massMessage(): MassMessageDomain {
    return this.#domain('messageMass', massMessageShorthands)
  }

  /** Files and articles that are kept until they are deleted. */
  get materials(): MaterialsDomain {
    return this.#domain('material', materialsShorthands)
  }

  /** Files that are kept for three days. */
  get media(): MediaDomain {
    return this.#domain('media', (api) => mediaShorthands(api, this))
  }

  /** The menu below the chat. */
  get menu(): MenuDomain {
    return this.#domain('menu', menuShorthands)
  }

  /** The shop of before 2020. */
  get merchant(): MerchantApi {
    return this.#domain('merchant')
  }

  /** WeChat's addresses, and whether it reaches yours. */
  get network(): NetworkDomain {
    return this.#domain('network', networkShorthands)
  }

  /** Payments to authorities. */
  get nontax(): NontaxApi {
    return this.#domain('nontax')
  }

  /** The single steps of web login. */
  get oauth(): OauthApi {
    return this.#domain('oauth')
  }

  /** Text in pictures: cards, licences, print. */
  get ocr(): OcrApi {
    return this.#domain('ocr')
  }

  /** Binding accounts to one of the open platform. */
  get openAccount(): OpenAccountApi {
    return this.#domain('openAccount')
  }

  /** Quotas, and what was behind an error. */
  get openapi(): OpenapiDomain {
    return this.#domain('openapi', openapiShorthands)
  }

  /** Places of shops. */
  get poi(): PoiApi {
    return this.#domain('poi')
  }

  /** Income from advertisements. */
  get publisher(): PublisherApi {
    return this.#domain('publisher')
  }

  /** QR codes that carry a value of yours. */
  get qrcode(): QrcodeDomain {
    return this.#domain('qrcode', (api) => qrcodeShorthands(api, this))
  }

  /** QR codes that open a mini program. */
  get qrcodeJump(): QrcodeJumpApi {
    return this.#domain('qrcodeJump')
  }

  /** Goods found by their bar code. */
  get scanProduct(): ScanProductApi {
    return this.#domain('scanProduct')
  }

  /** Shake around: beacons and pages. */
  get shake(): ShakeApi {
    return this.#domain('shake')
  }

  /** Short keys for long texts. */
  get shorten(): ShortenDomain {
    return this.#domain('shorten', shortenShorthands)
  }

  /** Shops on the map. */
  get store(): StoreApi {
    return this.#domain('store')
  }

  /** Subscription notices: to users who agreed to the template. */
  get subscribeMessage(): SubscribeMessageDomain {
    return this.#domain('messageSubscribe', subscribeMessageShorthands)
  }

  /** Tags on followers. */
  get tags(): TagsDomain {
    return this.#domain('tag', tagsShorthands)
  }

  /** Notices after a template. */
  get templateMessage(): TemplateMessageDomain {
    return this.#domain('messageTemplate', templateMessageShorthands)
  }

  /** Tickets by hand. The client fetches them by itself: see `ticket`. */
  get tickets(): TicketApi {
    return this.#domain('ticket')
  }

  /** Followers, and what the account may know of them. */
  get users(): UsersDomain {
    return this.#domain('user', usersShorthands)
  }

  /** Wi-Fi of shops. */
  get wifi(): WifiApi {
    return this.#domain('wifi')
  }

  #domain<Key extends keyof ApiDomains, Shorthands extends object = object>(
    key: Key,
    shorthands: (api: ApiDomains[Key]) => Shorthands = () => ({}) as Shorthands,
  ): ApiDomains[Key] & Shorthands {
    const known = this.#domains.get(key)
    if (known !== undefined) return known as ApiDomains[Key] & Shorthands
    const source = { name: `account.${propertyOf(key)}`, client: this.client, load: rowLoaders[key] }
    const domain = bindDomain<ApiDomains[Key], Shorthands>(source, shorthands)
    this.#domains.set(key, domain)
    return domain
  }
}
