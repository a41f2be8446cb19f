import assert from 'node:assert/strict'
import type { AttackResult, PushResult } from '@wx/simulator'
import type { World } from '../world.js'

/** One scene of the tour. */
export interface Step {
  /** For `--break`. */
  readonly name: string
  /** What it shows. */
  readonly title: string
  /** Plays it. @returns what happened, in one line @throws at the first surprise */
  play(world: World): Promise<string>
}

/**
 * Waits for what comes through the API, in its own time: nothing on the wire waits for it.
 * @throws when it does not come within some seconds
 */
export async function waitUntil({ simulator }: World, what: string, isSo: () => boolean): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const done = (error?: Error): void => {
      stop()
      clearTimeout(limit)
      if (error === undefined) resolve()
      else reject(error)
    }
    const look = (): void => {
      if (isSo()) done()
    }
    const stop = simulator.onChange(look)
    const limit = setTimeout(() => done(new Error(`this did not happen: ${what}`)), 5_000)
    look()
  })
}

/** Holds a push to its reply, and to being right in the eyes of the platform. */
export function expectReply(result: PushResult, reply: PushResult['reply']): void {
  assert.deepEqual(result.verdict.reasons, [], 'WeChat has something to say about the answer')
  assert.deepEqual(result.reply, reply)
}

/** Holds a push to a text. @returns the line to print */
export function expectText(result: PushResult, content: string): string {
  expectReply(result, { type: 'text', content })
  return `「${content}」`
}

/** Holds an attack to being refused. @returns the line to print */
export function expectRefused({ refused, status, body }: AttackResult): string {
  assert.ok(refused, `the robot took it: ${status} ${JSON.stringify(body)}`)
  return `refused with ${status} ${JSON.stringify(body)}`
}
