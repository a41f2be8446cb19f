import type { ApiClient } from '@wx/api-client'
import type { BaseAnswer } from '@wx/endpoints'
import type { Reply } from '@wx/xml-messages'
import { clientArgument, optionsOf, text } from '../arguments/check.js'

/** What of a client the pusher needs. */
export type PusherClient = Pick<ApiClient, 'call'>

export interface CustomMessagePusherOptions {
  /** Speaks as this agent: `name@account`. Default: as the account. */
  readonly kfAccount?: string
}

/** Sends replies outside of the answer to a push: what a robot's `pusher` is. */
export interface CustomMessagePusher {
  /**
   * Sends a reply to a user who wrote within 48 hours: up to five messages for each of theirs.
   * @returns WeChat's answer to each message, in order; none for `success` and `empty`
   * @throws UnsendableReplyError for a reply that is no message; PushWindowClosedError (45015),
   *   PushQuotaExceededError (45047), ApiError, TransportError. Of a reply that is several messages, those before have
   *   arrived then.
   */
  send(openid: string, reply: Reply): Promise<readonly BaseAnswer[]>
}

/**
 * Sends replies as customer messages: `new Robot({ pusher: customMessagePusher(client) })` lets a robot answer late.
 * @see https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage
 */
export function customMessagePusher(client: PusherClient, options?: CustomMessagePusherOptions): CustomMessagePusher {
  clientArgument(client)
  const { kfAccount } = optionsOf(options)
  if (kfAccount !== undefined) text('kfAccount', kfAccount)
  const as = kfAccount === undefined ? {} : { customservice: { kf_account: kfAccount } }
  return {
    async send(openid, reply) {
      text('openid', openid)
      // Loaded when there is something to send: with it come the tables of all pushes, which a client never reads.
      const { customerMessagesOf } = await import('@wx/xml-messages')
      const answers: BaseAnswer[] = []
      // One after the other: side by side they would arrive in any order.
      for (const message of customerMessagesOf(reply)) {
        const body = { ...message, ...as, touser: openid }
        answers.push(await client.call('POST /cgi-bin/message/custom/send', { body }))
      }
      return answers
    },
  }
}
