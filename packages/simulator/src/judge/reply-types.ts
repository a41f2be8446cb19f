import { type AnswerNode, childOf, childrenOf, textAt } from './node.js'

/** One article of a news reply. */
export interface ShownArticle {
  readonly title: string
  readonly description: string
  readonly picUrl: string
  readonly url: string
}

/** A passive reply as WeChat takes it. `none`: `success`, an empty body, or nothing that could be shown. */
export type JudgedReply =
  | { readonly type: 'none' }
  | { readonly type: 'text'; readonly content: string }
  | { readonly type: 'image'; readonly mediaId: string }
  | { readonly type: 'voice'; readonly mediaId: string }
  | { readonly type: 'video'; readonly mediaId: string; readonly title: string; readonly description: string }
  | {
      readonly type: 'music'
      readonly title: string
      readonly description: string
      readonly musicUrl: string
      readonly hqMusicUrl: string
      readonly thumbMediaId: string
    }
  | { readonly type: 'news'; readonly articles: readonly ShownArticle[] }
  | { readonly type: 'transfer_customer_service'; readonly kfAccount?: string }
  /** `ErrCode` and `ErrMsg`, as money pushes are acknowledged. */
  | { readonly type: 'ack'; readonly errCode: number; readonly errMsg: string }
  /** An object of another form, as the few pushes with an answer of their own are acknowledged. */
  | { readonly type: 'object'; readonly members: Readonly<Record<string, string>> }

/** What an official account can answer with. */
export type ReplyType = 'text' | 'image' | 'voice' | 'video' | 'music' | 'news' | 'transfer_customer_service'

interface ReplyShape {
  /** Elements beside the header. */
  readonly elements: readonly string[]
  readonly read: (root: AnswerNode) => JudgedReply
}

const at = (root: AnswerNode, ...path: string[]): string => textAt(root, ...path) ?? ''

/**
 * Every type WeChat shows, with its elements and how it is read.
 * https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Passive_user_reply_message.html
 */
export const replyShapes: { readonly [T in ReplyType]: ReplyShape } = {
  text: { elements: ['Content'], read: (root) => ({ type: 'text', content: at(root, 'Content') }) },
  image: { elements: ['Image'], read: (root) => ({ type: 'image', mediaId: at(root, 'Image', 'MediaId') }) },
  voice: { elements: ['Voice'], read: (root) => ({ type: 'voice', mediaId: at(root, 'Voice', 'MediaId') }) },
  video: {
    elements: ['Video'],
    read: (root) => ({
      type: 'video',
      mediaId: at(root, 'Video', 'MediaId'),
      title: at(root, 'Video', 'Title'),
      description: at(root, 'Video', 'Description'),
    }),
  },
  music: {
    elements: ['Music'],
    read: (root) => ({
      type: 'music',
      title: at(root, 'Music', 'Title'),
      description: at(root, 'Music', 'Description'),
      musicUrl: at(root, 'Music', 'MusicUrl'),
      hqMusicUrl: at(root, 'Music', 'HQMusicUrl'),
      thumbMediaId: at(root, 'Music', 'ThumbMediaId'),
    }),
  },
  news: { elements: ['ArticleCount', 'Articles'], read: (root) => ({ type: 'news', articles: readArticles(root) }) },
  transfer_customer_service: {
    elements: ['TransInfo'],
    read: (root) => {
      const kfAccount = at(root, 'TransInfo', 'KfAccount')
      return { type: 'transfer_customer_service', ...(kfAccount === '' ? {} : { kfAccount }) }
    },
  },
}

export const isReplyType = (type: string): type is ReplyType => Object.hasOwn(replyShapes, type)

/** The `item` elements; in JSON `Articles` may be the list itself. */
export function articleNodes(root: AnswerNode): readonly AnswerNode[] {
  const lists = childrenOf(root, 'Articles')
  const items = lists.flatMap((list) => childrenOf(list, 'item'))
  return items.length > 0 ? items : lists.filter((list) => childOf(list, 'Title') !== undefined)
}

const readArticles = (root: AnswerNode): ShownArticle[] =>
  articleNodes(root).map((item) => ({
    title: at(item, 'Title'),
    description: at(item, 'Description'),
    picUrl: at(item, 'PicUrl'),
    url: at(item, 'Url'),
  }))

/** Reads what an answer says; what it means is for the rules. */
export function readReply(root: AnswerNode | undefined): JudgedReply {
  if (root === undefined) return { type: 'none' }
  const type = at(root, 'MsgType')
  if (isReplyType(type)) return replyShapes[type].read(root)
  const errCode = textAt(root, 'ErrCode')
  if (errCode !== undefined && /^-?\d+$/.test(errCode)) {
    return { type: 'ack', errCode: Number(errCode), errMsg: at(root, 'ErrMsg') }
  }
  return { type: 'object', members: Object.fromEntries(root.children.map((child) => [child.name, child.text])) }
}

/** A reply a user gets to see: not an acknowledgement, not a hand-over to an agent. */
export type VisibleReply = Extract<JudgedReply, { type: Exclude<ReplyType, 'transfer_customer_service'> }>

export const isVisible = (reply: JudgedReply): reply is VisibleReply =>
  isReplyType(reply.type) && reply.type !== 'transfer_customer_service'
