import type { WebContext, WebHandler, WebRequest, WebResponse } from '@wx/core'
import { MessageCrypto } from '@wx/crypto'
import type { RobotConfig } from '../account.js'
import { openCiphertext, signatureOf } from '../judge/envelope.js'

/** A push as the parrot understands it: no more than it needs to answer. */
export interface Heard {
  readonly format: 'xml' | 'json'
  readonly plaintext: string
  readonly from: string
  readonly to: string
  readonly query: URLSearchParams
  /** Counts pushes, from 1. */
  readonly count: number
  readonly context: WebContext | undefined
  /** A reply's text with the right header. */
  reply(type: string, xmlBody: string, jsonBody?: object): string
}

export type Answer = (heard: Heard) => string | WebResponse | Promise<string | WebResponse>

/** A reply of type text. */
export const text =
  (content: string): Answer =>
  (heard) =>
    heard.reply('text', `<Content><![CDATA[${content}]]></Content>`, { Content: content })

/**
 * A robot for tests, written by hand: it verifies, opens, answers what it is told, and seals when the push was sealed.
 * The simulator is tested against it rather than against the kit's own robot.
 */
export function parrot(config: RobotConfig, answer: Answer): WebHandler {
  const crypto = new MessageCrypto(config)
  let count = 0
  return async (request, context) => {
    const query = new URLSearchParams(request.query)
    const body = Buffer.from(request.body ?? '').toString('utf8')
    const of = (name: string): string => query.get(name) ?? ''
    const isSealed = of('encrypt_type') === 'aes'
    if (config.mode === 'secure' && !isSealed && request.method === 'POST') return refusal
    const encrypt = isSealed ? field(body, 'Encrypt') : ''
    const parts = [config.token, of('timestamp'), of('nonce'), ...(isSealed ? [encrypt] : [])]
    if (signatureOf(parts).signature !== of(isSealed ? 'msg_signature' : 'signature')) return refusal
    if (request.method === 'GET') return ok(of('echostr'))

    const opened = isSealed ? openCiphertext(encrypt, config.encodingAesKey) : undefined
    if (opened?.ok === false) return refusal
    const plaintext = opened?.plaintext ?? body
    const said = await answer(heard(plaintext, { query, count: ++count, context }))
    if (typeof said !== 'string') return said
    return ok(isSealed && said !== '' && said !== 'success' ? seal(said, crypto) : said)
  }
}

/** The request a handler was given, for tests that look at it. */
export function recording(handler: WebHandler): { readonly handler: WebHandler; readonly requests: WebRequest[] } {
  const requests: WebRequest[] = []
  return {
    requests,
    handler: (request, context) => {
      requests.push(request)
      return handler(request, context)
    },
  }
}

const refusal: WebResponse = { status: 401, headers: {}, body: 'refused' }

export const ok = (body: string): WebResponse => ({ status: 200, headers: { 'content-type': 'text/plain' }, body })

function field(body: string, name: string): string {
  const json = new RegExp(`"${name}":"((?:[^"\\\\]|\\\\.)*)"`).exec(body)
  const xml = new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 's').exec(body)
  return (body.startsWith('{') ? json : xml)?.[1] ?? ''
}

function heard(plaintext: string, rest: Pick<Heard, 'query' | 'count' | 'context'>): Heard {
  const format = plaintext.startsWith('{') ? 'json' : 'xml'
  const from = field(plaintext, 'FromUserName')
  const to = field(plaintext, 'ToUserName')
  return {
    ...rest,
    format,
    plaintext,
    from,
    to,
    reply: (type, xmlBody, jsonBody = {}) =>
      format === 'xml'
        ? `<xml><ToUserName><![CDATA[${from}]]></ToUserName><FromUserName><![CDATA[${to}]]></FromUserName>` +
          `<CreateTime>1767225600</CreateTime><MsgType><![CDATA[${type}]]></MsgType>${xmlBody}</xml>`
        : JSON.stringify({ ToUserName: from, FromUserName: to, CreateTime: 1767225600, MsgType: type, ...jsonBody }),
  }
}

function seal(said: string, crypto: MessageCrypto): string {
  const { encrypt, msgSignature, timestamp, nonce } = crypto.seal(said, { timestamp: '1767225600' })
  return said.startsWith('{')
    ? JSON.stringify({ Encrypt: encrypt, MsgSignature: msgSignature, TimeStamp: Number(timestamp), Nonce: nonce })
    : `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt><MsgSignature><![CDATA[${msgSignature}]]></MsgSignature>` +
        `<TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`
}
