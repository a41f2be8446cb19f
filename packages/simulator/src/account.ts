import { ConfigError, type WebHandler } from '@wx/core'
import { MessageCrypto } from '@wx/crypto'
import type { WireTree } from '@wx/xml-messages'
import { type AccountState, accountState } from './api/account-state.js'
import type { ReaderComments } from './api/comments/comment-store.js'
import type { PublishControl } from './api/freepublish/publish-jobs.js'
import { checkJsapi, type JsapiCheck } from './api/jssdk/check.js'
import type { JsapiPage } from './api/jssdk/signature.js'
import { seenMenu } from './api/menu/seen-menu.js'
import { refuse } from './api/refusal.js'
import { Subscriptions } from './api/subscribe/subscriptions.js'
import type { Templates } from './api/template/templates.js'
import { type Attacks, attacksOn } from './attack.js'
import { type ConnectResult, verifyTarget } from './connect.js'
import { Agents } from './customer-service/agents/agents.js'
import { receive } from './customer-service/agents/reception.js'
import { assetsOf } from './customer-service/assets.js'
import { type CustomerDesk, type CustomerMessages, customerDesk, type Pusher } from './customer-service/desk.js'
import { deliver, type PushResult } from './delivery/deliver.js'
import { HoldQueue } from './delivery/hold-queue.js'
import type { Receiver } from './delivery/order.js'
import { handlerTarget, httpTarget, type Target } from './delivery/target.js'
import { NotConnectedError } from './errors.js'
import type { Chat } from './inbox.js'
import type { AccountMode, BodyFormat } from './judge/facts.js'
import { defaultMenu, type Menu } from './menu.js'
import { oneOf } from './one-of.js'
import { sampleOf } from './sample.js'
import { type CreateUserOptions, User } from './user.js'
import { type WebDomains, webDomains } from './web-domains.js'
import { secondsOf, type World } from './world.js'

/** `test` is the test account anybody can have; it may do everything. */
export type AccountKind = 'test' | 'subscription' | 'service' | 'miniProgram'

const kinds: readonly AccountKind[] = ['test', 'subscription', 'service', 'miniProgram']
const modes: readonly AccountMode[] = ['plain', 'compatible', 'secure']
const formats: readonly BodyFormat[] = ['xml', 'json']

export interface CreateAccountOptions {
  /** `test` when not given. */
  readonly kind?: AccountKind
  /** How messages travel; `secure` when not given. */
  readonly mode?: AccountMode
  /** `xml` when not given; mini programs: `json`. */
  readonly format?: BodyFormat
  /** Where pushes go, unverified; see also `account.connect`. */
  readonly url?: string
  /** Takes the pushes in this process, without a port. */
  readonly handler?: WebHandler
  /** 3 to 32 letters or digits. */
  readonly token?: string
  /** 43 characters. */
  readonly encodingAesKey?: string
  readonly appId?: string
  /** The secret that tokens are fetched with. */
  readonly appSecret?: string
  /** Addresses that may call the API; any when not given. Test accounts have no such list. */
  readonly ipWhitelist?: readonly string[]
  /** Where web OAuth may lead back to, each `host` or `host:port`; anywhere when not given. */
  readonly oauthDomains?: readonly string[]
  /** Whose pages may use the JS-SDK, each `host` or `host:port`, hosts below it included; any when not given. */
  readonly jsDomains?: readonly string[]
  /** Original id, `gh_…`. */
  readonly id?: string
  /** The account's WeChat id, which stands behind the `@` of its agents; the original id when not given. */
  readonly wechatId?: string
  readonly name?: string
  /** Unverified accounts may not send customer messages; true when not given. */
  readonly verified?: boolean
  readonly menu?: Menu
  /** An account of the time before tags, whose followers are in groups: `groups/*` answers. False when not given. */
  readonly legacyGroups?: boolean
}

/** What a robot has to be told about the account. */
export interface RobotConfig {
  readonly token: string
  readonly appId: string
  readonly encodingAesKey: string
  readonly mode: AccountMode
}

/** What an API client has to be told about the account. */
export interface ClientConfig {
  readonly appId: string
  readonly appSecret: string
  readonly baseUrl: string
}

/** One account of the simulated platform. */
export class Account {
  readonly id: string
  readonly name: string
  readonly kind: AccountKind
  readonly format: BodyFormat
  readonly verified: boolean
  /** Whether its followers are in groups, as before 2016. */
  readonly legacyGroups: boolean
  /** Where web OAuth may lead back to; undefined: anywhere. */
  readonly oauthDomains: WebDomains
  /** Whose pages may use the JS-SDK; undefined: any. */
  readonly jsDomains: WebDomains
  /** What a robot has to be told about it. */
  readonly config: RobotConfig
  /** @internal */
  readonly appSecret: string
  /** @internal */
  readonly state: AccountState
  readonly customerMessages: CustomerMessages
  /** The robot's way out for late answers: hand it to the robot as `pusher`. */
  readonly pusher: Pusher
  /** The people of its customer service. */
  readonly agents: Agents
  /** Its subscription messages, and what users agreed to. */
  readonly subscriptions: Subscriptions
  /** @internal */
  readonly desk: CustomerDesk
  /** Readers' side of the comments below published articles. */
  readonly comments: ReaderComments
  /** Requests WeChat never sends and a robot must refuse. */
  readonly attack: Attacks
  readonly #world: World
  readonly #changed: () => void
  readonly #receiver: Receiver
  readonly #users = new Map<string, User>()
  readonly #ipWhitelist: readonly string[] | undefined
  #target: Target | undefined

  /** @internal */
  constructor(options: CreateAccountOptions, world: World, changed: () => void) {
    const { ids } = world
    const { kind = 'test', mode = 'secure' } = options
    this.kind = oneOf(kinds, 'kind', kind)
    this.id = options.id ?? ids.originalId()
    this.name = options.name ?? kind
    this.format = oneOf(formats, 'format', options.format ?? (kind === 'miniProgram' ? 'json' : 'xml'))
    this.verified = options.verified ?? true
    this.legacyGroups = options.legacyGroups ?? false
    const credentials = {
      token: options.token ?? ids.token(),
      appId: options.appId ?? ids.appId(),
      encodingAesKey: options.encodingAesKey ?? ids.encodingAesKey(),
    }
    this.config = { ...credentials, mode: oneOf(modes, 'mode', mode) }
    this.appSecret = options.appSecret ?? ids.appSecret()
    this.#ipWhitelist = kind === 'test' ? undefined : options.ipWhitelist
    this.oauthDomains = webDomains('oauthDomains', options.oauthDomains)
    this.jsDomains = webDomains('jsDomains', options.jsDomains)
    this.state = accountState(world)
    this.comments = this.state.comments.readersSide((openid) => this.#users.get(openid)?.isFollowing)
    this.#world = world
    this.#changed = changed
    this.state.menus.publish(checked(options.menu ?? defaultMenu))
    this.#target = targetOf(options, world)
    this.#receiver = {
      id: this.id,
      isMiniProgram: kind === 'miniProgram',
      sealing: { mode, format: this.format, credentials, crypto: new MessageCrypto(credentials) },
      held: new HoldQueue(),
      target: () => {
        if (this.#target === undefined) throw new NotConnectedError(this.id)
        return this.#target
      },
    }
    const home = {
      id: this.id,
      chat: (openid: string) => this.#users.get(openid)?.chat,
      push: (fields: WireTree) => this.push(fields),
      changed,
    }
    this.agents = new Agents(world, home, options.wechatId ?? this.id)
    this.subscriptions = new Subscriptions(world, {
      ...home,
      isMiniProgram: kind === 'miniProgram',
      format: this.format,
    })
    this.desk = customerDesk(world, {
      account: this.id,
      isMiniProgram: kind === 'miniProgram',
      verified: this.verified,
      guest: (openid) => this.#users.get(openid),
      assets: assetsOf(this.state),
      hasAgent: (kfAccount) => this.agents.roster.find(kfAccount) !== undefined,
    })
    this.customerMessages = this.desk.customerMessages
    this.pusher = this.desk.pusher
    this.attack = attacksOn(this.#receiver, world)
  }

  /** What an API client has to be told about the account. */
  get clientConfig(): ClientConfig {
    return { appId: this.config.appId, appSecret: this.appSecret, baseUrl: this.#world.apiUrl() }
  }

  /**
   * @internal
   * @throws ApiRefusal 40164
   */
  mustListIp(ip: string): void {
    if (this.#ipWhitelist === undefined || this.#ipWhitelist.includes(ip)) return
    refuse(
      40164,
      'the address is not in ipWhitelist of the account',
      `invalid ip ${ip} ipv6 ::ffff:${ip}, not in whitelist`,
    )
  }

  /** What WeChat would say to a page that calls `wx.config`, and what had to be signed. */
  checkJsapi(page: JsapiPage): JsapiCheck {
    return checkJsapi(this, page)
  }

  /** Its templates: `add` takes one of any content, as the page of a test account does. */
  get templates(): Templates {
    return this.state.templates
  }

  /** Where pushes go; undefined before the account is connected. */
  get url(): string | undefined {
    return this.#target?.url
  }

  /** Decides what becomes of publications that are yet to come. */
  get publishing(): PublishControl {
    return this.state.publishing
  }

  /** The default menu, without buttons when there is none; what one user sees is `user.menu`. */
  get menu(): Menu {
    return this.state.menus.menu
  }

  get users(): readonly User[] {
    return [...this.#users.values()]
  }

  /**
   * Publishes the default menu, as the console does.
   * @throws ConfigError when there is no list of buttons
   */
  setMenu(menu: Menu): void {
    this.state.menus.publish(checked(menu))
    this.#changed()
  }

  /**
   * Verifies a URL (or a handler) as the console does, and sends pushes there from now on when it is right.
   * @throws ConfigError when it is no http or https URL
   */
  async connect(to: string | WebHandler): Promise<ConnectResult> {
    const target = targetOf(typeof to === 'string' ? { url: to } : { handler: to }, this.#world)
    if (target === undefined) throw new ConfigError('url', 'must be given')
    const result = await verifyTarget(target, this.#receiver, this.#world)
    if (result.ok) this.#target = target
    this.#changed()
    return result
  }

  /** A new user. Follows already, unless told otherwise; no push tells the robot. */
  createUser(options: CreateUserOptions = {}): User {
    const user = this.#newUser(options)
    this.#changed()
    return user
  }

  /**
   * Many new users at once, who follow already; no push tells the robot.
   * @param options what they have in common
   * @throws ConfigError for a count that is none
   */
  createUsers(
    count: number,
    options: Omit<CreateUserOptions, 'openid' | 'unionid' | 'wechatId'> = {},
  ): readonly User[] {
    if (!Number.isSafeInteger(count) || count < 0) throw new ConfigError('count', 'must be a whole number')
    const users = Array.from({ length: count }, () => this.#newUser(options))
    this.#changed()
    return users
  }

  /**
   * Takes the followers of another account over, as an account migration does: each gets an openid of this account, and
   * `changeopenid` tells it for 15 days. No push tells the robot; the other account stays as it is.
   * @returns the new users
   */
  takeOver(other: Account): readonly User[] {
    const pairs = other.users
      .filter((it) => it.isFollowing)
      .map((old) => {
        const { nickname, profile } = old
        const user = this.#newUser({ ...profile, nickname, subscribeScene: 'ADD_SCENE_ACCOUNT_MIGRATION' })
        return { old: old.openid, user }
      })
    this.state.migrations.add({
      names: [other.config.appId, other.id],
      at: this.#world.clock.now(),
      openids: new Map(pairs.map(({ old, user }) => [old, user.openid])),
    })
    this.#changed()
    return pairs.map(({ user }) => user)
  }

  /** The user of that openid. */
  user(openid: string): User | undefined {
    return this.#users.get(openid)
  }

  /**
   * Pushes these very fields, whatever they are. When `FromUserName` is a user of the account, that user sees the
   * answer.
   * @throws NotConnectedError
   */
  async push(fields: WireTree): Promise<PushResult> {
    const from = fields['FromUserName']
    return this.#push(fields, typeof from === 'string' ? this.#users.get(from)?.chat : undefined)
  }

  /**
   * Pushes any row of the table of messages, events and platform pushes, with sample content.
   * @param name `Event`, `InfoType` or `MsgType` in any letter case, or kind and key of a row (`message:location`)
   * @param overrides wire fields that replace the sample's; `FromUserName` makes it the push of that user
   * @throws ConfigError for a name the table does not have
   */
  async pushEvent(name: string, overrides: WireTree = {}): Promise<PushResult> {
    const sample = sampleOf(name)
    const header = {
      ToUserName: this.id,
      CreateTime: secondsOf(this.#world),
      MsgId: this.#world.ids.messageId(),
      AppId: this.config.appId,
    }
    const own = Object.entries(header).filter(([field]) => sample[field] !== undefined)
    return this.push({ ...sample, ...Object.fromEntries(own), ...overrides })
  }

  #newUser(options: CreateUserOptions): User {
    const openid = options.openid ?? this.#world.ids.openid()
    if (this.#users.has(openid)) throw new ConfigError('openid', 'this account has a user of that openid')
    const filled = { ...options, openid, nickname: options.nickname ?? `用户${this.#users.size + 1}` }
    const home = {
      id: this.id,
      isMiniProgram: this.#receiver.isMiniProgram,
      qrCodes: this.state.qrCodes,
      media: this.state.media,
      menuFor: (who: User) => seenMenu(who, this.state),
      followed: (who: User) => this.#followed(who),
      unfollowed: (who: User) => this.#unfollowed(who),
      push: (fields: WireTree, chat: Chat) => {
        this.state.statistics.pushed(fields)
        return receive(fields, this.agents, () => this.#push(fields, chat))
      },
    }
    const user = new User(filled, home, { world: this.#world, changed: this.#changed })
    this.#users.set(openid, user)
    if (user.isFollowing) this.state.followers.add(openid)
    return user
  }

  #followed({ openid, subscription }: User): void {
    this.state.statistics.followed(openid, subscription?.scene)
    this.state.followers.delete(openid)
    this.state.followers.add(openid)
  }

  #unfollowed({ openid }: User): void {
    const { followers, tags, groups, statistics } = this.state
    statistics.unfollowed(openid)
    followers.delete(openid)
    tags.forget(openid)
    groups.forget(openid)
  }

  async #push(fields: WireTree, chat: Chat | undefined): Promise<PushResult> {
    const result = await deliver({ receiver: this.#receiver, fields, chat }, this.#world)
    this.state.statistics.delivered(result.deliveries)
    return result
  }
}

function targetOf(to: { readonly url?: string; readonly handler?: WebHandler }, world: World): Target | undefined {
  if (to.url !== undefined && to.handler !== undefined)
    throw new ConfigError('url', 'give a url or a handler, not both')
  if (typeof to.handler === 'function') return handlerTarget(to.handler)
  if (to.handler !== undefined) throw new ConfigError('handler', 'must be a function')
  if (to.url === undefined) return undefined
  const url = URL.canParse(to.url) ? new URL(to.url) : undefined
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new ConfigError('url', `must be a whole http or https URL, not ${JSON.stringify(to.url)}`)
  }
  return httpTarget(url.href, world.settings.maxAnswerBytes)
}

function checked(menu: Menu): Menu {
  if (Array.isArray(menu.button)) return menu
  throw new ConfigError('menu.button', 'must be a list of buttons')
}
