import { type ApiAnswer, fileAnswer, type JsonAnswer } from '../answer.js'
import { wireSeconds } from '../paging.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { articlePictureRule, checkFile, mediaTypeOf, temporaryRules } from './file-rules.js'
import type { StoredMedia } from './stored-media.js'

async function upload({ account, state, query, form }: ApiCall): Promise<JsonAnswer> {
  const type = mediaTypeOf(query['type'])
  if (account.kind === 'miniProgram' && type !== 'image') refuse(40004, 'a mini program uploads pictures only')
  const file = (await form()).file('media')
  const format = checkFile(file, temporaryRules[type])
  const { mediaId, createdAt } = state.media.add({ type, format, bytes: file.bytes, fileName: file.fileName })
  return {
    type,
    [type === 'thumb' ? 'thumb_media_id' : 'media_id']: mediaId,
    created_at: wireSeconds(createdAt),
  }
}

/** @throws ApiRefusal 41006, 40007 */
function askedMedia({ state, query }: ApiCall): StoredMedia {
  const mediaId = query['media_id'] ?? ''
  if (mediaId === '') refuse(41006, 'the query has no media_id')
  return (
    state.media.get(mediaId) ??
    refuse(40007, 'no temporary media of this account has that id, or its three days are over; see material.get')
  )
}

/** The name is the media id, as in the official sample. */
export const mediaFile = ({ bytes, format, mediaId }: StoredMedia): ApiAnswer =>
  fileAnswer(bytes, format.contentType, `${mediaId}.${format.name}`)

function get(call: ApiCall): ApiAnswer {
  const media = askedMedia(call)
  return media.type === 'video' ? { video_url: media.url } : mediaFile(media)
}

function getJssdk(call: ApiCall): ApiAnswer {
  const media = askedMedia(call)
  if (media.type !== 'voice') refuse(40007, `only voices come from here; this is of type ${media.type}`)
  return mediaFile(media)
}

async function uploadImage({ state, form }: ApiCall): Promise<JsonAnswer> {
  const file = (await form()).file('media')
  return { url: state.hosted.put({ bytes: file.bytes, format: checkFile(file, articlePictureRule) }) }
}

const anyContent = [
  'Files are told apart by their first bytes and lengths of voices by their frames; pictures are not decoded.',
]

export const mediaRoutes: readonly ApiRoute[] = [
  {
    id: 'media.upload',
    run: upload,
    source: 'https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia',
    differences: [
      ...anyContent,
      'The page says 2 MB and 10 MB for pictures; the larger is taken.',
      '40006 for a file that is too large is observed; the page has no code for it.',
    ],
  },
  {
    id: 'media.get',
    run: get,
    differences: ['Ids of permanent materials are refused with 40007; that is not published.'],
  },
  {
    id: 'media.getJssdk',
    source: 'https://developers.weixin.qq.com/doc/subscription/api/material/temporary/api_gethdvoice.html',
    run: getJssdk,
    differences: [
      'The real one gives voices of wx.uploadVoice as speex at 16 kHz; this one gives any voice of the account as it is.',
    ],
  },
  {
    id: 'media.uploadImage',
    run: uploadImage,
    source: 'https://developers.weixin.qq.com/doc/service/api/material/permanent/api_uploadimage',
    differences: anyContent,
  },
]
