import { customerMessagesOf, type Reply } from '@wx/xml-messages'
import { CustomerMessageError } from '../errors.js'
import type { World } from '../world.js'
import { type Acceptance, acceptance, type DeskOptions } from './acceptance.js'
import type { CustomerMessage } from './message.js'

/** Customer messages of one account. */
export interface CustomerMessages {
  /**
   * Sends a customer message, as `POST /cgi-bin/message/custom/send` would.
   * @throws CustomerMessageError with `errcode` 45015 (window closed), 45047 (quota used up), 43004 (not following),
   *   40003 (unknown openid), 48001 (unverified account), 65401 (no such agent), or what is wrong with the message
   */
  send(openid: string, message: CustomerMessage): Promise<{ errcode: 0; errmsg: 'ok' }>
  /** How many messages the user may still be sent now. */
  remaining(openid: string): number
}

/** The robot's way out for late answers. */
export interface Pusher {
  /** @throws CustomerMessageError; UnsendableReplyError for a reply that is no message */
  send(openid: string, reply: Reply): Promise<void>
}

/** Where customer messages of one account go, whoever sends them. */
export interface CustomerDesk extends Acceptance {
  readonly customerMessages: CustomerMessages
  readonly pusher: Pusher
}

/** https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Messages.html */
export function customerDesk(world: World, options: DeskOptions): CustomerDesk {
  const { accept, type } = acceptance(world, options)

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
    accept,
    type,
    customerMessages: { send, remaining: (openid) => options.guest(openid)?.windows.remaining ?? 0 },
    pusher: {
      async send(openid, reply) {
        for (const message of customerMessagesOf(reply)) await send(openid, { ...message })
      },
    },
  }
}
