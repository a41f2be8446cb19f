import type { ApiAnswer, JsonAnswer } from '../answer.js'
import { draftItem, draftNews } from '../drafts/news-item.js'
import { type Body, isBody, optionalText, textField } from '../fields.js'
import type { UploadForm } from '../form.js'
import { checkFile, mediaTypeOf, permanentRules } from '../media/file-rules.js'
import { mediaFile } from '../media/routes.js'
import { pageOf, pagingDifference, wireSeconds } from '../paging.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { type MaterialShelf, shelfOf, type VideoDescription } from './material-store.js'

/** https://developers.weixin.qq.com/doc/service/api/material/permanent/api_addmaterial */
const maxCount: Readonly<Record<MaterialShelf, number>> = { image: 100_000, voice: 1_000, video: 1_000 }

async function add({ state, query, form }: ApiCall): Promise<JsonAnswer> {
  const type = mediaTypeOf(query['type'])
  const parts = await form()
  const file = parts.file('media')
  const format = checkFile(file, permanentRules[type])
  const description = type === 'video' ? videoDescription(parts) : undefined
  const shelf = shelfOf({ type })
  if (state.materials.count(shelf) >= maxCount[shelf]) {
    refuse(45034, `the account has ${maxCount[shelf]} materials of that type; delete some`)
  }
  const material = state.materials.add({ type, format, bytes: file.bytes, fileName: file.fileName }, description)
  return { media_id: material.mediaId, ...(type === 'image' ? { url: material.url } : {}) }
}

/**
 * A video needs the part; title and introduction may be left out of it.
 * @throws ApiRefusal 40035 without the part, 47001 when it is no JSON object
 */
function videoDescription(form: UploadForm): VideoDescription {
  const text = form.text('description')
  if (text === undefined) refuse(40035, 'a video needs a part "description": JSON with title and introduction')
  const body = jsonOf(text)
  if (!isBody(body)) refuse(47001, 'the part "description" must be a JSON object')
  return { title: optionalText(body, 'title') ?? '', introduction: optionalText(body, 'introduction') ?? '' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const mediaIdOf = (body: Body): string => textField(body, 'media_id', { errcode: 41006 })

const unknownId = (): never => refuse(40007, 'no permanent material of this account has that id')

function get({ state, body }: ApiCall): ApiAnswer {
  const mediaId = mediaIdOf(body)
  const material = state.materials.get(mediaId)
  const draft = state.drafts.get(mediaId)
  if (material === undefined) return draft === undefined ? unknownId() : draftNews(draft)
  const { description, url } = material
  if (description === undefined) return mediaFile(material)
  return { title: description.title, description: description.introduction, down_url: url }
}

const count = ({ state: { materials, drafts } }: ApiCall): JsonAnswer => ({
  voice_count: materials.count('voice'),
  video_count: materials.count('video'),
  image_count: materials.count('image'),
  news_count: drafts.count,
})

const shelves: readonly string[] = ['image', 'voice', 'video'] satisfies MaterialShelf[]

function batchGet({ state, body }: ApiCall): JsonAnswer {
  const { type } = body
  if (type === 'news') return pageOf(state.drafts.list(), body, (draft) => draftItem(draft))
  if (typeof type !== 'string' || !shelves.includes(type)) {
    refuse(40004, `type must be image, voice, video or news, not ${JSON.stringify(type)}`)
  }
  return pageOf(state.materials.list(type as MaterialShelf), body, (material) => ({
    media_id: material.mediaId,
    name: material.fileName,
    update_time: wireSeconds(material.createdAt),
    ...(type === 'image' ? { url: material.url } : {}),
  }))
}

function remove({ state, body }: ApiCall): undefined {
  if (!state.materials.delete(mediaIdOf(body))) unknownId()
}

/** https://developers.weixin.qq.com/community/develop/doc/000ca6ee6648383bf6aee8eec56c00 */
const withdrawn = (): never =>
  refuse(
    45106,
    'permanent articles were withdrawn on 2022-02-28; use draft/add and draft/update',
    'This API has been unsupported. For more details, please view https://mp.weixin.qq.com/cgi-bin/announce?action=getannouncement&announce_id=11644831863qFQSh&version=&lang=zh_CN',
  )

const withdrawnSource = 'https://developers.weixin.qq.com/community/develop/doc/000ca6ee6648383bf6aee8eec56c00'

const draftsAreNews = 'Articles with a media id are drafts today; that this endpoint shows them is not published.'
const thumbsArePictures = 'Thumbnails are counted and listed as pictures; that is not published.'

export const materialRoutes: readonly ApiRoute[] = [
  {
    id: 'material.add',
    run: add,
    source: 'https://developers.weixin.qq.com/doc/service/api/material/permanent/api_addmaterial',
    differences: [
      'Files are told apart by their first bytes and lengths of voices by their frames (not of WMA); pictures are not decoded.',
      '45001 for a file that is too large and 45034 for too many are observed; the page has no codes for them.',
      'The code for a video without its description is not published; 40035 here.',
      thumbsArePictures,
    ],
  },
  { id: 'material.addNews', run: withdrawn, source: withdrawnSource },
  { id: 'material.updateNews', run: withdrawn, source: withdrawnSource },
  { id: 'material.get', run: get, differences: [draftsAreNews] },
  {
    id: 'material.delete',
    run: remove,
    differences: [
      'A draft is refused with 40007 (use draft.delete); that is not published.',
      'What a menu or a draft uses may be deleted.',
    ],
  },
  { id: 'material.count', run: count, differences: [draftsAreNews, thumbsArePictures] },
  { id: 'material.batchGet', run: batchGet, differences: [draftsAreNews, thumbsArePictures, pagingDifference] },
]
