import { randomBytes } from 'node:crypto'
import { ManualClock, type WebResponse } from '@wx/core'
import { type RecordingLogger, recordingLogger } from '@wx/core/testing'
import { generateEncodingAesKey, generateToken } from '@wx/crypto'
import { type QueryOptions, type SealPushOptions, sealPush, signQuery } from '@wx/crypto/testing'
import type { IncomingMessage, WireFormat } from '@wx/xml-messages'
import { renderPush, samplePush } from '@wx/xml-messages/push'
import type { RobotMode, RobotOptions } from '../options.js'
import type { ParsedQuery } from '../query.js'
import { Robot } from '../robot.js'

/** How a push travels: as it is, or encrypted. */
export type PushForm = 'plain' | 'sealed'

/** One request, still to be tampered with. */
export interface Forged {
  readonly params: Readonly<Record<string, string>>
  readonly body: string
}

/** A robot with secrets of its own, everything it logs and handles, and requests as WeChat makes them. */
export interface Stage {
  readonly robot: Robot
  readonly clock: ManualClock
  readonly logger: RecordingLogger
  /** What reached a handler. */
  readonly handled: readonly IncomingMessage[]
  /** Token and key, drawn for this stage: whatever shows them leaks. */
  readonly secrets: readonly [token: string, encodingAesKey: string]
  readonly appId: string
  /** A text message's XML or JSON. */
  text(format?: WireFormat, content?: string): string
  /** A genuine request with this plaintext; `options` change what it is sealed or signed with. */
  push(form: PushForm, plaintext: string, options?: Partial<SealPushOptions>): Forged
  /** Genuine parameters of the console's URL check. */
  check(echostr: string, options?: Partial<QueryOptions>): Readonly<Record<string, string>>
  post(query: string | ParsedQuery, body: string | Uint8Array): Promise<WebResponse>
  get(query: string | ParsedQuery): Promise<WebResponse>
}

export function stage(mode: RobotMode, options: Partial<RobotOptions> = {}): Stage {
  const token = generateToken(24)
  const encodingAesKey = generateEncodingAesKey()
  const appId = `wx${randomBytes(8).toString('hex')}`
  const clock = new ManualClock()
  const logger = recordingLogger()
  const handled: IncomingMessage[] = []
  const robot = new Robot({
    token,
    ...(mode !== 'plain' && { encodingAesKey, appId }),
    mode,
    sessions: false,
    clock,
    logger,
    ...options,
  })
  robot.handler((ctx) => {
    handled.push(ctx.message)
    return 'handled'
  })
  let sent = 0
  const signing = () => ({ token, timestamp: Math.floor(clock.now() / 1000), nonce: String(10 ** 9 + sent++) })
  return {
    robot,
    clock,
    logger,
    handled,
    secrets: [token, encodingAesKey],
    appId,
    text: (format = 'xml', content = 'hello') =>
      renderPush(samplePush('message:text', { MsgId: String(10 ** 15 + sent++), Content: content }), format),
    push(form, plaintext, changes = {}) {
      const signed = { ...signing(), ...changes }
      if (form === 'plain') return { params: signQuery(signed).params, body: plaintext }
      return sealPush(plaintext, { encodingAesKey, appId, ...signed })
    },
    check: (echostr, changes = {}) => signQuery({ ...signing(), echostr, ...changes }).params,
    post: (query, body) => robot.handle({ method: 'POST', query, body }),
    get: (query) => robot.handle({ method: 'GET', query }),
  }
}

/** The reasons in the log, one for each refused request. */
export const reasonsIn = ({ logger }: Stage): unknown[] => logger.lines.map(({ fields }) => fields?.['reason'])
