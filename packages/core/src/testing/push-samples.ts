/** Pushes as WeChat sends them, of each kind in plaintext and encrypted. Ids are beyond what a double can hold. */
export interface PushSample {
  readonly contentType: 'text/xml' | 'application/json'
  readonly plain: string
  readonly encrypted: string
}

/** The signed text of the encrypted samples. Its letters need care in a URL, none in XML or JSON. */
export const encryptSample = 'q1/2+Hq7Ls0nVt9AbcdEFGhijKLmnoPQRstuVWxyz0123456789+/ABCDEF=='

export const xmlSample: PushSample = {
  contentType: 'text/xml',
  plain:
    '<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName>\n<FromUserName><![CDATA[o-test-user]]></FromUserName>' +
    '<CreateTime>1767225600</CreateTime><MsgType><![CDATA[text]]></MsgType>' +
    '<Content><![CDATA[你好，<b>世界</b> 🌏👩‍👩‍👧 & "引号"]]></Content><MsgId>9223372036854775807</MsgId></xml>',
  encrypted:
    '<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName>' +
    `<Encrypt><![CDATA[${encryptSample}]]></Encrypt></xml>`,
}

export const jsonSample: PushSample = {
  contentType: 'application/json',
  plain:
    '{"ToUserName":"gh_0123456789ab","FromUserName":"o-test-user","CreateTime":1767225600,"MsgType":"text",' +
    '"Content":"你好，世界 🌏👩‍👩‍👧 \\u4f60 & \\"引号\\"", "MsgId":9223372036854775807}',
  encrypted: `{"ToUserName":"gh_0123456789ab","Encrypt":"${encryptSample}"}`,
}
