import { randomInt } from 'node:crypto'
import type { WebResponse } from '@wx/core'
import { openReply, sealPush, signQuery } from '@wx/crypto/testing'
import { type EventTypes, parseMessage, type WireFormat, type WireTree } from '@wx/xml-messages'
import { type PushName, renderPush, samplePush } from '@wx/xml-messages/push'
import { type Robot, settingsOf } from '../robot.js'

/** What a robot answered. */
export interface TestAnswer {
  readonly status: number
  /** The body, decrypted where it was sealed: XML, JSON, `success` or nothing. */
  readonly body: string
  /** The content of a text reply; undefined for every other answer. */
  readonly text: string | undefined
  /** The elements of a reply (`MsgType`, `Content`, `Articles` …); undefined for `success` and an empty body. */
  readonly fields: WireTree | undefined
  /** What went over the wire. */
  readonly response: WebResponse
}

export interface TestUserOptions {
  /** Default: a made-up openid. */
  readonly openid?: string
  /** The account's original id. Default: a made-up `gh_` id. */
  readonly account?: string
  /** How pushes are written. Default: `xml`. */
  readonly format?: WireFormat
}

/** How one delivery is made. */
export interface PushOptions {
  /** Unix seconds in the query; default: now, by the robot's clock. */
  readonly timestamp?: number
  /** Default: another one for every delivery. */
  readonly nonce?: string
  /** Whether it is encrypted. Default: when the robot's mode is `secure`. */
  readonly sealed?: boolean
  /** WeChat hangs up. */
  readonly signal?: AbortSignal
}

/**
 * A user who talks to a robot without a port: what they send is signed (and sealed) as the robot's mode wants it, and
 * goes the whole way.
 *
 * ```ts
 * const user = testUser(robot)
 * const answer = await user.send('hello')
 * expect(answer.text).toBe('hello yourself')
 * ```
 */
export function testUser<Session extends object>(robot: Robot<Session>, options: TestUserOptions = {}): TestUser {
  return new TestUser(robot as unknown as Robot<never>, options)
}

/** See `testUser`. */
export class TestUser {
  readonly openid: string
  readonly account: string
  readonly format: WireFormat
  readonly #robot: Robot<never>
  #sent = 0
  // Beyond 2^53, as WeChat's are, and another range for each user: two of them may play the same person.
  readonly #firstId = 2n ** 60n + BigInt(randomInt(2 ** 40)) * 2n ** 16n

  constructor(robot: Robot<never>, { openid = 'oTestUser', account = 'gh_test', format = 'xml' }: TestUserOptions) {
    this.#robot = robot
    this.openid = openid
    this.account = account
    this.format = format
  }

  /** Writes a text, or sends a message of another type: `send({ MsgType: 'image', MediaId: 'm1' })`. */
  send(content: string | WireTree, options?: PushOptions): Promise<TestAnswer> {
    return this.push(
      this.message('message:text', typeof content === 'string' ? { Content: content } : content),
      options,
    )
  }

  /** Sends an event, what is not given filled in with samples: `event('click', { EventKey: 'help' })`. */
  event(event: keyof EventTypes & string, fields: WireTree = {}, options?: PushOptions): Promise<TestAnswer> {
    return this.push(this.message(`event:${event}`, fields), options)
  }

  /** The push of a message type or event, from this user, with an id of its own. Deliver it with `push`. */
  message(name: PushName, fields: WireTree = {}): WireTree {
    this.#sent++
    const sample = samplePush(name)
    return {
      ...sample,
      ...('MsgId' in sample && { MsgId: String(this.#firstId + BigInt(this.#sent)) }),
      ToUserName: this.account,
      FromUserName: this.openid,
      CreateTime: String(this.#seconds()),
      ...fields,
    }
  }

  /** Delivers a push; the same one again is a redelivery. */
  push(fields: WireTree, options: PushOptions = {}): Promise<TestAnswer> {
    return this.deliver(renderPush(fields, this.format), options)
  }

  /** Delivers a body as it stands. */
  async deliver(plaintext: string, options: PushOptions = {}): Promise<TestAnswer> {
    const settings = settingsOf(this.#robot)
    const token = typeof settings.tokens === 'string' ? settings.tokens : (settings.tokens[0] as string)
    const { credentials } = settings
    this.#sent++
    const query = {
      token,
      timestamp: options.timestamp ?? this.#seconds(),
      nonce: options.nonce ?? String(10 ** 9 + this.#sent),
      openid: this.openid,
    }
    const isSealed = options.sealed ?? settings.mode === 'secure'
    const push =
      isSealed && credentials !== undefined
        ? sealPush(plaintext, { ...query, ...credentials })
        : { ...signQuery(query), body: plaintext }
    const response = await this.#robot.handle(
      { method: 'POST', query: push.query, body: push.body },
      options.signal === undefined ? undefined : { signal: options.signal },
    )
    const wire = typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body)
    const body =
      isSealed && credentials !== undefined && wire.includes('Encrypt')
        ? openReply(wire, { token, ...credentials })
        : wire
    return { status: response.status, body, ...readReply(body), response }
  }

  #seconds(): number {
    return Math.floor(settingsOf(this.#robot).clock.now() / 1000)
  }
}

/** A reply is written like a message, so it is read like one. */
function readReply(body: string): Pick<TestAnswer, 'text' | 'fields'> {
  if (!/^(?:<xml>.*<MsgType>|\{.*"MsgType":)/s.test(body)) return { text: undefined, fields: undefined }
  const { fields } = parseMessage(body)
  const { Content: content } = fields
  return { text: fields['MsgType'] === 'text' && typeof content === 'string' ? content : undefined, fields }
}
