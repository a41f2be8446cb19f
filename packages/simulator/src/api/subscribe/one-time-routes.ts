import type { Account } from '../../account.js'
import type { RawAnswer } from '../answer.js'
import { redirectAnswer } from '../answer.js'
import { isBody, textField, wireText } from '../fields.js'
import { escaped, htmlPage } from '../html.js'
import { ownParameters } from '../oauth/own-parameters.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute, OpenCall } from '../route.js'
import { targetOf } from '../template/target.js'
import { userOf } from '../users/find-user.js'

/** Characters of a title and of a text. */
const limits = { title: 15, content: 200 }
const maxScene = 10_000
const maxReservedBytes = 128

const isScene = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= maxScene

function send(call: ApiCall): undefined {
  const { account, body, world } = call
  const { subscriptions } = account
  const user = userOf(account, textField(body, 'touser', { errcode: 40003 }))
  const templateId = textField(body, 'template_id', { errcode: 40037 })
  if (templateId !== subscriptions.oneTimeTemplateId) {
    refuse(40037, 'template_id must be account.subscriptions.oneTimeTemplateId')
  }
  const title = textField(body, 'title')
  if ([...title].length > limits.title) refuse(40035, `title has at most ${limits.title} characters`)
  const content = contentOf(body['data'])
  const target = targetOf(body)
  const scene = wireText(body['scene'])
  if (!isScene(scene)) refuse(40035, `scene must be 0 to ${maxScene}`)
  if (!subscriptions.takeOnce(user.openid, scene)) {
    refuse(43101, 'the user agreed to no (more) message of that scene; see account.subscriptions.agreeOnce')
  }
  world.background.later(world.settings.templateJobMs, () =>
    user.chat.sees('template', { type: 'template', templateId, title, content, ...target }),
  )
}

function contentOf(data: unknown): string {
  const content = isBody(data) ? data['content'] : undefined
  const value = isBody(content) ? content['value'] : undefined
  if (typeof value !== 'string') return refuse(47001, 'data must be { "content": { "value": a text } }')
  if ([...value].length > limits.content) refuse(40035, `data.content.value has at most ${limits.content} characters`)
  return value
}

/** The page where a user agrees: who it is and what that person says come with the links on it. */
function confirm(call: OpenCall): RawAnswer {
  const { query, accounts } = call
  const { appid = '', scene = '', template_id: templateId = '', redirect_url: to = '', reserved = '' } = query
  const account = accounts.find(({ config }) => config.appId === appid)
  const wrong = linkError(account, { scene, templateId, to, reserved })
  if (account === undefined || wrong !== undefined) {
    return htmlPage('参数错误', `<p>${escaped(wrong ?? 'no account of this simulator has that appid')}</p>`, 400)
  }
  const user = account.user(query[ownParameters.user] ?? '')
  const answer = query[ownParameters.consent]
  if (user === undefined) return pickerPage(account, call)
  if (answer !== 'agree' && answer !== 'refuse') {
    const choice = (consent: string, words: string, style: string): string =>
      `<a class="choice ${style}" href="${escaped(linkWith(call, { [ownParameters.consent]: consent }))}">${words}</a>`
    return htmlPage(
      `${account.name} 申请向你发送一条消息`,
      choice('agree', '同意 agree', 'agree') + choice('refuse', '取消 cancel', 'refuse'),
    )
  }
  if (answer === 'agree') account.subscriptions.agreeOnce(user.openid, scene)
  const back = new URL(to)
  const told = {
    openid: user.openid,
    template_id: templateId,
    action: answer === 'agree' ? 'confirm' : 'cancel',
    scene,
    ...(reserved === '' ? {} : { reserved }),
  }
  for (const [name, value] of Object.entries(told)) back.searchParams.set(name, value)
  return redirectAnswer(back.href)
}

interface Link {
  readonly scene: string
  readonly templateId: string
  readonly to: string
  readonly reserved: string
}

function linkError(account: Account | undefined, { scene, templateId, to, reserved }: Link): string | undefined {
  if (account === undefined) return undefined
  if (templateId !== account.subscriptions.oneTimeTemplateId) return 'template_id is another one'
  if (!isScene(scene)) return `scene must be 0 to ${maxScene}`
  if (!/^https?:\/\//.test(to) || !URL.canParse(to)) return 'redirect_url must be a whole http or https URL'
  return Buffer.byteLength(reserved) > maxReservedBytes ? `reserved has at most ${maxReservedBytes} bytes` : undefined
}

function pickerPage(account: Account, call: OpenCall): RawAnswer {
  const line = ({ openid, nickname }: Account['users'][number]): string =>
    `<li><a class="choice" href="${escaped(linkWith(call, { [ownParameters.user]: openid }))}">${escaped(nickname)}</a></li>`
  return htmlPage(
    account.name,
    `<p>谁在用手机？ Who is using the phone?</p><ul>${account.users.slice(0, 50).map(line).join('')}</ul>`,
  )
}

const linkWith = ({ query }: OpenCall, more: Readonly<Record<string, string>>): string =>
  `?${new URLSearchParams({ ...query, ...more })}`

export const oneTimeRoutes: readonly ApiRoute[] = [
  {
    id: 'message.template.sendOneTimeSubscribe',
    run: send,
    source: 'https://developers.weixin.qq.com/doc/service/api/notify/subscribe/api_templatesubscribe.html',
    differences: [
      'A title of more than 15 or a text of more than 200 characters is refused with 40035; the code is not published.',
      'Who does not follow sees the message in the chat; the real one comes under 服务通知.',
    ],
  },
  {
    id: 'message.template.oneTimeSubscribeUrl',
    open: confirm,
    source: 'https://developers.weixin.qq.com/doc/offiaccount/Message_Management/One-time_subscription_info.html',
    differences: ['The domain of redirect_url is not compared with that of the console.'],
  },
]
