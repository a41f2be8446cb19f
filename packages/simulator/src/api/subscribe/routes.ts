import type { JsonAnswer } from '../answer.js'
import { listField, optionalText, textField, wireText } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { categories, categoryTemplates } from '../template/library.js'
import { oneTimeRoutes } from './one-time-routes.js'
import { bizSend } from './send.js'
import { exampleOf, keywordsOf, libraryTemplate } from './subscriptions.js'

const maxScene = 15
const maxLimit = 30
/** Every template of the library is for one message an answer. */
const oneMessage = 2

const ok = { errcode: 0, errmsg: 'ok' }

function add({ account, body }: ApiCall): JsonAnswer {
  const kids = listField(body, 'kidList', { errcode: 200020 })
  const scene = optionalText(body, 'sceneDesc', { errcode: 200021 }) ?? ''
  if ([...scene].length > maxScene) refuse(200021, `sceneDesc has at most ${maxScene} characters`)
  return { priTmplId: account.subscriptions.add(wireText(body['tid']), kids) }
}

function remove({ account, body }: ApiCall): undefined {
  const templateId = textField(body, 'priTmplId', { errcode: 40037 })
  if (!account.subscriptions.delete(templateId)) refuse(40037, 'the account has no template of that priTmplId')
}

const list = ({ account }: ApiCall): JsonAnswer => ({
  ...ok,
  data: account.subscriptions.list().map(({ templateId, title, content, example }) => ({
    priTmplId: templateId,
    title,
    content,
    example,
    type: oneMessage,
    keywordEnumValueList: [],
  })),
})

/** Category ids of the query. */
function idsOf({ query }: ApiCall): readonly number[] {
  const text = (query['ids'] ?? '').replaceAll('"', '')
  if (text === '') refuse(200018, 'ids is missing: category ids with commas between')
  const ids = text.split(',').map(Number)
  const unknown = ids.find((id) => !categories.some((it) => it.id === id))
  if (unknown !== undefined) refuse(200019, `there is no category ${unknown}; see getcategory`)
  return ids
}

function titles(call: ApiCall): JsonAnswer {
  const ids = idsOf(call)
  const start = Number(call.query['start'] ?? Number.NaN)
  const limit = Number(call.query['limit'] ?? Number.NaN)
  if (!Number.isInteger(start) || start < 0) refuse(200016, 'start must be 0 or more')
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) refuse(200017, `limit must be 1 to ${maxLimit}`)
  const all = Object.entries(categoryTemplates).filter(([, it]) => ids.includes(it.category))
  const data = all
    .slice(start, start + limit)
    .map(([tid, { title, category }]) => ({ tid: Number(tid), title, type: oneMessage, categoryId: category }))
  return { ...ok, count: all.length, data }
}

function keywords({ query }: ApiCall): JsonAnswer {
  const tid = query['tid'] ?? ''
  const found = libraryTemplate(tid)
  if (found === undefined)
    return refuse(200014, `there is no template ${JSON.stringify(tid)}; see getpubtemplatetitles`)
  const data = keywordsOf(found).map(({ kid, name, rule }) => ({ kid, name, example: exampleOf(rule), rule }))
  return { ...ok, count: data.length, data }
}

const library =
  'The library is a small one of the simulator, for one message an answer; every account has all its categories.'

export const subscribeRoutes: readonly ApiRoute[] = [
  { id: 'message.subscribe.addTemplate', run: add, differences: [library] },
  {
    id: 'message.subscribe.deleteTemplate',
    run: remove,
    differences: ['An unknown priTmplId is refused with 40037; the code is not published.'],
  },
  { id: 'message.subscribe.listTemplates', run: list },
  { id: 'message.subscribe.getCategory', run: () => ({ ...ok, data: categories }), differences: [library] },
  { id: 'message.subscribe.getPubTemplateTitles', run: titles, differences: [library] },
  { id: 'message.subscribe.getPubTemplateKeywords', run: keywords, differences: [library] },
  {
    id: 'message.subscribe.bizSend',
    run: bizSend,
    differences: [
      'Users agree by account.subscriptions.answer only: no article and no page asks them.',
      'How long a message takes is not published; here templateJobMs.',
    ],
  },
  ...oneTimeRoutes,
]
