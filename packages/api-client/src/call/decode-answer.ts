import type { AnswerKind, Download } from '@wx/endpoints'
import { bytesOf, type Chunks, chunksOf } from '../download/chunks.js'
import { download } from '../download/download.js'
import { refusalIn } from '../errors/refusal.js'
import { type CallPlace, DecodeError, HttpError } from '../errors/transport-errors.js'
import type { HttpAnswer } from '../http/http.js'
import { readJson } from '../json/read-json.js'
import { fileTypeOf, signatureBytes } from '../upload/file-type.js'
import type { Deadline } from './deadline.js'

export interface DecodeOptions {
  readonly place: CallPlace
  readonly answer: AnswerKind | undefined
  readonly stringIds: readonly string[]
  readonly deadline: Deadline
  /** Makes the error of a connection that broke within the body. */
  readonly broken: (cause: unknown) => unknown
  readonly redact: (text: string) => string
}

/** What came: JSON, read; or bytes, still on their way. */
export type Decoded = { readonly json: unknown } | { readonly download: Download }

/** Enough to see past white space what begins. */
const lookBytes = 16

/** A refusal is never longer. */
const refusalBytes = 64 * 1024

/**
 * Reads an answer by what it is: `Content-Type` lies (errors come as `image/jpeg`, JSON as `text/plain`), the first
 * signs do not.
 * @throws HttpError, DecodeError, or what `broken` makes
 */
export async function decodeAnswer(http: HttpAnswer, options: DecodeOptions): Promise<Decoded> {
  const { answer, deadline, broken } = options
  // One limit for the whole of a JSON answer; for a download, one for each piece that somebody waits for.
  let isDownload = false
  const chunks = chunksOf(http.body, {
    onWait: () => isDownload && deadline.restart(),
    onChunk: () => isDownload && deadline.pause(),
    wrap: broken,
  })
  if (http.status < 200 || http.status >= 300) return refusedByHttp(http, { ...options, chunks })

  const begin = textOf(await chunks.head(lookBytes))
  if (looksLikeJson(begin) ? await isJsonAnswer(chunks, answer) : answer === 'json') return jsonOf(chunks, options)
  const said = http.headers.get('content-type')
  if (begin === '' || /^<(?:!doctype|html)/i.test(begin) || (answer === undefined && !isBinary(http.headers))) {
    await chunks.cancel()
    throw new DecodeError(options.place, foundIn(begin, options))
  }
  const type = fileTypeOf(await chunks.head(signatureBytes))?.contentType
  isDownload = true
  deadline.pause()
  return {
    download: download(chunks, {
      headers: http.headers,
      contentType: type ?? said ?? 'application/octet-stream',
      done: deadline.stop,
    }),
  }
}

/** Pictures, voices and videos never begin like JSON; where only bytes are due, another file may. */
async function isJsonAnswer(chunks: Chunks, answer: AnswerKind | undefined): Promise<boolean> {
  if (answer !== 'binary') return true
  const text = textOf(await chunks.head(refusalBytes))
  // A refusal that was cut must not be saved as a picture either.
  return refusalIn(jsonIn(text)) !== undefined || /^\{\s*"errcode"/.test(text)
}

type Opened = DecodeOptions & { readonly chunks: Chunks }

async function refusedByHttp(http: HttpAnswer, { chunks, place, redact }: Opened): Promise<Decoded> {
  const text = textOf(await chunks.head(refusalBytes))
  await chunks.cancel()
  const json = jsonIn(text)
  if (refusalIn(json) !== undefined) return { json }
  const excerpt = excerptOf(text, redact)
  throw new HttpError(place, { status: http.status, retryAfterMs: retryAfterIn(http.headers), excerpt })
}

async function jsonOf(chunks: Chunks, options: DecodeOptions): Promise<Decoded> {
  const text = textOf(await bytesOf(chunks.stream()))
  const json = jsonIn(text)
  if (json === undefined) throw new DecodeError(options.place, foundIn(text, options))
  return { json: options.stringIds.length === 0 ? json : withStrings(json, new Set(options.stringIds)) }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).trimStart()

const looksLikeJson = (text: string): boolean => text.startsWith('{') || text.startsWith('[')

/** Undefined when it is none. Nicknames sometimes bring bare control characters, which JSON forbids. */
function jsonIn(text: string): unknown {
  for (const candidate of [text, text.replace(/\p{Cc}/gu, ' ')]) {
    try {
      return readJson(candidate)
    } catch {
      // The other candidate, or none.
    }
  }
  return undefined
}

const isBinary = (headers: Headers): boolean =>
  headers.has('content-disposition') ||
  /^(?:image|audio|video|font)\/|octet-stream|\/(?:pdf|zip)/i.test(headers.get('content-type') ?? '')

function foundIn(text: string, { redact }: Pick<DecodeOptions, 'redact'>): { found: string; excerpt: string } {
  const found =
    text === ''
      ? 'an empty body'
      : text.startsWith('<')
        ? 'HTML or XML where JSON was due'
        : looksLikeJson(text)
          ? 'JSON that is cut or broken'
          : 'something that is no JSON'
  return { found, excerpt: excerptOf(text, redact) }
}

/** Redacted before it is cut: half a secret is not recognised. */
const excerptOf = (text: string, redact: (text: string) => string): string =>
  redact(text.slice(0, 2000)).replace(/\s+/g, ' ').slice(0, 120)

function retryAfterIn(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
}

/** Ids are texts, small ones too: a program that compares them must not meet both. */
function withStrings(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withStrings(item, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, names.has(name) ? asString(inner) : withStrings(inner, names)]),
  )
}

const asString = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(asString) : typeof value === 'number' ? String(value) : value
