import { createHash } from 'node:crypto'
import type { CredentialStore } from '@wx/api-client'
import type { Clock, Logger, WebResponse } from '@wx/core'
import { memoryStore } from '../stores/memory-store.js'

export interface MemoOptions {
  /** Shared between processes; a Keyv fits. Answers with their cookies are in it, so it is as secret as sessions are. */
  readonly store?: CredentialStore | undefined
  /** Milliseconds an answer is kept: five minutes by default, as long as WeChat keeps a code. */
  readonly ttlMs?: number | undefined
  /** Answers that are kept at most, without a store; 10,000 by default. */
  readonly entries?: number | undefined
}

/** Whoever exchanged the code in another process is given so long to leave its answer. */
const waitMs = 5_000
const stepMs = 200

/**
 * Answers a code once: a second arrival joins what is running, or gets what was answered.
 * @param parts the code, and the state it came with: with another state it is somebody else's, and gets nothing
 * @param login makes the answer; one that throws is not kept
 * @param isSpent whether an error says that the code was used: perhaps by another process, whose answer is waited for
 */
export type AnswerOnce = (
  parts: readonly string[],
  login: () => Promise<WebResponse>,
  isSpent: (error: unknown) => boolean,
) => Promise<WebResponse>

export function answerOnce(memo: MemoOptions, { clock, logger }: { clock: Clock; logger: Logger }): AnswerOnce {
  const { ttlMs = 300_000, entries = 10_000 } = memo
  const store = memo.store ?? memoryStore(entries, clock)
  const running = new Map<string, Promise<WebResponse>>()

  const read = async (key: string): Promise<WebResponse | undefined> => {
    try {
      return readAnswer(await store.get(key))
    } catch (error) {
      logger.warn('the store of web OAuth cannot be read; going on without', { error })
      return undefined
    }
  }

  const write = async (key: string, answer: WebResponse): Promise<void> => {
    try {
      await store.set(key, writeAnswer(answer), ttlMs)
    } catch (error) {
      logger.warn('the store of web OAuth cannot be written; going on without', { error })
    }
  }

  const others = async (key: string): Promise<WebResponse | undefined> => {
    for (let waited = 0; memo.store !== undefined && waited < waitMs; waited += stepMs) {
      await clock.sleep(stepMs)
      const answer = await read(key)
      if (answer !== undefined) return answer
    }
    return undefined
  }

  return (parts, login, isSpent) => {
    const key = keyOf(parts)
    const known = running.get(key)
    if (known !== undefined) return known
    const run = async (): Promise<WebResponse> => {
      const kept = await read(key)
      if (kept !== undefined) return kept
      try {
        const answer = await login()
        await write(key, answer)
        return answer
      } catch (error) {
        const answer = isSpent(error) ? await others(key) : undefined
        if (answer === undefined) throw error
        return answer
      }
    }
    const answer = run().finally(() => running.delete(key))
    running.set(key, answer)
    return answer
  }
}

/** A digest: codes are secrets, and stores are looked into. */
const keyOf = (parts: readonly string[]): string =>
  `wx:oauth-answer:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`

interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Base64. */
  readonly body: string
}

const writeAnswer = ({ status, headers, body }: WebResponse): string =>
  JSON.stringify({ status, headers, body: Buffer.from(body).toString('base64') } satisfies KeptAnswer)

function readAnswer(value: unknown): WebResponse | undefined {
  if (typeof value !== 'string') return undefined
  const { status, headers, body } = JSON.parse(value) as KeptAnswer
  return { status, headers, body: Buffer.from(body, 'base64') }
}
