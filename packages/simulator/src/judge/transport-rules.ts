import { type JudgeRule, observed, passiveReplyPage } from './rule.js'

const problemOf = (outcome: string): JudgeRule['test'] => {
  return ({ raw }) => (raw.outcome !== 'answered' && raw.outcome === outcome ? raw.problem : undefined)
}

/** Whether there is an answer at all, and whether it is text. */
export const transportRules: readonly JudgeRule[] = [
  {
    id: 'late',
    stage: 'transport',
    severity: 'banner',
    source: passiveReplyPage,
    test: problemOf('timeout'),
    en: 'no answer in time: {}. Answer `success` at once and send the rest as a customer message, or let a redelivery carry it',
    zh: '未在规定时间内回复：{}。可先回复 success，再用客服消息补发，或由重试的推送带回结果',
  },
  {
    id: 'connection-refused',
    stage: 'transport',
    severity: 'banner',
    source: observed,
    test: problemOf('refused'),
    en: 'nobody took the push: {}. Is the server running, on that port, at that address?',
    zh: '无法连接服务器：{}。请检查服务是否已启动、端口和地址是否正确',
  },
  {
    id: 'connection-dropped',
    stage: 'transport',
    severity: 'banner',
    source: observed,
    test: problemOf('dropped'),
    en: 'the connection broke before the answer was complete: {}',
    zh: '连接在回复完成前中断：{}',
  },
  {
    id: 'http-status',
    stage: 'transport',
    severity: 'banner',
    source: observed,
    test: ({ raw }) => {
      if (raw.outcome !== 'answered' || raw.status === 200) return undefined
      const location = raw.headers['location']
      return location === undefined ? `HTTP ${raw.status}` : `HTTP ${raw.status} to ${location}`
    },
    en: 'the status must be 200, the answer has {}; redirects are not followed',
    zh: 'HTTP 状态码必须是 200，实际为 {}；微信不会跟随重定向',
  },
  {
    id: 'not-utf8',
    stage: 'transport',
    severity: 'banner',
    source: passiveReplyPage,
    test: ({ raw, text }) => (raw.outcome === 'answered' && text === undefined ? '' : undefined),
    en: 'the body is not valid UTF-8',
    zh: '回复内容不是合法的 UTF-8',
  },
]

const quote = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** What kind of text it is. */
export const textRules: readonly JudgeRule[] = [
  {
    id: 'byte-order-mark',
    stage: 'text',
    severity: 'banner',
    source: observed,
    test: ({ bom }) => (bom ? '' : undefined),
    en: 'the body starts with a byte order mark (EF BB BF); save the template or file without BOM',
    zh: '回复开头带有 BOM（EF BB BF），请以无 BOM 的方式输出',
  },
  {
    id: 'success-with-blanks',
    stage: 'text',
    severity: 'banner',
    source: passiveReplyPage,
    test: ({ outer, text }) =>
      outer.kind === 'other' && (outer.text === 'success' || outer.text === '') ? quote(text ?? '') : undefined,
    en: 'only the seven bytes `success` or an empty body mean "no reply"; this is {}',
    zh: '只有 7 个字节的 success 或空串才表示“不回复”，实际为 {}',
  },
  {
    id: 'text-around-root',
    stage: 'text',
    severity: 'banner',
    source: observed,
    test: ({ outer, text }) => {
      if (outer.kind === 'broken' && outer.as === 'xml') {
        const tail = /<\/xml>\s*([^<\s][\s\S]*)$/.exec(text ?? '')
        return tail === null ? undefined : `after the root: ${quote(tail[1] ?? '')}`
      }
      return outer.kind === 'other' && /<xml[\s>]/.test(outer.text)
        ? `before the root: ${quote(outer.text.slice(0, outer.text.indexOf('<xml')))}`
        : undefined
    },
    en: 'there is text around the XML ({}); a debug bar, a print, a template?',
    zh: 'XML 前后有多余内容（{}），请检查调试输出或模板',
  },
  {
    id: 'not-a-reply',
    stage: 'text',
    severity: 'banner',
    source: passiveReplyPage,
    test: ({ outer }) =>
      outer.kind === 'other' && outer.text !== 'success' && outer.text !== '' && !/<xml[\s>]/.test(outer.text)
        ? quote(outer.text)
        : undefined,
    en: 'the body is neither XML nor JSON nor `success`: {}',
    zh: '回复既不是 XML、JSON，也不是 success：{}',
  },
]
