import { RawAnswer } from '../answer.js'
import type { ApiPage, PageVisit } from '../page.js'
import { checkJsapi } from './check.js'
import { jweixin } from './jweixin.js'

/** Pages of every server may ask. */
const open = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' }

const json = (value: object): RawAnswer =>
  new RawAnswer(JSON.stringify(value), { headers: { ...open, 'content-type': 'application/json; charset=utf-8' } })

function check({ accounts, query }: PageVisit): RawAnswer {
  const { appId = '', url = '', nonceStr = '', timestamp = '', signature = '', jsApiList = '' } = query
  const account = accounts.find(({ config }) => config.appId === appId)
  if (account === undefined) {
    const problem = 'no account of this simulator has the appId given to wx.config'
    return json({ ok: false, errMsg: 'config:invalid signature', problem })
  }
  const page = { url, nonceStr, timestamp, signature, jsApiList: jsApiList.split(',').filter((name) => name !== '') }
  // The string to sign has the ticket in it, which no page may learn.
  const { stringToSign: _, ...said } = checkJsapi(account, page)
  return json(said)
}

/** What pages load in place of `https://res.wx.qq.com/open/js/jweixin-1.6.0.js`. */
export const jssdkPages: readonly ApiPage[] = [
  {
    method: 'GET',
    path: '/jssdk/jweixin.js',
    doc: 'the JS-SDK for pages: wx.config, wx.ready, wx.error, wx.checkJsApi, checked by this simulator',
    show: () => new RawAnswer(jweixin, { headers: { ...open, 'content-type': 'text/javascript; charset=utf-8' } }),
  },
  {
    method: 'GET',
    path: '/jssdk/check',
    doc: 'what WeChat says to wx.config: appId, url, nonceStr, timestamp, signature, jsApiList with commas',
    show: check,
  },
]
