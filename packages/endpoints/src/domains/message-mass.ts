import type { BaseAnswer, NoRequest } from '../answer.js'
import type { CallOptions } from '../call-options.js'
import type { Rows } from '../endpoint.js'
import { expandRows } from '../table.js'

/** The kinds of mass message; `msgtype` says which. */
export type MassMessageContent =
  | { msgtype: 'text'; text: { content: string } }
  | {
      msgtype: 'mpnews'
      mpnews: { media_id: string }
      /** 1 sends an article on even when it is found to be a reprint. */
      send_ignore_reprint?: 0 | 1
    }
  | {
      msgtype: 'image'
      images: {
        media_ids: readonly string[]
        /** Words to go with the pictures. */
        recommend?: string
        need_open_comment?: 0 | 1
        only_fans_can_comment?: 0 | 1
      }
    }
  | {
      /** The older form, of one picture. */
      msgtype: 'image'
      image: { media_id: string }
    }
  | { msgtype: 'voice'; voice: { media_id: string } }
  | {
      /** A video made ready with `uploadVideo`. */
      msgtype: 'mpvideo'
      mpvideo: { media_id: string; title?: string; description?: string }
    }
  | { msgtype: 'wxcard'; wxcard: { card_id: string; card_ext?: string } }

export type MessageMassSendRequest = MassMessageContent & {
  /** 2 to 10,000 openids. */
  touser: readonly string[]
  /** Your own id of the job, up to 64 bytes: the same one is not sent twice. */
  clientmsgid?: string
}

export type MessageMassSendAllRequest = MassMessageContent & {
  /** Everybody, or those who carry a tag. */
  filter: { is_to_all: true } | { is_to_all?: false; tag_id: number }
  /** Your own id of the job, up to 64 bytes: the same one is not sent twice. */
  clientmsgid?: string
}

/** One picture, in the older form: the list of pictures that sending takes is refused. */
export type MessageMassPreviewRequest = Exclude<MassMessageContent, { images: object }> &
  (
    | {
        /** Openid. */
        touser: string
      }
    | {
        /** WeChat id, instead of an openid. */
        towxname: string
      }
  )

export interface MessageMassArticle {
  /** Id of an uploaded thumbnail. */
  thumb_media_id: string
  title: string
  author?: string
  /** Summary of an article. */
  digest?: string
  /** Address behind "read the original". */
  content_source_url?: string
  content: string
  /** Whether the cover also stands in the text. */
  show_cover_pic?: 0 | 1
  /** Whether readers may comment. */
  need_open_comment?: 0 | 1
  /** Whether only followers may comment. */
  only_fans_can_comment?: 0 | 1
}

export interface MessageMassUploadNewsRequest {
  articles: readonly MessageMassArticle[]
}

export interface MessageMassUploadNewsAnswer extends BaseAnswer {
  type: string
  /** Id of an uploaded media file. */
  media_id: string
  /** Unix seconds. */
  created_at: number
}

export interface MessageMassUploadVideoRequest {
  /** Id of an uploaded media file. */
  media_id: string
  title?: string
  description?: string
}

export interface MessageMassDeleteRequest {
  msg_id: string | number
  /** Which article, from 1; 0 or left out deletes all. */
  article_idx?: number
}

export interface MessageMassGetRequest {
  msg_id: string | number
}

export interface MessageMassGetAnswer extends BaseAnswer {
  msg_id: string
  msg_status: string
}

export interface MessageMassPreviewAnswer extends BaseAnswer {
  type?: string | number
  msg_id?: string
  /** Which mass message or publication the articles belong to. */
  msg_data_id?: string
}

export interface MessageMassSendAnswer extends BaseAnswer {
  msg_id: string
  /** Which mass message or publication the articles belong to. */
  msg_data_id?: string
}

export interface MessageMassGetSpeedAnswer extends BaseAnswer {
  speed: number
  realspeed: number
}

export interface MessageMassSetSpeedRequest {
  /** 0 (800,000 a minute), 1 (600,000), 2 (450,000), 3 (300,000), 4 (100,000). */
  speed: 0 | 1 | 2 | 3 | 4
}

export interface MessageMassApi {
  /**
   * Uploads articles for a mass message.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#1
   */
  uploadNews(request: MessageMassUploadNewsRequest, options?: CallOptions): Promise<MessageMassUploadNewsAnswer>
  /**
   * Makes a media id for a video in a mass message of an uploaded video's.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#3
   */
  uploadVideo(request: MessageMassUploadVideoRequest, options?: CallOptions): Promise<MessageMassUploadNewsAnswer>
  /**
   * Deletes a mass message that was sent, within its half hour; only articles and videos vanish.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#4
   */
  delete(request: MessageMassDeleteRequest, options?: CallOptions): Promise<BaseAnswer>
  /**
   * How a mass message stands.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#6
   */
  get(request: MessageMassGetRequest, options?: CallOptions): Promise<MessageMassGetAnswer>
  /**
   * Sends a mass message to one user, to look at it.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#5
   */
  preview(request: MessageMassPreviewRequest, options?: CallOptions): Promise<MessageMassPreviewAnswer>
  /**
   * Sends a mass message to 2 to 10,000 users by openid; the outcome comes as event `MASSSENDJOBFINISH`.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#3
   */
  send(request: MessageMassSendRequest, options?: CallOptions): Promise<MessageMassSendAnswer>
  /**
   * Sends a mass message to a tag's users or to all followers; the outcome comes as event `MASSSENDJOBFINISH`.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#2
   */
  sendAll(request: MessageMassSendAllRequest, options?: CallOptions): Promise<MessageMassSendAnswer>
  /**
   * How fast mass messages go out.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#9
   */
  getSpeed(request?: NoRequest, options?: CallOptions): Promise<MessageMassGetSpeedAnswer>
  /**
   * Sets how fast mass messages go out, from 0 (800,000 a minute) to 4 (100,000).
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#9
   */
  setSpeed(request: MessageMassSetSpeedRequest, options?: CallOptions): Promise<BaseAnswer>
}

export const messageMassTable = {
  uploadNews: {
    call: 'POST /cgi-bin/media/uploadnews',
    quota: { limit: 10 },
    docs: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#1',
  },
  uploadVideo: {
    call: 'POST /cgi-bin/media/uploadvideo',
    docs: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#3',
  },
  delete: {
    call: 'POST /cgi-bin/message/mass/delete',
    integers: ['msg_id'],
    quota: { limit: 10 },
    docs: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#4',
  },
  get: {
    call: 'POST /cgi-bin/message/mass/get',
    integers: ['msg_id'],
    stringIds: ['msg_id'],
    retry: 'safe',
    docs: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#6',
  },
  preview: {
    call: 'POST /cgi-bin/message/mass/preview',
    quota: { limit: 100, source: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html' },
    docs: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#5',
  },
  send: {
    call: 'POST /cgi-bin/message/mass/send',
    stringIds: ['msg_id', 'msg_data_id'],
    quota: { limit: 100 },
    permission: {
      may: ['verifiedService'],
      source: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html',
    },
    docs: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#3',
  },
  sendAll: {
    call: 'POST /cgi-bin/message/mass/sendall',
    stringIds: ['msg_id', 'msg_data_id'],
    quota: { limit: 100 },
    docs: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#2',
  },
  getSpeed: {
    call: 'POST /cgi-bin/message/mass/speed/get',
    body: 'json-empty',
    retry: 'safe',
    docs: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#9',
  },
  setSpeed: {
    call: 'POST /cgi-bin/message/mass/speed/set',
    retry: 'safe',
    docs: 'doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#9',
  },
} as const

/** One row for each method of {@link MessageMassApi}. */
export const messageMassRows: Rows<MessageMassApi> = /* @__PURE__ */ expandRows<
  MessageMassApi,
  typeof messageMassTable
>('message.mass', messageMassTable, { permission: { may: ['verifiedSubscription', 'verifiedService'] } })
