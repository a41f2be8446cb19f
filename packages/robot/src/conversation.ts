import { ConfigError } from '@wx/core'
import type { IncomingMessage } from '@wx/xml-messages'
import type { HandlerResult } from './answer.js'
import type { RobotContext } from './context.js'
import { RobotUsageError } from './errors.js'
import type { Rule } from './hears.js'
import { checkNames, oneOf, positive } from './option-checks.js'

type Returned<T> = T | PromiseLike<T>

/** What the functions of a conversation get beside its data. */
type Ctx<Session extends object> = RobotContext<IncomingMessage, Session>

/** What is said: as it stands, or by what was answered so far. */
export type Saying<Data extends object, Session extends object> =
  | Exclude<HandlerResult, undefined | null>
  | ((data: Partial<Data>, ctx: Ctx<Session>) => Returned<HandlerResult>)

/** One question of a conversation, and what becomes of its answer. */
export interface Step<Data extends object, Value, Session extends object> {
  /** The question. */
  readonly ask: Saying<Data, Session>
  /**
   * The value an answer stands for, which JSON must be able to say; undefined when it stands for none, and the question
   * is repeated. What it builds with `ctx.reply` is said instead.
   * @param text what the user wrote, without blanks at both ends; undefined for messages that are no text
   */
  readonly read: (text: string | undefined, ctx: Ctx<Session>, data: Partial<Data>) => Returned<Value | undefined>
  /** What is said to an answer that stands for nothing. Default: the question. */
  readonly retry?: Saying<Data, Session>
  /** The step that follows; null: the conversation is done. Default: the next one, in the order of `steps`. */
  readonly next?: (data: Partial<Data>, ctx: Ctx<Session>) => Returned<(keyof Data & string) | null>
}

/**
 * A conversation of several steps. `Data` is what it finds out, a step for each of its names: make optional what `next`
 * may skip.
 */
export interface Conversation<Data extends object, Session extends object> {
  /** Texts that begin it, as `hears` knows them. Without: only `ctx.enter` does. */
  readonly start?: Rule | readonly Rule[]
  /** The questions, in their order. */
  readonly steps: { readonly [Name in keyof Data]-?: Step<Data, Exclude<Data[Name], undefined>, Session> }
  /** Gets everything, and answers. When it throws, the last answer can be given once more. */
  readonly done: (data: Data, ctx: Ctx<Session>) => Returned<HandlerResult>
  /** Seconds the user may take for an answer; 600 by default. The session must live as long. */
  readonly timeoutSeconds?: number
  /** Words that end it, in any case; `取消` and `cancel` by default. An empty list: none. */
  readonly cancel?: readonly string[]
  /** Answers the word that ended it. Default: a Chinese sentence. */
  readonly onCancel?: (data: Partial<Data>, ctx: Ctx<Session>) => Returned<HandlerResult>
  /**
   * Runs when the user writes after the time is over. What it answers is the answer to that message; without an answer
   * (the default) the message is handled as ever.
   */
  readonly onTimeout?: (data: Partial<Data>, ctx: Ctx<Session>) => Returned<HandlerResult>
  /**
   * `pass` (default): events go to their handlers, and the conversation waits. `answer`: those that show a reply (a
   * click, a scan) are answers as well.
   */
  readonly events?: 'pass' | 'answer'
}

/** A conversation as it is kept: whatever its data. */
export interface Defined<Session extends object> {
  readonly name: string
  readonly steps: ReadonlyMap<string, Step<Record<string, unknown>, unknown, Session>>
  readonly done: Conversation<Record<string, unknown>, Session>['done']
  readonly timeoutMs: number
  readonly cancel: ReadonlySet<string>
  readonly onCancel: Conversation<Record<string, unknown>, Session>['onCancel']
  readonly onTimeout: Conversation<Record<string, unknown>, Session>['onTimeout']
  readonly takesEvents: boolean
}

const names: { readonly [Name in keyof Conversation<object, object>]-?: true } = {
  start: true,
  steps: true,
  done: true,
  timeoutSeconds: true,
  cancel: true,
  onCancel: true,
  onTimeout: true,
  events: true,
}

/** @throws ConfigError, RobotUsageError for what cannot work */
export function define<Data extends object, Session extends object>(
  name: string,
  conversation: Conversation<Data, Session>,
): Defined<Session> {
  checkNames(`conversation '${name}'`, conversation, names)
  // Its functions only ever get what its own steps have found out.
  const given = conversation as unknown as Conversation<Record<string, unknown>, Session>
  const steps = new Map(Object.entries(given.steps ?? {}))
  if (steps.size === 0) throw new RobotUsageError(`the conversation '${name}' has no steps`)
  for (const [step, it] of steps) {
    if (it?.ask === undefined) throw new RobotUsageError(`step '${step}' of conversation '${name}' asks nothing (ask)`)
    needFunction(`read of step '${step}'`, it.read, name)
  }
  needFunction('done', given.done, name)
  const cancel = given.cancel ?? ['取消', 'cancel']
  if (!Array.isArray(cancel) || !cancel.every((it) => typeof it === 'string')) {
    throw new ConfigError('cancel', 'must be a list of words')
  }
  return {
    name,
    steps,
    done: given.done,
    timeoutMs: 1_000 * positive('timeoutSeconds', given.timeoutSeconds ?? 600),
    cancel: new Set(cancel.map((it) => it.trim().toLowerCase())),
    onCancel: given.onCancel,
    onTimeout: given.onTimeout,
    takesEvents: oneOf('events', given.events ?? 'pass', ['pass', 'answer']) === 'answer',
  }
}

function needFunction(what: string, value: unknown, name: string): void {
  if (typeof value !== 'function') throw new RobotUsageError(`${what} of conversation '${name}' must be a function`)
}
