import type { WireTree } from '@wx/xml-messages'
import type { MediaStore } from './api/media/media-store.js'
import { CookieJar } from './api/oauth/cookie-jar.js'
import { type Visit, type VisitOptions, visit } from './api/oauth/visit.js'
import { type QrCodes, sceneValue } from './api/qrcode/qr-codes.js'
import { type Scanned, scannedCode } from './api/qrcode/scanned.js'
import { findMenuItem } from './customer-service/menu-items.js'
import { type Opening, ServiceWindows } from './customer-service/windows.js'
import type { PushResult } from './delivery/deliver.js'
import { ImpossibleActionError } from './errors.js'
import { Chat, type ChatLine, type InboxItem } from './inbox.js'
import { findButton, type Menu, type MenuButton } from './menu.js'
import {
  type Profile,
  type ProfileOptions,
  profileOf,
  type SubscribeScene,
  type Subscription,
  subscriptionOf,
} from './profile.js'
import { messageFields, messageLine, somewhere, type UserMessageInput } from './user-messages.js'
import { secondsOf, type World } from './world.js'

export interface CreateUserOptions extends ProfileOptions {
  readonly nickname?: string
  readonly openid?: string
  /** Whether the user follows from the start, without a push; true when not given. */
  readonly isFollowing?: boolean
  /** The account's own remark on the user; none when not given. */
  readonly remark?: string
}

export interface FollowOptions {
  /** Scene of the QR code that was scanned. */
  readonly scene?: string | number
  /** How the user came; `ADD_SCENE_QR_CODE` with a scene, `ADD_SCENE_SEARCH` without. */
  readonly subscribeScene?: SubscribeScene
}

export interface TapOptions {
  /** What is scanned, for `scancode_push` and `scancode_waitmsg`. */
  readonly scanResult?: string
  readonly scanType?: 'qrcode' | 'barcode'
  /** How many pictures are chosen, for the picture buttons; 1 when not given. */
  readonly pictures?: number
  /** What is chosen, for `location_select`. */
  readonly location?: { readonly latitude: number; readonly longitude: number; readonly label?: string }
}

export interface TapResult extends PushResult {
  /** Picture and location buttons also send what was chosen as messages of their own. */
  readonly followUps: readonly PushResult[]
}

/** What a user needs of the account. */
export interface Home {
  readonly id: string
  /** Where files that users send are kept. */
  readonly media: MediaStore
  readonly isMiniProgram: boolean
  readonly qrCodes: QrCodes
  /** The menu that this user sees. */
  menuFor(user: User): { readonly menu: Menu; readonly menuId: string }
  /** Takes note that the user follows from now on. */
  followed(user: User): void
  unfollowed(user: User): void
  push(fields: WireTree, chat: Chat): Promise<PushResult>
}

/** The options with what every user has. */
type FilledOptions = CreateUserOptions & { readonly nickname: string; readonly openid: string }

/** A user of one account. Every method resolves when all deliveries of what it caused are over. */
export class User {
  readonly openid: string
  readonly nickname: string
  /** What the platform knows of the person. */
  readonly profile: Profile
  /** The account's own remark on the user; empty when there is none. */
  remark: string
  /** @internal */
  readonly chat: Chat
  /** @internal */
  readonly windows: ServiceWindows
  readonly #home: Home
  readonly #cookies: CookieJar
  readonly #world: World
  #isFollowing: boolean
  #blocksTemplates = false
  #subscription: Subscription

  /** @internal */
  constructor(options: FilledOptions, home: Home, surroundings: { world: World; changed: () => void }) {
    this.openid = options.openid
    this.nickname = options.nickname
    this.profile = profileOf(options)
    this.remark = options.remark ?? ''
    this.#isFollowing = options.isFollowing ?? true
    this.#subscription = subscriptionOf(options, Number(secondsOf(surroundings.world)))
    this.#home = home
    this.#world = surroundings.world
    this.#cookies = new CookieJar(surroundings.world.clock)
    this.chat = new Chat(surroundings.world.clock, surroundings.changed)
    this.windows = new ServiceWindows(surroundings.world.clock)
  }

  /** Mini programs have no followers: whoever opens one is a user. */
  get isFollowing(): boolean {
    return this.#home.isMiniProgram || this.#isFollowing
  }

  /** How the user came to follow, the last time; undefined when the user does not follow. */
  get subscription(): Subscription | undefined {
    return this.isFollowing ? this.#subscription : undefined
  }

  /** The menu this user sees: the newest conditional one that fits, or the default one. */
  get menu(): Menu {
    return this.#home.menuFor(this).menu
  }

  /** Whether "typing …" stands above the chat now. */
  get seesTyping(): boolean {
    return this.chat.isTyping
  }

  /** Whether the user does not want template messages of the account. */
  get blocksTemplates(): boolean {
    return this.#blocksTemplates
  }

  /** The user refuses template messages of the account, or takes them again. No push tells the robot. */
  blockTemplates(blocks = true): void {
    this.#blocksTemplates = blocks
  }

  /**
   * Taps an entry of the newest `msgmenu` that has it: its text is sent with `bizmsgmenuid`.
   * @throws ImpossibleActionError when no message in the chat has such an entry
   */
  async tapMsgMenu(id: string): Promise<PushResult> {
    const item = findMenuItem(this.chat.lines, id)
    if (item === undefined) {
      throw new ImpossibleActionError(`no msgmenu in the chat has an entry of id ${JSON.stringify(id)}; see user.inbox`)
    }
    return this.send({ type: 'text', content: item.content, bizmsgmenuid: item.id })
  }

  /** Everything the user sees, in order: replies, customer messages, the failure banner; also what came late. */
  get inbox(): readonly InboxItem[] {
    return this.chat.inbox
  }

  /** The whole chat, the user's own side included. */
  get lines(): readonly ChatLine[] {
    return this.chat.lines
  }

  /** Follows the account, by scanning a QR code with a scene when one is given. Pushes `subscribe`. */
  async follow(options: FollowOptions = {}): Promise<PushResult> {
    this.#officialOnly('follow')
    const code = options.scene === undefined ? undefined : this.#scanned(options.scene)
    const scene = code === undefined ? undefined : sceneValue(code.scene)
    this.#isFollowing = true
    this.#subscription = {
      time: Number(secondsOf(this.#world)),
      scene: options.subscribeScene ?? (scene === undefined ? 'ADD_SCENE_SEARCH' : 'ADD_SCENE_QR_CODE'),
      qrScene: typeof scene === 'number' ? scene : 0,
      qrSceneStr: typeof scene === 'string' ? scene : '',
    }
    this.#home.followed(this)
    this.#opens(scene === undefined ? ['follow'] : ['follow', 'scan'])
    this.chat.did('follow', scene === undefined ? '' : String(scene))
    const scanned = code === undefined ? {} : { Ticket: code.ticket }
    return this.#event('subscribe', { EventKey: scene === undefined ? '' : `qrscene_${scene}`, ...scanned })
  }

  /** Stops following. Pushes `unsubscribe`, to which nobody sees an answer. */
  async unfollow(): Promise<PushResult> {
    this.#officialOnly('unfollow')
    this.#mustFollow('unfollow')
    this.#isFollowing = false
    this.remark = ''
    this.#home.unfollowed(this)
    this.chat.did('unfollow', '')
    return this.#event('unsubscribe', { EventKey: '' })
  }

  /**
   * Writes to the account.
   * @throws ImpossibleActionError when the user does not follow it; ConfigError for a type that does not exist
   */
  async send(message: UserMessageInput): Promise<PushResult> {
    this.#mustFollow('write')
    const { ids } = this.#world
    const fields = {
      MsgType: message.type,
      ...messageFields(message, { ids, media: this.#home.media }),
      MsgId: ids.messageId(),
    }
    this.#opens(['message'])
    this.chat.did(message.type, messageLine(message))
    return this.#push(fields)
  }

  /**
   * Taps a button of the menu.
   * @param wanted the button, or its key, name, URL or page
   * @throws ImpossibleActionError when there is no such button, or when it pushes nothing
   */
  async tap(wanted: string | MenuButton, options: TapOptions = {}): Promise<TapResult> {
    this.#officialOnly('tap a menu')
    this.#mustFollow('tap a menu')
    const button = typeof wanted === 'string' ? findButton(this.menu, wanted) : wanted
    if (button === undefined) {
      throw new ImpossibleActionError(`the menu this user sees has no button ${JSON.stringify(wanted)}; see user.menu`)
    }
    const { event, chosen } = this.#press(button, options)
    this.chat.did('tap', button.name)
    const first = await event()
    const followUps: PushResult[] = []
    for (const message of chosen) followUps.push(await this.send(message))
    return { ...first, followUps }
  }

  /**
   * Scans a QR code of the account: pushes `SCAN`, or `subscribe` when the user does not follow yet.
   * @param what the ticket or the url of `/cgi-bin/qrcode/create`, or a scene
   * @throws ImpossibleActionError for a code past its time, and for a ticket or url that is none of the account's
   */
  async scan(what: string | number): Promise<PushResult> {
    this.#officialOnly('scan a QR code')
    const code = this.#scanned(what)
    if (!this.#isFollowing) return this.follow({ scene: what })
    const scene = String(sceneValue(code.scene))
    this.#opens(['scan'])
    this.chat.did('scan', scene)
    return this.#event('SCAN', { EventKey: scene, Ticket: code.ticket })
  }

  /**
   * Opens an address in WeChat's browser and goes where it leads, through web OAuth too. Cookies are kept from one visit
   * to the next; scripts are not run.
   * @throws ImpossibleActionError when there is no such address, nobody answers, or it leads on for ever
   */
  async visit(url: string, options: VisitOptions = {}): Promise<Visit> {
    const { closing } = this.#world
    const browser = { openid: this.openid, cookies: this.#cookies, apiUrl: this.#world.apiUrl(), closing }
    return visit(url, browser, options)
  }

  /** The phone reports where it is, as it does when a user who agreed opens the chat. Pushes `LOCATION`. */
  async reportLocation(place: {
    readonly latitude: number
    readonly longitude: number
    readonly precision?: number
  }): Promise<PushResult> {
    this.#officialOnly('report a location')
    this.#mustFollow('report a location')
    const { latitude, longitude, precision = 40 } = place
    this.chat.did('reportLocation', `${latitude}, ${longitude}`)
    const decimals = (value: number): string => value.toFixed(6)
    return this.#event('LOCATION', {
      Latitude: decimals(latitude),
      Longitude: decimals(longitude),
      Precision: decimals(precision),
    })
  }

  /** Opens the customer-service chat of a mini program. Pushes `user_enter_tempsession`. */
  async enterSession(options: { readonly sessionFrom?: string } = {}): Promise<PushResult> {
    if (!this.#home.isMiniProgram) {
      throw new ImpossibleActionError(
        'only mini programs have a customer-service session to enter; this is an official account',
      )
    }
    this.chat.did('enterSession', options.sessionFrom ?? '')
    return this.#event('user_enter_tempsession', { SessionFrom: options.sessionFrom ?? '' })
  }

  #press(
    button: MenuButton,
    options: TapOptions,
  ): { readonly event: () => Promise<PushResult>; readonly chosen: readonly UserMessageInput[] } {
    const EventKey = button.key ?? ''
    switch (button.type) {
      case 'click':
        return { event: () => this.#clicked('CLICK', { EventKey }), chosen: [] }
      case 'view':
        return {
          event: () => this.#event('VIEW', { EventKey: button.url ?? '', MenuId: this.#home.menuFor(this).menuId }),
          chosen: [],
        }
      case 'miniprogram':
        return {
          event: () =>
            this.#event('view_miniprogram', {
              EventKey: button.pagepath ?? '',
              MenuId: this.#home.menuFor(this).menuId,
            }),
          chosen: [],
        }
      case 'scancode_push':
      case 'scancode_waitmsg': {
        const { scanType = 'qrcode', scanResult = 'https://example.com/scanned' } = options
        const ScanCodeInfo = { ScanType: scanType, ScanResult: scanResult }
        return { event: () => this.#clicked(button.type, { EventKey, ScanCodeInfo }), chosen: [] }
      }
      case 'pic_sysphoto':
      case 'pic_photo_or_album':
      case 'pic_weixin': {
        const { pictures = 1 } = options
        const item = Array.from({ length: pictures }, () => ({ PicMd5Sum: this.#world.ids.md5() }))
        const SendPicsInfo = { Count: String(pictures), PicList: pictures === 0 ? '' : { item } }
        return {
          event: () => this.#event(button.type, { EventKey, SendPicsInfo }),
          chosen: item.map(() => ({ type: 'image' })),
        }
      }
      case 'location_select': {
        const { latitude, longitude, label = somewhere.label } = options.location ?? somewhere
        const SendLocationInfo = {
          Location_X: String(latitude),
          Location_Y: String(longitude),
          Scale: String(somewhere.scale),
          Label: label,
          Poiname: '',
        }
        return {
          event: () => this.#event('location_select', { EventKey, SendLocationInfo }),
          chosen: [{ type: 'location', latitude, longitude, label }],
        }
      }
      default:
        throw new ImpossibleActionError(
          `a button of type ${button.type} shows something on the phone and pushes nothing to the server`,
        )
    }
  }

  #scanned(what: string | number): Scanned {
    return scannedCode(this.#home.qrCodes, what, () => this.#world.ids.ticket())
  }

  #clicked(event: string, fields: WireTree): Promise<PushResult> {
    this.#opens(['menuClick'])
    return this.#event(event, fields)
  }

  #event(event: string, fields: WireTree): Promise<PushResult> {
    return this.#push({ MsgType: 'event', Event: event, ...fields })
  }

  #push(fields: WireTree): Promise<PushResult> {
    const header = { ToUserName: this.#home.id, FromUserName: this.openid, CreateTime: secondsOf(this.#world) }
    return this.#home.push({ ...header, ...fields }, this.chat)
  }

  #opens(openings: readonly Opening[]): void {
    for (const opening of openings) this.windows.opened(opening)
  }

  #officialOnly(what: string): void {
    if (this.#home.isMiniProgram) {
      throw new ImpossibleActionError(`a user of a mini program cannot ${what}; that is for official accounts`)
    }
  }

  #mustFollow(what: string): void {
    if (!this.isFollowing) {
      throw new ImpossibleActionError(`the user does not follow the account and cannot ${what}; call follow() first`)
    }
  }
}
