import type { Reply } from '@wx/xml-messages'
import { CustomerMessageError } from '../errors.js'
import type { Chat } from '../inbox.js'
import type { World } from '../world.js'
import { type CustomerMessage, customerMessageOf, readCustomerMessage } from './message.js'
import type { ServiceWindows } from './windows.js'

/** What the desk needs to know of a user. */
export interface Guest {
  readonly isFollowing: boolean
  readonly chat: Chat
  readonly windows: ServiceWindows
}

/** Customer messages of one account. */
export interface CustomerMessages {
  /**
   * Sends a customer message, as `POST /cgi-bin/message/custom/send` would.
   * @throws CustomerMessageError with `errcode` 45015 (window closed), 45047 (quota used up), 43004 (not following),
   *   40003 (unknown openid), 48001 (unverified account), or what is wrong with the message
   */
  send(openid: string, message: CustomerMessage): Promise<{ errcode: 0; errmsg: 'ok' }>
  /** How many messages the user may still be sent now. */
  remaining(openid: string): number
}

/** The robot's way out for late answers. */
export interface Pusher {
  /** @throws CustomerMessageError */
  send(openid: string, reply: Reply): Promise<void>
}

export interface DeskOptions {
  readonly account: string
  /** Unverified accounts may not use the interface. */
  readonly verified: boolean
  readonly guest: (openid: string) => Guest | undefined
}

/** https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Messages.html */
export function customerDesk(
  world: World,
  options: DeskOptions,
): { readonly customerMessages: CustomerMessages; readonly pusher: Pusher } {
  const accept = (openid: string, message: CustomerMessage): void => {
    if (!options.verified) {
      throw new CustomerMessageError(48001, 'api unauthorized', 'customer messages need a verified account')
    }
    const guest = options.guest(openid)
    if (guest === undefined) {
      throw new CustomerMessageError(40003, 'invalid openid', 'this account has no user of that openid')
    }
    if (!guest.isFollowing) {
      throw new CustomerMessageError(43004, 'require subscribe', 'the user does not follow the account (any more)')
    }
    const shown = readCustomerMessage(message)
    const taken = guest.windows.take()
    if (taken === 'closed') {
      throw new CustomerMessageError(
        45015,
        'response out of time limit or subscription is canceled',
        'the user wrote nothing within 48 h and did nothing else within the last minute',
      )
    }
    if (taken === 'exhausted') {
      throw new CustomerMessageError(
        45047,
        'out of response count limit',
        'five messages after a message of the user, three after a click, follow or scan; wait for the user',
      )
    }
    guest.chat.sees('customerMessage', shown)
  }

  const send: CustomerMessages['send'] = async (openid, message) => {
    const body = JSON.stringify({ touser: openid, ...message })
    const entry = world.exchanges.open({
      kind: 'customerMessage',
      at: world.clock.now(),
      account: options.account,
      openid,
      title: `customer message ${message.msgtype}`,
      attempt: 1,
      request: {
        method: 'POST',
        url: '/cgi-bin/message/custom/send',
        query: '',
        headers: { 'content-type': 'application/json' },
        body,
        plaintext: body,
        stringToSign: '',
      },
      outcome: 'open',
      problem: undefined,
      answer: undefined,
      tookMs: 0,
      verdict: undefined,
    })
    const answer = (value: { errcode: number; errmsg: string }) => {
      const written = JSON.stringify(value)
      entry.finish({ outcome: 'answered', answer: { status: 200, headers: {}, body: written, plaintext: written } })
    }
    try {
      accept(openid, message)
    } catch (error) {
      if (error instanceof CustomerMessageError) answer({ errcode: error.errcode, errmsg: error.errmsg })
      throw error
    }
    const done = { errcode: 0, errmsg: 'ok' } as const
    answer(done)
    return done
  }

  return {
    customerMessages: { send, remaining: (openid) => options.guest(openid)?.windows.remaining ?? 0 },
    pusher: {
      async send(openid, reply) {
        const message = customerMessageOf(reply)
        if (message !== undefined) await send(openid, message)
      },
    },
  }
}
