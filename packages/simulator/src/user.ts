import type { WireTree } from '@wx/xml-messages'
import { type Opening, ServiceWindows } from './customer-service/windows.js'
import type { PushResult } from './delivery/deliver.js'
import { ImpossibleActionError } from './errors.js'
import { Chat, type ChatLine, type InboxItem } from './inbox.js'
import { findButton, type Menu, type MenuButton } from './menu.js'
import { messageFields, messageLine, somewhere, type UserMessageInput } from './user-messages.js'
import { secondsOf, type World } from './world.js'

export interface CreateUserOptions {
  readonly nickname?: string
  readonly openid?: string
  /** Whether the user follows from the start, without a push; true when not given. */
  readonly isFollowing?: boolean
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
  readonly isMiniProgram: boolean
  menu(): Menu
  readonly menuId: string
  push(fields: WireTree, chat: Chat): Promise<PushResult>
}

/** A user of one account. Every method resolves when all deliveries of what it caused are over. */
export class User {
  readonly openid: string
  readonly nickname: string
  /** @internal */
  readonly chat: Chat
  /** @internal */
  readonly windows: ServiceWindows
  readonly #home: Home
  readonly #world: World
  #isFollowing: boolean

  /** @internal */
  constructor(options: Required<CreateUserOptions>, home: Home, surroundings: { world: World; changed: () => void }) {
    this.openid = options.openid
    this.nickname = options.nickname
    this.#isFollowing = options.isFollowing
    this.#home = home
    this.#world = surroundings.world
    this.chat = new Chat(surroundings.world.clock, surroundings.changed)
    this.windows = new ServiceWindows(surroundings.world.clock)
  }

  /** Mini programs have no followers: whoever opens one is a user. */
  get isFollowing(): boolean {
    return this.#home.isMiniProgram || this.#isFollowing
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
  async follow(options: { readonly scene?: string | number } = {}): Promise<PushResult> {
    this.#officialOnly('follow')
    this.#isFollowing = true
    const { scene } = options
    this.#opens(scene === undefined ? ['follow'] : ['follow', 'scan'])
    this.chat.did('follow', scene === undefined ? '' : String(scene))
    const code = scene === undefined ? {} : { Ticket: this.#world.ids.ticket() }
    return this.#event('subscribe', { EventKey: scene === undefined ? '' : `qrscene_${scene}`, ...code })
  }

  /** Stops following. Pushes `unsubscribe`, to which nobody sees an answer. */
  async unfollow(): Promise<PushResult> {
    this.#officialOnly('unfollow')
    this.#mustFollow('unfollow')
    this.#isFollowing = false
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
    const fields = { MsgType: message.type, ...messageFields(message, ids), MsgId: ids.messageId() }
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
    const button = typeof wanted === 'string' ? findButton(this.#home.menu(), wanted) : wanted
    if (button === undefined) {
      throw new ImpossibleActionError(
        `the menu of ${this.#home.id} has no button ${JSON.stringify(wanted)}; see account.menu`,
      )
    }
    const { event, chosen } = this.#press(button, options)
    this.chat.did('tap', button.name)
    const first = await event()
    const followUps: PushResult[] = []
    for (const message of chosen) followUps.push(await this.send(message))
    return { ...first, followUps }
  }

  /** Scans a QR code of the account with a scene: pushes `SCAN`, or `subscribe` when the user does not follow yet. */
  async scan(scene: string | number): Promise<PushResult> {
    this.#officialOnly('scan a QR code')
    if (!this.#isFollowing) return this.follow({ scene })
    this.#opens(['scan'])
    this.chat.did('scan', String(scene))
    return this.#event('SCAN', { EventKey: String(scene), Ticket: this.#world.ids.ticket() })
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
          event: () => this.#event('VIEW', { EventKey: button.url ?? '', MenuId: this.#home.menuId }),
          chosen: [],
        }
      case 'miniprogram':
        return {
          event: () => this.#event('view_miniprogram', { EventKey: button.pagepath ?? '', MenuId: this.#home.menuId }),
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
