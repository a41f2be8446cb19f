import type { WireTree } from '@wx/xml-messages'
import type { Delivery } from './delivery/attempt.js'
import type { Receiver } from './delivery/order.js'
import { sendWithin } from './delivery/send-within.js'
import { pushHeaders, queryText, signedQuery, type WirePush, writePush } from './delivery/wire.js'
import { ImpossibleActionError } from './errors.js'
import type { Exchange } from './exchanges.js'
import { secondsOf, type World } from './world.js'

/** What the robot answered to something WeChat never sends. */
export interface AttackResult {
  /** True when the status is 400 or higher. */
  readonly refused: boolean
  readonly status: number | undefined
  readonly body: string
  readonly outcome: 'answered' | 'timeout' | 'refused' | 'dropped'
}

/** Requests that look like WeChat's and must not be taken. */
export interface Attacks {
  /** Somebody who does not know the token. */
  forged(): Promise<AttackResult>
  /** A right signature over a time that many seconds ago; refused by robots with a limit of age. */
  stale(seconds: number): Promise<AttackResult>
  /** Plaintext with a right plain signature, to an account in secure mode. */
  downgraded(): Promise<AttackResult>
  /** The very bytes of an earlier push; refused by robots with a replay guard. */
  replayed(
    exchange: Pick<Exchange, 'request'> | Pick<Delivery, 'query' | 'requestHeaders' | 'body'>,
  ): Promise<AttackResult>
  /** A right push of which the content (in sealed modes: the ciphertext) was changed on the way. */
  tampered(): Promise<AttackResult>
}

interface Sent {
  readonly title: string
  readonly wire: WirePush
}

export function attacksOn(receiver: Receiver, world: World): Attacks {
  const { clock, ids } = world
  const { sealing } = receiver

  const text = (): WireTree => ({
    ToUserName: receiver.id,
    FromUserName: ids.openid(),
    CreateTime: secondsOf(world),
    MsgType: 'text',
    Content: 'attack',
    MsgId: ids.messageId(),
  })
  const right = (now = clock.now()): WirePush => writePush(text(), { sealing, ids, now })

  const send = async ({ title, wire }: Sent): Promise<AttackResult> => {
    const target = receiver.target()
    const { query, headers, body } = wire
    const at = clock.now()
    const entry = world.exchanges.open({
      kind: 'attack',
      at,
      account: receiver.id,
      openid: undefined,
      title,
      attempt: 1,
      request: { method: 'POST', url: target.url, ...wire },
    })
    const raw = await sendWithin(
      target,
      { method: 'POST', query, headers, body: Buffer.from(body, 'utf8') },
      { clock, limitMs: 5_000, closing: world.closing },
    )
    const answer = raw.outcome === 'answered' ? Buffer.from(raw.body).toString('utf8') : ''
    const status = raw.outcome === 'answered' ? raw.status : undefined
    const refused = status !== undefined && status >= 400
    entry.finish({
      outcome: raw.outcome,
      problem: raw.outcome === 'answered' ? undefined : raw.problem,
      answer:
        raw.outcome === 'answered'
          ? { status: raw.status, headers: raw.headers, body: answer, plaintext: answer }
          : undefined,
      tookMs: clock.now() - at,
      verdict: {
        ok: refused,
        shown: 'nothing',
        reasons: refused ? [] : ['an attack must be refused with a status of 400 or higher'],
        findings: [],
      },
    })
    return { refused, status, body: answer, outcome: raw.outcome }
  }

  return {
    forged() {
      const wire = right()
      const stranger = signedQuery({ ...sealing.credentials, token: ids.token() }, { now: clock.now(), ids })
      const sealed =
        sealing.mode === 'plain' ? {} : { encrypt_type: 'aes', msg_signature: stranger.parameters.signature }
      return send({
        title: 'attack: forged',
        wire: { ...wire, query: queryText({ ...stranger.parameters, ...sealed }), stringToSign: stranger.stringToSign },
      })
    },
    stale: (seconds) => send({ title: 'attack: stale', wire: right(clock.now() - seconds * 1000) }),
    async downgraded() {
      if (sealing.mode !== 'secure') {
        throw new ImpossibleActionError(
          'only an account in secure mode can be attacked with plaintext; this one takes it anyway',
        )
      }
      const wire = writePush(text(), { sealing: { ...sealing, mode: 'plain' }, ids, now: clock.now() })
      return send({ title: 'attack: downgraded', wire })
    },
    replayed(earlier) {
      const { query, body, ...rest } = 'request' in earlier ? earlier.request : earlier
      // A delivery has headers too, those of the answer.
      const headers = 'requestHeaders' in rest ? rest.requestHeaders : rest.headers
      return send({ title: 'attack: replayed', wire: { query, body, headers, plaintext: body, stringToSign: '' } })
    },
    async tampered() {
      const wire = right()
      // A plain signature does not cover the body: all that can be changed noticeably there is what it does cover.
      if (sealing.mode === 'plain') {
        const query = wire.query.replace(/nonce=\d+/, () => `nonce=${ids.nonce()}`)
        return send({ title: 'attack: tampered', wire: { ...wire, query } })
      }
      const at = wire.body.indexOf('Encrypt') + 40
      const changed = wire.body.charAt(at) === 'A' ? 'B' : 'A'
      const body = wire.body.slice(0, at) + changed + wire.body.slice(at + 1)
      return send({ title: 'attack: tampered', wire: { ...wire, body, headers: pushHeaders(sealing.format) } })
    },
  }
}
