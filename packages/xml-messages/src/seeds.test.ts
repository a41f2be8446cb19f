import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ParseError, parseMessage, type Reply, renderReply, reply } from './index.js'
import { renderPush, samplePush } from './push/index.js'
import type { WireTree } from './wire.js'

// Everything about messages that the seeds (WeRoBot, wechat-python-sdk, py_wechat_tools) have, by its id, and what it is here.

/** Ids run from XM-01 to this. */
const rowCount = 91

/** Id → what the seed calls it. */
type Seeds = Readonly<Record<`XM-${number}`, string>>

/** One row for each id: the id, the seed's name, and the case. */
const byId = <Case extends { readonly seeds: Seeds }>(cases: readonly Case[]) =>
  cases.flatMap((it) => Object.entries(it.seeds).map(([id, seed]) => [id, seed, it] as const))

const sample = parseMessage(renderPush(samplePush('message:text'), 'xml'))

const menuKey = { EventKey: 'menu-1' }
const pictures = {
  ...menuKey,
  SendPicsInfo: { Count: '2', PicList: { item: [{ PicMd5Sum: 'a' }, { PicMd5Sum: 'b' }] } },
}
const picturesRead = { key: 'menu-1', count: 2, picList: [{ picMd5Sum: 'a' }, { picMd5Sum: 'b' }] }
const scanned = { ...menuKey, ScanCodeInfo: { ScanType: 'qrcode', ScanResult: 'https://a.example/?b' } }
const scannedRead = { key: 'menu-1', scanType: 'qrcode', scanResult: 'https://a.example/?b' }
const media = { MediaId: 'media-1', ThumbMediaId: 'thumb-1' }
const mediaRead = { mediaId: 'media-1', thumbMediaId: 'thumb-1' }
const product = { KeyStandard: 'ean13', KeyStr: '6901' }
const productRead = { keyStandard: 'ean13', keyStr: '6901' }
const review = { CardId: 'card-1', RefuseReason: 'logo' }
const reviewRead = { cardId: 'card-1', refuseReason: 'logo' }
const card = { CardId: 'card-1', UserCardCode: '0042' }
const cardRead = { cardId: 'card-1', userCardCode: '0042' }

interface Push {
  readonly seeds: Seeds
  readonly wire: WireTree
  /** What stands under our names. */
  readonly read: object
}

const pushes: readonly Push[] = [
  {
    seeds: { 'XM-01': 'parse_data', 'XM-04': 'TextMessage.content', 'XM-37': 'TextMessage.content' },
    wire: samplePush('message:text', { Content: '你好 <&' }),
    read: { kind: 'message', type: 'text', content: '你好 <&' },
  },
  {
    seeds: { 'XM-03': 'WechatMessage.id/target/source/time', 'XM-36': 'message_id/target/source/time' },
    wire: samplePush('message:text', {
      MsgId: '9007199254740993123',
      ToUserName: 'gh_1',
      FromUserName: 'oUser',
      CreateTime: '1482048670',
    }),
    read: { id: '9007199254740993123', target: 'gh_1', source: 'oUser', time: 1482048670 },
  },
  {
    seeds: { 'XM-05': 'ImageMessage.picurl/media_id', 'XM-38': 'ImageMessage.img' },
    wire: samplePush('message:image', { PicUrl: 'https://a.example/p', MediaId: 'media-1' }),
    read: { type: 'image', picUrl: 'https://a.example/p', mediaId: 'media-1' },
  },
  {
    seeds: { 'XM-06': 'VoiceMessage', 'XM-41': 'VoiceMessage.media_id/format/recognition' },
    wire: samplePush('message:voice', { MediaId: 'media-1', Format: 'amr', Recognition: '你好' }),
    read: { type: 'voice', mediaId: 'media-1', format: 'amr', recognition: '你好' },
  },
  {
    seeds: { 'XM-07': 'VideoMessage', 'XM-42': 'VideoMessage.media_id/thumb_media_id' },
    wire: samplePush('message:video', media),
    read: { type: 'video', ...mediaRead },
  },
  {
    seeds: { 'XM-08': 'ShortVideoMessage.media_id/thumb_media_id' },
    wire: samplePush('message:shortvideo', media),
    read: { type: 'shortvideo', ...mediaRead },
  },
  {
    seeds: { 'XM-09': 'LocationMessage', 'XM-40': 'LocationMessage.location/scale/label' },
    wire: samplePush('message:location', { Location_X: '23.134521', Location_Y: '113.35', Scale: '20', Label: '广州' }),
    read: { type: 'location', location: [23.134521, 113.35], scale: 20, label: '广州' },
  },
  {
    seeds: { 'XM-10': 'LinkMessage', 'XM-39': 'LinkMessage.title/description/url' },
    wire: samplePush('message:link', { Title: 't', Description: 'd', Url: 'https://a.example/' }),
    read: { type: 'link', title: 't', description: 'd', url: 'https://a.example/' },
  },
  {
    seeds: { 'XM-11': 'EventMessage subscribe (key, ticket None)' },
    wire: { ToUserName: 'gh_1', FromUserName: 'o', CreateTime: '1', MsgType: 'event', Event: 'subscribe' },
    read: { kind: 'event', event: 'subscribe', key: undefined, ticket: undefined },
  },
  {
    seeds: { 'XM-12': 'EventMessage unsubscribe', 'XM-45': 'UnSubscribeEvent' },
    wire: samplePush('event:unsubscribe'),
    read: { kind: 'event', event: 'unsubscribe' },
  },
  {
    seeds: { 'XM-13': 'EventMessage subscribe by QR code', 'XM-44': 'SubscribeEvent.key/ticket' },
    wire: samplePush('event:subscribe', { EventKey: 'qrscene_42', Ticket: 'ticket-1' }),
    read: { event: 'subscribe', key: 'qrscene_42', ticket: 'ticket-1' },
  },
  {
    seeds: { 'XM-14': 'EventMessage scan', 'XM-46': 'ScanEvent.key/ticket' },
    wire: samplePush('event:scan', { EventKey: '42', Ticket: 'ticket-1' }),
    read: { event: 'scan', key: '42', ticket: 'ticket-1' },
  },
  {
    seeds: { 'XM-15': 'EventMessage location', 'XM-55': 'LocationEvent.latitude/longitude/precision' },
    wire: samplePush('event:location', { Latitude: '23.137466', Longitude: '113.352425', Precision: '119.385040' }),
    read: { event: 'location', latitude: 23.137466, longitude: 113.352425, precision: 119.38504 },
  },
  {
    seeds: { 'XM-16': 'EventMessage click', 'XM-53': 'ClickEvent.key' },
    wire: samplePush('event:click', menuKey),
    read: { event: 'click', key: 'menu-1' },
  },
  {
    seeds: { 'XM-17': 'EventMessage view (key, menu_id)', 'XM-54': 'ViewEvent.key' },
    wire: samplePush('event:view', { EventKey: 'https://a.example/', MenuId: '4294967296' }),
    read: { event: 'view', key: 'https://a.example/', menuId: '4294967296' },
  },
  {
    seeds: { 'XM-18': 'EventMessage scancode_push', 'XM-47': 'ScanCodePushEvent.key/scan_type/scan_result' },
    wire: samplePush('event:scancode_push', scanned),
    read: { event: 'scancode_push', ...scannedRead },
  },
  {
    seeds: { 'XM-19': 'EventMessage scancode_waitmsg', 'XM-48': 'ScanCodeWaitMsgEvent.key/scan_type/scan_result' },
    wire: samplePush('event:scancode_waitmsg', scanned),
    read: { event: 'scancode_waitmsg', ...scannedRead },
  },
  {
    seeds: { 'XM-20': 'EventMessage pic_sysphoto', 'XM-49': 'PicSysphotoEvent.key/count/pic_list' },
    wire: samplePush('event:pic_sysphoto', pictures),
    read: { event: 'pic_sysphoto', ...picturesRead },
  },
  {
    seeds: { 'XM-21': 'EventMessage pic_photo_or_album', 'XM-50': 'PicPhotoOrAlbumEvent' },
    wire: samplePush('event:pic_photo_or_album', pictures),
    read: { event: 'pic_photo_or_album', ...picturesRead },
  },
  {
    seeds: { 'XM-22': 'EventMessage pic_weixin', 'XM-51': 'PicWeixinEvent' },
    wire: samplePush('event:pic_weixin', pictures),
    read: { event: 'pic_weixin', ...picturesRead },
  },
  {
    seeds: { 'XM-23': 'EventMessage location_select', 'XM-52': 'LocationSelectEvent' },
    wire: samplePush('event:location_select', {
      ...menuKey,
      SendLocationInfo: { Location_X: '23.1', Location_Y: '113.3', Scale: '15', Label: '客村', Poiname: '塔' },
    }),
    read: {
      event: 'location_select',
      key: 'menu-1',
      locationX: 23.1,
      locationY: 113.3,
      scale: 15,
      label: '客村',
      poiName: '塔',
    },
  },
  {
    seeds: { 'XM-24': 'EventMessage templatesendjobfinish', 'XM-56': 'TemplateSendJobFinishEvent.status' },
    wire: samplePush('event:templatesendjobfinish', { Status: 'failed:user block' }),
    read: { event: 'templatesendjobfinish', status: 'failed:user block' },
  },
  {
    seeds: { 'XM-25': 'UnknownMessage', 'XM-43': 'UnknownMessage' },
    wire: { ...samplePush('message:text'), MsgType: 'Hologram', Beam: 'b' },
    read: { kind: 'message', type: 'unknown', rawType: 'Hologram', fields: { Beam: 'b' } },
  },
  {
    seeds: { 'XM-74': 'UnknownEvent' },
    wire: { ...samplePush('event:click'), Event: 'Teleport', Beam: 'b' },
    read: { kind: 'event', event: 'unknown', rawEvent: 'Teleport', fields: { Beam: 'b' } },
  },
  {
    seeds: { 'XM-57': 'UserScanProductEvent' },
    wire: samplePush('event:user_scan_product', {
      ...product,
      Country: '中国',
      Province: '广东',
      City: '广州',
      Sex: '1',
      Scene: '2',
      ExtInfo: 'x',
    }),
    read: { ...productRead, country: '中国', province: '广东', city: '广州', sex: 1, scene: 2, extInfo: 'x' },
  },
  {
    seeds: { 'XM-58': 'UserScanProductEnterSessionEvent' },
    wire: samplePush('event:user_scan_product_enter_session', { ...product, ExtInfo: 'x' }),
    read: { event: 'user_scan_product_enter_session', ...productRead, extInfo: 'x' },
  },
  {
    seeds: { 'XM-59': 'UserScanProductAsyncEvent.region_code' },
    wire: samplePush('event:user_scan_product_async', { ...product, RegionCode: '440105' }),
    read: { event: 'user_scan_product_async', ...productRead, regionCode: '440105' },
  },
  {
    seeds: { 'XM-60': 'UserScanProductVerifyActionEvent.result/reason_msg' },
    wire: samplePush('event:user_scan_product_verify_action', { Result: 'verify_not_pass', ReasonMsg: 'blurred' }),
    read: { event: 'user_scan_product_verify_action', result: 'verify_not_pass', reasonMsg: 'blurred' },
  },
  {
    seeds: { 'XM-61': 'CardPassCheckEvent.card_id/refuse_reason' },
    wire: samplePush('event:card_pass_check', review),
    read: { event: 'card_pass_check', ...reviewRead },
  },
  {
    seeds: { 'XM-62': 'CardNotPassCheckEvent.card_id/refuse_reason' },
    wire: samplePush('event:card_not_pass_check', review),
    read: { event: 'card_not_pass_check', ...reviewRead },
  },
  {
    seeds: { 'XM-63': 'UserGetCardEvent' },
    wire: samplePush('event:user_get_card', {
      ...card,
      IsGiveByFriend: '1',
      FriendUserName: 'oFriend',
      OuterId: '3',
      OldUserCardCode: '0041',
      OuterStr: 'poster',
      IsRestoreMemberCard: '0',
      IsRecommendByFriend: '1',
    }),
    read: {
      event: 'user_get_card',
      ...cardRead,
      isGiveByFriend: true,
      friendUserName: 'oFriend',
      outerId: 3,
      oldUserCardCode: '0041',
      outerStr: 'poster',
      isRestoreMemberCard: false,
      isRecommendByFriend: true,
    },
  },
  {
    seeds: { 'XM-64': 'UserGiftingCardEvent' },
    wire: samplePush('event:user_gifting_card', {
      ...card,
      IsReturnBack: '0',
      IsChatRoom: '1',
      FriendUserName: 'oFriend',
    }),
    read: { ...cardRead, isReturnBack: false, isChatRoom: true, friendUserName: 'oFriend' },
  },
  {
    seeds: { 'XM-65': 'UserDelCardEvent' },
    wire: samplePush('event:user_del_card', card),
    read: { event: 'user_del_card', ...cardRead },
  },
  {
    seeds: { 'XM-66': 'UserConsumeCardEvent' },
    wire: samplePush('event:user_consume_card', {
      ...card,
      ConsumeSource: 'FROM_API',
      LocationName: '店',
      StaffOpenId: 'oStaff',
      VerifyCode: '0007',
      RemarkAmount: '1.20',
      OuterStr: 'poster',
    }),
    read: {
      event: 'user_consume_card',
      ...cardRead,
      consumeSource: 'FROM_API',
      locationName: '店',
      staffOpenId: 'oStaff',
      verifyCode: '0007',
      remarkAmount: '1.20',
      outerStr: 'poster',
    },
  },
  {
    seeds: { 'XM-67': 'UserPayFromPayCellEvent' },
    wire: samplePush('event:user_pay_from_pay_cell', {
      ...card,
      TransId: '100002',
      LocationId: '291',
      Fee: '100',
      OriginalFee: '120',
    }),
    read: { ...cardRead, transId: '100002', locationId: 291, fee: 100, originalFee: 120 },
  },
  {
    seeds: { 'XM-68': 'UserViewCardEvent.outer_str' },
    wire: samplePush('event:user_view_card', { ...card, OuterStr: 'poster' }),
    read: { event: 'user_view_card', ...cardRead, outerStr: 'poster' },
  },
  {
    seeds: { 'XM-69': 'UserEnterSessionFromCardEvent' },
    wire: samplePush('event:user_enter_session_from_card', card),
    read: { event: 'user_enter_session_from_card', ...cardRead },
  },
  {
    seeds: { 'XM-70': 'UpdateMemberCardEvent.modify_bonus/modify_balance' },
    wire: samplePush('event:update_member_card', { ...card, ModifyBonus: '-3', ModifyBalance: '50' }),
    read: { event: 'update_member_card', ...cardRead, modifyBonus: -3, modifyBalance: 50 },
  },
  {
    seeds: { 'XM-71': 'CardSkuRemindEvent.detail' },
    wire: samplePush('event:card_sku_remind', { CardId: 'card-1', Detail: 'stock is 99' }),
    read: { event: 'card_sku_remind', cardId: 'card-1', detail: 'stock is 99' },
  },
  {
    seeds: { 'XM-72': 'CardPayOrderEvent' },
    wire: samplePush('event:card_pay_order', {
      OrderId: '4042',
      Status: 'ORDER_STATUS_FINANCE_SUCC',
      CreateOrderTime: '1472008823',
      PayFinishTime: '1472008824',
      Desc: 'd',
      FreeCoinCount: '200',
      PayCoinCount: '0.5',
      RefundFreeCoinCount: '1',
      RefundPayCoinCount: '2',
      OrderType: 'ORDER_TYPE_SYS_ADD',
      Memo: 'm',
      ReceiptInfo: 'r',
    }),
    read: {
      event: 'card_pay_order',
      orderId: '4042',
      status: 'ORDER_STATUS_FINANCE_SUCC',
      createOrderTime: 1472008823,
      payFinishTime: 1472008824,
      desc: 'd',
      freeCoinCount: '200',
      payCoinCount: '0.5',
      refundFreeCoinCount: '1',
      refundPayCoinCount: '2',
      orderType: 'ORDER_TYPE_SYS_ADD',
      memo: 'm',
      receiptInfo: 'r',
    },
  },
  {
    seeds: { 'XM-73': 'SubmitMembercardUserInfoEvent.card_id/user_card_code' },
    wire: samplePush('event:submit_membercard_user_info', card),
    read: { event: 'submit_membercard_user_info', ...cardRead },
  },
  {
    seeds: { 'XM-91': 'media_check_async_notify' },
    wire: samplePush('event:wxa_media_check', {
      appid: 'wx1',
      trace_id: 'trace-1',
      version: '2',
      result: { suggest: 'risky', label: '20001' },
      detail: [{ strategy: 'content_model', errcode: '0', suggest: 'risky', label: '20006', prob: '90' }],
    }),
    read: {
      event: 'wxa_media_check',
      appid: 'wx1',
      traceId: 'trace-1',
      version: 2,
      result: { suggest: 'risky', label: 20001 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'risky', label: 20006, prob: 90 }],
    },
  },
]

const article = { title: 't', description: 'd', picUrl: 'https://a.example/p', url: 'https://a.example/' }
const cdata = (name: string, text: string) => `<${name}><![CDATA[${text}]]></${name}>`
const news = (...items: string[]) =>
  `${cdata('MsgType', 'news')}<ArticleCount>${items.length}</ArticleCount><Articles>${items.join('')}</Articles>`
const item = `<item>${cdata('Title', 't')}${cdata('Description', 'd')}${cdata('PicUrl', article.picUrl)}${cdata('Url', article.url)}</item>`
const videoBody = `${cdata('MsgType', 'video')}<Video>${cdata('MediaId', 'm')}${cdata('Title', 't')}${cdata('Description', 'd')}</Video>`
const head = cdata('ToUserName', sample.source) + cdata('FromUserName', sample.target)
const whole = (body: string) => `<xml>${head}<CreateTime>1482048671</CreateTime>${body}</xml>`

interface Answer {
  readonly seeds: Seeds
  readonly made: Reply
  readonly bytes: string
}

const answers: readonly Answer[] = [
  {
    seeds: { 'XM-28': 'response_text(content, escape)', 'XM-75': 'WeChatReply(message, target, source, time)' },
    made: reply.text('a]]>b <&'),
    bytes: whole(`${cdata('MsgType', 'text')}<Content><![CDATA[a]]]]><![CDATA[>b <&]]></Content>`),
  },
  {
    seeds: { 'XM-76': 'TextReply.content', 'XM-86': 'str → TextReply (a robot’s handler returns the string itself)' },
    made: reply.text('你好'),
    bytes: whole(cdata('MsgType', 'text') + cdata('Content', '你好')),
  },
  {
    seeds: { 'XM-29': 'response_image', 'XM-77': 'ImageReply.media_id' },
    made: reply.image('m'),
    bytes: whole(`${cdata('MsgType', 'image')}<Image>${cdata('MediaId', 'm')}</Image>`),
  },
  {
    seeds: { 'XM-30': 'response_voice', 'XM-78': 'VoiceReply.media_id' },
    made: reply.voice('m'),
    bytes: whole(`${cdata('MsgType', 'voice')}<Voice>${cdata('MediaId', 'm')}</Voice>`),
  },
  {
    seeds: { 'XM-31': 'response_video', 'XM-79': 'VideoReply.media_id/title/description' },
    made: reply.video({ mediaId: 'm', title: 't', description: 'd' }),
    bytes: whole(videoBody),
  },
  {
    seeds: { 'XM-32': 'response_music(…, hq_music_url, thumb_media_id)' },
    made: reply.music({ title: 't', description: 'd', musicUrl: 'u', hqMusicUrl: 'hq', thumbMediaId: 'm' }),
    bytes: whole(
      `${cdata('MsgType', 'music')}<Music>${cdata('Title', 't')}${cdata('Description', 'd')}${cdata('MusicUrl', 'u')}${cdata('HQMusicUrl', 'hq')}${cdata('ThumbMediaId', 'm')}</Music>`,
    ),
  },
  {
    seeds: { 'XM-83': 'MusicReply (hq_url is url when left out)' },
    made: reply.music({ title: 't', description: 'd', musicUrl: 'u' }),
    bytes: whole(
      `${cdata('MsgType', 'music')}<Music>${cdata('Title', 't')}${cdata('Description', 'd')}${cdata('MusicUrl', 'u')}${cdata('HQMusicUrl', 'u')}</Music>`,
    ),
  },
  {
    seeds: { 'XM-33': 'response_news', 'XM-81': 'Article(title, description, img, url)' },
    made: reply.news([article]),
    bytes: whole(news(item)),
  },
  {
    seeds: { 'XM-80': 'ArticlesReply', 'XM-87': 'list → ArticlesReply, its articles with names' },
    made: reply.news([article, article]),
    bytes: whole(news(item, item)),
  },
  { seeds: { 'XM-34': 'response_none' }, made: reply.empty(), bytes: '' },
  { seeds: { 'XM-85': 'SuccessReply' }, made: reply.success(), bytes: 'success' },
  {
    seeds: { 'XM-35': 'group_transfer_message' },
    made: reply.transferCustomerService(),
    bytes: whole(cdata('MsgType', 'transfer_customer_service')),
  },
  {
    seeds: { 'XM-84': 'TransferCustomerServiceReply(account)' },
    made: reply.transferCustomerService('kf@gh_1'),
    bytes: whole(
      `${cdata('MsgType', 'transfer_customer_service')}<TransInfo>${cdata('KfAccount', 'kf@gh_1')}</TransInfo>`,
    ),
  },
]

interface Behaviour {
  readonly seeds: Seeds
  readonly proof: () => void
}

const behaviours: readonly Behaviour[] = [
  {
    seeds: { 'XM-02': 'get_message(), message: parsing keeps nothing' },
    proof: () => {
      const first = parseMessage(renderPush(samplePush('message:text', { Content: 'a' }), 'xml'))
      const second = parseMessage(renderPush(samplePush('message:text', { Content: 'b' }), 'xml'))
      expect(first).toMatchObject({ content: 'a' })
      expect(second).toMatchObject({ content: 'b' })
    },
  },
  {
    seeds: { 'XM-26': 'ParseError' },
    proof: () => {
      expect(() => parseMessage('<xml><ToUserName>')).toThrow(ParseError)
      expect(() => parseMessage('<xml><ToUserName>')).toThrow(expect.objectContaining({ code: 'WX_XML_SYNTAX' }))
    },
  },
  {
    seeds: { 'XM-82': 'ArticlesReply.add_article refuses too many' },
    proof: () => {
      const many = Array.from({ length: 11 }, () => article)
      for (const articles of [[], many]) {
        expect(() => renderReply(reply.news(articles), { to: sample })).toThrow(
          expect.objectContaining({ code: 'WX_XML_REPLY' }),
        )
      }
    },
  },
  {
    seeds: { 'XM-89': 'reply.attr, process_args: a reply is plain data, checked when it is written' },
    proof: () => {
      const made = reply.video({ mediaId: 'm', title: 't' })
      expect(made.mediaId).toBe('m')
      const withoutMedia: Reply = JSON.parse('{"type":"image"}')
      const kept: unknown = JSON.parse(JSON.stringify(made))
      expect(kept).toEqual(made)
      expect(() => renderReply(withoutMedia, { to: sample })).toThrow(
        expect.objectContaining({ code: 'WX_XML_REPLY', message: expect.stringContaining('mediaId') }),
      )
    },
  },
]

describe('what the seeds read', () => {
  it.each(byId(pushes))('%s: %s', (_id, _seed, { wire, read }) => {
    for (const format of ['xml', 'json'] as const) {
      const body = renderPush(wire, format)
      expect(parseMessage(body)).toMatchObject({ ...read, raw: body, wireFormat: format })
    }
  })
})

describe('what the seeds answer', () => {
  it.each(byId(answers))('%s: %s', (_id, _seed, { made, bytes }) => {
    expect(renderReply(made, { to: sample, time: 1482048671 })).toBe(bytes)
  })
})

describe('what the seeds do', () => {
  it.each(byId(behaviours))('%s: %s', (_id, _seed, { proof }) => proof())
})

it('every row of the seeds is proven here, or the README says what became of it', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const explained = [...readme.matchAll(/^\| (XM-\d\d) /gm)].map(([, id]) => id)
  const proven = [...pushes, ...answers, ...behaviours].flatMap(({ seeds }) => Object.keys(seeds))
  const all = Array.from({ length: rowCount }, (_, index) => `XM-${String(index + 1).padStart(2, '0')}`)
  expect([...proven, ...explained].sort()).toEqual(all)
})
