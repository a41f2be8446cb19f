import { MessageCiphers } from '../limit/message-ciphers.js'
import { sign } from '../limit/signature.js'
import { account, type Form } from './account.js'
import { answerTo } from './answer-to.js'

/** A text message as WeChat would deliver it, and what the answer must say. */
export interface TextPush {
  readonly openid: string
  /** The query of the URL, without `?`, signed. */
  readonly query: string
  /** What stands in the request: the message's XML, or the envelope around its ciphertext. */
  readonly body: string
  /** The text that every contestant's handler answers to this message. */
  readonly answer: string
}

export interface Writers {
  /** Unix seconds at which WeChat sends the message. */
  readonly time: number
  /** How many users write: message n comes from user n modulo this. */
  readonly users: number
}

/** Bytes of a message's XML. */
export const messageSize = 600

const filler = '今天天气不错，我们去公园走走吧。Please answer soon, thank you. '

const openidOf = (user: number): string => `oBench${String(user).padStart(22, '0')}`

const headOf = (serial: number): string => `#${String(serial).padStart(8, '0')} `

/** Every part has a fixed width, so all messages are of one size. */
const frame = (serial: number, { time, users }: Writers, words: string): string =>
  `<xml><ToUserName><![CDATA[${account.originalId}]]></ToUserName><FromUserName><![CDATA[${openidOf(serial % users)}]]></FromUserName>` +
  `<CreateTime>${time}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${headOf(serial)}${words}]]></Content>` +
  `<MsgId>2490${String(serial).padStart(13, '0')}</MsgId></xml>`

/** Chinese and English of so many bytes. */
export function wordsOf(bytes: number): string {
  let text = filler.repeat(Math.ceil(bytes / filler.length))
  while (Buffer.byteLength(text) > bytes) text = text.slice(0, -1)
  return text + '.'.repeat(bytes - Buffer.byteLength(text))
}

const words: string = wordsOf(messageSize - frame(0, { time: 1_700_000_000, users: 1 }, '').length)

/** The XML of message `serial`: every serial has its own MsgId, and its own words. */
export const textXml = (serial: number, writers: Writers): string => frame(serial, writers, words)

/**
 * Makes the messages of an account in one form: signed and, in the secure form, sealed. It stands on the limit's own
 * cryptography, not on that of the kit it measures.
 */
export function pushMaker(form: Form): (serial: number, writers: Writers) => TextPush {
  // A cipher for each: of a kept one the random bytes come out as no letters, and one of the peers reads them as text.
  const ciphers = new MessageCiphers({ ...account, keep: false })
  return (serial, writers) => {
    const openid = openidOf(serial % writers.users)
    const xml = textXml(serial, writers)
    const timestamp = String(writers.time)
    const nonce = String(1_000_000_000 + ((serial * 7919) % 1_000_000_000))
    const answer = answerTo(headOf(serial))
    const query = `signature=${sign(account.token, timestamp, nonce)}&timestamp=${timestamp}&nonce=${nonce}&openid=${openid}`
    if (form === 'plain') return { openid, query, body: xml, answer }
    const encrypt = ciphers.encrypt(xml)
    return {
      openid,
      query: `${query}&encrypt_type=aes&msg_signature=${sign(account.token, timestamp, nonce, encrypt)}`,
      body: `<xml><ToUserName><![CDATA[${account.originalId}]]></ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`,
      answer,
    }
  }
}
