import { ConfigError } from '@wx/core'
import type { CallOptions, MassMessageContent, MessageMassApi, MessageMassSetSpeedRequest } from '@wx/endpoints'
import { fields, idNumber, optionsOf, shortText, shown, text, texts, whole, wording } from '../arguments/check.js'
import { given } from '../arguments/given.js'
import { partOf } from '../binding/answer.js'
import type { Shorthands } from './shorthands.js'

/** Who gets a mass message: all followers, those who carry a tag, or 2 to 10,000 of them by openid. */
export type MassAudience = 'all' | { readonly tagId: number } | { readonly openids: readonly string[] }

/** What is sent. Media ids are those of uploaded files. */
export type MassMessage =
  | { readonly type: 'text'; readonly content: string }
  | {
      readonly type: 'image'
      readonly mediaIds: readonly string[]
      /** Words to go with the pictures. */
      readonly recommend?: string
      /** Whether readers may comment. */
      readonly openComment?: boolean
      /** Whether only followers may comment. */
      readonly onlyFansCanComment?: boolean
    }
  | { readonly type: 'voice'; readonly mediaId: string }
  | {
      readonly type: 'video'
      /** As `massMessage.uploadVideo` answers it. */
      readonly mediaId: string
      readonly title?: string
      readonly description?: string
    }
  | {
      readonly type: 'mpnews'
      /** Of a draft, or as `massMessage.uploadNews` answers it. */
      readonly mediaId: string
    }
  | { readonly type: 'wxcard'; readonly cardId: string; readonly cardExt?: string }

export interface MassMessageOptions extends CallOptions {
  /** Whether an article goes out even when it is found to be a reprint; false by default. */
  readonly sendIgnoreReprint?: boolean
  /**
   * Your own id of the job, up to 64 bytes. Within 24 hours WeChat refuses a second job of the same id (45065), so
   * that a call may be repeated. Without one WeChat takes a digest of audience and content: the same message to the
   * same audience is refused too.
   */
  readonly clientMsgId?: string
}

/** A mass message on its way. */
export interface MassJob {
  readonly msgId: string
  /** For figures and comments of the articles. */
  readonly msgDataId?: string
}

/** Messages to all followers or many of them. */
export interface MassMessageDomain extends MessageMassApi {
  /**
   * Sends to everybody, to a tag's users, or to openids; the outcome comes as event `MASSSENDJOBFINISH`.
   *
   * @param audience `'all'`, `{ tagId }` or `{ openids }`
   * @param message `{ type: 'text', content }`, `{ type: 'image', mediaIds }`, …
   * @throws ConfigError for fewer than 2 or more than 10,000 openids
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html
   */
  sendTo(audience: MassAudience, message: MassMessage, options?: MassMessageOptions): Promise<MassJob>
  /**
   * Sends to one user, to look at it; a hundred times a day. Of pictures one, without its words.
   *
   * @param user by openid or by WeChat id
   * @throws ConfigError for no picture or several
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#5
   */
  previewTo(
    user: { readonly openid: string } | { readonly wxName: string },
    message: MassMessage,
    options?: CallOptions,
  ): Promise<void>
  /**
   * How a mass message stands, in WeChat's words: `SEND_SUCCESS`, `SENDING`, `SEND_FAIL`, `DELETE`.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#6
   */
  status(msgId: string, options?: CallOptions): Promise<string>
  /**
   * Deletes what was sent; only articles and videos vanish.
   *
   * @param options `articleIndex`: which article, from 1; all of them when left out
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#4
   */
  remove(msgId: string, options?: CallOptions & { readonly articleIndex?: number }): Promise<void>
  /**
   * How fast mass messages go out: the level from 0 (800,000 a minute) to 4 (100,000), and the real speed in units of
   * 10,000 a minute.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#9
   */
  speed(options?: CallOptions): Promise<{ readonly level: number; readonly real: number }>
  /**
   * Sets how fast mass messages go out.
   *
   * @param level from 0 (800,000 a minute) to 4 (100,000)
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#9
   */
  changeSpeed(level: MessageMassSetSpeedRequest['speed'], options?: CallOptions): Promise<void>
}

type MessageOf<Type extends MassMessage['type']> = Extract<MassMessage, { type: Type }>

const flag = (value: boolean | undefined): 0 | 1 | undefined => (value === undefined ? undefined : value ? 1 : 0)

const mediaId = (message: { readonly mediaId: string }): string => text('message.mediaId', message.mediaId)

const contents: { readonly [Type in MassMessage['type']]: (message: MessageOf<Type>) => MassMessageContent } = {
  text: ({ content }) => ({ msgtype: 'text', text: { content: wording('message.content', content) } }),
  image: ({ mediaIds, recommend, openComment, onlyFansCanComment }) => ({
    msgtype: 'image',
    images: given({
      media_ids: texts('message.mediaIds', mediaIds),
      recommend,
      need_open_comment: flag(openComment),
      only_fans_can_comment: flag(onlyFansCanComment),
    }),
  }),
  voice: (message) => ({ msgtype: 'voice', voice: { media_id: mediaId(message) } }),
  video: (message) => ({
    msgtype: 'mpvideo',
    mpvideo: given({ media_id: mediaId(message), title: message.title, description: message.description }),
  }),
  mpnews: (message) => ({ msgtype: 'mpnews', mpnews: { media_id: mediaId(message) } }),
  wxcard: ({ cardId, cardExt }) => ({
    msgtype: 'wxcard',
    wxcard: given({ card_id: text('message.cardId', cardId), card_ext: cardExt }),
  }),
}

function contentOf(message: MassMessage): MassMessageContent {
  const { type } = fields('message', message, "{ type: 'text', content }")
  if (typeof type !== 'string' || !Object.hasOwn(contents, type)) {
    throw new ConfigError('message.type', `must be one of ${Object.keys(contents).join(', ')}, not ${shown(type)}`)
  }
  return (contents[type] as (message: MassMessage) => MassMessageContent)(message)
}

type MassPreviewContent = Exclude<MassMessageContent, { images: unknown }>

/** A preview takes the older form of a picture, and answers the list that sending takes with 40007. */
function previewOf(message: MassMessage): MassPreviewContent {
  const content = contentOf(message)
  if (!('images' in content)) return content
  const [media_id, ...others] = content.images.media_ids
  if (media_id === undefined || others.length > 0) {
    throw new ConfigError('message.mediaIds', 'a preview shows one picture: preview them one by one')
  }
  return { msgtype: 'image', image: { media_id } }
}

export const massMessageShorthands = (api: MessageMassApi): Shorthands<MassMessageDomain, MessageMassApi> => ({
  async sendTo(audience, message, options) {
    const { sendIgnoreReprint, clientMsgId, ...rest } = optionsOf(options)
    const request = {
      ...contentOf(message),
      ...(message.type === 'mpnews' && { send_ignore_reprint: flag(sendIgnoreReprint ?? false) ?? 0 }),
      ...(clientMsgId !== undefined && { clientmsgid: shortText('clientMsgId', clientMsgId, 64) }),
    }
    const answer = isOpenids(audience)
      ? await api.send({ ...request, touser: openidsOf(audience) }, rest)
      : await api.sendAll({ ...request, filter: filterOf(audience) }, rest)
    const msgId = partOf(isOpenids(audience) ? 'massMessage.send' : 'massMessage.sendAll', answer, 'msg_id')
    return given({ msgId, msgDataId: answer.msg_data_id })
  },
  async previewTo(user, message, options) {
    fields('user', user, '{ openid } or { wxName }')
    const receiver =
      'openid' in user ? { touser: text('user.openid', user.openid) } : { towxname: text('user.wxName', user.wxName) }
    await api.preview({ ...previewOf(message), ...receiver }, options)
  },
  async status(msgId, options) {
    return partOf('massMessage.get', await api.get({ msg_id: text('msgId', msgId) }, options), 'msg_status')
  },
  async remove(msgId, options) {
    const { articleIndex, ...rest } = optionsOf(options)
    await api.delete(given({ msg_id: text('msgId', msgId), article_idx: articleIndex }), rest)
  },
  async speed(options) {
    const answer = await api.getSpeed({}, options)
    return {
      level: partOf('massMessage.getSpeed', answer, 'speed'),
      real: partOf('massMessage.getSpeed', answer, 'realspeed'),
    }
  },
  async changeSpeed(level, options) {
    whole('level', level, { min: 0, max: 4 })
    await api.setSpeed({ speed: level }, options)
  },
})

type Openids = Extract<MassAudience, { openids: unknown }>

const isOpenids = (audience: MassAudience): audience is Openids =>
  typeof audience === 'object' && audience !== null && 'openids' in audience

function openidsOf({ openids }: Openids): readonly string[] {
  const { length } = texts('audience.openids', openids)
  if (length < 2 || length > 10_000) {
    throw new ConfigError(
      'audience.openids',
      `${length}, and WeChat takes 2 to 10,000; for one user there is previewTo, or customMessage`,
    )
  }
  return openids
}

function filterOf(
  audience: Exclude<MassAudience, Openids>,
): { is_to_all: true } | { is_to_all: false; tag_id: number } {
  if (audience === 'all') return { is_to_all: true }
  if (typeof audience !== 'object' || audience === null) {
    throw new ConfigError('audience', `must be 'all', { tagId } or { openids }, not ${shown(audience)}`)
  }
  // Not by absence: whoever misspells the tag must not reach everybody.
  return { is_to_all: false, tag_id: idNumber('audience.tagId', audience.tagId) }
}
