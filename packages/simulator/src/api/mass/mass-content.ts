import type { ShownMessage } from '../../inbox.js'
import type { AccountState } from '../account-state.js'
import type { Article } from '../drafts/article.js'
import { type Body, objectField, optionalText, textField, textsField, wireText } from '../fields.js'
import { findMedia } from '../media/find-media.js'
import { refuse } from '../refusal.js'
import { zeroOrOne } from './zero-or-one.js'

/** Articles that go out with their own pages, or something that is shown as it is. */
export type MassContent =
  | { readonly type: 'mpnews'; readonly mediaId: string; readonly articles: readonly Article[] }
  | { readonly type: 'mpvideo' | 'text' | 'image' | 'voice' | 'wxcard'; readonly shown: ShownMessage }

const maxTextBytes = 2048
const maxPictures = 20

type Reader = (body: Body, state: AccountState) => MassContent

/** @throws ApiRefusal 40007 when it is no media of that type */
function mediaOf(mediaId: string, type: 'image' | 'voice' | 'video', state: AccountState): string {
  const found = findMedia(state, mediaId)
  if (found === undefined) refuse(40007, `the account has no media ${JSON.stringify(mediaId)} (any more)`)
  if (found.type !== type) refuse(40007, `the media is of type ${found.type}, not ${type}`)
  return mediaId
}

const mediaField = (body: Body, name: string): string =>
  textField(objectField(body, name, { errcode: 44002 }), 'media_id', { errcode: 40007 })

function picturesOf(body: Body, state: AccountState): ShownMessage {
  // The older form has one picture.
  if (body['images'] === undefined) {
    return { type: 'image', mediaId: mediaOf(mediaField(body, 'image'), 'image', state) }
  }
  const images = objectField(body, 'images', { errcode: 44002 })
  const ids = textsField(images, 'media_ids', { errcode: 40007 })
  if (ids.length === 0 || ids.length > maxPictures) refuse(40007, `images.media_ids has 1 to ${maxPictures} pictures`)
  for (const id of ids) mediaOf(id, 'image', state)
  zeroOrOne(images, 'need_open_comment')
  zeroOrOne(images, 'only_fans_can_comment')
  return { type: 'card', msgtype: 'image', body: images }
}

const readers: Readonly<Record<string, Reader>> = {
  mpnews: (body, state) => {
    const mediaId = mediaField(body, 'mpnews')
    const articles = state.massUploads.articles(mediaId) ?? state.drafts.get(mediaId)?.articles
    if (articles === undefined) return refuse(40007, 'mpnews.media_id is no draft of the account (any more)')
    zeroOrOne(body, 'send_ignore_reprint')
    return { type: 'mpnews', mediaId, articles }
  },
  text: (body) => {
    const content = textField(objectField(body, 'text', { errcode: 44002 }), 'content', { errcode: 44004 })
    if (Buffer.byteLength(content) > maxTextBytes) refuse(45002, `a text has at most ${maxTextBytes} bytes`)
    return { type: 'text', shown: { type: 'text', content } }
  },
  voice: (body, state) => {
    const mediaId = mediaOf(mediaField(body, 'voice'), 'voice', state)
    return { type: 'voice', shown: { type: 'voice', mediaId } }
  },
  image: (body, state) => ({ type: 'image', shown: picturesOf(body, state) }),
  mpvideo: (body, state) => {
    const given = objectField(body, 'mpvideo', { errcode: 44002 })
    const id = mediaField(body, 'mpvideo')
    const ready = state.massUploads.video(id)
    const mediaId = ready?.mediaId ?? mediaOf(id, 'video', state)
    const title = ready?.title ?? optionalText(given, 'title') ?? ''
    const description = ready?.description ?? optionalText(given, 'description') ?? ''
    return { type: 'mpvideo', shown: { type: 'video', mediaId, title, description } }
  },
  wxcard: (body) => {
    const card = objectField(body, 'wxcard', { errcode: 44002 })
    textField(card, 'card_id', { errcode: 40073 })
    return { type: 'wxcard', shown: { type: 'card', msgtype: 'wxcard', body: card } }
  },
}

/**
 * What a mass message or its preview says.
 * @throws ApiRefusal 40007, 40008, 40073, 44002, 44004, 45002
 */
export function readMassContent(body: Body, state: AccountState): MassContent {
  const type = wireText(body['msgtype'])
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined
  if (reader === undefined) {
    return refuse(40008, `msgtype ${JSON.stringify(type)} is none of ${Object.keys(readers).join(', ')}`)
  }
  return reader(body, state)
}
