import { isReply } from './document-rules.js'
import type { Expectation } from './facts.js'
import { type AnswerNode, textAt } from './node.js'
import { articleNodes, isReplyType, type ReplyType, replyShapes } from './reply-types.js'
import { type JudgeRule, observed, passiveReplyPage } from './rule.js'

const stage = 'content'

const ofType =
  (
    types: readonly ReplyType[],
    test: (root: AnswerNode, expected: Expectation) => string | undefined,
  ): JudgeRule['test'] =>
  ({ root, expected }) =>
    root !== undefined && types.some((type) => textAt(root, 'MsgType') === type) ? test(root, expected) : undefined

const articleLimit = ({ settings, userMessage }: Expectation): number =>
  userMessage ? settings.maxArticlesToMessage : settings.maxArticlesToEvent

/** What a type of reply needs, and what may not be missing. */
export const contentRules: readonly JudgeRule[] = [
  {
    id: 'msg-type-unknown',
    stage,
    severity: 'banner',
    source: passiveReplyPage,
    test: ({ root }) => {
      const type = root === undefined ? undefined : textAt(root, 'MsgType')
      return type === undefined || type === '' || isReplyType(type) ? undefined : JSON.stringify(type)
    },
    en: `MsgType {} is none of ${Object.keys(replyShapes).join(', ')} (lower case)`,
    zh: `MsgType {} 不是 ${Object.keys(replyShapes).join('、')} 之一`,
  },
  {
    id: 'mini-program-reply',
    stage,
    severity: 'banner',
    source: 'official: https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html',
    test: ({ root, expected }) => {
      const type = root === undefined ? '' : (textAt(root, 'MsgType') ?? '')
      return expected.miniProgram && isReplyType(type) && type !== 'transfer_customer_service' ? type : undefined
    },
    en: 'a mini program takes transfer_customer_service, `success` or nothing, not {}; answer with a customer message',
    zh: '小程序只能回复 transfer_customer_service、success 或空串，不能回复 {}；请使用客服消息',
  },
  {
    id: 'text-content-empty',
    stage,
    severity: 'banner',
    source: passiveReplyPage,
    test: ofType(['text'], (root) => (textAt(root, 'Content') ? undefined : '')),
    en: 'a text reply has no Content; "no reply" is `success` or an empty body, not an empty Content',
    zh: '文本回复的 Content 为空；不回复时应返回 success 或空串',
  },
  {
    id: 'text-too-long',
    stage,
    severity: 'banner',
    source: 'observed; not in the current official text (setting maxTextBytes)',
    test: ofType(['text'], (root, { settings }) => {
      const bytes = Buffer.byteLength(textAt(root, 'Content') ?? '')
      return bytes > settings.maxTextBytes ? `${bytes} bytes, the limit is ${settings.maxTextBytes}` : undefined
    }),
    en: 'the text is too long: {}',
    zh: '文本过长：{}',
  },
  {
    id: 'media-id-missing',
    stage,
    severity: 'banner',
    source: passiveReplyPage,
    test: ofType(['image', 'voice', 'video'], (root) => {
      const element = { image: 'Image', voice: 'Voice', video: 'Video' }[textAt(root, 'MsgType') ?? ''] ?? ''
      return textAt(root, element, 'MediaId') ? undefined : `${element}.MediaId`
    }),
    en: '{} is missing or empty',
    zh: '缺少 {}',
  },
  {
    id: 'music-missing',
    stage,
    severity: 'banner',
    source: passiveReplyPage,
    test: ofType(['music'], (root) => (root.children.some((it) => it.name === 'Music') ? undefined : '')),
    en: 'a music reply has no Music element',
    zh: '音乐回复缺少 Music',
  },
  {
    id: 'music-without-thumb',
    stage,
    severity: 'note',
    source: 'official page demands it; observed: replies without it are shown',
    test: ofType(['music'], (root) => (textAt(root, 'Music', 'ThumbMediaId') ? undefined : '')),
    en: 'Music.ThumbMediaId is documented as required and is missing',
    zh: '文档要求 Music.ThumbMediaId，但未提供',
  },
  {
    id: 'articles-missing',
    stage,
    severity: 'banner',
    source: passiveReplyPage,
    test: ofType(['news'], (root) => (articleNodes(root).length === 0 ? '' : undefined)),
    en: 'a news reply has no article (Articles with lower-case `item` elements)',
    zh: '图文回复没有文章（Articles 下的 item）',
  },
  {
    id: 'article-count',
    stage,
    severity: 'banner',
    source: passiveReplyPage,
    test: ofType(['news'], (root) => {
      const items = articleNodes(root).length
      const count = textAt(root, 'ArticleCount') ?? ''
      return items === 0 || (/^\d+$/.test(count) && Number(count) === items)
        ? undefined
        : `ArticleCount is ${JSON.stringify(count)}, there are ${items}`
    }),
    en: 'ArticleCount does not fit the articles: {}',
    zh: 'ArticleCount 与文章数不符：{}',
  },
  {
    id: 'too-many-articles',
    stage,
    severity: 'fault',
    source: passiveReplyPage,
    test: ofType(['news'], (root, expected) => {
      const items = articleNodes(root).length
      const limit = articleLimit(expected)
      return items > limit ? `${items} articles, ${limit} shown` : undefined
    }),
    en: 'a message of the user is answered with one article, an event with up to eight; the rest is cut off: {}',
    zh: '回复用户消息只能有 1 条图文，回复事件最多 8 条，其余被丢弃：{}',
  },
  {
    id: 'article-incomplete',
    stage,
    severity: 'note',
    source: 'official page demands all four; observed: articles without picture or description are shown',
    test: ofType(['news'], (root) => {
      const lacking = ['Title', 'Description', 'PicUrl', 'Url'].filter((name) =>
        articleNodes(root).some((item) => !textAt(item, name)),
      )
      return lacking.join(', ') || undefined
    }),
    en: 'an article lacks {}',
    zh: '图文缺少 {}',
  },
  {
    id: 'unknown-elements',
    stage,
    severity: 'note',
    source: observed,
    test: ({ root }) => {
      const type = root === undefined ? '' : (textAt(root, 'MsgType') ?? '')
      if (root === undefined || !isReplyType(type)) return undefined
      const known = ['ToUserName', 'FromUserName', 'CreateTime', 'MsgType', ...replyShapes[type].elements]
      return (
        root.children
          .map((it) => it.name)
          .filter((it) => !known.includes(it))
          .join(', ') || undefined
      )
    },
    en: 'elements WeChat does not know here and ignores: {}',
    zh: '微信会忽略的未知元素：{}',
  },
  {
    id: 'not-acknowledged',
    stage,
    severity: 'fault',
    source: 'official pages of the pushes about money and goods',
    test: ({ root, content, expected }) => {
      if (expected.acknowledgement === 'success') return undefined
      if (content.kind === 'silence') return expected.silenceAcknowledges ? undefined : 'an answer without content'
      if (root === undefined) return undefined
      if (isReply(root)) return 'a reply to a user'
      if (expected.acknowledgement === 'json') return undefined
      const code = textAt(root, 'ErrCode')
      return code === '0' ? undefined : `ErrCode ${code === undefined ? 'is missing' : JSON.stringify(code)}`
    },
    en: 'the push is not acknowledged and will come again; it needs its own object (ErrCode 0): {}',
    zh: '推送未被确认，将会重试；需要返回约定的结构（ErrCode 为 0）：{}',
  },
  {
    id: 'nobody-sees-it',
    stage,
    severity: 'note',
    source: observed,
    test: ({ root, expected }) =>
      root !== undefined && !expected.visible && expected.acknowledgement === 'success' && isReply(root)
        ? ''
        : undefined,
    en: 'the reply is well-formed, but this push has no user who could see it',
    zh: '回复格式正确，但该推送没有可见回复的用户',
  },
]
