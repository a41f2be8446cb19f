import { isUtf8 } from 'node:buffer'
import type { PlatformSettings } from '../settings.js'
import { type Credentials, type EnvelopeFacts, readEnvelope } from './envelope.js'
import { readJson } from './json-reader.js'
import { type AnswerNode, childOf, type ReadProblem } from './node.js'
import { readXml, trimBlanks } from './xml-reader.js'

/** How messages of an account travel. */
export type AccountMode = 'plain' | 'compatible' | 'secure'
export type BodyFormat = 'xml' | 'json'

/** What was asked, and what an answer must therefore look like. */
export interface Expectation {
  readonly mode: AccountMode
  readonly format: BodyFormat
  readonly miniProgram: boolean
  /** `FromUserName` and `ToUserName` of the push; an answer swaps them. */
  readonly from: string
  readonly to: string
  /** Whether a user wrote (and did not merely cause an event). */
  readonly userMessage: boolean
  /** Whether anybody is looking who could see a reply, or the banner. */
  readonly visible: boolean
  /** `success`: the word or a reply; `errcode` and `json`: an object that acknowledges. */
  readonly acknowledgement: 'success' | 'errcode' | 'json'
  /** Whether `success` or nothing acknowledges too, where an object is due. */
  readonly silenceAcknowledges: boolean
  readonly deadlineMs: number
  readonly credentials: Credentials
  readonly settings: Pick<PlatformSettings, 'maxTextBytes' | 'maxArticlesToEvent' | 'maxArticlesToMessage'>
}

/** What came back from one delivery, unread. */
export type RawAnswer =
  | {
      readonly outcome: 'answered'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
    }
  | { readonly outcome: 'timeout' | 'refused' | 'dropped'; readonly problem: string }

/** A text, recognised by its first character. */
export type Content =
  | { readonly kind: 'silence' }
  | { readonly kind: 'xml' | 'json'; readonly root: AnswerNode }
  | ({ readonly kind: 'broken'; readonly as: BodyFormat } & ReadProblem)
  | { readonly kind: 'other'; readonly text: string }

/** Everything the rules look at. */
export interface AnswerFacts {
  readonly expected: Expectation
  readonly raw: RawAnswer
  /** Status of an answer; undefined when there was none. */
  readonly status: number | undefined
  /** The body as text; undefined when it is not UTF-8 or when there was no answer. */
  readonly text: string | undefined
  readonly bom: boolean
  /** What stands in the body. */
  readonly outer: Content
  /** Of a sealed answer. */
  readonly envelope: EnvelopeFacts | undefined
  /** What counts: the plaintext of a sealed answer, otherwise the body. */
  readonly content: Content
  /** `content`'s root, when it has one that can be read. */
  readonly root: AnswerNode | undefined
}

export function readAnswer(raw: RawAnswer, expected: Expectation): AnswerFacts {
  const bytes = raw.outcome === 'answered' ? raw.body : new Uint8Array()
  const decoded = isUtf8(bytes) ? Buffer.from(bytes).toString('utf8') : undefined
  const bom = decoded?.startsWith('\ufeff') ?? false
  const text = bom ? decoded?.slice(1) : decoded
  const outer = recognise(text ?? '')
  const outerRoot = rootOf(outer)
  // A plain account's platform side knows no envelope: `Encrypt` is then just an element it does not know.
  const isSealed = expected.mode !== 'plain' && outerRoot !== undefined && childOf(outerRoot, 'Encrypt') !== undefined
  const envelope = isSealed ? readEnvelope(outerRoot, expected.credentials) : undefined
  const content = envelope?.opened.ok === true ? recognise(envelope.opened.plaintext) : outer
  return {
    expected,
    raw,
    status: raw.outcome === 'answered' ? raw.status : undefined,
    text: raw.outcome === 'answered' ? decoded : undefined,
    bom,
    outer,
    envelope,
    content,
    root: rootOf(content),
  }
}

const rootOf = (content: Content): AnswerNode | undefined =>
  content.kind === 'xml' || content.kind === 'json' ? content.root : undefined

function recognise(text: string): Content {
  if (text === '' || text === 'success') return { kind: 'silence' }
  const body = trimBlanks(text)
  const as = body.startsWith('{') || body.startsWith('[') ? 'json' : body.startsWith('<') ? 'xml' : undefined
  if (as === undefined) return { kind: 'other', text: body }
  const read = as === 'xml' ? readXml(text) : readJson(text)
  if (!read.ok) return { kind: 'broken', as, problem: read.problem, line: read.line, column: read.column }
  return { kind: as, root: read.root }
}
