import { createHash } from 'node:crypto'
import type { WireTree } from '@wx/xml-messages'
import type { ShownMessage } from '../../inbox.js'
import { secondsOf } from '../../world.js'
import type { JsonAnswer } from '../answer.js'
import { type Body, integerField, objectField, optionalText, textsField } from '../fields.js'
import type { PublishedArticle } from '../freepublish/published-articles.js'
import { messageOf, refuse } from '../refusal.js'
import type { ApiCall } from '../route.js'
import { type MassContent, readMassContent } from './mass-content.js'
import type { MassJob } from './mass-messages.js'

const openids = { least: 2, most: 10_000 }
const maxClientIdBytes = 64

interface Receivers {
  readonly toAll: boolean
  readonly openids: readonly string[]
}

/** To everybody, or to those who carry a tag. */
export const sendAll = (call: ApiCall): JsonAnswer => submit(call, filtered(call))

/** To these users. */
export const send = (call: ApiCall): JsonAnswer => submit(call, listed(call))

/** @throws ApiRefusal 40035, 45159 */
function filtered({ account, state, body }: ApiCall): Receivers {
  const filter = objectField(body, 'filter')
  const { is_to_all: toAll = false } = filter
  if (typeof toAll !== 'boolean') refuse(40035, '"filter.is_to_all" must be true or false')
  const followers = account.users.filter((it) => it.isFollowing).map((it) => it.openid)
  if (toAll) return { toAll, openids: followers }
  const tag = state.tags.get(integerField(filter, 'tag_id'))
  if (tag === undefined) return refuse(45159, 'the account has no tag of that filter.tag_id')
  return { toAll, openids: state.tags.members(tag.id) }
}

/** @throws ApiRefusal 40031, 40032, 40130 */
function listed({ account, body }: ApiCall): Receivers {
  const given = textsField(body, 'touser', { errcode: 40031 })
  if (given.length > openids.most) refuse(40032, `one call takes at most ${openids.most} openids`)
  const known = [...new Set(given)].filter((it) => account.user(it)?.isFollowing === true)
  if (known.length < openids.least) {
    refuse(40130, `touser must have at least ${openids.least} followers of the account, not ${known.length}`)
  }
  return { toAll: false, openids: known }
}

function submit(call: ApiCall, receivers: Receivers): JsonAnswer {
  const { account, state, body, world } = call
  const { mass } = state
  if (!mass.mayCall()) refuse(45011, 'mass messages can be sent 60 times a minute')
  const content = readMassContent(body, state)
  const clientMsgId = clientIdOf(body, receivers)
  const before = mass.sentAs(clientMsgId)
  if (before !== undefined) return { errcode: 45065, errmsg: messageOf(45065), msg_id: BigInt(before) }
  const isSubscription = account.kind === 'subscription'
  mustHaveQuota(call, receivers, isSubscription)
  const job = mass.accept(
    { content, toAll: receivers.toAll, receivers: receivers.openids },
    clientMsgId,
    receivers.toAll || isSubscription,
  )
  world.background.later(world.settings.massJobMs, () => finish(call, job))
  return {
    errcode: 0,
    errmsg: 'send job submission success',
    msg_id: BigInt(job.msgId),
    msg_data_id: BigInt(job.msgDataId),
  }
}

function mustHaveQuota({ state: { mass } }: ApiCall, { toAll }: Receivers, isSubscription: boolean): void {
  if (isSubscription && mass.usedUpToday) refuse(45028, 'a subscription account sends one mass message a day')
  if (isSubscription || !toAll) return
  if (mass.usedUp === 'today') refuse(45028, 'one message a day can go to all')
  if (mass.usedUp === 'thisMonth') refuse(45028, 'four messages a month can go to all')
}

/** Without an id of the caller's own, what is sent to whom stands for it. */
function clientIdOf(body: Body, { toAll, openids: to }: Receivers): string {
  const given = optionalText(body, 'clientmsgid', { errcode: 45067 })
  if (given === undefined || given === '') {
    const { filter, touser: _, clientmsgid: __, ...content } = body
    return createHash('md5')
      .update(JSON.stringify([toAll, filter, toAll ? [] : to, content]))
      .digest('hex')
  }
  if (Buffer.byteLength(given) > maxClientIdBytes) refuse(45067, `clientmsgid has at most ${maxClientIdBytes} bytes`)
  return given
}

/** The job is due: users see the message, and the robot is told. */
function finish(call: ApiCall, job: MassJob): Promise<unknown> {
  const { account, state, world } = call
  const isLimited = account.kind !== 'subscription'
  const users = job.receivers.flatMap((openid) => account.user(openid) ?? []).filter((it) => it.isFollowing)
  const sent = users.filter((it) => !isLimited || state.mass.mayReceive(it.openid))
  const published = publish(call, job)
  const shown = shownOf(job.content, published?.items.map((it) => it.url) ?? [])
  for (const user of sent) user.chat.sees('mass', shown)
  job.status = 'SEND_SUCCESS'
  const counts = { TotalCount: job.receivers.length, FilterCount: sent.length, SentCount: sent.length, ErrorCount: 0 }
  return account.push({
    ToUserName: account.id,
    FromUserName: 'mphelper',
    CreateTime: secondsOf(world),
    MsgType: 'event',
    Event: 'MASSSENDJOBFINISH',
    MsgID: job.msgId,
    Status: 'send success',
    ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])),
    CopyrightCheckResult: { Count: '0', ResultList: '', CheckState: '1' },
    ArticleUrlResult: articleUrls(published),
  })
}

/** The same articles keep their pages when they are sent again; what went to all leaves the draft box. */
function publish({ state }: ApiCall, { content, msgDataId, toAll }: MassJob): PublishedArticle | undefined {
  if (content.type !== 'mpnews') return undefined
  if (toAll) state.drafts.delete(content.mediaId)
  return state.articles.byMsgDataId(msgDataId) ?? state.articles.publish(content.articles, 'mass', msgDataId)
}

/** @param urls of the articles' pages */
export function shownOf(content: MassContent, urls: readonly string[]): ShownMessage {
  if (content.type !== 'mpnews') return content.shown
  return {
    type: 'news',
    articles: content.articles.map(({ title, digest, thumbUrl }, at) => ({
      title,
      description: digest,
      picUrl: thumbUrl,
      url: urls[at] ?? '',
    })),
  }
}

function articleUrls(published: PublishedArticle | undefined): WireTree {
  const item = (published?.items ?? []).map(({ url }, at) => ({ ArticleIdx: String(at + 1), ArticleUrl: url }))
  return { Count: String(item.length), ResultList: item.length === 0 ? '' : { item } }
}
