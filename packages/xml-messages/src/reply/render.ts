import type { Common } from '../common.js'
import { RenderError } from '../errors.js'
import type { WireFormat } from '../wire.js'
import { type Body, cdata, checkedFields, integer, optionalText, text, write } from './body.js'
import type { AckReply, Article, MusicReply, Reply, VideoReply } from './reply.js'

/** What a reply answers, and when. */
export interface RenderOptions {
  /** The message it answers: its sender and receiver change places, and its format is kept. */
  readonly to: Pick<Common, 'source' | 'target' | 'wireFormat'>
  /** Unix seconds for `CreateTime`; now by default. */
  readonly time?: number
}

/** An encrypted reply, as `MessageCrypto.seal` gives it. */
export interface EnvelopeParts {
  readonly encrypt: string
  readonly msgSignature: string
  /** Unix seconds, digits only. */
  readonly timestamp: string | number
  readonly nonce: string
}

/** What WeChat took before 2018; it drops what it does not show today. */
const maxArticles = 10

const article = ({ title, description, picUrl, url }: Article): Body => ({
  Title: text(title, 'title'),
  Description: text(description, 'description'),
  PicUrl: text(picUrl, 'picUrl'),
  Url: text(url, 'url'),
})

function news(articles: readonly Article[]): Body {
  if (articles.length === 0 || articles.length > maxArticles) {
    throw new RenderError(`a news reply has 1 to ${maxArticles} articles, not ${articles.length}`)
  }
  return { ArticleCount: articles.length, Articles: { item: articles.map(article) } }
}

const video = ({ mediaId, title, description }: VideoReply): Body => ({
  MediaId: text(mediaId, 'mediaId'),
  Title: optionalText(title, 'title'),
  Description: optionalText(description, 'description'),
})

const music = ({ title, description, musicUrl, hqMusicUrl, thumbMediaId }: MusicReply): Body => ({
  Title: optionalText(title, 'title'),
  Description: optionalText(description, 'description'),
  MusicUrl: optionalText(musicUrl, 'musicUrl'),
  HQMusicUrl: optionalText(hqMusicUrl ?? musicUrl, 'hqMusicUrl'),
  ThumbMediaId: optionalText(thumbMediaId, 'thumbMediaId'),
})

const ack = (reply: AckReply): Body =>
  'fields' in reply
    ? checkedFields(reply.fields)
    : { ErrCode: integer(reply.errCode, 'errCode'), ErrMsg: text(reply.errMsg, 'errMsg') }

/** The replies a user sees. */
type Shown = Exclude<Reply, { readonly type: 'success' | 'empty' | 'ack' | 'json' }>

function bodyOf(reply: Shown): Body {
  switch (reply.type) {
    case 'text':
      return { Content: text(reply.content, 'content') }
    case 'image':
      return { Image: { MediaId: text(reply.mediaId, 'mediaId') } }
    case 'voice':
      return { Voice: { MediaId: text(reply.mediaId, 'mediaId') } }
    case 'video':
      return { Video: video(reply) }
    case 'music':
      return { Music: music(reply) }
    case 'news':
      return news(reply.articles)
    case 'transfer_customer_service':
      return reply.kfAccount === undefined ? {} : { TransInfo: { KfAccount: text(reply.kfAccount, 'kfAccount') } }
    default:
      throw unknownReply(reply)
  }
}

const unknownReply = (reply: never): RenderError =>
  new RenderError(`there is no such reply: ${JSON.stringify((reply as { readonly type?: unknown } | undefined)?.type)}`)

const now = (): number => Math.floor(Date.now() / 1000)

/** What `write` makes of a text reply in XML, without the structure in between: nearly every reply is one. */
const textXml = (content: string, { source, target }: RenderOptions['to'], time: number): string =>
  `<xml><ToUserName>${cdata(source)}</ToUserName><FromUserName>${cdata(target)}</FromUserName>` +
  `<CreateTime>${time}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>${cdata(content)}</Content></xml>`

/**
 * Writes a reply: XML to a push that came as XML, JSON to one that came as JSON. `success` is the bare word and `empty`
 * the empty text in either.
 *
 * @throws RenderError when a value of the reply is missing or of the wrong type.
 * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Passive_user_reply_message.html
 */
export function renderReply(reply: Reply, options: RenderOptions): string {
  const { to, time } = options
  switch (reply.type) {
    case 'success':
      return 'success'
    case 'empty':
      return ''
    case 'json':
      return JSON.stringify(reply.value)
    case 'ack':
      return write(ack(reply), to.wireFormat)
    default: {
      const seconds = integer(time ?? now(), 'time')
      if (reply.type === 'text' && to.wireFormat === 'xml') return textXml(text(reply.content, 'content'), to, seconds)
      const header: Body = {
        ToUserName: to.source,
        FromUserName: to.target,
        CreateTime: seconds,
        MsgType: reply.type,
      }
      return write({ ...header, ...bodyOf(reply) }, to.wireFormat)
    }
  }
}

/**
 * Writes the envelope around an encrypted reply.
 *
 * @throws RenderError when a part is missing or the timestamp is not digits.
 */
export function renderEnvelope(parts: EnvelopeParts, format: WireFormat): string {
  const { encrypt, msgSignature, timestamp, nonce } = parts
  if (!/^\d+$/.test(String(timestamp))) throw new RenderError('the timestamp has to be digits')
  if (format === 'xml') {
    return (
      `<xml><Encrypt>${cdata(text(encrypt, 'encrypt'))}</Encrypt>` +
      `<MsgSignature>${cdata(text(msgSignature, 'msgSignature'))}</MsgSignature>` +
      `<TimeStamp>${Number(timestamp)}</TimeStamp><Nonce>${cdata(text(nonce, 'nonce'))}</Nonce></xml>`
    )
  }
  const body: Body = {
    Encrypt: text(encrypt, 'encrypt'),
    MsgSignature: text(msgSignature, 'msgSignature'),
    TimeStamp: integer(Number(timestamp), 'timestamp'),
    Nonce: text(nonce, 'nonce'),
  }
  return write(body, format)
}
