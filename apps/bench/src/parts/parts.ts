import { isUtf8 } from 'node:buffer'
import { joinKey, memoryCoordinator } from '@wx/context-store'
import { MessageCrypto, verifySignature } from '@wx/crypto'
import { parseEnvelope, parseMessage, renderEnvelope, renderReply, reply } from '@wx/xml-messages'
import { MessageCiphers } from '../limit/message-ciphers.js'
import { readQuery, type SignedQuery } from '../limit/query.js'
import { scanEnvelope, scanText } from '../limit/scan.js'
import { isSigned, sign } from '../limit/signature.js'
import { createLimit } from '../limit/webhook.js'
import { account, type Form, forms } from '../message/account.js'
import { answerTo } from '../message/answer-to.js'
import { webhookPath } from '../message/http-request.js'
import { pushMaker, type TextPush } from '../message/text-push.js'
import { createRobot } from '../servers/ours.js'
import { asyncOp, op, type Part } from './op.js'
import { xmlReaders } from './xml-readers.js'

const users = 5_000

/** Makes pushes that never come again; each source counts for itself. */
function source(form: Form): (count: number) => readonly TextPush[] {
  const make = pushMaker(form)
  let serial = 0
  return (count) => {
    const time = Math.floor(Date.now() / 1000)
    return Array.from({ length: count }, () => make(serial++, { time, users }))
  }
}

const bodiesOf = (form: Form): ((count: number) => readonly Buffer[]) => {
  const pushes = source(form)
  return (count) => pushes(count).map(({ body }) => Buffer.from(body))
}

type Sealed = SignedQuery & { readonly encrypt: string }

function sealedOf(): (count: number) => readonly Sealed[] {
  const pushes = source('secure')
  return (count) =>
    pushes(count).map(({ query, body }) => ({
      ...(readQuery(query) as SignedQuery),
      encrypt: scanEnvelope(body) as string,
    }))
}

function reading(): readonly Part[] {
  const plain = bodiesOf('plain')
  const secure = bodiesOf('secure')
  return [
    {
      title: 'Read a text message of 600 bytes',
      ops: [
        op("the limit's scanner", plain, (body) => isUtf8(body) && scanText(body.toString('utf8'))),
        op('**parseMessage**', plain, (body) => parseMessage(body)),
        ...xmlReaders(plain),
      ],
    },
    {
      title: 'Read the envelope of a sealed message',
      ops: [
        op("the limit's scanner", secure, (body) => scanEnvelope(body.toString('latin1'))),
        op('**parseEnvelope**', secure, (body) => parseEnvelope(body)),
      ],
    },
  ]
}

function cryptography(): readonly Part[] {
  const sealed = sealedOf()
  const crypto = new MessageCrypto(account)
  const fresh = new MessageCiphers({ ...account, keep: false })
  const kept = new MessageCiphers({ ...account, keep: true })
  const { token } = account
  const replies = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => replyXml(String(i)))
  const opening = (ciphers: MessageCiphers) => (it: Sealed) =>
    isSigned(it.msgSignature, sign(token, it.timestamp, it.nonce, it.encrypt)) && ciphers.decrypt(it.encrypt)
  const sealing = (ciphers: MessageCiphers) => (text: string) => {
    const encrypt = ciphers.encrypt(text)
    return sign(token, '1700000000', '1234567890', encrypt)
  }
  return [
    {
      title: 'Verify a signature',
      ops: [
        op('node:crypto alone', sealed, (it) => isSigned(it.signature, sign(token, it.timestamp, it.nonce))),
        op('**verifySignature**', sealed, ({ signature, timestamp, nonce }) =>
          verifySignature({ token, timestamp, nonce, signature }),
        ),
      ],
    },
    {
      title: 'Verify and open a message of 600 bytes',
      ops: [
        op('node:crypto alone, a cipher for each', sealed, opening(fresh)),
        op('node:crypto alone, the cipher kept', sealed, opening(kept)),
        op('**MessageCrypto.open**', sealed, (it) => crypto.open(it)),
      ],
    },
    {
      title: 'Seal and sign a reply',
      ops: [
        op('node:crypto alone, a cipher for each', replies, sealing(fresh)),
        op('node:crypto alone, the cipher kept', replies, sealing(kept)),
        op('**MessageCrypto.seal**', replies, (text) => crypto.seal(text, { timestamp: '1700000000' })),
      ],
    },
  ]
}

const replyXml = (serial: string): string =>
  `<xml><ToUserName><![CDATA[oBench${serial}]]></ToUserName><FromUserName><![CDATA[${account.originalId}]]></FromUserName>` +
  `<CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${answerTo(serial)}]]></Content></xml>`

function writing(): readonly Part[] {
  const serials = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => String(i))
  const envelopes = (count: number): readonly string[] => serials(count).map((it) => it.padStart(600, 'A'))
  return [
    {
      title: 'Write a text reply',
      ops: [
        op('a template', serials, replyXml),
        op('**renderReply**', serials, (serial) =>
          renderReply(reply.text(answerTo(serial)), {
            to: { source: `oBench${serial}`, target: account.originalId, wireFormat: 'xml' },
            time: 1_700_000_000,
          }),
        ),
      ],
    },
    {
      title: 'Write the envelope of a reply',
      ops: [
        op(
          'a template',
          envelopes,
          (encrypt) =>
            `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt><MsgSignature><![CDATA[${token40}]]></MsgSignature>` +
            `<TimeStamp>1700000000</TimeStamp><Nonce><![CDATA[1234567890]]></Nonce></xml>`,
        ),
        op('**renderEnvelope**', envelopes, (encrypt) =>
          renderEnvelope({ encrypt, msgSignature: token40, timestamp: '1700000000', nonce: '1234567890' }, 'xml'),
        ),
      ],
    },
  ]
}

const token40 = 'a'.repeat(40)

interface ClaimCase {
  readonly key: string
  readonly line: string
}

function claiming(): Part {
  const cases = (): ((count: number) => readonly ClaimCase[]) => {
    let serial = 0
    return (count) =>
      Array.from({ length: count }, () => {
        const openid = `oBench${String(serial++ % users).padStart(22, '0')}`
        return { key: joinKey(account.appId, openid, 'm', String(serial)), line: joinKey(account.appId, openid) }
      })
  }
  const known = new Map<string, string>()
  const coordinator = memoryCoordinator()
  const options = { leaseMs: 8_000, keepMs: 75_000, onLostOwner: 'rerun', lineLimit: 50 } as const
  return {
    title: 'Claim a message in its line, and settle it',
    ops: [
      op('a Map alone', cases(), ({ key }) => known.has(key) || known.set(key, 'answer')),
      asyncOp('**memoryCoordinator**', cases(), async ({ key, line }) => {
        const claim = coordinator.claim(key, { ...options, line })
        const claimed = claim instanceof Promise ? await claim : claim
        if (claimed.state !== 'claimed') throw new Error(`a new key was ${claimed.state}`)
        const settled = coordinator.settle(key, { fence: claimed.fence, answer: 'answer', keepMs: options.keepMs })
        return settled instanceof Promise ? await settled : settled
      }),
    ],
  }
}

function whole(form: Form): Part {
  const limit = createLimit({ form })
  const bytes = (): ((count: number) => readonly { readonly query: string; readonly body: Buffer }[]) => {
    const pushes = source(form)
    return (count) => pushes(count).map(({ query, body }) => ({ query, body: Buffer.from(body) }))
  }
  const handling = (kind: 'sync' | 'async') => {
    const robot = createRobot(form, kind)
    return asyncOp(`**robot.handle**, ${kind} handler`, bytes(), ({ query, body }) =>
      robot.handle({ method: 'POST', path: webhookPath, headers: {}, query, body }),
    )
  }
  const kept = createLimit({ form, keepCiphers: true })
  return {
    title: `The whole webhook without sockets, ${form}`,
    ops: [
      op('the limit', bytes(), ({ query, body }) => limit(query, body)),
      ...(form === 'secure' ? [op('the limit, ciphers kept', bytes(), ({ query, body }) => kept(query, body))] : []),
      handling('sync'),
      handling('async'),
    ],
  }
}

/** Every part of the message path, beside the least it can cost. */
export const allParts = (): readonly Part[] => [
  ...reading(),
  ...cryptography(),
  ...writing(),
  claiming(),
  ...forms.map(whole),
]
