import { createHash } from 'node:crypto'
import { ConfigError } from '@wx/core'
import type { MessageTemplateSendAnswer, MessageTemplateSendRequest } from '@wx/endpoints'
import { callback, fields, text } from '../arguments/check.js'
import { type BulkClient, onClock, sourceArgument } from './bulk-arguments.js'
import type { BulkOptions, BulkResult, BulkRun, BulkSource } from './bulk-types.js'
import { type BulkPosition, type Checkpoint, from } from './checkpoint.js'
import { bulkRun, runBulk } from './run-bulk.js'
import { followersAfter } from './users.js'

/** A template message, without whom it is for. */
export type TemplateMessage = Omit<MessageTemplateSendRequest, 'touser' | 'client_msg_id'>

export interface SendTemplateOptions extends BulkOptions<string> {
  /** Names the job: the same for a job that is resumed, another for the next one. */
  readonly jobId: string
  /** What a user gets; nothing: this user is left out. */
  readonly message: (openid: string) => TemplateMessage | undefined | Promise<TemplateMessage | undefined>
  /**
   * Who gets it: a list in an order that stays, or a function that begins behind an openid. Default: all followers.
   */
  readonly openids?: BulkSource<string> | ((after: string | undefined) => BulkSource<string>)
  /** Where the job goes on when it was broken off. */
  readonly checkpoint?: Checkpoint
  /** After how many openids the checkpoint is written; 100 by default. */
  readonly every?: number
  /**
   * What a job does that went down with its process.
   *
   * `at-least-once` (default): the position is written behind what was sent. Whoever was sent to since then (up to
   * `every` + twice `concurrency`) is sent to again; WeChat drops that by its `client_msg_id` within ten minutes, and
   * delivers it a second time later than that.
   *
   * `at-most-once`: the position is written before anything is sent. Nobody is sent to twice, and up to `every` users
   * are left out; so is whoever's connection broke.
   *
   * A job that stops by itself, by `signal` or by leaving its loop, writes where it is. Then it is only about those who
   * were under way at that moment, twice `concurrency` at most: they are sent to again, or left out.
   */
  readonly delivery?: 'at-least-once' | 'at-most-once'
}

/**
 * Sends a template message to all followers, or to a list: at a pace, resumable. Every message has a `client_msg_id` made
 * of job and openid, so that one that is repeated within ten minutes is delivered once.
 * @returns for each user the answer, undefined where `message` left them out
 * @throws ConfigError; from the run: what stopped it
 * @see https://developers.weixin.qq.com/doc/service/api/notify/template/api_sendtemplatemessage.html
 */
export function sendTemplateToAll(
  client: BulkClient,
  options: SendTemplateOptions,
): BulkRun<string, MessageTemplateSendAnswer | undefined> {
  fields('options', options, '{ jobId, message }')
  const { jobId, message, openids, every = 100, delivery = 'at-least-once' } = options
  // It tells messages that are repeated from new ones.
  text('jobId', jobId)
  callback('message', message, 'the function that makes a message for an openid')
  if (openids !== undefined && typeof openids !== 'function') sourceArgument('openids', openids)
  if (!(Number.isInteger(every) && every >= 1)) throw new ConfigError('every', 'a whole number from 1')
  if (delivery !== 'at-least-once' && delivery !== 'at-most-once') {
    throw new ConfigError('delivery', '"at-least-once" or "at-most-once"')
  }

  const send = async (openid: string, signal: AbortSignal | undefined) => {
    const content = await message(openid)
    if (content === undefined) return undefined
    const body = { ...content, touser: openid, client_msg_id: messageId(jobId, openid) }
    return client.call('POST /cgi-bin/message/template/send', { body, ...(signal === undefined ? {} : { signal }) })
  }
  const sources = (at: BulkPosition): BulkSource<string> => {
    if (openids === undefined) return followersAfter(client, at.last)
    return typeof openids === 'function' ? sourceArgument('openids', openids(at.last)) : from(openids, at)
  }
  const how: Sending = {
    ...onClock(client, options),
    every,
    send,
    sources,
    checkpoint: options.checkpoint ?? nowhere,
  }
  return bulkRun(() => (delivery === 'at-least-once' ? savedBehind(how) : savedAhead(how)), options)
}

/** 32 characters: what WeChat takes is said nowhere, and its own example has ten. */
const messageId = (jobId: string, openid: string): string =>
  createHash('sha256')
    .update(JSON.stringify([jobId, openid]))
    .digest('hex')
    .slice(0, 32)

const nowhere: Checkpoint = { load: () => undefined, save: () => undefined }

type Sent = BulkResult<string, MessageTemplateSendAnswer | undefined>

interface Sending extends SendTemplateOptions {
  readonly every: number
  readonly checkpoint: Checkpoint
  readonly send: (openid: string, signal: AbortSignal | undefined) => Promise<MessageTemplateSendAnswer | undefined>
  readonly sources: (at: BulkPosition) => BulkSource<string>
}

const beginning: BulkPosition = { done: 0 }

/** The position follows what was sent. */
async function* savedBehind({ checkpoint, every, send, sources, ...options }: Sending): AsyncGenerator<Sent, void> {
  const start = (await checkpoint.load()) ?? beginning
  let position = start
  let unsaved = 0
  try {
    for await (const result of runBulk(sources(start), send, { ...options, isRepeatable: true })) {
      position = { done: position.done + 1, last: result.item }
      unsaved += 1
      if (unsaved >= every) {
        await checkpoint.save(position)
        unsaved = 0
      }
      yield result
    }
  } finally {
    if (unsaved > 0) await checkpoint.save(position)
  }
}

/** An openid with its place in the job. */
interface Entry {
  readonly openid: string
  readonly place: BulkPosition
}

/** The position goes ahead of what is sent. */
async function* savedAhead({ checkpoint, every, send, sources, ...options }: Sending): AsyncGenerator<Sent, void> {
  const start = (await checkpoint.load()) ?? beginning
  let begun = start
  const { judge } = options
  const sendEntry = ({ openid, place }: Entry, signal: AbortSignal | undefined): ReturnType<typeof send> => {
    // Behind a pause the order may change: the furthest counts, whoever is skipped is left out.
    if (place.done > begun.done) begun = place
    return send(openid, signal)
  }
  const entries = reserve(sources(start), { start, every, checkpoint })
  const run = runBulk(entries, sendEntry, {
    ...options,
    judge: (error, items) =>
      judge?.(
        error,
        items.map((it) => it.openid),
      ),
  })
  try {
    for await (const result of run) yield { ...result, item: result.item.openid }
  } finally {
    // What was written down ahead and not begun was not sent.
    await checkpoint.save(begun)
  }
}

/** Writes down that a block is done with, before the first of it is given out. */
async function* reserve(
  source: BulkSource<string>,
  { start, every, checkpoint }: { start: BulkPosition; every: number; checkpoint: Checkpoint },
): AsyncGenerator<Entry, void, undefined> {
  let { done } = start
  let block: Entry[] = []
  const write = async (): Promise<Entry[]> => {
    const last = block.at(-1)
    if (last !== undefined) await checkpoint.save(last.place)
    return block
  }
  for await (const openid of source) {
    done += 1
    block.push({ openid, place: { done, last: openid } })
    if (block.length < every) continue
    yield* await write()
    block = []
  }
  yield* await write()
}
