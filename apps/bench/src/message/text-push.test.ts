import { MessageCrypto, verifySignature } from '@wx/crypto'
import { parseEnvelope, parseMessage } from '@wx/xml-messages'
import { describe, expect, it } from 'vitest'
import { account, forms } from './account.js'
import { messageSize, pushMaker, textXml } from './text-push.js'

const writers = { time: 1_790_000_000, users: 100 }

const parametersOf = (query: string): Readonly<Record<string, string>> => Object.fromEntries(new URLSearchParams(query))

describe('the pool of messages', () => {
  it.each(forms)('is signed as the kit verifies it (%s)', (form) => {
    const make = pushMaker(form)
    for (let serial = 0; serial < 50; serial++) {
      const { timestamp, nonce, signature } = parametersOf(make(serial, writers).query)
      expect(verifySignature({ token: account.token, timestamp, nonce, signature })).toBe(true)
    }
  })

  it('is sealed as the kit opens it, one message after the other', () => {
    const make = pushMaker('secure')
    const crypto = new MessageCrypto(account)
    for (let serial = 0; serial < 50; serial++) {
      const { query, body } = make(serial, writers)
      const { timestamp, nonce, msg_signature: msgSignature } = parametersOf(query)
      const { encrypt } = parseEnvelope(body)
      expect(crypto.open({ encrypt, msgSignature, timestamp, nonce })).toBe(textXml(serial, writers))
    }
  })

  it('holds text messages of one size', () => {
    for (const serial of [0, 1, 99, 12_345_678]) {
      const xml = textXml(serial, writers)
      expect(Buffer.byteLength(xml)).toBe(messageSize)
      expect(parseMessage(xml)).toMatchObject({ kind: 'message', type: 'text', target: account.originalId })
    }
  })

  it('repeats no message, and has as many users as it is told', () => {
    const messages = Array.from({ length: 1000 }, (_, serial) => parseMessage(textXml(serial, writers)))
    expect(new Set(messages.map(({ id }) => id)).size).toBe(1000)
    expect(new Set(messages.map(({ source }) => source)).size).toBe(writers.users)
  })
})
