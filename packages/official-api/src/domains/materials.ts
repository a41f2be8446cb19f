import type {
  CallOptions,
  Download,
  FileInput,
  MaterialAddRequest,
  MaterialApi,
  MaterialBatchGetRequest,
  MaterialGetNewsItem,
  MaterialItem,
} from '@wx/endpoints'
import { fields, oneOf, text } from '../arguments/check.js'
import { given } from '../arguments/given.js'
import { partOf } from '../binding/answer.js'
import { offsetPages } from '../binding/pages.js'
import { IncompleteAnswerError } from '../errors.js'
import { isDownload, looked, type UploadOptions } from './media.js'
import type { Shorthands } from './shorthands.js'

/** A permanent material: a file, the address of a video, or articles. */
export type Material =
  | { readonly type: 'file'; readonly file: Download }
  | { readonly type: 'video'; readonly url: string; readonly title?: string; readonly description?: string }
  | { readonly type: 'news'; readonly articles: readonly MaterialGetNewsItem[] }

/** A permanent material that was added. */
export interface AddedMaterial {
  readonly mediaId: string
  /** Of a picture: works within WeChat only. */
  readonly url?: string
}

/** Files and articles that are kept until they are deleted. */
export interface MaterialsDomain extends MaterialApi {
  /**
   * Uploads a permanent picture, voice clip or thumbnail; a video goes by `addVideo`.
   *
   * @param file bytes, a `Blob`, a stream, `{ path }`, or any of these with `filename` (ASCII) and `contentType`
   * @throws ConfigError, MediaRefusedError as `media.uploadFile`
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html
   */
  addFile(
    type: Exclude<MaterialAddRequest['type'], 'video'>,
    file: FileInput,
    options?: UploadOptions,
  ): Promise<AddedMaterial>
  /**
   * Uploads a permanent video, with the words that stand beside it.
   *
   * @throws ConfigError, MediaRefusedError as `media.uploadFile`
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html
   */
  addVideo(
    file: FileInput,
    description: { readonly title: string; readonly introduction?: string },
    options?: UploadOptions,
  ): Promise<AddedMaterial>
  /**
   * What a permanent material is: `type` says which.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Getting_Permanent_Assets.html
   */
  download(mediaId: string, options?: CallOptions): Promise<Material>
  /**
   * All permanent materials of a type, 20 at a time as they are needed. What is added or deleted meanwhile shifts the
   * pages: collect first, then delete.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_materials_list.html
   */
  all(type: MaterialBatchGetRequest['type'], options?: CallOptions): AsyncGenerator<MaterialItem, void, undefined>
  /**
   * Deletes a permanent material.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Deleting_Permanent_Assets.html
   */
  remove(mediaId: string, options?: CallOptions): Promise<void>
}

/** As many as WeChat gives in a page. */
const pageSize = 20

/** A video goes by `addVideo`. */
const fileTypes = ['image', 'voice', 'thumb'] as const
const listTypes = ['image', 'voice', 'video', 'news'] as const

export const materialsShorthands = (api: MaterialApi): Shorthands<MaterialsDomain, MaterialApi> => {
  const add = async (request: MaterialAddRequest, options?: CallOptions): Promise<AddedMaterial> => {
    const answer = await api.add(request, options)
    return given({ mediaId: partOf('materials.add', answer, 'media_id'), url: answer.url })
  }
  return {
    async addFile(type, file, options) {
      const use = oneOf('type', type, fileTypes)
      return add({ type: use, media: file }, await looked({ use, life: 'permanent' }, file, options))
    },
    async addVideo(file, description, options) {
      const { title, introduction } = fields('description', description, '{ title, introduction }')
      const words = given({ title: text('description.title', title), introduction })
      const rest = await looked({ use: 'video', life: 'permanent' }, file, options)
      return add({ type: 'video', media: file, description: words }, rest)
    },
    async download(mediaId, options) {
      const answer = await api.get({ media_id: text('mediaId', mediaId) }, options)
      if (isDownload(answer)) return { type: 'file', file: answer }
      const { down_url, title, description, news_item } = answer
      if (news_item !== undefined) return { type: 'news', articles: news_item }
      if (down_url !== undefined) return given({ type: 'video' as const, url: down_url, title, description })
      throw new IncompleteAnswerError('materials.get', 'file, articles, or address of a video')
    },
    all(type, options) {
      oneOf('type', type, listTypes)
      return offsetPages('materials.batchGet', async (offset) => {
        const { item, total_count } = await api.batchGet({ type, offset, count: pageSize }, options)
        return { items: item, total: total_count }
      })
    },
    async remove(mediaId, options) {
      await api.delete({ media_id: text('mediaId', mediaId) }, options)
    },
  }
}
