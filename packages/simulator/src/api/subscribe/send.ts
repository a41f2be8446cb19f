import { textField } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall } from '../route.js'
import { rendered } from '../template/render.js'
import { targetOf } from '../template/target.js'
import { valuesOf } from '../template/values.js'
import { userOf } from '../users/find-user.js'

/** Sends a subscription message to a user who agreed to it. */
export function bizSend({ account, body, world }: ApiCall): undefined {
  const { subscriptions } = account
  const user = userOf(account, textField(body, 'touser', { errcode: 40003 }))
  const template = subscriptions.get(textField(body, 'template_id', { errcode: 40037 }))
  if (template === undefined)
    return refuse(40037, 'the account has no subscription template of that id; see gettemplate')
  const values = valuesOf(template, body['data'])
  const target = targetOf(body, 'page')
  if (!subscriptions.take(user.openid, template.templateId)) {
    refuse(43101, 'the user agreed to no (more) message of that template; see account.subscriptions.answer')
  }
  world.background.later(world.settings.templateJobMs, () => {
    user.chat.sees('template', rendered(template, values, target))
    return subscriptions.sent(user.openid, template.templateId)
  })
}
