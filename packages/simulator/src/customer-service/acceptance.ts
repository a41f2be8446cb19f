import { type Body, isBody } from '../api/fields.js'
import type { Chat } from '../inbox.js'
import type { World } from '../world.js'
import type { MessageAssets } from './assets.js'
import { deny } from './denial.js'
import { type CustomerMessage, readCustomerMessage } from './message.js'
import type { ServiceWindows, WindowState } from './windows.js'

/** What the desk needs to know of a user. */
export interface Guest {
  readonly isFollowing: boolean
  readonly chat: Chat
  readonly windows: ServiceWindows
}

export interface DeskOptions {
  /** Original id. */
  readonly account: string
  readonly isMiniProgram: boolean
  /** Unverified accounts may not use the interface. */
  readonly verified: boolean
  readonly guest: (openid: string) => Guest | undefined
  readonly assets: MessageAssets
  /** Whether there is an agent of that account, `name@account`. */
  readonly hasAgent: (kfAccount: string) => boolean
}

/** What is checked before a user sees anything, the same for calls over HTTP and within the process. */
export interface Acceptance {
  /** Shows the message, or throws CustomerMessageError. */
  accept(openid: string, message: CustomerMessage): void
  /** Shows or hides "typing …", or throws CustomerMessageError. */
  type(openid: string, isTyping: boolean): void
}

/** How long "typing …" stands, and how recent the last exchange must be for it. Official. */
const typingMs = 15_000
const recentMs = 30_000

export function acceptance(world: World, options: DeskOptions): Acceptance {
  const reach = (openid: string): Guest => {
    if (!options.verified) deny(48001, 'customer messages need a verified account')
    const guest = options.guest(openid)
    if (guest === undefined) return deny(40003, 'this account has no user of that openid')
    if (!guest.isFollowing) deny(43004, 'the user does not follow the account (any more)')
    return guest
  }

  return {
    accept(openid, message) {
      const guest = reach(openid)
      mustKnowAgent(message, options)
      const shown = readCustomerMessage(message, options)
      mustBeOpen(guest.windows.take())
      guest.chat.sees('customerMessage', shown)
    },
    type(openid, isTyping) {
      const { chat, windows } = reach(openid)
      if (!isTyping) return chat.typing(0)
      mustBeOpen(windows.state)
      if (chat.isTyping) deny(45081, '"typing …" stands for 15 s; a message or CancelTyping takes it away')
      const last = chat.lines.at(-1)
      if (last === undefined || world.clock.now() - last.at > recentMs) {
        deny(45080, 'neither the user nor the account said anything within the last 30 s')
      }
      chat.typing(typingMs)
    },
  }
}

function mustBeOpen(state: WindowState): void {
  if (state === 'closed') {
    deny(45015, 'the user wrote nothing within 48 h and did nothing else within the last minute')
  }
  if (state === 'exhausted') {
    deny(45047, 'five messages after a message of the user, three after a click, follow or scan; wait for the user')
  }
}

function mustKnowAgent(message: CustomerMessage, { hasAgent }: DeskOptions): void {
  const { customservice } = message
  if (customservice === undefined) return
  const kfAccount = isBody(customservice) ? accountIn(customservice) : ''
  if (!hasAgent(kfAccount)) {
    deny(65401, `customservice.kf_account ${JSON.stringify(kfAccount)} is none of the account's agents`)
  }
}

const accountIn = (body: Body): string => (typeof body['kf_account'] === 'string' ? body['kf_account'] : '')
