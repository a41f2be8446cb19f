import { type AnswerNode, childrenOf, textAt } from './node.js'
import { type JudgeRule, observed, passiveReplyPage } from './rule.js'

/** Whether the text can be read, and is in the form that is due. */
export const documentRules: readonly JudgeRule[] = [
  {
    id: 'not-well-formed',
    stage: 'document',
    severity: 'banner',
    source: passiveReplyPage,
    test: ({ content }) => {
      if (content.kind === 'other') return 'the decrypted text is neither XML nor JSON'
      if (content.kind !== 'broken') return undefined
      const where = content.line > 0 ? ` (line ${content.line}, column ${content.column})` : ''
      return `${content.as.toUpperCase()}: ${content.problem}${where}`
    },
    en: 'the answer is not well-formed {}',
    zh: '回复格式错误 {}',
  },
  {
    id: 'json-where-xml-is-due',
    stage: 'document',
    severity: 'banner',
    source: passiveReplyPage,
    test: ({ content, expected }) =>
      content.kind === 'json' && expected.format === 'xml' && expected.acknowledgement !== 'json' ? '' : undefined,
    en: 'the answer is JSON, but this account talks XML; a web framework that serialises what a handler returns?',
    zh: '该账号使用 XML 格式，但回复了 JSON',
  },
  {
    id: 'xml-where-json-is-due',
    stage: 'document',
    severity: 'banner',
    source: passiveReplyPage,
    test: ({ content, expected }) => (content.kind === 'xml' && expected.format === 'json' ? '' : undefined),
    en: 'the answer is XML, but this account talks JSON',
    zh: '该账号使用 JSON 格式，但回复了 XML',
  },
  {
    id: 'root-not-xml',
    stage: 'document',
    severity: 'banner',
    source: passiveReplyPage,
    test: ({ content }) =>
      content.kind === 'xml' && content.root.name !== 'xml' ? `<${content.root.name}>` : undefined,
    en: 'the root element must be <xml>, it is {}; an error page?',
    zh: '根元素必须是 <xml>，实际为 {}',
  },
  {
    id: 'empty-document',
    stage: 'document',
    severity: 'banner',
    source: passiveReplyPage,
    test: ({ root }) => (root !== undefined && root.children.length === 0 ? '' : undefined),
    en: 'the answer has a root and nothing in it; "no reply" is `success` or an empty body',
    zh: '回复只有根元素而没有内容；不回复时应返回 success 或空串',
  },
]

const headerNames = ['ToUserName', 'FromUserName', 'CreateTime', 'MsgType'] as const

/** Replies have a header, acknowledgements (`ErrCode`) do not. */
export const isReply = (root: AnswerNode): boolean => headerNames.some((name) => childrenOf(root, name).length > 0)

const ofReply =
  (
    test: (root: AnswerNode, expected: Parameters<JudgeRule['test']>[0]['expected']) => string | undefined,
  ): JudgeRule['test'] =>
  ({ root, expected }) =>
    root !== undefined && (expected.acknowledgement === 'success' || isReply(root)) ? test(root, expected) : undefined

const name = (root: AnswerNode, element: string): string => JSON.stringify(textAt(root, element) ?? null)

const seconds = /^\d{9,11}$/
const milliseconds = /^\d{12,14}$/

/** From whom, to whom, when. */
export const headerRules: readonly JudgeRule[] = [
  {
    id: 'repeated-header',
    stage: 'header',
    severity: 'banner',
    source: observed,
    test: ofReply((root) => headerNames.filter((it) => childrenOf(root, it).length > 1).join(', ') || undefined),
    en: 'an element of the header stands there more than once: {}',
    zh: '消息头重复：{}',
  },
  {
    id: 'from-and-to-not-swapped',
    stage: 'header',
    severity: 'banner',
    source: passiveReplyPage,
    test: ofReply((root, { from, to }) => {
      const toUser = textAt(root, 'ToUserName')
      const fromUser = textAt(root, 'FromUserName')
      if (toUser === from && fromUser === to) return undefined
      if (toUser === to && fromUser === from) return 'they are copied from the push as they are'
      return `ToUserName is ${name(root, 'ToUserName')}, FromUserName is ${name(root, 'FromUserName')}`
    }),
    en: 'ToUserName must be the openid of the user and FromUserName the original id of the account: {}',
    zh: 'ToUserName 应为用户 openid，FromUserName 应为公众号原始 ID：{}',
  },
  {
    id: 'create-time',
    stage: 'header',
    severity: 'banner',
    source: passiveReplyPage,
    test: ofReply((root) => {
      const time = textAt(root, 'CreateTime') ?? ''
      return seconds.test(time) || milliseconds.test(time) ? undefined : name(root, 'CreateTime')
    }),
    en: 'CreateTime must be a whole number of seconds since 1970: {}',
    zh: 'CreateTime 必须是整型的秒级时间戳：{}',
  },
  {
    id: 'create-time-in-milliseconds',
    stage: 'header',
    severity: 'fault',
    source: 'official form is seconds; observed: bots that send milliseconds are shown',
    test: ofReply((root) =>
      milliseconds.test(textAt(root, 'CreateTime') ?? '') ? name(root, 'CreateTime') : undefined,
    ),
    en: 'CreateTime is in milliseconds, it must be in seconds: {}',
    zh: 'CreateTime 应为秒，实际为毫秒：{}',
  },
  {
    id: 'msg-type-missing',
    stage: 'header',
    severity: 'banner',
    source: passiveReplyPage,
    test: ofReply((root) => (textAt(root, 'MsgType') ? undefined : name(root, 'MsgType'))),
    en: 'MsgType is missing or empty: {}',
    zh: '缺少 MsgType：{}',
  },
]
