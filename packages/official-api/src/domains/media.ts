import { fileArgument } from '@wx/api-client'
import type {
  CallOptions,
  Download,
  EndpointRow,
  FileInput,
  MediaApi,
  MediaGetAnswer,
  MediaUploadRequest,
} from '@wx/endpoints'
import { oneOf, optionsOf, text } from '../arguments/check.js'
import { partOf } from '../binding/answer.js'
import type { Caller } from '../binding/bind-domain.js'
import { IncompleteAnswerError } from '../errors.js'
import { checkSize } from '../media-files/check-size.js'
import type { MediaLife, MediaUse } from '../media-files/limits.js'
import type { Shorthands } from './shorthands.js'

/** A file that WeChat keeps for three days. */
export interface UploadedMedia {
  readonly mediaId: string
  /** Unix seconds. */
  readonly createdAt: number
}

/** How a file is uploaded. */
export interface UploadOptions extends CallOptions {
  /** Refuses a file at once that is longer than WeChat takes (`mediaLimits`); true by default. */
  readonly checkSize?: boolean
}

/** Files that are kept for three days. */
export interface MediaDomain extends MediaApi {
  /**
   * Uploads a file that is kept for three days.
   *
   * @param file bytes, a `Blob`, a stream, `{ path }`, or any of these with `filename` (ASCII) and `contentType`
   * @throws ConfigError for what is no file, MediaRefusedError for one that is too long or cannot be read; `checkMedia`
   *   also looks at kind and duration
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/New_temporary_materials.html
   */
  uploadFile(type: MediaUploadRequest['type'], file: FileInput, options?: UploadOptions): Promise<UploadedMedia>
  /**
   * Uploads a picture to be shown inside articles.
   *
   * @param file jpg or png, up to 1 MB
   * @returns its address
   * @throws ConfigError, MediaRefusedError as `uploadFile`
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#0
   */
  uploadArticleImage(file: FileInput, options?: UploadOptions): Promise<string>
  /**
   * Downloads a file: `bytes()`, `stream()`, `saveTo(path)`. For a video WeChat answers an address, and the file is
   * fetched from there; `get` has the address alone.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_temporary_materials.html
   */
  download(mediaId: string, options?: CallOptions): Promise<Download>
}

export const mediaShorthands = (
  api: MediaApi,
  { client }: { readonly client: Caller },
): Shorthands<MediaDomain, MediaApi> => ({
  async uploadFile(type, file, options) {
    const rest = await looked({ use: oneOf('type', type, types), life: 'temporary' }, file, options)
    const { media_id, thumb_media_id, created_at } = await api.upload({ type, media: file }, rest)
    // A thumbnail's id comes under a name of its own.
    const mediaId = media_id ?? thumb_media_id
    if (mediaId === undefined) throw new IncompleteAnswerError('media.upload', 'media_id')
    return { mediaId, createdAt: created_at }
  },
  async uploadArticleImage(file, options) {
    const rest = await looked({ use: 'articleImage', life: 'permanent' }, file, options)
    return partOf('media.uploadImage', await api.uploadImage({ media: file }, rest), 'url')
  },
  async download(mediaId, options) {
    const answer = await api.get({ media_id: text('mediaId', mediaId) }, options)
    return isDownload(answer) ? answer : videoAt(answer, { client, options })
  },
})

const types = ['image', 'voice', 'video', 'thumb'] as const

/**
 * Looks at a file before it is uploaded.
 * @returns the options of the call
 * @throws ConfigError, MediaRefusedError
 */
export async function looked(
  fate: { readonly use: MediaUse; readonly life: MediaLife },
  file: FileInput,
  options: UploadOptions | undefined,
): Promise<CallOptions> {
  const { checkSize: isWanted = true, ...rest } = optionsOf(options)
  fileArgument('file', file)
  if (isWanted) await checkSize(fate, file)
  return rest
}

/** Tells bytes from JSON. */
export const isDownload = (answer: object): answer is Download => 'saveTo' in answer

interface Fetching {
  readonly client: Caller
  readonly options: CallOptions | undefined
}

async function videoAt({ video_url }: MediaGetAnswer, { client, options }: Fetching): Promise<Download> {
  if (video_url === undefined || !URL.canParse(video_url)) {
    throw new IncompleteAnswerError('media.get', 'file and no address of a video')
  }
  const { host, pathname, searchParams } = new URL(video_url)
  // A name may stand there several times, and the address is signed.
  const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
  return (await client.invoke(fileAt(host, pathname), query, options)) as Download
}

/** A file on another host of WeChat's, fetched as everything else is: with time-outs, retries and hooks. */
const fileAt = (host: string, path: string): EndpointRow => ({
  id: 'media.video',
  platform: 'both',
  domain: 'media',
  method: 'GET',
  host,
  path,
  auth: 'none',
  body: 'none',
  answer: 'binary',
  retry: 'safe',
  status: 'current',
})
