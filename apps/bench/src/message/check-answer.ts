import { MessageCiphers } from '../limit/message-ciphers.js'
import { sign } from '../limit/signature.js'
import { account, type Form } from './account.js'
import type { TextPush } from './text-push.js'

/** What an answer must be an answer to. */
export type Expected = Pick<TextPush, 'openid' | 'answer'>

/** Says what is wrong with the body of an answer, or undefined. */
export type AnswerCheck = (body: string, expected: Expected) => string | undefined

/**
 * Looks into answers as WeChat would: the envelope's signature, then who it is for and what it says. Lenient about
 * layout, since every kit writes XML in its own way.
 */
export function answerCheck(form: Form): AnswerCheck {
  if (form === 'plain') return wrongIn
  const ciphers = new MessageCiphers({ ...account, keep: true })
  return (body, expected) => {
    const xml = opened(ciphers, body)
    return xml === undefined ? 'the envelope is incomplete, or its signature does not fit' : wrongIn(xml, expected)
  }
}

function wrongIn(xml: string, expected: Expected): string | undefined {
  if (textOf(xml, 'ToUserName') !== expected.openid) return 'it is not addressed to the sender'
  if (textOf(xml, 'FromUserName') !== account.originalId) return 'it does not come from the account'
  if (textOf(xml, 'MsgType') !== 'text') return 'it is no text'
  return textOf(xml, 'Content') === expected.answer ? undefined : 'it does not say what the handler answered'
}

function opened(ciphers: MessageCiphers, envelope: string): string | undefined {
  const encrypt = textOf(envelope, 'Encrypt')
  const timestamp = textOf(envelope, 'TimeStamp')
  const nonce = textOf(envelope, 'Nonce')
  if (encrypt === undefined || timestamp === undefined || nonce === undefined) return undefined
  const isSigned = textOf(envelope, 'MsgSignature') === sign(account.token, timestamp, nonce, encrypt)
  return isSigned ? ciphers.decrypt(encrypt) : undefined
}

/** The text of an element, in CDATA or not. */
export function textOf(xml: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[(.*?)\\]\\]>|([^<]*))\\s*</${name}>`, 's').exec(xml)
  return found?.[1] ?? found?.[2]
}
