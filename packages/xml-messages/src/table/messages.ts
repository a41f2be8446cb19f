import type { MessageCommon } from '../common.js'
import { plain } from './ack.js'
import { opt, type RowFields, type RowsOf, req } from './row.js'

const messageDocs =
  'https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html'

/** What WeChat adds to a message that belongs to an article it was sent from. */
export interface MessageContext {
  /** Id of the article data, when the message came out of an article. */
  readonly msgDataId: string | undefined
  /** Which article of several, from 1. */
  readonly idx: number | undefined
  readonly businessId: string | undefined
}

/** What `video` and `shortvideo` have in common. */
export interface VideoContent extends MessageCommon, MessageContext {
  readonly mediaId: string
  readonly thumbMediaId: string
}

/** A user wrote something, or tapped a button of a menu message. */
export interface TextMessage extends MessageCommon, MessageContext {
  readonly type: 'text'
  /** What the user typed. */
  readonly content: string
  /** Id of the menu-message button that was tapped. */
  readonly bizmsgmenuid: string | undefined
}

/** A user sent a picture. */
export interface ImageMessage extends MessageCommon, MessageContext {
  readonly type: 'image'
  /** Address of the picture. */
  readonly picUrl: string
  readonly mediaId: string
}

/** A user sent a voice clip. */
export interface VoiceMessage extends MessageCommon, MessageContext {
  readonly type: 'voice'
  readonly mediaId: string
  /** Coding of the clip: `amr`, sometimes `speex`. (How the push itself was written is `wireFormat`.) */
  readonly format: string
  /** Recognised speech; only when speech recognition is on, and possibly empty. */
  readonly recognition: string | undefined
  /** Media id of the 16 kHz copy. */
  readonly mediaId16K: string | undefined
}

/** A user sent a video. */
export interface VideoMessage extends VideoContent {
  readonly type: 'video'
}

/** A user sent a short video recorded in the chat. */
export interface ShortVideoMessage extends VideoContent {
  readonly type: 'shortvideo'
}

/** A user sent a place. Not to be mixed up with the `location` event. */
export interface LocationMessage extends MessageCommon, MessageContext {
  readonly type: 'location'
  /** Latitude and longitude in degrees. */
  readonly location: readonly [latitude: number, longitude: number] | undefined
  readonly scale: number | undefined
  /** Name of the place. */
  readonly label: string
}

/** A user shared a link. */
export interface LinkMessage extends MessageCommon, MessageContext {
  readonly type: 'link'
  readonly title: string
  readonly description: string
  readonly url: string
}

/** A user sent a card of a mini program into the service chat. */
export interface MiniProgramPageMessage extends MessageCommon {
  readonly type: 'miniprogrampage'
  readonly title: string
  readonly appId: string
  readonly pagePath: string
  readonly thumbUrl: string
  readonly thumbMediaId: string | undefined
}

/** A user sent a file. Seen in the field, not on an official page. */
export interface FileMessage extends MessageCommon {
  readonly type: 'file'
  readonly title: string
  readonly description: string | undefined
  readonly fileKey: string
  readonly fileMd5: string
  readonly fileTotalLen: string
}

/** A bound device sent bytes. */
export interface DeviceTextMessage extends MessageCommon {
  readonly type: 'device_text'
  readonly deviceType: string
  readonly deviceId: string
  /** Base64. */
  readonly content: string
  readonly sessionId: string
  readonly openId: string
}

/** A device was bound, released, or its state is being watched. */
export interface DeviceEventMessage extends MessageCommon {
  readonly type: 'device_event'
  /** `Event`: `bind`, `unbind`, `subscribe_status` or `unsubscribe_status`. */
  readonly deviceEvent: string
  readonly deviceType: string
  readonly deviceId: string
  readonly opType: number | undefined
  /** Base64. */
  readonly content: string | undefined
  readonly sessionId: string | undefined
  readonly openId: string
}

/** Every message type the kit knows: `MsgType` in lower case → what it is read into. */
export interface MessageTypes {
  readonly text: TextMessage
  readonly image: ImageMessage
  readonly voice: VoiceMessage
  readonly video: VideoMessage
  readonly shortvideo: ShortVideoMessage
  readonly location: LocationMessage
  readonly link: LinkMessage
  readonly miniprogrampage: MiniProgramPageMessage
  readonly file: FileMessage
  readonly device_text: DeviceTextMessage
  readonly device_event: DeviceEventMessage
}

const contextFields = {
  msgDataId: opt('string', 'MsgDataId'),
  idx: opt('integer', 'Idx'),
  businessId: opt('id', 'BusinessId'),
} as const

const videoContentFields = {
  mediaId: req('string', 'MediaId'),
  thumbMediaId: req('string', 'ThumbMediaId'),
  ...contextFields,
} as const satisfies RowFields<VideoContent>

export const messageRows: RowsOf<MessageTypes> = {
  text: {
    wire: 'text',
    section: 'M',
    doc: 'A user wrote something, or tapped a button of a menu message.',
    status: 'current',
    audience: 'both',
    ack: plain,
    replies: true,
    docs: messageDocs,
    fields: { content: req('string', 'Content'), bizmsgmenuid: opt('string', 'bizmsgmenuid'), ...contextFields },
  },
  image: {
    wire: 'image',
    section: 'M',
    doc: 'A user sent a picture.',
    status: 'current',
    audience: 'both',
    ack: plain,
    replies: true,
    docs: messageDocs,
    fields: { picUrl: req('string', 'PicUrl'), mediaId: req('string', 'MediaId'), ...contextFields },
  },
  voice: {
    wire: 'voice',
    section: 'M',
    doc: 'A user sent a voice clip.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: messageDocs,
    fields: {
      mediaId: req('string', 'MediaId'),
      format: req('string', 'Format'),
      recognition: opt('string', 'Recognition'),
      mediaId16K: opt('string', 'MediaId16K'),
      ...contextFields,
    },
  },
  video: {
    wire: 'video',
    section: 'M',
    doc: 'A user sent a video.',
    status: 'current',
    audience: 'both',
    ack: plain,
    replies: true,
    docs: messageDocs,
    fields: videoContentFields,
  },
  shortvideo: {
    wire: 'shortvideo',
    section: 'M',
    doc: 'A user sent a short video recorded in the chat.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: messageDocs,
    fields: videoContentFields,
  },
  location: {
    wire: 'location',
    section: 'M',
    doc: 'A user sent a place. Not to be mixed up with the `location` event.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: messageDocs,
    fields: {
      location: { kind: 'point', path: 'Location_X', longitude: 'Location_Y', required: true },
      scale: req('integer', 'Scale'),
      label: req('string', 'Label'),
      ...contextFields,
    },
  },
  link: {
    wire: 'link',
    section: 'M',
    doc: 'A user shared a link.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: true,
    docs: messageDocs,
    fields: {
      title: req('string', 'Title'),
      description: req('string', 'Description'),
      url: req('string', 'Url'),
      ...contextFields,
    },
  },
  miniprogrampage: {
    wire: 'miniprogrampage',
    section: 'M',
    doc: 'A user sent a card of a mini program into the service chat.',
    status: 'current',
    audience: 'both',
    ack: plain,
    replies: true,
    fields: {
      title: req('string', 'Title'),
      appId: req('string', 'AppId'),
      pagePath: req('string', 'PagePath'),
      thumbUrl: req('string', 'ThumbUrl'),
      thumbMediaId: opt('string', 'ThumbMediaId'),
    },
  },
  file: {
    wire: 'file',
    section: 'M',
    doc: 'A user sent a file. Seen in the field, not on an official page.',
    status: 'undocumented',
    audience: 'official-account',
    ack: plain,
    replies: true,
    fields: {
      title: req('string', 'Title'),
      description: opt('string', 'Description'),
      fileKey: req('string', 'FileKey'),
      fileMd5: req('string', 'FileMd5'),
      fileTotalLen: req('id', 'FileTotalLen'),
    },
  },
  device_text: {
    wire: 'device_text',
    section: 'M',
    doc: 'A bound device sent bytes.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: true,
    fields: {
      deviceType: req('string', 'DeviceType'),
      deviceId: req('string', 'DeviceID'),
      content: req('base64', 'Content'),
      sessionId: req('string', 'SessionID'),
      openId: req('string', 'OpenID', 'openid'),
    },
  },
  device_event: {
    wire: 'device_event',
    section: 'M',
    doc: 'A device was bound, released, or its state is being watched.',
    status: 'legacy',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      deviceEvent: req('string', 'Event'),
      deviceType: req('string', 'DeviceType'),
      deviceId: req('string', 'DeviceID'),
      opType: opt('integer', 'OpType'),
      content: opt('base64', 'Content'),
      sessionId: opt('string', 'SessionID'),
      openId: req('string', 'OpenID', 'openid'),
    },
  },
}
