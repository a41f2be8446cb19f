import type { User } from '../../user.js'
import { secondsOf } from '../../world.js'
import type { JsonAnswer } from '../answer.js'
import { optionalText, textField } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall } from '../route.js'
import { userOf } from '../users/find-user.js'
import { rendered } from './render.js'
import { targetOf } from './target.js'
import { valuesOf } from './values.js'

/** Sends a template message. */
export function send(call: ApiCall): JsonAnswer {
  const { account, body, state, world } = call
  const user = userOf(account, textField(body, 'touser', { errcode: 40003 }))
  const template = state.templates.get(textField(body, 'template_id', { errcode: 40037 }))
  if (template === undefined)
    refuse(40037, 'the account has no template of that id; see template/get_all_private_template')
  if (!user.isFollowing) refuse(43004, 'the user does not follow the account (any more)')
  const values = valuesOf(template, body['data'])
  const target = targetOf(body)
  const once = optionalText(body, 'client_msg_id')
  const sent = once === undefined ? undefined : state.templateJobs.sent(user.openid, once)
  if (sent !== undefined) return { msgid: BigInt(sent) }
  const msgId = world.ids.messageId()
  if (once !== undefined) state.templateJobs.remember(user.openid, once, msgId)
  world.background.later(world.settings.templateJobMs, () => {
    const status = outcome(user)
    if (status === 'success') user.chat.sees('template', rendered(template, values, target))
    return account.push({
      ToUserName: account.id,
      FromUserName: user.openid,
      CreateTime: secondsOf(world),
      MsgType: 'event',
      Event: 'TEMPLATESENDJOBFINISH',
      MsgID: msgId,
      Status: status,
    })
  })
  return { msgid: BigInt(msgId) }
}

function outcome(user: User): string {
  if (user.blocksTemplates) return 'failed:user block'
  return user.isFollowing ? 'success' : 'failed: system failed'
}
