import type { AccountState } from '../account-state.js'
import { type Body, isBody, listField, objectField, optionalInteger, optionalText, textField } from '../fields.js'
import { refuse } from '../refusal.js'
import type { Article } from './article.js'
import { cleanContent, plainText } from './content.js'

/** Characters; https://developers.weixin.qq.com/doc/service/api/draftbox/draftmanage/api_draft_add */
const limits = {
  title: { max: 32, errcode: 45003 },
  author: { max: 16, errcode: 45110 },
  digest: { max: 128, errcode: 45004 },
} as const

/** An article has fewer characters than this, tags included, and fewer bytes. */
const contentCharacters = 20_000
const contentBytes = 2 ** 20
const maxSourceUrlBytes = 2 ** 10
const maxPictures = 20
const madeDigestCharacters = 54

const keptAsGiven = ['pic_crop_235_1', 'pic_crop_1_1', 'cover_info', 'product_info'] as const

export interface ReadOptions {
  readonly state: AccountState
  /** Only a draft of one article has a summary that is made from its text. */
  readonly isAlone: boolean
}

/**
 * Reads one article of `draft/add` or `draft/update`.
 * @throws ApiRefusal 45003, 45110, 45004, 44004, 45002, 45005 for texts, 40007 for a cover or picture that is no
 *   permanent picture of the account, 40035 for anything else
 */
export function readArticle(value: unknown, { state, isAlone }: ReadOptions): Article {
  if (!isBody(value)) refuse(40035, 'an article must be an object')
  const type = typeOf(value)
  const content = contentOf(value, state)
  const pictures = type === 'newspic' ? picturesOf(value, state) : []
  const [first] = pictures
  const cover = first ?? coverOf(value, state)
  const digest = within('digest', optionalText(value, 'digest') ?? '')
  return {
    type,
    title: within('title', textField(value, 'title')),
    author: within('author', optionalText(value, 'author') ?? ''),
    digest: digest === '' && isAlone ? [...plainText(content)].slice(0, madeDigestCharacters).join('') : digest,
    content,
    contentSourceUrl: sourceUrlOf(value),
    thumbMediaId: cover.mediaId,
    thumbUrl: cover.url,
    showCoverPic: switchOf(value, 'show_cover_pic'),
    needOpenComment: switchOf(value, 'need_open_comment'),
    onlyFansCanComment: switchOf(value, 'only_fans_can_comment'),
    pictures,
    asGiven: Object.fromEntries(keptAsGiven.flatMap((name) => (name in value ? [[name, value[name]]] : []))),
  }
}

function typeOf(article: Body): Article['type'] {
  const type = optionalText(article, 'article_type') ?? 'news'
  return type === 'news' || type === 'newspic' ? type : refuse(40035, '"article_type" must be news or newspic')
}

function within(name: keyof typeof limits, text: string): string {
  const { max, errcode } = limits[name]
  const { length } = [...text]
  return length <= max ? text : refuse(errcode, `"${name}" has ${length} characters; at most ${max}`)
}

function contentOf(article: Body, { hosted }: AccountState): string {
  const content = textField(article, 'content', { errcode: 44004 })
  if (content.length >= contentCharacters || Buffer.byteLength(content) >= contentBytes) {
    refuse(
      45002,
      `"content" must have fewer than ${contentCharacters} characters and ${contentBytes} bytes, tags included`,
    )
  }
  return cleanContent(content, (url) => hosted.hasPicture(url) || /^https?:\/\/mmbiz\.qpic\.cn\//.test(url))
}

function sourceUrlOf(article: Body): string {
  const url = optionalText(article, 'content_source_url') ?? ''
  const bytes = Buffer.byteLength(url)
  return bytes <= maxSourceUrlBytes
    ? url
    : refuse(45005, `"content_source_url" has ${bytes} bytes; at most ${maxSourceUrlBytes}`)
}

function coverOf(article: Body, state: AccountState): Article['pictures'][number] {
  const mediaId = optionalText(article, 'thumb_media_id') ?? ''
  return pictureOf(mediaId, 'thumb_media_id', state)
}

function picturesOf(article: Body, state: AccountState): Article['pictures'] {
  const list = listField(objectField(article, 'image_info'), 'image_list')
  if (list.length === 0 || list.length > maxPictures) refuse(40035, `a picture post has 1 to ${maxPictures} pictures`)
  return list.map((it) => pictureOf(isBody(it) ? it['image_media_id'] : it, 'image_media_id', state))
}

function pictureOf(mediaId: unknown, name: string, { materials }: AccountState): Article['pictures'][number] {
  const material = typeof mediaId === 'string' ? materials.get(mediaId) : undefined
  if (material === undefined || (material.type !== 'image' && material.type !== 'thumb')) {
    refuse(
      40007,
      `"${name}" must be a permanent picture of this account, of material/add_material; temporary ones are refused`,
    )
  }
  return { mediaId: material.mediaId, url: material.url }
}

function switchOf(article: Body, name: string): 0 | 1 {
  const value = optionalInteger(article, name, 0)
  return value === 0 || value === 1 ? value : refuse(40035, `"${name}" must be 0 or 1`)
}
