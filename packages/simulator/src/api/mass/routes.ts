import type { User } from '../../user.js'
import { bareAnswer, type JsonAnswer, type RawAnswer } from '../answer.js'
import { integerField, optionalInteger, optionalText } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { userOf } from '../users/find-user.js'
import { readMassContent } from './mass-content.js'
import { type MassJob, realSpeeds } from './mass-messages.js'
import { send, sendAll, shownOf } from './send.js'
import { massUploadRoutes } from './upload-routes.js'

/** A job by its id, which comes as a number or, as it is long, as a text. */
function jobOf({ state, body }: ApiCall): MassJob {
  const { msg_id: id } = body
  const job = typeof id === 'string' || typeof id === 'number' ? state.mass.get(String(id)) : undefined
  return job ?? refuse(40059, 'the account has sent no mass message of that msg_id')
}

function get(call: ApiCall): RawAnswer {
  const { msgId, status } = jobOf(call)
  return bareAnswer({ msg_id: BigInt(msgId), msg_status: status })
}

/** The receiver of a preview: `towxname` goes before `touser`. */
function viewerOf({ account, body }: ApiCall): User {
  const name = optionalText(body, 'towxname', { errcode: 40132 }) ?? ''
  if (name === '') return userOf(account, body['touser'])
  return (
    account.users.find(({ profile }) => profile.wechatId === name) ??
    refuse(40132, 'no user of the account has that WeChat id; see `wechatId` of createUser')
  )
}

function preview(call: ApiCall): JsonAnswer {
  const { state, body, world } = call
  const user = viewerOf(call)
  if (!user.isFollowing) refuse(43004, 'the user does not follow the account (any more)')
  // Its page has the older form only; the other one was seen refused.
  if (body['msgtype'] === 'image' && body['image'] === undefined)
    refuse(40007, 'a preview takes image.media_id, one picture')
  const content = readMassContent(body, state)
  const urls = content.type === 'mpnews' ? (state.drafts.get(content.mediaId)?.urls ?? []) : []
  user.chat.sees('preview', shownOf(content, urls))
  return { errcode: 0, errmsg: 'preview success', msg_id: BigInt(world.ids.messageId()) }
}

const deletable: readonly string[] = ['mpnews', 'mpvideo']

function remove(call: ApiCall): undefined {
  const { state, body } = call
  const url = optionalText(body, 'url') ?? ''
  if (body['msg_id'] === undefined && url !== '') return removePage(call, url)
  const job = jobOf(call)
  if (!deletable.includes(job.content.type)) refuse(40008, 'only articles and videos can be deleted')
  if (job.status !== 'SEND_SUCCESS') refuse(40065, `the message is ${job.status}, not SEND_SUCCESS`)
  const index = optionalInteger(body, 'article_idx', 0, { errcode: 40060 })
  const count = job.content.type === 'mpnews' ? job.content.articles.length : 1
  if (index < 0 || index > count) refuse(40060, `article_idx must be 1 to ${count}, or 0 for all`)
  takeDown(call, job, index === 0 ? undefined : index - 1)
  if (index === 0 || state.articles.byMsgDataId(job.msgDataId)?.items.every((it) => it.isDeleted) !== false) {
    job.status = 'DELETE'
  }
}

function takeDown({ state }: ApiCall, job: MassJob, at: number | undefined): void {
  const published = state.articles.byMsgDataId(job.msgDataId)
  if (published !== undefined) state.articles.takeDown(published.articleId, at)
}

function removePage(call: ApiCall, url: string): undefined {
  const { mass, articles } = call.state
  for (const job of mass.jobs()) {
    const at = articles.byMsgDataId(job.msgDataId)?.items.findIndex((it) => it.url === url) ?? -1
    if (at < 0) continue
    takeDown(call, job, at)
    return
  }
  return refuse(40059, 'no mass message of the account has an article of that url')
}

const getSpeed = ({ state: { mass } }: ApiCall): RawAnswer =>
  bareAnswer({ speed: mass.speed, realspeed: realSpeeds[mass.speed] })

function setSpeed({ state: { mass }, body }: ApiCall): undefined {
  if (body['speed'] === undefined) refuse(45084, '"speed" is missing')
  const speed = integerField(body, 'speed', { errcode: 45083 })
  if (realSpeeds[speed] === undefined) refuse(45083, '"speed" must be 0 to 4')
  mass.speed = speed
}

const common = [
  'Articles are never judged a reprint, nor does an administrator have to agree (API 群发保护); every job ends with "send success".',
  'The same clientmsgid is answered 45065 at once; 45066 (again within a minute) does not happen, as the order of the two is not published.',
  'Only articles have pages, and so an ArticleUrlResult; real texts have been seen with one too.',
  'A text of more than 2048 bytes is refused with 45002; the limit is not published.',
  'The speed set changes nothing: a job takes `massJobMs`.',
]

export const massRoutes: readonly ApiRoute[] = [
  ...massUploadRoutes,
  {
    id: 'message.mass.sendAll',
    run: sendAll,
    source: 'https://developers.weixin.qq.com/doc/service/guide/product/message/Batch_Sends.html',
    differences: [
      ...common,
      'An unknown tag is refused with 45159; the code is not published. Test accounts count as service accounts, and may send.',
    ],
  },
  {
    id: 'message.mass.send',
    run: send,
    source: 'https://developers.weixin.qq.com/doc/service/api/notify/message/api_masssend.html',
    differences: [
      ...common,
      'Openids that follow nobody are left out, and 40130 says when fewer than two are left, as seen in public.',
      'More than 10,000 openids are refused with 40032; the code is not published.',
    ],
  },
  {
    id: 'message.mass.preview',
    run: preview,
    differences: [
      'Who does not follow is refused with 43004, an unknown WeChat id with 40132; the codes are not published.',
    ],
  },
  { id: 'message.mass.get', run: get },
  {
    id: 'message.mass.delete',
    run: remove,
    differences: ['A message that is still being sent is refused with 40065; the code is not published.'],
  },
  { id: 'message.mass.getSpeed', run: getSpeed },
  { id: 'message.mass.setSpeed', run: setSpeed },
]
