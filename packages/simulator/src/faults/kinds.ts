import type { WireTree } from '@wx/xml-messages'
import type { Random } from '../random.js'

/** Numbers and texts of a fault; what is left out has the default of its kind. */
export type FaultParams = Readonly<Record<string, number | string>>

/** What the faults of one push do to it. */
export interface PushEffects {
  /** Deliveries beside the ordinary one, at the same time. */
  readonly copies: number
  /** Held back until another push of the account is over, or this many milliseconds; undefined: not held. */
  readonly holdMs: number | undefined
  readonly fields: (fields: WireTree) => WireTree
  readonly plaintext: (text: string) => string
}

/** What the faults of one delivery do to it. */
export interface AttemptEffects {
  /** Milliseconds the request is on its way; they count. */
  readonly latencyMs: number
  /** Never arrives. */
  readonly isDropped: boolean
  /** Arrives, but the answer does not get back. */
  readonly isAnswerDropped: boolean
  /** Added to the time under the signature. */
  readonly skewSeconds: number
  readonly isSignatureBroken: boolean
  /** Share of the body that is sent, 0 to 1. */
  readonly bodyShare: number
}

export const noPushEffects: PushEffects = {
  copies: 0,
  holdMs: undefined,
  fields: (fields) => fields,
  plaintext: (text) => text,
}

export const noAttemptEffects: AttemptEffects = {
  latencyMs: 0,
  isDropped: false,
  isAnswerDropped: false,
  skewSeconds: 0,
  isSignatureBroken: false,
  bodyShare: 1,
}

export type FaultName =
  | 'duplicate'
  | 'reorder'
  | 'controlCharacters'
  | 'nestedXml'
  | 'emoji'
  | 'bigIds'
  | 'latency'
  | 'drop'
  | 'dropAnswer'
  | 'clockSkew'
  | 'badSignature'
  | 'halfBody'

interface FaultKindBase {
  readonly doc: string
  readonly params: FaultParams
}

interface PushFaultKind extends FaultKindBase {
  readonly scope: 'push'
  readonly apply: (effects: PushEffects, read: ParamReader, random: Random) => PushEffects
}

interface AttemptFaultKind extends FaultKindBase {
  readonly scope: 'attempt'
  readonly apply: (effects: AttemptEffects, read: ParamReader) => AttemptEffects
}

export type FaultKind = PushFaultKind | AttemptFaultKind

export interface ParamReader {
  number(name: string): number
  text(name: string): string
}

/** Stands for a character that no writer would let through, until the text is written. */
const placeholder = '\ue0ff'

const intoContent =
  (change: (content: string) => string) =>
  (fields: WireTree): WireTree => {
    const content = fields['Content']
    return typeof content === 'string' ? { ...fields, Content: change(content) } : fields
  }

/** Everything that can go wrong with a push. `params` are the defaults. */
export const faultKinds: { readonly [N in FaultName]: FaultKind } = {
  duplicate: {
    scope: 'push',
    doc: 'delivered several times at once, with the same ids',
    params: { copies: 1 },
    apply: (effects, read) => ({ ...effects, copies: effects.copies + read.number('copies') }),
  },
  reorder: {
    scope: 'push',
    doc: 'overtaken by the next push of the account, or sent after `ms` when there is none',
    params: { ms: 3000 },
    apply: (effects, read) => ({ ...effects, holdMs: read.number('ms') }),
  },
  controlCharacters: {
    scope: 'push',
    doc: 'a text with characters XML forbids, as users really send them',
    params: { characters: '\u0002' },
    apply: (effects, read) => ({
      ...effects,
      fields: (fields) => intoContent((content) => `${content}${placeholder}`)(effects.fields(fields)),
      plaintext: (text) => effects.plaintext(text).replaceAll(placeholder, () => read.text('characters')),
    }),
  },
  nestedXml: {
    scope: 'push',
    doc: 'a text that looks like a message itself',
    params: { text: '<xml><MsgType><![CDATA[event]]></MsgType></xml>]]>' },
    apply: (effects, read) => ({
      ...effects,
      fields: (fields) => intoContent((content) => `${content}${read.text('text')}`)(effects.fields(fields)),
    }),
  },
  emoji: {
    scope: 'push',
    doc: 'a text with characters of four bytes',
    params: { text: '🀄👩‍👩‍👧🇨🇳' },
    apply: (effects, read) => ({
      ...effects,
      fields: (fields) => intoContent((content) => `${content}${read.text('text')}`)(effects.fields(fields)),
    }),
  },
  bigIds: {
    scope: 'push',
    doc: 'a MsgId close to the end of 64 bits (every MsgId is above 2^53 anyway)',
    params: {},
    apply: (effects, _read, random) => ({
      ...effects,
      fields: (fields) => {
        const before = effects.fields(fields)
        const id = String(2n ** 63n - 1n - BigInt(random.integer(2 ** 31)))
        return before['MsgId'] === undefined ? before : { ...before, MsgId: id }
      },
    }),
  },
  latency: {
    scope: 'attempt',
    doc: 'on its way for `ms`; they count towards the five seconds',
    params: { ms: 1000 },
    apply: (effects, read) => ({ ...effects, latencyMs: effects.latencyMs + read.number('ms') }),
  },
  drop: {
    scope: 'attempt',
    doc: 'never arrives',
    params: {},
    apply: (effects) => ({ ...effects, isDropped: true }),
  },
  dropAnswer: {
    scope: 'attempt',
    doc: 'arrives, but the answer is lost on its way back',
    params: {},
    apply: (effects) => ({ ...effects, isAnswerDropped: true }),
  },
  clockSkew: {
    scope: 'attempt',
    doc: 'the time under the signature is off by `seconds`',
    params: { seconds: -600 },
    apply: (effects, read) => ({ ...effects, skewSeconds: effects.skewSeconds + read.number('seconds') }),
  },
  badSignature: {
    scope: 'attempt',
    doc: 'the signature does not fit',
    params: {},
    apply: (effects) => ({ ...effects, isSignatureBroken: true }),
  },
  halfBody: {
    scope: 'attempt',
    doc: 'only a part of the body arrives, with its length corrected by a proxy',
    params: { share: 0.5 },
    apply: (effects, read) => ({ ...effects, bodyShare: read.number('share') }),
  },
}
