import type { AccountState } from '../account-state.js'
import type { JsonAnswer, RawAnswer } from '../answer.js'
import { bareAnswer } from '../answer.js'
import type { Article } from '../drafts/article.js'
import { cleanContent, plainText } from '../drafts/content.js'
import { type Body, isBody, listField, optionalText, textField } from '../fields.js'
import { findMedia } from '../media/find-media.js'
import { wireSeconds } from '../paging.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { zeroOrOne } from './zero-or-one.js'

const maxArticles = 8
/** Characters of a title, a summary and a text; fewer bytes than this. */
const limits = { title: 64, digest: 120, content: 20_000, bytes: 2 ** 20, url: 2 ** 10, madeDigest: 54 }

const length = (text: string): number => [...text].length

/** @throws ApiRefusal 40007, 44003, 44004, 45002, 45003, 45004, 45005 */
function articleOf(value: unknown, state: AccountState): Article {
  if (!isBody(value)) refuse(44003, 'an article must be an object')
  const title = textField(value, 'title', { errcode: 45003 })
  if (length(title) > limits.title) refuse(45003, `title has at most ${limits.title} characters`)
  const html = textField(value, 'content', { errcode: 44004 })
  if (length(html) > limits.content || Buffer.byteLength(html) >= limits.bytes) {
    refuse(45002, `content has at most ${limits.content} characters, and less than 1 MB`)
  }
  const digest = optionalText(value, 'digest') ?? ''
  if (length(digest) > limits.digest) refuse(45004, `digest has at most ${limits.digest} characters`)
  const contentSourceUrl = optionalText(value, 'content_source_url') ?? ''
  if (Buffer.byteLength(contentSourceUrl) > limits.url) refuse(45005, 'content_source_url has at most 1 KB')
  const content = cleanContent(html, (url) => state.hosted.hasPicture(url))
  return {
    type: 'news',
    title,
    author: optionalText(value, 'author') ?? '',
    digest: digest === '' ? [...plainText(content)].slice(0, limits.madeDigest).join('') : digest,
    content,
    contentSourceUrl,
    ...coverOf(value, state),
    showCoverPic: zeroOrOne(value, 'show_cover_pic'),
    needOpenComment: zeroOrOne(value, 'need_open_comment'),
    onlyFansCanComment: zeroOrOne(value, 'only_fans_can_comment'),
    pictures: [],
    asGiven: {},
  }
}

function coverOf(article: Body, state: AccountState): Pick<Article, 'thumbMediaId' | 'thumbUrl'> {
  const thumbMediaId = textField(article, 'thumb_media_id', { errcode: 40007 })
  const media = findMedia(state, thumbMediaId)
  if (media?.url === undefined || (media.type !== 'thumb' && media.type !== 'image')) {
    return refuse(40007, 'thumb_media_id is no thumb or image of the account (any more)')
  }
  return { thumbMediaId, thumbUrl: media.url }
}

const uploaded = (type: string, mediaId: string, { world }: ApiCall): RawAnswer =>
  bareAnswer({ type, media_id: mediaId, created_at: wireSeconds(world.clock.now()) } satisfies JsonAnswer)

function uploadNews(call: ApiCall): RawAnswer {
  const { state, body } = call
  const list = listField(body, 'articles', { errcode: 44003 })
  if (list.length === 0) refuse(44003, '"articles" is empty')
  if (list.length > maxArticles) refuse(45008, `a message has at most ${maxArticles} articles`)
  return uploaded('news', state.massUploads.addArticles(list.map((it) => articleOf(it, state))), call)
}

function uploadVideo(call: ApiCall): RawAnswer {
  const { state, body } = call
  const mediaId = textField(body, 'media_id', { errcode: 40007 })
  if (findMedia(state, mediaId)?.type !== 'video') refuse(40007, 'media_id is no video of the account (any more)')
  const title = optionalText(body, 'title') ?? ''
  const description = optionalText(body, 'description') ?? ''
  return uploaded('video', state.massUploads.addVideo({ mediaId, title, description }), call)
}

export const massUploadRoutes: readonly ApiRoute[] = [
  {
    id: 'message.mass.uploadNews',
    run: uploadNews,
    differences: [
      'Lengths of author (any here), title (64), digest (120) and the codes for them are those of old materials.',
    ],
  },
  { id: 'message.mass.uploadVideo', run: uploadVideo },
]
