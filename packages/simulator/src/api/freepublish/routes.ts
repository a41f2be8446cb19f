import { secondsOf } from '../../world.js'
import type { JsonAnswer } from '../answer.js'
import { newsItem } from '../drafts/news-item.js'
import { wantsContent } from '../drafts/routes.js'
import { type Body, optionalInteger, textField } from '../fields.js'
import { pageOf, pagingDifference, wireSeconds } from '../paging.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { publishEventInfo } from './job-push.js'
import { outcomeOf } from './outcome.js'
import type { PublishedArticle } from './published-articles.js'

function submit({ account, state, body, world }: ApiCall): JsonAnswer {
  const { publishing, drafts, articles } = state
  const mediaId = textField(body, 'media_id', { errcode: 41006 })
  const draft = drafts.get(mediaId) ?? refuse(40007, 'no draft of this account has that id; published ones are gone')
  if (publishing.isRunning(mediaId)) refuse(53501, 'this draft is being published already')
  const job = publishing.start(draft)
  world.background.later(world.settings.publishJobMs, () =>
    account.push({
      ToUserName: account.id,
      FromUserName: publishing.platformOpenid,
      CreateTime: secondsOf(world),
      MsgType: 'event',
      Event: 'PUBLISHJOBFINISH',
      PublishEventInfo: publishEventInfo(job, outcomeOf(publishing.finish(job), articles)),
    }),
  )
  return { publish_id: BigInt(job.publishId), msg_data_id: BigInt(job.msgDataId) }
}

function get({ state, body }: ApiCall): JsonAnswer {
  const { publish_id: publishId } = body
  const job = state.publishing.get(String(publishId)) ?? refuse(53502, 'this account has no publication of that id')
  return { publish_id: BigInt(job.publishId), ...outcomeOf(job, state.articles) }
}

/** @throws ApiRefusal 53600 */
function askedArticle({ state, body }: ApiCall): PublishedArticle {
  const articleId = textField(body, 'article_id', { errcode: 53600 })
  return state.articles.get(articleId) ?? refuse(53600, 'this account has published nothing of that article_id')
}

const newsOf = ({ items }: PublishedArticle, hasContent: boolean): JsonAnswer => ({
  news_item: items.map((it) => ({ ...newsItem(it, { url: it.url, hasContent }), is_deleted: it.isDeleted })),
})

function remove(call: ApiCall): undefined {
  const published = askedArticle(call)
  const index = optionalInteger(call.body, 'index', 0)
  if (index < 0 || index > published.items.length) {
    refuse(40114, `there are ${published.items.length} articles; "index" counts from 1, and 0 means all`)
  }
  call.state.articles.takeDown(published.articleId, index === 0 ? undefined : index - 1)
}

const listed = (published: PublishedArticle, body: Body): JsonAnswer => ({
  article_id: published.articleId,
  content: {
    ...newsOf(published, wantsContent(body)),
    create_time: wireSeconds(published.publishedAt),
    update_time: wireSeconds(published.publishedAt),
  },
  update_time: wireSeconds(published.publishedAt),
})

const unknownArticle = '53600 for an article_id that is unknown comes from the list of all codes; the page has none.'

export const freepublishRoutes: readonly ApiRoute[] = [
  {
    id: 'freepublish.submit',
    run: submit,
    differences: [
      'Nothing is reviewed: every publication succeeds, unless account.publishing.failNext() said otherwise.',
      'Which code a draft that is being published already is refused with is not published; here 53501.',
    ],
  },
  {
    id: 'freepublish.get',
    run: get,
    differences: ['53502 for an unknown publish_id comes from the list of all codes; the page has none.'],
  },
  { id: 'freepublish.getArticle', run: (call) => newsOf(askedArticle(call), true), differences: [unknownArticle] },
  {
    id: 'freepublish.delete',
    run: remove,
    differences: [
      unknownArticle,
      'Which code an index outside the publication is refused with is not published; here 40114.',
    ],
  },
  {
    id: 'freepublish.batchGet',
    run: ({ state, body }) => pageOf(state.articles.list(), body, (it) => listed(it, body)),
    differences: [pagingDifference],
  },
]
