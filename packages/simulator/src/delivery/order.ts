import {
  type AckPlan,
  type Found,
  findEventRow,
  findMessageRow,
  findPlatformRow,
  type WireTree,
} from '@wx/xml-messages'
import type { PushFacts } from '../faults/faults.js'
import type { Chat } from '../inbox.js'
import type { HoldQueue } from './hold-queue.js'
import type { Target } from './target.js'
import type { Sealing } from './wire.js'

/** What delivery needs to know of an account. */
export interface Receiver {
  readonly id: string
  readonly isMiniProgram: boolean
  readonly sealing: Sealing
  readonly held: HoldQueue
  /** @throws NotConnectedError */
  target(): Target
}

/** One push to deliver. */
export interface PushOrder {
  readonly receiver: Receiver
  readonly fields: WireTree
  /** The chat of the user it comes from; undefined when nobody is looking. */
  readonly chat: Chat | undefined
}

/** What the table of pushes says about one. */
export interface PushKind {
  readonly facts: PushFacts
  /** A few words for the inspector. */
  readonly title: string
  readonly ack: AckPlan
  readonly isUserMessage: boolean
  readonly isVisible: boolean
  readonly silenceAcknowledges: boolean
}

/** A push the table does not know is treated as the ordinary one. */
const ordinary: AckPlan = { form: 'success', deadlineMs: 5_000, retryAfterSeconds: [5, 5], guaranteed: false }

const textOf = (fields: WireTree, name: string): string | undefined => {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}

export function kindOf({ receiver, fields, chat }: PushOrder): PushKind {
  const type = textOf(fields, 'MsgType')?.toLowerCase() ?? ''
  const event = textOf(fields, 'Event')
  const infoType = textOf(fields, 'InfoType')
  const found = rowFor(type, event, infoType)
  const ack = found?.row.ack ?? ordinary
  const isUserMessage = type !== '' && type !== 'event'
  return {
    facts: { account: receiver.id, type, event, user: textOf(fields, 'FromUserName') },
    title: infoType ?? [type, event].filter(Boolean).join(' '),
    ack,
    isUserMessage,
    isVisible: chat !== undefined && (found?.row.replies ?? isUserMessage),
    // The virtual-payment pages say so; those of mini games do not.
    silenceAcknowledges: ack.form === 'errcode' && (found?.row.wire.startsWith('xpay_') ?? false),
  }
}

function rowFor(type: string, event: string | undefined, infoType: string | undefined): Found | undefined {
  if (infoType !== undefined) return findPlatformRow(infoType)
  return type === 'event' ? findEventRow(event ?? '') : findMessageRow(type)
}
