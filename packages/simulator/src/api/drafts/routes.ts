import type { JsonAnswer } from '../answer.js'
import { type Body, integerField, listField, optionalInteger, textField } from '../fields.js'
import { pageOf, pagingDifference } from '../paging.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import type { Draft } from './draft-store.js'
import { draftItem, draftNews } from './news-item.js'
import { readArticle } from './read-article.js'

const maxArticles = 8

function add({ state, body }: ApiCall): JsonAnswer {
  const list = listField(body, 'articles', { errcode: 44003 })
  if (list.length === 0) refuse(44003, '"articles" is empty')
  if (list.length > maxArticles) refuse(45008, `a draft has at most ${maxArticles} articles, not ${list.length}`)
  const articles = list.map((it) => readArticle(it, { state, isAlone: list.length === 1 }))
  return { media_id: state.drafts.add(articles).mediaId }
}

/** @throws ApiRefusal 41006, 40007 */
function askedDraft({ state, body }: ApiCall): Draft {
  const mediaId = textField(body, 'media_id', { errcode: 41006 })
  return (
    state.drafts.get(mediaId) ??
    refuse(40007, 'no draft of this account has that id; drafts that were published or sent to all are gone')
  )
}

function update(call: ApiCall): undefined {
  const { state, body } = call
  const draft = askedDraft(call)
  const index = integerField(body, 'index')
  const article = readArticle(body['articles'], { state, isAlone: draft.articles.length === 1 })
  if (state.drafts.replace(draft.mediaId, index, article) === undefined) {
    refuse(40114, `the draft has ${draft.articles.length} articles; "index" counts from 0`)
  }
}

function remove(call: ApiCall): undefined {
  call.state.drafts.delete(askedDraft(call).mediaId)
}

/** Whether lists carry the articles' text. */
export const wantsContent = (body: Body): boolean => optionalInteger(body, 'no_content', 0) !== 1

export const draftRoutes: readonly ApiRoute[] = [
  {
    id: 'draft.add',
    run: add,
    source: 'https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_add',
    differences: [
      'Lengths are counted in characters, each for one, as the page says; people have reported other bounds.',
      'A picture from elsewhere is taken out with its tag; what is left of one is not published.',
      'Pictures of other accounts are only known by the host mmbiz.qpic.cn.',
      'Codes for a missing title, a wrong article_type and too many pictures are not published; 40035 here.',
      'cover_info, product_info and the crop fields are kept as they come and not checked.',
      'Comments may be opened by any account; the real one refuses 88000 without that privilege.',
    ],
  },
  {
    id: 'draft.update',
    run: update,
    differences: ['Which code an index outside the draft is refused with is not published; here 40114.'],
  },
  { id: 'draft.get', run: (call) => draftNews(askedDraft(call)) },
  {
    id: 'draft.delete',
    run: remove,
    differences: ['Which code an unknown media_id is refused with is not published; here 40007.'],
  },
  { id: 'draft.count', run: ({ state }) => ({ total_count: state.drafts.count }) },
  {
    id: 'draft.batchGet',
    run: ({ state, body }) => pageOf(state.drafts.list(), body, (it) => draftItem(it, wantsContent(body))),
    differences: [pagingDifference],
  },
  {
    id: 'draft.switch',
    run: () => ({ is_open: 1 }),
    source: 'https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_switch',
    differences: ['The switch is always on, as the draft box is open to everybody today.'],
  },
]
