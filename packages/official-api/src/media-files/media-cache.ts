import { createHash } from 'node:crypto'
import { type ApiClient, ApiError, type CredentialStore, fileArgument } from '@wx/api-client'
import { type Clock, ConfigError, consoleLogger, type Logger, redact, redactingLogger, systemClock } from '@wx/core'
import type { FileInput } from '@wx/endpoints'
import { callback, clientArgument, oneOf, optionsOf, text } from '../arguments/check.js'
import { IncompleteAnswerError } from '../errors.js'
import { memoryStore } from '../stores/memory-store.js'
import { checkMedia } from './check-media.js'
import { sourceOf } from './file-source.js'

/** What of a client the cache needs. */
export type MediaCacheClient = Pick<ApiClient, 'appId' | 'call'> & Partial<Pick<ApiClient, 'clock'>>

/** What temporary media are. */
export type TemporaryMedia = 'image' | 'voice' | 'video' | 'thumb'

export interface MediaCacheOptions {
  /** Where ids are kept; a Keyv fits. Default: in memory, for one process. */
  readonly store?: CredentialStore
  /** Ids that are kept at most, without a store; 1,000 by default. */
  readonly entries?: number
  /** Milliseconds an id is used: three days minus one hour by default, so that it lives while it is being sent. */
  readonly ttlMs?: number
  /** Looks at files before they are uploaded, as `checkMedia` does. Default: true. */
  readonly check?: boolean
  /** Default: the client's. */
  readonly clock?: Clock
  readonly logger?: Logger
}

/** Temporary media, uploaded once in three days. */
export interface MediaCache {
  /**
   * The media id of a file: the one that was got for the same content, or that of an upload. Whoever asks meanwhile
   * waits for the same upload. A stream cannot be looked at before it is sent: it is uploaded each time.
   * @throws MediaRefusedError, ApiError, TransportError
   * @see https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia
   */
  idOf(type: TemporaryMedia, file: FileInput): Promise<string>
  /**
   * Sends with the file's id. When WeChat does not know the id any more (40007), uploads the file again and sends once
   * more. A stream is not sent twice.
   * @param send is given the media id
   */
  use<Answer>(type: TemporaryMedia, file: FileInput, send: (mediaId: string) => Promise<Answer>): Promise<Answer>
  /** WeChat refused this id (40007): it is not given out again. Another one that was got meanwhile stays. */
  invalidate(mediaId: string): Promise<void>
}

const hour = 3_600_000

/** WeChat does not know a media id. */
const unknownMediaId = 40007

/** Keeps the ids of temporary media, so that the same picture is uploaded once in three days. */
export function mediaCache(client: MediaCacheClient, options?: MediaCacheOptions): MediaCache {
  const { clock: ownClock } = clientArgument(client)
  const settings = optionsOf(options)
  const { clock = ownClock ?? systemClock, entries = 1000, ttlMs = 71 * hour, check = true } = settings
  if (!(ttlMs > 0 && ttlMs <= 72 * hour))
    throw new ConfigError('ttlMs', 'up to three days: WeChat keeps no file longer')
  const store = settings.store ?? memoryStore(entries, clock)
  const logger = redactingLogger(settings.logger ?? consoleLogger, redact)
  const running = new Map<string, Promise<string>>()

  const upload = async (type: TemporaryMedia, media: FileInput): Promise<string> => {
    const answer = await client.call('POST /cgi-bin/media/upload', { query: { type }, body: { media } })
    // A thumbnail is the only one that is answered by another name.
    const id = answer.media_id ?? answer.thumb_media_id
    if (id === undefined) throw new IncompleteAnswerError('media.upload', 'media_id')
    return id
  }

  /** A store out of reach costs an upload, never the message. */
  const quietly = async <T>(run: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await run()
    } catch (error) {
      logger.warn('the store of media ids is out of reach; going on without', { error })
      return undefined
    }
  }

  const kept = async (key: string): Promise<string | undefined> => {
    const entry = readEntry(await quietly(() => store.get(key)))
    return entry !== undefined && clock.now() < entry.endsAt ? entry.value : undefined
  }

  const keep = async (key: string, value: string, ms: number): Promise<void> => {
    await quietly(() => store.set(key, JSON.stringify({ value, endsAt: clock.now() + ms } satisfies Entry), ms))
  }

  const uploadOnce = async (key: string, type: TemporaryMedia, file: FileInput): Promise<string> => {
    const known = await kept(key)
    if (known !== undefined) return known
    const id = await upload(type, file)
    await keep(key, id, ttlMs)
    await keep(idKey(client.appId, id), key, ttlMs)
    return id
  }

  const idOf = async (type: TemporaryMedia, file: FileInput): Promise<string> => {
    oneOf('type', type, ['image', 'voice', 'video', 'thumb'])
    fileArgument('file', file)
    if (check) await checkMedia(type, file)
    // A file that cannot be read is the upload's to explain.
    const source = await sourceOf(file).catch(() => undefined)
    if (source?.read === undefined) return upload(type, file)
    // What was read is what is sent: a file that is written meanwhile is not kept under another's content.
    const content = await source.read()
    const digest = createHash('sha256').update(content).digest('base64url')
    const key = `wx:media:${client.appId}:${type}:${digest}`
    const flight = running.get(key) ?? uploadOnce(key, type, named(content, file)).finally(() => running.delete(key))
    running.set(key, flight)
    return flight
  }

  const invalidate = async (mediaId: string): Promise<void> => {
    text('mediaId', mediaId)
    const key = await kept(idKey(client.appId, mediaId))
    if (key === undefined || (await kept(key)) !== mediaId) return
    // The least a store promises has no way to delete: an entry that has ended is none.
    await quietly(() => store.set(key, JSON.stringify({ value: '', endsAt: 0 } satisfies Entry), 1))
  }

  return {
    idOf,
    invalidate,
    async use(type, file, send) {
      callback('send', send, 'the function that sends with the media id')
      const id = await idOf(type, file)
      try {
        return await send(id)
      } catch (error) {
        const isUnknown = error instanceof ApiError && error.errcode === unknownMediaId
        if (!isUnknown || (await sourceOf(file)).read === undefined) throw error
        await invalidate(id)
        return send(await idOf(type, file))
      }
    },
  }
}

interface Entry {
  readonly value: string
  /** Milliseconds since 1970: not every store forgets in time. */
  readonly endsAt: number
}

function readEntry(value: unknown): Entry | undefined {
  try {
    const entry = (typeof value === 'string' ? JSON.parse(value) : undefined) as Entry | undefined
    return typeof entry?.value === 'string' && typeof entry.endsAt === 'number' ? entry : undefined
  } catch {
    return undefined
  }
}

/** From an id back to the content it stands for. */
const idKey = (appId: string, mediaId: string): string =>
  `wx:media-id:${appId}:${createHash('sha256').update(mediaId).digest('base64url')}`

/** The content, under the name and type that were given to the file. */
function named(data: Uint8Array, file: FileInput): FileInput {
  const isNamed = 'path' in file || 'data' in file
  const { filename, contentType } = isNamed ? file : { filename: undefined, contentType: undefined }
  return {
    data,
    ...(filename === undefined ? {} : { filename }),
    ...(contentType === undefined ? {} : { contentType }),
  }
}
