import { describe, expect, it } from 'vitest'
import { parseMessage } from '../index.js'

const event = (name: string, more: string): unknown =>
  parseMessage(
    `<xml><ToUserName>g</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>${name}</Event>${more}</xml>`,
  )
const jsonEvent = (name: string, more: string): unknown =>
  parseMessage(`{"ToUserName":"g","FromUserName":"o","CreateTime":1,"MsgType":"event","Event":"${name}",${more}}`)

const picture = (sum: string): string => `<item><PicMd5Sum>${sum}</PicMd5Sum></item>`
const pictures = (...lists: string[]): string =>
  `<SendPicsInfo><Count>2</Count>${lists.map((list) => `<PicList>${list}</PicList>`).join('')}</SendPicsInfo>`

describe('pictures (Q1, M6; XM-49)', () => {
  it('one wrapper, several items', () => {
    expect(event('pic_sysphoto', pictures(picture('a') + picture('b')))).toMatchObject({
      count: 2,
      picList: [{ picMd5Sum: 'a' }, { picMd5Sum: 'b' }],
    })
  })

  it('a wrapper for each item', () => {
    expect(event('pic_weixin', pictures(picture('a'), picture('b')))).toMatchObject({
      picList: [{ picMd5Sum: 'a' }, { picMd5Sum: 'b' }],
    })
  })

  it('no item, no wrapper, or fewer than Count says', () => {
    for (const [more, picList] of [
      [pictures(''), []],
      [pictures(), []],
      ['<SendPicsInfo/>', []],
      ['', []],
      [pictures(picture('a')), [{ picMd5Sum: 'a' }]],
    ] as const) {
      expect(event('pic_photo_or_album', more)).toMatchObject({ picList })
    }
  })
})

describe('subscription events (Q2)', () => {
  const entry =
    '<List><TemplateId>t</TemplateId><SubscribeStatusString>accept</SubscribeStatusString><PopupScene>1</PopupScene></List>'
  const read = { templateId: 't', subscribeStatusString: 'accept', popupScene: 1 }
  const json = '{"TemplateId":"t","SubscribeStatusString":"accept","PopupScene":"1"}'

  it('XML: one wrapper with several entries, or a wrapper for each', () => {
    const wrap = (inner: string): string => `<SubscribeMsgPopupEvent>${inner}</SubscribeMsgPopupEvent>`
    expect(event('subscribe_msg_popup_event', wrap(entry))).toMatchObject({ list: [read] })
    expect(event('subscribe_msg_popup_event', wrap(entry + entry))).toMatchObject({ list: [read, read] })
    expect(event('subscribe_msg_popup_event', wrap(entry) + wrap(entry))).toMatchObject({ list: [read, read] })
    expect(event('subscribe_msg_popup_event', '')).toMatchObject({ list: [] })
  })

  it('JSON: an object for one entry, an array for several, without wrapper', () => {
    expect(jsonEvent('subscribe_msg_popup_event', `"List":${json}`)).toMatchObject({ list: [read] })
    expect(jsonEvent('subscribe_msg_popup_event', `"List":[${json},${json}]`)).toMatchObject({ list: [read, read] })
    for (const nothing of ['null', '"x"', '5', '[]', '["x",null]']) {
      expect(jsonEvent('subscribe_msg_popup_event', `"List":${nothing}`)).toMatchObject({ list: [] })
    }
  })

  it('a change may come in the wrapper of the popup', () => {
    const { popupScene: _none, ...change } = read
    expect(
      event('subscribe_msg_change_event', `<SubscribeMsgPopupEvent>${entry}</SubscribeMsgPopupEvent>`),
    ).toMatchObject({
      list: [change],
    })
    expect(jsonEvent('subscribe_msg_change_event', `"List":${json}`)).toMatchObject({ list: [change] })
  })

  it('a message id beyond 2^53 keeps its digits (M4)', () => {
    expect(jsonEvent('subscribe_msg_sent_event', '"List":{"MsgID":1700827132819554304,"ErrorCode":"0"}')).toMatchObject(
      {
        list: [{ messageId: '1700827132819554304', errorCode: 0, errorStatus: '' }],
      },
    )
  })
})

describe('ids and names', () => {
  it('MsgID of a job is its own attribute, under either spelling (Q4, XM-24)', () => {
    expect(
      event('TEMPLATESENDJOBFINISH', '<MsgID>200163836</MsgID><Status>failed: system failed</Status>'),
    ).toMatchObject({
      id: undefined,
      messageId: '200163836',
      status: 'failed: system failed',
    })
    expect(jsonEvent('TEMPLATESENDJOBFINISH', '"MsgId":200163836,"Status":"success"')).toMatchObject({
      messageId: '200163836',
    })
  })

  it('MsgID of an old voice message is its id (Q4)', () => {
    const voice = parseMessage(
      '<xml><ToUserName>g</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>voice</MsgType><MsgID>7</MsgID><Format>amr</Format></xml>',
    )
    expect(voice).toMatchObject({ id: '7', format: 'amr', wireFormat: 'xml' })
  })

  it.each([
    ['poi_check_notify', '<Msg>m</Msg>', { msg: 'm' }],
    ['poi_check_notify', '<msg>m</msg>', { msg: 'm' }],
    ['add_express_path', '<WaybillId>w</WaybillId>', { wayBillId: 'w' }],
    ['WifiConnected', '<PlaceId>p</PlaceId>', { shopId: 'p' }],
    ['user_info_modified', '<openid>o2</openid><appid>wx2</appid>', { openId: 'o2', appId: 'wx2' }],
    ['user_authorize_invoice', '<AppId>wx3</AppId><source>s</source>', { authorizeAppId: 'wx3', invoiceSource: 's' }],
    [
      'PUBLISHJOBFINISH',
      '<PublishEventInfo><fail_idx>1</fail_idx><fail_idx>3</fail_idx></PublishEventInfo>',
      { publishEventInfo: { failIdx: [1, 3] } },
    ],
    ['wxa_media_check', '<detail></detail>', { detail: [] }],
    [
      'wxa_media_check',
      '<detail><label>100</label></detail><detail><label>x</label></detail>',
      { detail: [{ label: 100 }, {}] },
    ],
    ['WifiConnected', '<VendorId>![CDATA[3001224419]]</VendorId>', { vendorId: '![CDATA[3001224419]]' }],
  ])('%s with %s (M7)', (name, more, attributes) => {
    expect(event(name, more)).toMatchObject(attributes)
  })

  it('the name the documents use wins over an alias', () => {
    expect(event('poi_check_notify', '<Msg>b</Msg><msg>a</msg>')).toMatchObject({ msg: 'a' })
  })

  it('a payload stays the text its signature covers', () => {
    const payload = '{"OpenId": "o",  "OutTradeNo":"1"}'
    expect(
      event(
        'minigame_h5_goods_deliver_notify',
        `<MiniGame><Payload>${payload}</Payload><IsMock>false</IsMock></MiniGame>`,
      ),
    ).toMatchObject({
      miniGame: { payload, payEventSig: '', isMock: false },
    })
    expect(
      jsonEvent('minigame_h5_goods_deliver_notify', `"MiniGame":{"Payload":${JSON.stringify(payload)},"IsMock":true}`),
    ).toMatchObject({
      miniGame: { payload, isMock: true },
    })
  })

  it('subscribe with its variants (XM-11, XM-13, XM-44)', () => {
    expect(event('subscribe', '')).toMatchObject({ key: undefined, ticket: undefined })
    expect(event('subscribe', '<EventKey><![CDATA[]]></EventKey>')).toMatchObject({ key: '' })
    expect(event('subscribe', '<EventKey>qrscene_123</EventKey><Ticket>T</Ticket>')).toMatchObject({
      key: 'qrscene_123',
      ticket: 'T',
    })
  })

  it('a place from the menu (XM-23, XM-52) and a scan (XM-18, XM-47)', () => {
    expect(
      event(
        'location_select',
        '<EventKey>k</EventKey><SendLocationInfo><Location_X>23</Location_X><Location_Y>113.5</Location_Y><Scale>15</Scale><Label>l</Label><Poiname>p</Poiname></SendLocationInfo>',
      ),
    ).toMatchObject({ key: 'k', locationX: 23, locationY: 113.5, scale: 15, label: 'l', poiName: 'p' })
    expect(
      event(
        'scancode_push',
        '<EventKey>k</EventKey><ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>1</ScanResult></ScanCodeInfo>',
      ),
    ).toMatchObject({
      key: 'k',
      scanType: 'qrcode',
      scanResult: '1',
    })
  })
})
