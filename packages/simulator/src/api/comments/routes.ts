import type { JsonAnswer } from '../answer.js'
import { type Body, integerField, optionalInteger, optionalText, wireText } from '../fields.js'
import { wireSeconds } from '../paging.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import type { Comment, Thread } from './comment-store.js'

/** Comments of an article that readers see. Of the admin site; the pages of the API have no number. */
const maxElected = 100
/** Characters a reply may have. */
const maxReply = 600
/** A page has fewer than that. */
const tooMany = 50

/** @throws ApiRefusal 88001 */
function threadOf({ state, body }: ApiCall): Thread {
  const thread = state.comments.of({ msgDataId: idOf(body, 'msg_data_id'), index: optionalInteger(body, 'index', 0) })
  return thread ?? refuse(88001, 'msg_data_id or index is of no article that this account published or sent to all')
}

const idOf = (body: Body, name: string): string => wireText(body[name])

/** @throws ApiRefusal 88001, 88008, 88004 */
function commentOf(call: ApiCall): { readonly thread: Thread; readonly comment: Comment } {
  const thread = threadOf(call)
  const comment = thread.get(idOf(call.body, 'user_comment_id')) ?? refuse(88008, 'the article has no such comment')
  if (comment.isWithdrawn) refuse(88004, 'the reader took the comment back')
  return { thread, comment }
}

const shown: readonly ((comment: Comment) => boolean)[] = [
  () => true,
  ({ isElected }) => !isElected,
  ({ isElected }) => isElected,
]

function list(call: ApiCall): JsonAnswer {
  const thread = threadOf(call)
  const begin = integerField(call.body, 'begin')
  const count = integerField(call.body, 'count')
  const isShown = shown[integerField(call.body, 'type')] ?? refuse(40035, '"type" must be 0, 1 or 2')
  if (begin < 0) refuse(40035, '"begin" must be 0 or more')
  if (count <= 0 || count >= tooMany) refuse(88010, `"count" must be 1 to ${tooMany - 1}`)
  const all = thread.comments.filter((it) => !it.isWithdrawn && isShown(it)).reverse()
  return { total: all.length, comment: all.slice(begin, begin + count).map(wireComment) }
}

const wireComment = ({ id, openid, content, createdAt, isElected, reply }: Comment): JsonAnswer => ({
  user_comment_id: BigInt(id),
  openid,
  create_time: wireSeconds(createdAt),
  content,
  comment_type: isElected ? 1 : 0,
  ...(reply === undefined ? {} : { reply: { content: reply.content, create_time: wireSeconds(reply.createdAt) } }),
})

const setOpen =
  (isOpen: boolean) =>
  (call: ApiCall): undefined => {
    threadOf(call).isOpen = isOpen
  }

function markElect(call: ApiCall): undefined {
  const { thread, comment } = commentOf(call)
  const elected = thread.comments.filter(({ isElected }) => isElected).length
  if (!comment.isElected && elected >= maxElected) refuse(88003, `${maxElected} comments are selected already`)
  thread.change(comment.id, { isElected: true })
}

function unmarkElect(call: ApiCall): undefined {
  const { thread, comment } = commentOf(call)
  thread.change(comment.id, { isElected: false })
}

function remove(call: ApiCall): undefined {
  const { thread, comment } = commentOf(call)
  thread.delete(comment.id)
}

function addReply(call: ApiCall): undefined {
  const { thread, comment } = commentOf(call)
  const content = optionalText(call.body, 'content') ?? ''
  const { length } = [...content]
  if (length === 0 || length > maxReply) refuse(88007, `"content" must have 1 to ${maxReply} characters, not ${length}`)
  if (comment.reply !== undefined) refuse(88005, 'the comment has a reply; delete it first')
  thread.change(comment.id, { reply: { content, createdAt: call.world.clock.now() } })
}

function deleteReply(call: ApiCall): undefined {
  const { thread, comment } = commentOf(call)
  if (comment.reply === undefined) refuse(88009, 'the comment has no reply')
  thread.change(comment.id, { reply: undefined })
}

export const commentRoutes: readonly ApiRoute[] = [
  {
    id: 'comment.open',
    run: setOpen(true),
    source: 'https://developers.weixin.qq.com/doc/subscription/api/leaving/api_openarticlecomment.html',
    differences: ['Every account has the privilege to comment (88000), and no article is restricted (88002).'],
  },
  { id: 'comment.close', run: setOpen(false) },
  {
    id: 'comment.list',
    run: list,
    source: 'https://developers.weixin.qq.com/doc/service/api/leaving/api_listcomment',
    differences: [
      'A count of 50 is refused, as the table of the page says; its error code says "more than 50".',
      'The newest stand first; the order is not published.',
    ],
  },
  {
    id: 'comment.markElect',
    run: markElect,
    differences: [`The limit of selected comments is not on the page; ${maxElected} here.`],
  },
  { id: 'comment.unmarkElect', run: unmarkElect },
  { id: 'comment.delete', run: remove },
  {
    id: 'comment.addReply',
    run: addReply,
    differences: [`The length of a reply is not published; ${maxReply} characters here.`],
  },
  { id: 'comment.deleteReply', run: deleteReply },
]
