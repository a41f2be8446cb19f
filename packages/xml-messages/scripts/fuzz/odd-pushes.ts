/** A push that looks odd, is legal all the same, and what has to come out of it. Written by hand. */
export interface OddPush {
  readonly name: string
  readonly body: string
  /** Attributes of the message, at least these. */
  readonly message: Readonly<Record<string, unknown>>
}

const head = '<ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>1482048670</CreateTime>'
const text = (content: string): string => `<xml>${head}<MsgType>text</MsgType>${content}<MsgId>1</MsgId></xml>`
const event = (name: string, rest: string): string =>
  `<xml>${head}<MsgType>event</MsgType><Event>${name}</Event>${rest}</xml>`
const jsonHead = '"ToUserName":"gh_1","FromUserName":"o1","CreateTime":1482048670'
const jsonEvent = (name: string, rest: string): string => `{${jsonHead},"MsgType":"event","Event":"${name}",${rest}}`
const pictures = (list: string, count: number): string =>
  event('pic_weixin', `<EventKey>k</EventKey><SendPicsInfo><Count>${count}</Count>${list}</SendPicsInfo>`)
const item = (sum: string): string => `<item><PicMd5Sum><![CDATA[${sum}]]></PicMd5Sum></item>`
const picList = (...sums: string[]): { picMd5Sum: string }[] => sums.map((picMd5Sum) => ({ picMd5Sum }))

/** How texts stand in their elements. */
const texts: readonly OddPush[] = [
  {
    name: 'blanks around a CDATA section are not part of the text, blanks in it are',
    body: text('<Content> \n<![CDATA[ hi\n ]]>\t</Content>'),
    message: { content: ' hi\n ' },
  },
  {
    name: 'blanks around a plain text are not part of it',
    body: text('<Content>\n  hi there \n</Content>'),
    message: { content: 'hi there' },
  },
  {
    name: 'a no-break space and an ideographic space are text',
    body: text('<Content>\u00a0\u3000hi\u3000</Content>'),
    message: { content: '\u00a0\u3000hi\u3000' },
  },
  {
    name: 'several CDATA sections are one text: that is how "]]>" travels',
    body: text('<Content><![CDATA[a]]]]><![CDATA[>b]]></Content>'),
    message: { content: 'a]]>b' },
  },
  {
    name: 'CDATA sections with line breaks between them are one text without the breaks',
    body: text('<Content>\n<![CDATA[a]]>\n<![CDATA[b]]>\n</Content>'),
    message: { content: 'ab' },
  },
  {
    name: 'a text beside a CDATA section belongs to it',
    body: text('<Content>a &amp; <![CDATA[<b>]]> c</Content>'),
    message: { content: 'a & <b> c' },
  },
  {
    name: 'a CDATA section holds markup',
    body: text('<Content><![CDATA[<![CDATA[<a>&amp;]]></Content>'),
    message: { content: '<![CDATA[<a>&amp;' },
  },
  {
    name: 'an empty CDATA section is an empty text',
    body: text('<Content><![CDATA[]]></Content>'),
    message: { content: '' },
  },
  {
    name: 'a CDATA section of blanks is a text of blanks',
    body: text('<Content><![CDATA[ \n]]></Content>'),
    message: { content: ' \n' },
  },
  { name: 'an empty element is an empty text', body: text('<Content/>'), message: { content: '' } },
  { name: 'a missing text is an empty one, and not in the wire tree', body: text(''), message: { content: '' } },
  {
    name: 'character references are characters',
    body: text('<Content>&#20320;&#x597D;&#x1F600;</Content>'),
    message: { content: '你好😀' },
  },
  { name: 'an entity is expanded once', body: text('<Content>&amp;lt;</Content>'), message: { content: '&lt;' } },
  {
    name: 'a comment within a text leaves it whole',
    body: text('<Content>a<!-- x -->b</Content>'),
    message: { content: 'ab' },
  },
  {
    name: 'a comment between CDATA sections leaves the text whole',
    body: text('<Content><![CDATA[a]]><!-- ]]> --><![CDATA[b]]></Content>'),
    message: { content: 'ab' },
  },
  {
    name: 'CR LF and a lone CR are line feeds',
    body: text('<Content><![CDATA[a\r\nb\rc]]></Content>'),
    message: { content: 'a\nb\nc' },
  },
  {
    name: 'a carriage return written as a reference stays one',
    body: text('<Content>a&#13;b</Content>'),
    message: { content: 'a\rb' },
  },
  {
    name: 'a control character a user typed is replaced, not taken out',
    body: text('<Content><![CDATA[a\x02b]]></Content>'),
    message: { content: 'a\ufffdb' },
  },
  {
    name: 'a text that looks like a number stays as it was written',
    body: text('<Content>007.50</Content>'),
    message: { content: '007.50' },
  },
]

/** How the body is written around them. */
const frames: readonly OddPush[] = [
  {
    name: 'an XML declaration, a byte order mark, comments and blanks around the root',
    body: `\ufeff<?xml version="1.0" encoding="utf-8"?>\n<!-- a -->\n${text('<Content>hi</Content>')}\n<!-- b -->\n`,
    message: { content: 'hi' },
  },
  { name: 'blanks before the root', body: `\r\n\t ${text('<Content>hi</Content>')}`, message: { content: 'hi' } },
  {
    name: 'comments between the elements',
    body: text('<!-- <Content>no</Content> --><Content>hi</Content>'),
    message: { content: 'hi' },
  },
  {
    name: 'attributes are ignored',
    body: text('<Content xml:lang="zh" a=\'b\'>hi</Content>'),
    message: { content: 'hi' },
  },
  { name: 'blanks within a tag', body: text('<Content >hi</Content\n>'), message: { content: 'hi' } },
  {
    name: 'text between the elements is ignored',
    body: text('stray<Content>hi</Content>stray'),
    message: { content: 'hi' },
  },
  {
    name: 'the elements in another order',
    body: `<xml><MsgId>1</MsgId><Content>hi</Content><MsgType>text</MsgType><CreateTime>1</CreateTime><FromUserName>o1</FromUserName><ToUserName>gh_1</ToUserName></xml>`,
    message: { content: 'hi', source: 'o1', time: 1 },
  },
  {
    name: 'a name with a prefix is another name',
    body: text('<Content>hi</Content><x:Content xmlns:x="y">no</x:Content>'),
    message: { content: 'hi' },
  },
  {
    name: 'a name of another letter case is another name',
    body: text('<content>no</content><Content>hi</Content>'),
    message: { content: 'hi' },
  },
  {
    name: 'names that every object has are names like any other',
    body: text(
      '<Content>hi</Content><__proto__><polluted>1</polluted></__proto__><toString>x</toString><then>y</then>',
    ),
    message: { content: 'hi' },
  },
  {
    name: 'a body of the compatible mode keeps what is plain beside what is encrypted',
    body: text('<Content>hi</Content><Encrypt><![CDATA[bm90IHJlYWQgaGVyZQ==]]></Encrypt>'),
    message: { content: 'hi' },
  },
  {
    name: 'a structure where a text is due counts as none',
    body: text('<Content><a>1</a></Content>'),
    message: { content: '' },
  },
  {
    name: 'a text that is there twice counts as none, and both are in the wire tree',
    body: text('<Content>a</Content><Content>b</Content>'),
    message: { content: '' },
  },
  {
    name: 'MsgType in another letter case, with blanks',
    body: `<xml>${head}<MsgType> Text </MsgType><Content>hi</Content></xml>`,
    message: { kind: 'message', type: 'text', content: 'hi' },
  },
  {
    name: 'a voice message of old, with MsgID',
    body: `<xml>${head}<MsgType>voice</MsgType><MediaId>m</MediaId><Format>amr</Format><MsgID>9007199254740993123</MsgID></xml>`,
    message: { type: 'voice', id: '9007199254740993123', recognition: undefined },
  },
]

/** Odd events, as WeChat sends them or its pages show them. */
const events: readonly OddPush[] = [
  {
    name: 'Event in capitals, MsgType with one',
    body: `<xml>${head}<MsgType><![CDATA[Event]]></MsgType><Event> <![CDATA[LOCATION]]> </Event><Latitude>23.1</Latitude><Longitude>113</Longitude><Precision>60.0</Precision></xml>`,
    message: { kind: 'event', event: 'location', latitude: 23.1, precision: 60 },
  },
  {
    name: 'a follow without a scene: EventKey is empty',
    body: event('subscribe', '<EventKey></EventKey>'),
    message: { event: 'subscribe', key: '', ticket: undefined },
  },
  {
    name: 'an address with ampersands, escaped',
    body: event('VIEW', '<EventKey>http://a.example/?b=1&amp;c=2</EventKey><MenuId>4294967296123</MenuId>'),
    message: { key: 'http://a.example/?b=1&c=2', menuId: '4294967296123' },
  },
  {
    name: 'PicList once',
    body: pictures(`<PicList>${item('a')}${item('b')}</PicList>`, 2),
    message: { count: 2, picList: picList('a', 'b') },
  },
  {
    name: 'PicList repeated around each item (Q1)',
    body: pictures(`<PicList>${item('a')}</PicList><PicList>${item('b')}</PicList>`, 2),
    message: { picList: picList('a', 'b') },
  },
  { name: 'PicList empty, Count 0 (Q1)', body: pictures('<PicList></PicList>', 0), message: { count: 0, picList: [] } },
  {
    name: 'no PicList at all, and a Count that lies',
    body: pictures('', 1_000_000),
    message: { count: 1_000_000, picList: [] },
  },
  {
    name: 'the sample of WifiConnected on the official page, whose CDATA sections are malformed',
    body: event(
      'WifiConnected',
      '<ConnectTime>0</ConnectTime><ExpireTime>0</ExpireTime><VendorId>![CDATA[3001224419]]</VendorId><ShopId>![CDATA[PlaceId]]</ShopId><DeviceNo>![CDATA[DeviceNo]]</DeviceNo>',
    ),
    message: { event: 'wificonnected', connectTime: 0, vendorId: '![CDATA[3001224419]]', shopId: '![CDATA[PlaceId]]' },
  },
  {
    name: 'List of one entry is an object in JSON (Q2)',
    body: jsonEvent(
      'subscribe_msg_popup_event',
      '"List":{"TemplateId":"t","SubscribeStatusString":"accept","PopupScene":"0"}',
    ),
    message: { list: [{ templateId: 't', subscribeStatusString: 'accept', popupScene: 0 }] },
  },
  {
    name: 'List of several entries is a list in JSON (Q2)',
    body: jsonEvent(
      'subscribe_msg_popup_event',
      '"List":[{"TemplateId":"t","SubscribeStatusString":"accept","PopupScene":1},{"TemplateId":"u","SubscribeStatusString":"reject","PopupScene":2}]',
    ),
    message: {
      list: [
        { templateId: 't', subscribeStatusString: 'accept', popupScene: 1 },
        { templateId: 'u', subscribeStatusString: 'reject', popupScene: 2 },
      ],
    },
  },
  {
    name: 'the wrapper of List repeated in XML (Q2)',
    body: event(
      'subscribe_msg_sent_event',
      ['1', '2']
        .map(
          (id) =>
            `<SubscribeMsgSentEvent><List><TemplateId>t${id}</TemplateId><MsgID>170056919780470784${id}</MsgID><ErrorCode>0</ErrorCode><ErrorStatus>success</ErrorStatus></List></SubscribeMsgSentEvent>`,
        )
        .join(''),
    ),
    message: {
      list: [
        { templateId: 't1', messageId: '1700569197804707841', errorCode: 0, errorStatus: 'success' },
        { templateId: 't2', messageId: '1700569197804707842', errorCode: 0, errorStatus: 'success' },
      ],
    },
  },
  {
    name: 'the wrapper of another event around List, as one official page has it',
    body: event(
      'subscribe_msg_change_event',
      '<SubscribeMsgPopupEvent><List><TemplateId>t</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List></SubscribeMsgPopupEvent>',
    ),
    message: { list: [{ templateId: 't', subscribeStatusString: 'reject' }] },
  },
  {
    name: 'the other spelling of a publish job',
    body: event(
      'FREEPUBLISHJOBFINISH',
      '<PublishEventInfo><publish_id>2247503051</publish_id><publish_status>1</publish_status><fail_idx>1</fail_idx><fail_idx>2</fail_idx></PublishEventInfo>',
    ),
    message: {
      event: 'publishjobfinish',
      publishEventInfo: {
        publishId: '2247503051',
        publishStatus: 1,
        articleId: undefined,
        articleDetail: undefined,
        failIdx: [1, 2],
      },
    },
  },
  {
    name: 'a card code with leading zeros',
    body: event(
      'user_get_card',
      '<CardId>c</CardId><IsGiveByFriend>0</IsGiveByFriend><UserCardCode>018255396048</UserCardCode><OuterId></OuterId>',
    ),
    message: { userCardCode: '018255396048', isGiveByFriend: false, outerId: undefined },
  },
  {
    name: 'a flag written as a word',
    body: event(
      'giftcard_send_to_friend',
      '<PageId>p</PageId><OrderId>o</OrderId><IsChatRoom><![CDATA[true]]></IsChatRoom><IsReturnBack>False</IsReturnBack>',
    ),
    message: { isChatRoom: true, isReturnBack: false },
  },
  {
    name: 'points that were taken away',
    body: event(
      'update_member_card',
      '<CardId>c</CardId><UserCardCode>1</UserCardCode><ModifyBonus>-3</ModifyBonus><ModifyBalance>+0</ModifyBalance>',
    ),
    message: { modifyBonus: -3, modifyBalance: 0 },
  },
  {
    name: 'a number that is none',
    body: event(
      'charge_service_quota_notify',
      '<event_type>x</event_type><spu_id>1</spu_id><spu_name>n</spu_name><total_quota>1e3</total_quota><total_used_quota>99999999999999999999</total_used_quota>',
    ),
    message: { eventType: undefined, totalQuota: undefined, totalUsedQuota: undefined },
  },
  {
    name: 'beacons: none around',
    body: event(
      'ShakearoundUserShake',
      '<ChosenBeacon><Uuid>u</Uuid><Major>1</Major><Minor>2</Minor><Distance>0.057</Distance></ChosenBeacon><AroundBeacons></AroundBeacons>',
    ),
    message: { chosenBeacon: { uuid: 'u', major: '1', minor: '2', distance: 0.057 }, aroundBeacons: [] },
  },
  {
    name: 'a payload that is JSON within XML, without a CDATA section, and nobody in the header',
    body: '<xml><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>minigame_h5_goods_deliver_notify</Event><MiniGame><Payload>{"OpenId":"o","a":[1]}</Payload><PayEventSig>s</PayEventSig><IsMock>true</IsMock></MiniGame></xml>',
    message: {
      source: '',
      target: '',
      miniGame: { payload: '{"OpenId":"o","a":[1]}', payEventSig: 's', isMock: true },
    },
  },
  {
    name: 'people whose names are empty',
    body: '{"ToUserName":"","FromUserName":"","CreateTime":1,"MsgType":"event","Event":"xpay_subscribe_ios_refund_query_notify","refund_time":1,"order_time":"2","p_count":"3"}',
    message: { source: '', target: '', refundTime: 1, orderTime: 2, pCount: 3 },
  },
  {
    name: 'an event nobody knows',
    body: event('brand_new_thing', '<Deep><Deeper>x</Deeper></Deep>'),
    message: { kind: 'event', event: 'unknown', rawEvent: 'brand_new_thing' },
  },
]

/** The same in JSON. */
const inJson: readonly OddPush[] = [
  {
    name: 'a message id of 19 digits as a bare number',
    body: `{${jsonHead},"MsgType":"text","Content":"hi","MsgId":9007199254740993123}`,
    message: { id: '9007199254740993123' },
  },
  {
    name: 'a message id that is no number (Q5)',
    body: `{${jsonHead},"MsgType":"text","Content":"hi","MsgId":"49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067"}`,
    message: { id: '49d72d67b16d115e7935ac386f2f0fa41535298877_1555684067' },
  },
  {
    name: 'CreateTime as a text (Q6)',
    body: '{"ToUserName":"g","FromUserName":"o","CreateTime":"1482048670","MsgType":"text","Content":"hi","MsgId":1}',
    message: { time: 1482048670 },
  },
  {
    name: 'a member that is null is absent',
    body: `{${jsonHead},"MsgType":"text","Content":null,"bizmsgmenuid":null}`,
    message: { content: '', bizmsgmenuid: undefined },
  },
  {
    name: 'escapes, and half a surrogate pair among them',
    body: `{${jsonHead},"MsgType":"text","Content":"\\u4f60\\ud83d\\ude00\\n\\/\\ud83d"}`,
    message: { content: '你😀\n/\ufffd' },
  },
  {
    name: 'a control character that is not escaped',
    body: `{${jsonHead},"MsgType":"text","Content":"a\x02b\tc"}`,
    message: { content: 'a\ufffdb\tc' },
  },
  {
    name: 'numbers as texts and texts as numbers',
    body: jsonEvent(
      'wxa_media_check',
      '"appid":1,"trace_id":2,"version":"2","detail":[{"strategy":"s","errcode":"0","label":"100","prob":90}],"result":{"suggest":"risky","label":"20001"}',
    ),
    message: {
      appid: '1',
      traceId: '2',
      version: 2,
      result: { suggest: 'risky', label: 20001 },
      detail: [{ strategy: 's', errcode: 0, suggest: undefined, label: 100, prob: 90 }],
    },
  },
  {
    name: 'a list where a structure is due, a text where a list is due',
    body: jsonEvent('wxa_media_check', '"appid":"a","trace_id":"t","detail":"","result":["x"]'),
    message: { detail: [] },
  },
  {
    name: 'a status code beyond 32 bits',
    body: jsonEvent('wxa_media_check', '"appid":"a","trace_id":"t","isrisky":0,"status_code":4294966288'),
    message: { statusCode: 4294966288, isrisky: false },
  },
  {
    name: 'blanks everywhere',
    body: `\ufeff\n { \t"ToUserName" : "g" ,\r\n"FromUserName":"o","CreateTime": 1 , "MsgType":"text","Content" : "hi" }\n`,
    message: { content: 'hi' },
  },
  { name: 'the hosting probe', body: '{"action":"CheckContainerPath"}', message: { kind: 'probe' } },
  {
    name: 'the hosting probe in XML',
    body: '<xml><action>CheckContainerPath</action></xml>',
    message: { kind: 'probe' },
  },
  {
    name: 'a third-party push',
    body: '<xml><AppId>wx1</AppId><CreateTime>1</CreateTime><InfoType>Component_Verify_Ticket</InfoType><ComponentVerifyTicket>ticket@@@x</ComponentVerifyTicket></xml>',
    message: { kind: 'platform', infoType: 'component_verify_ticket', componentVerifyTicket: 'ticket@@@x' },
  },
]

/** Everything that is odd and legal. */
export const oddPushes: readonly OddPush[] = [...texts, ...frames, ...events, ...inJson]
