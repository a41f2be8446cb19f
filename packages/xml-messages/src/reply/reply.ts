import { type AckFields, type AckPlan, errCodeNo } from '../table/ack.js'

/** A text. WeChat shows nothing beyond 2,048 bytes of UTF-8. */
export interface TextReply {
  readonly type: 'text'
  readonly content: string
}

/** A picture that was uploaded before. */
export interface ImageReply {
  readonly type: 'image'
  readonly mediaId: string
}

/** A voice clip that was uploaded before. */
export interface VoiceReply {
  readonly type: 'voice'
  readonly mediaId: string
}

/** A video that was uploaded before. */
export interface VideoReply {
  readonly type: 'video'
  readonly mediaId: string
  readonly title?: string
  readonly description?: string
}

/** A piece of music. */
export interface MusicReply {
  readonly type: 'music'
  readonly title?: string
  readonly description?: string
  readonly musicUrl?: string
  /** For Wi-Fi; WeChat takes `musicUrl` when it is missing, and so is it sent. */
  readonly hqMusicUrl?: string
  /** Media id of the cover. Documented as required; sent only when given. */
  readonly thumbMediaId?: string
}

/** One article of a news reply. */
export interface Article {
  readonly title: string
  readonly description: string
  readonly picUrl: string
  readonly url: string
}

/** Articles. An answer to a user's message shows the first one only; one to an event up to eight. */
export interface NewsReply {
  readonly type: 'news'
  readonly articles: readonly Article[]
}

/** Hands the user over to human customer service. */
export interface TransferCustomerServiceReply {
  readonly type: 'transfer_customer_service'
  /** One agent (`name@account`); anybody when left out. */
  readonly kfAccount?: string
}

/** The word `success`: received, nothing to show, do not send it again. */
export interface SuccessReply {
  readonly type: 'success'
}

/** An empty body: means the same as `success`. */
export interface EmptyReply {
  readonly type: 'empty'
}

/** The acknowledgement of a payment push. `errCode` 0 is yes; anything else makes WeChat try again. */
export interface ErrCodeAck {
  readonly errCode: number
  readonly errMsg: string
}

/** The acknowledgement of a push that expects other fields than `ErrCode` and `ErrMsg`. */
export interface FieldsAck {
  /** Names as WeChat spells them; written in the push's own format. */
  readonly fields: AckFields
}

/** The acknowledgement of a push about money or goods. */
export type AckReply = { readonly type: 'ack' } & (ErrCodeAck | FieldsAck)

/** A value that JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined }

/** An object of the push's own kind, sent as JSON. */
export interface JsonReply {
  readonly type: 'json'
  readonly value: JsonValue
}

/** An answer to a push: plain data that survives JSON. */
export type Reply =
  | TextReply
  | ImageReply
  | VoiceReply
  | VideoReply
  | MusicReply
  | NewsReply
  | TransferCustomerServiceReply
  | SuccessReply
  | EmptyReply
  | AckReply
  | JsonReply

/** Makers of replies. */
export interface ReplyMakers {
  /** A text. `<a href>` works in it; a line break is `\n`. */
  text(content: string): TextReply
  /** A picture, by media id. */
  image(mediaId: string): ImageReply
  /** A voice clip, by media id. */
  voice(mediaId: string): VoiceReply
  /** A video, by media id. */
  video(video: Omit<VideoReply, 'type'>): VideoReply
  /** A piece of music. */
  music(music: Omit<MusicReply, 'type'>): MusicReply
  /** Articles. */
  news(articles: readonly Article[]): NewsReply
  /** Hands the user over to customer service, to one agent when an account is given. */
  transferCustomerService(kfAccount?: string): TransferCustomerServiceReply
  /** The word `success`. */
  success(): SuccessReply
  /** An empty body. */
  empty(): EmptyReply
  /**
   * `ErrCode` and `ErrMsg` in the push's own format, `{ errCode: 0, errMsg: 'success' }` unless told otherwise; or other
   * `fields` where a push expects others, as in `reply.ack({ fields: { resultcode: 0, resultmsg: 'ok' } })`.
   */
  ack(outcome?: ErrCodeAck | FieldsAck): AckReply
  /** An object of the push's own kind. */
  json(value: JsonValue): JsonReply
}

/** Makes replies: `reply.text('hello')`. */
export const reply: ReplyMakers = {
  text: (content) => ({ type: 'text', content }),
  image: (mediaId) => ({ type: 'image', mediaId }),
  voice: (mediaId) => ({ type: 'voice', mediaId }),
  video: (video) => ({ ...video, type: 'video' }),
  music: (music) => ({ ...music, type: 'music' }),
  news: (articles) => ({ type: 'news', articles }),
  transferCustomerService: (kfAccount) =>
    kfAccount === undefined ? { type: 'transfer_customer_service' } : { type: 'transfer_customer_service', kfAccount },
  success: () => ({ type: 'success' }),
  empty: () => ({ type: 'empty' }),
  ack: (outcome = { errCode: 0, errMsg: 'success' }) => ({ ...outcome, type: 'ack' }),
  json: (value) => ({ type: 'json', value }),
}

/**
 * The answer to a push whose handler is done and had nothing to say: `success`, or the object its row names.
 *
 * @returns `undefined` for a push that only its handler can answer, such as a question.
 */
export function acknowledgement({ form, yes }: AckPlan): Reply | undefined {
  if (yes !== undefined) return reply.ack({ fields: yes })
  return form === 'success' ? reply.success() : undefined
}

/** The answer to a push that was not handled, so that WeChat delivers it again: never a word that could mean yes. */
export const refusal = ({ no = errCodeNo }: AckPlan): Reply => reply.ack({ fields: no })
