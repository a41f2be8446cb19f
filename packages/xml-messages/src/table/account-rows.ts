import { plain } from './ack.js'
import type { AccreditationEvents, VerificationFailure } from './events/accreditation.js'
import type { FollowAndMenuEvents, MenuLink, PicturesSent, ScanCode } from './events/follow-and-menu.js'
import type { JobEvents } from './events/jobs.js'
import type { PrivacyEvents } from './events/privacy.js'
import type { ServiceSessionEvents } from './events/service-sessions.js'
import type { SubscriptionEvents } from './events/subscription.js'
import { opt, type RowFields, type RowsOf, req } from './row.js'

const eventDocs = 'https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_event_pushes.html'

const menuDocs = 'https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Custom_Menu_Push_Events.html'

const menuLinkFields = {
  key: req('string', 'EventKey'),
  menuId: opt('string', 'MenuId'),
} as const satisfies RowFields<MenuLink>

const scanCodeFields = {
  key: req('string', 'EventKey'),
  scanType: req('string', 'ScanCodeInfo.ScanType'),
  scanResult: req('string', 'ScanCodeInfo.ScanResult'),
} as const satisfies RowFields<ScanCode>

const picturesSentFields = {
  key: req('string', 'EventKey'),
  count: req('integer', 'SendPicsInfo.Count'),
  picList: {
    kind: 'list',
    path: 'SendPicsInfo.PicList.item',
    required: true,
    of: { picMd5Sum: req('string', 'PicMd5Sum') },
  },
} as const satisfies RowFields<PicturesSent>

const followAndMenu = {
  section: 'A1',
  status: 'current',
  audience: 'official-account',
  ack: plain,
  replies: true,
} as const

export const followAndMenuRows: RowsOf<FollowAndMenuEvents> = {
  subscribe: {
    ...followAndMenu,
    wire: 'subscribe',
    doc: 'A user follows the account.',
    docs: eventDocs,
    fields: { key: opt('string', 'EventKey'), ticket: opt('string', 'Ticket') },
  },
  unsubscribe: {
    ...followAndMenu,
    wire: 'unsubscribe',
    doc: 'A user stops following the account.',
    replies: false,
    docs: eventDocs,
    fields: { key: opt('string', 'EventKey') },
  },
  scan: {
    ...followAndMenu,
    wire: 'SCAN',
    doc: 'A follower scans a QR code of the account that carries a scene.',
    docs: eventDocs,
    fields: { key: req('string', 'EventKey'), ticket: req('string', 'Ticket') },
  },
  location: {
    ...followAndMenu,
    wire: 'LOCATION',
    doc: 'The place of a user who allowed it, on entering the chat or every few seconds.',
    docs: eventDocs,
    fields: {
      latitude: req('decimal', 'Latitude'),
      longitude: req('decimal', 'Longitude'),
      precision: req('decimal', 'Precision'),
    },
  },
  click: {
    ...followAndMenu,
    wire: 'CLICK',
    doc: 'A user tapped a menu button that has a key.',
    docs: menuDocs,
    fields: { key: req('string', 'EventKey') },
  },
  view: {
    ...followAndMenu,
    wire: 'VIEW',
    doc: 'A user tapped a menu button that opens a link.',
    replies: false,
    docs: menuDocs,
    fields: menuLinkFields,
  },
  view_miniprogram: {
    ...followAndMenu,
    wire: 'view_miniprogram',
    doc: 'A user tapped a menu button that opens a mini program.',
    replies: false,
    docs: menuDocs,
    fields: menuLinkFields,
  },
  scancode_push: {
    ...followAndMenu,
    wire: 'scancode_push',
    doc: 'A user scanned something with a menu button.',
    docs: menuDocs,
    fields: scanCodeFields,
  },
  scancode_waitmsg: {
    ...followAndMenu,
    wire: 'scancode_waitmsg',
    doc: 'A user scanned something with a menu button and is waiting for the answer.',
    docs: menuDocs,
    fields: scanCodeFields,
  },
  pic_sysphoto: {
    ...followAndMenu,
    wire: 'pic_sysphoto',
    doc: 'A user takes pictures for a menu button.',
    docs: menuDocs,
    fields: picturesSentFields,
  },
  pic_photo_or_album: {
    ...followAndMenu,
    wire: 'pic_photo_or_album',
    doc: 'A user takes or chooses pictures for a menu button.',
    docs: menuDocs,
    fields: picturesSentFields,
  },
  pic_weixin: {
    ...followAndMenu,
    wire: 'pic_weixin',
    doc: 'A user chooses pictures from the album for a menu button.',
    docs: menuDocs,
    fields: picturesSentFields,
  },
  location_select: {
    ...followAndMenu,
    wire: 'location_select',
    doc: 'A user picks a place for a menu button.',
    docs: menuDocs,
    fields: {
      key: req('string', 'EventKey'),
      locationX: req('decimal', 'SendLocationInfo.Location_X'),
      locationY: req('decimal', 'SendLocationInfo.Location_Y'),
      scale: req('integer', 'SendLocationInfo.Scale'),
      label: req('string', 'SendLocationInfo.Label'),
      poiName: opt('string', 'SendLocationInfo.Poiname'),
    },
  },
  enter: { ...followAndMenu, wire: 'ENTER', doc: 'A user opens the chat. Very old.', status: 'legacy', fields: {} },
}

const job = { section: 'A2', status: 'current', audience: 'official-account', ack: plain, replies: false } as const

export const jobRows: RowsOf<JobEvents> = {
  masssendjobfinish: {
    ...job,
    wire: 'MASSSENDJOBFINISH',
    doc: 'Sending to many is done.',
    fields: {
      messageId: req('id', 'MsgID', 'MsgId'),
      status: req('string', 'Status'),
      totalCount: req('integer', 'TotalCount'),
      filterCount: req('integer', 'FilterCount'),
      sentCount: req('integer', 'SentCount'),
      errorCount: req('integer', 'ErrorCount'),
      copyrightCheckResult: {
        kind: 'object',
        path: 'CopyrightCheckResult',
        required: false,
        of: {
          count: opt('integer', 'Count'),
          resultList: {
            kind: 'list',
            path: 'ResultList.item',
            required: false,
            of: {
              articleIdx: opt('integer', 'ArticleIdx'),
              userDeclareState: opt('integer', 'UserDeclareState'),
              auditState: opt('integer', 'AuditState'),
              originalArticleUrl: opt('string', 'OriginalArticleUrl'),
              originalArticleType: opt('integer', 'OriginalArticleType'),
              canReprint: opt('integer', 'CanReprint'),
              needReplaceContent: opt('integer', 'NeedReplaceContent'),
              needShowReprintSource: opt('integer', 'NeedShowReprintSource'),
            },
          },
          checkState: opt('integer', 'CheckState'),
        },
      },
      articleUrlResult: {
        kind: 'object',
        path: 'ArticleUrlResult',
        required: false,
        of: {
          count: opt('integer', 'Count'),
          resultList: {
            kind: 'list',
            path: 'ResultList.item',
            required: false,
            of: { articleIdx: opt('integer', 'ArticleIdx'), articleUrl: opt('string', 'ArticleUrl') },
          },
        },
      },
    },
  },
  templatesendjobfinish: {
    ...job,
    wire: 'TEMPLATESENDJOBFINISH',
    doc: 'A template message was delivered, or not.',
    fields: { messageId: req('id', 'MsgID', 'MsgId'), status: req('string', 'Status') },
  },
  publishjobfinish: {
    ...job,
    wire: 'PUBLISHJOBFINISH',
    doc: 'Publishing a draft is done.',
    aliases: ['FREEPUBLISHJOBFINISH'],
    fields: {
      publishEventInfo: {
        kind: 'object',
        path: 'PublishEventInfo',
        required: true,
        of: {
          publishId: req('id', 'publish_id'),
          publishStatus: req('integer', 'publish_status'),
          articleId: opt('string', 'article_id'),
          articleDetail: {
            kind: 'object',
            path: 'article_detail',
            required: false,
            of: {
              count: opt('integer', 'count'),
              item: {
                kind: 'list',
                path: 'item',
                required: false,
                of: { idx: opt('integer', 'idx'), articleUrl: opt('string', 'article_url') },
              },
            },
          },
          failIdx: { kind: 'list', path: 'fail_idx', required: false, of: 'integer' },
        },
      },
    },
  },
}

const subscription = { section: 'A3', status: 'current', audience: 'both', ack: plain, replies: false } as const

export const subscriptionRows: RowsOf<SubscriptionEvents> = {
  subscribe_msg_popup_event: {
    ...subscription,
    wire: 'subscribe_msg_popup_event',
    doc: 'A user answered the question whether to receive notifications.',
    fields: {
      list: {
        kind: 'list',
        path: 'SubscribeMsgPopupEvent.List',
        aliases: ['List'],
        required: true,
        of: {
          templateId: req('string', 'TemplateId'),
          subscribeStatusString: req('string', 'SubscribeStatusString'),
          popupScene: req('integer', 'PopupScene'),
        },
      },
    },
  },
  subscribe_msg_change_event: {
    ...subscription,
    wire: 'subscribe_msg_change_event',
    doc: 'A user changed the setting for notifications later.',
    fields: {
      list: {
        kind: 'list',
        path: 'SubscribeMsgChangeEvent.List',
        aliases: ['SubscribeMsgPopupEvent.List', 'List'],
        required: true,
        of: { templateId: req('string', 'TemplateId'), subscribeStatusString: req('string', 'SubscribeStatusString') },
      },
    },
  },
  subscribe_msg_sent_event: {
    ...subscription,
    wire: 'subscribe_msg_sent_event',
    doc: 'A notification was delivered, or not.',
    fields: {
      list: {
        kind: 'list',
        path: 'SubscribeMsgSentEvent.List',
        aliases: ['List'],
        required: true,
        of: {
          templateId: req('string', 'TemplateId'),
          messageId: req('id', 'MsgID', 'MsgId'),
          errorCode: req('integer', 'ErrorCode'),
          errorStatus: req('string', 'ErrorStatus'),
        },
      },
    },
  },
}

const serviceSession = {
  section: 'A4',
  status: 'current',
  audience: 'official-account',
  ack: plain,
  replies: false,
} as const

export const serviceSessionRows: RowsOf<ServiceSessionEvents> = {
  kf_create_session: {
    ...serviceSession,
    wire: 'kf_create_session',
    doc: 'A customer-service session begins.',
    fields: { kfAccount: req('string', 'KfAccount') },
  },
  kf_close_session: {
    ...serviceSession,
    wire: 'kf_close_session',
    doc: 'A customer-service session ends.',
    fields: { kfAccount: req('string', 'KfAccount') },
  },
  kf_switch_session: {
    ...serviceSession,
    wire: 'kf_switch_session',
    doc: 'A customer-service session goes from one agent to another.',
    fields: { fromKfAccount: req('string', 'FromKfAccount'), toKfAccount: req('string', 'ToKfAccount') },
  },
}

const verificationFailureFields = {
  failTime: req('time', 'FailTime'),
  failReason: req('string', 'FailReason'),
} as const satisfies RowFields<VerificationFailure>

const accreditation = {
  section: 'A5',
  status: 'current',
  audience: 'official-account',
  ack: plain,
  replies: false,
} as const

export const accreditationRows: RowsOf<AccreditationEvents> = {
  qualification_verify_success: {
    ...accreditation,
    wire: 'qualification_verify_success',
    doc: 'The qualification of the account was accepted; its name is still to be checked.',
    fields: { expiredTime: req('time', 'ExpiredTime') },
  },
  qualification_verify_fail: {
    ...accreditation,
    wire: 'qualification_verify_fail',
    doc: 'The qualification of the account was refused.',
    fields: verificationFailureFields,
  },
  naming_verify_success: {
    ...accreditation,
    wire: 'naming_verify_success',
    doc: 'The name of the account was accepted; accreditation is complete.',
    fields: { expiredTime: req('time', 'ExpiredTime') },
  },
  naming_verify_fail: {
    ...accreditation,
    wire: 'naming_verify_fail',
    doc: 'The name of the account was refused.',
    fields: verificationFailureFields,
  },
  annual_renew: {
    ...accreditation,
    wire: 'annual_renew',
    doc: 'Accreditation has to be renewed soon.',
    fields: { expiredTime: req('time', 'ExpiredTime') },
  },
  verify_expired: {
    ...accreditation,
    wire: 'verify_expired',
    doc: 'Accreditation has run out.',
    fields: { expiredTime: req('time', 'ExpiredTime') },
  },
}

const privacy = { section: 'A6', status: 'current', audience: 'both', ack: plain, replies: false } as const

export const privacyRows: RowsOf<PrivacyEvents> = {
  user_info_modified: {
    ...privacy,
    wire: 'user_info_modified',
    doc: 'Profile data of a user was found unfit and replaced: fetch it again.',
    fields: {
      openId: opt('string', 'OpenID', 'openid'),
      appId: req('string', 'AppID', 'appid'),
      revokeInfo: opt('string', 'RevokeInfo'),
      pluginId: opt('string', 'PluginID'),
      openPid: opt('string', 'OpenPID'),
      unionId: opt('string', 'UnionID'),
    },
  },
  user_authorization_revoke: {
    ...privacy,
    wire: 'user_authorization_revoke',
    doc: 'A user withdrew consent: delete what it covered.',
    fields: {
      openId: req('string', 'OpenID', 'openid'),
      appId: req('string', 'AppID', 'appid'),
      revokeInfo: req('string', 'RevokeInfo'),
      pluginId: opt('string', 'PluginID'),
      openPid: opt('string', 'OpenPID'),
      unionId: opt('string', 'UnionID'),
    },
  },
  user_authorization_cancellation: {
    ...privacy,
    wire: 'user_authorization_cancellation',
    doc: 'A user closed the account: delete the data.',
    fields: {
      openId: req('string', 'OpenID', 'openid'),
      appId: req('string', 'AppID', 'appid'),
      revokeInfo: opt('string', 'RevokeInfo'),
      pluginId: opt('string', 'PluginID'),
      openPid: opt('string', 'OpenPID'),
      unionId: opt('string', 'UnionID'),
    },
  },
}
