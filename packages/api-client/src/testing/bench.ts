import { ManualClock } from '@wx/core'
import { findLeaks, type RecordingLogger, recordingLogger } from '@wx/core/testing'
import { ApiClient } from '../client.js'
import type { ClientOptions } from '../options.js'
import { startWeChat, type WeChatServer } from './wechat-server.js'

/** Values no log line and no error may show; every test of the suite looks for them. */
export const canaries = {
  appSecret: 'canarysecret0123456789abcdef0123',
  token: 'CanaryToken_7hQ2xV9',
  relaySecret: 'canary-relay-secret-4Kd81',
  code: 'canaryCode061AbCdE',
}

/** A WeChat server and clients of it, for as long as one test takes. */
export interface Bench {
  readonly wechat: WeChatServer
  readonly clock: ManualClock
  readonly logger: RecordingLogger
  /** A client of that server; errors and log lines of all clients are looked through at the end. */
  readonly client: (options?: Partial<ClientOptions>) => ApiClient
}

/**
 * @throws Error naming the canaries that came through, when something is not safe to paste
 */
export async function onBench(use: (bench: Bench) => Promise<void>): Promise<void> {
  const clock = new ManualClock()
  const logger = recordingLogger()
  const errors: unknown[] = []
  const clients: ApiClient[] = []
  const wechat = await startWeChat({ clock, tokenPrefix: canaries.token })
  const client: Bench['client'] = ({ hooks = [], ...options } = {}) => {
    const listener = { error: (_: unknown, error: unknown) => void errors.push(error) }
    const made = new ApiClient({
      appId: 'wx0123456789abcdef',
      appSecret: canaries.appSecret,
      ...(options.hosts === undefined && { baseUrl: wechat.origin }),
      clock,
      logger,
      random: () => 0.5,
      ...options,
      hooks: [hooks, listener].flat(),
    })
    clients.push(made)
    return made
  }
  try {
    await use({ wechat, clock, logger, client })
    const shown = { lines: logger.lines, errors, texts: errors.map((it) => [String(it), JSON.stringify(it)]) }
    const leaks = findLeaks(shown, Object.values(canaries))
    if (leaks.length > 0) throw new Error(`not safe to paste: ${leaks.join(', ')} came through`)
  } finally {
    await Promise.all(clients.map((it) => it.close({ graceMs: 0 })))
    await wechat.close()
  }
}
