import { isUtf8 } from 'node:buffer'
import { type Account, account, type Form } from '../message/account.js'
import { answerTo } from '../message/answer-to.js'
import { MessageCiphers } from './message-ciphers.js'
import { readQuery, type SignedQuery } from './query.js'
import { type Scanned, scanEnvelope, scanText } from './scan.js'
import { isSigned, sign } from './signature.js'

/** Takes query and body of a push to the answer's body; undefined refuses it. */
export type Limit = (query: string, body: Buffer) => string | undefined

export interface LimitOptions {
  readonly form: Form
  /** One cipher object for all messages instead of one for each. */
  readonly keepCiphers?: boolean
  /** Unix seconds; the machine's when not given. */
  readonly now?: () => number
}

const clock = (): number => Math.floor(Date.now() / 1000)

/**
 * The limit: what Node itself costs. Every check a webhook owes its owner, by hand and for this one message, and
 * none of what a kit adds to it (claims, order, deadlines, sessions, other messages).
 */
export function createLimit({ form, keepCiphers = false, now = clock }: LimitOptions): Limit {
  if (form === 'plain') return (query, body) => plain(account, now, { query, body })
  const ciphers = new MessageCiphers({ ...account, keep: keepCiphers })
  let serial = 0
  return (query, body) => {
    const xml = opened(ciphers, query, body)
    const message = xml === undefined ? undefined : scanText(xml)
    if (message === undefined) return undefined
    const timestamp = String(now())
    serial = (serial + 1) % 1_000_000_000
    return envelope(ciphers.encrypt(reply(message, timestamp)), timestamp, String(serial))
  }
}

interface Push {
  readonly query: string
  readonly body: Buffer
}

function plain({ token }: Account, now: () => number, push: Push): string | undefined {
  const query = readQuery(push.query)
  if (query === undefined || !isComplete(query) || query.encryptType !== '') return undefined
  if (!isSigned(query.signature, sign(token, query.timestamp, query.nonce))) return undefined
  if (!isUtf8(push.body)) return undefined
  const message = scanText(push.body.toString('utf8'))
  return message === undefined ? undefined : reply(message, String(now()))
}

function opened(ciphers: MessageCiphers, rawQuery: string, body: Buffer): string | undefined {
  const query = readQuery(rawQuery)
  if (query === undefined || !isComplete(query) || query.encryptType !== 'aes') return undefined
  const encrypt = scanEnvelope(body.toString('latin1'))
  if (encrypt === undefined) return undefined
  if (!isSigned(query.msgSignature, sign(account.token, query.timestamp, query.nonce, encrypt))) return undefined
  return ciphers.decrypt(encrypt)
}

const isComplete = ({ timestamp, nonce }: SignedQuery): boolean => timestamp !== '' && nonce !== ''

const reply = ({ to, from, content }: Scanned, time: string): string =>
  `<xml><ToUserName><![CDATA[${from}]]></ToUserName><FromUserName><![CDATA[${to}]]></FromUserName>` +
  `<CreateTime>${time}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${safe(answerTo(content))}]]></Content></xml>`

const safe = (text: string): string => (text.includes(']]>') ? text.replaceAll(']]>', ']]]]><![CDATA[>') : text)

const envelope = (encrypt: string, timestamp: string, nonce: string): string =>
  `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt><MsgSignature><![CDATA[${sign(account.token, timestamp, nonce, encrypt)}]]></MsgSignature>` +
  `<TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`
