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
