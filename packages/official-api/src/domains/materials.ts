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
import { text } from '../arguments/check.js'
import { given } from '../arguments/given.js'
import { offsetPages } from '../binding/pages.js'
import { isDownload } from './media.js'
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
   * @param file bytes, a `Blob`, a stream, `{ path }`, or any of these with `filename` and `contentType`
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html
   */
  addFile(
    type: Exclude<MaterialAddRequest['type'], 'video'>,
    file: FileInput,
    options?: CallOptions,
  ): Promise<AddedMaterial>
  /**
   * Uploads a permanent video, with the words that stand beside it.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html
   */
  addVideo(
    file: FileInput,
    description: { readonly title: string; readonly introduction?: string },
    options?: CallOptions,
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

export const materialsShorthands = (api: MaterialApi): Shorthands<MaterialsDomain, MaterialApi> => {
  const add = async (request: MaterialAddRequest, options?: CallOptions): Promise<AddedMaterial> => {
    const { media_id, url } = await api.add(request, options)
    return given({ mediaId: media_id, url })
  }
  return {
    addFile: async (type, file, options) => add({ type, media: file }, options),
    addVideo: async (file, { title, introduction = '' }, options) =>
      add({ type: 'video', media: file, description: { title: text('title', title), introduction } }, options),
    async download(mediaId, options) {
      const answer = await api.get({ media_id: text('mediaId', mediaId) }, options)
      if (isDownload(answer)) return { type: 'file', file: answer }
      const { down_url, title, description, news_item = [] } = answer
      if (down_url === undefined) return { type: 'news', articles: news_item }
      return given({ type: 'video' as const, url: down_url, title, description })
    },
    all: (type, options) =>
      offsetPages(async (offset) => {
        const { item, total_count } = await api.batchGet({ type, offset, count: pageSize }, options)
        return { items: item, total: total_count }
      }),
    async remove(mediaId, options) {
      await api.delete({ media_id: text('mediaId', mediaId) }, options)
    },
  }
}
