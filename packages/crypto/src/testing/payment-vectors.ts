import type { PublicVector } from './public-vector.js'

/** Virtual payment, its legacy forerunner, and instant delivery. */
export const paymentVectors: readonly PublicVector[] = [
  {
    id: 'pay-1',
    source: 'official virtual-payment page (note the blanks in the body)',
    op: 'paySig',
    input: {
      appKey: '12345',
      uri: '/xpay/query_user_balance',
      body: '{"openid": "xxx", "user_ip": "127.0.0.1", "env": 0}',
    },
    output: 'c37809f27c6d7fd1837ad2500a04512b66b34fd793a39a385fade56dca89a4b5',
  },
  {
    id: 'pay-3',
    source: 'own, oracle node:crypto (wx.requestVirtualPayment)',
    op: 'paySig',
    input: {
      appKey: '12345',
      uri: 'requestVirtualPayment',
      body: '{"offerId":"123","buyQuantity":1,"env":0,"currencyType":"CNY","productId":"p1","goodsPrice":10,"outTradeNo":"ot1","attach":"a"}',
    },
    output: '3e10c3c1d5bd7acc02143a9fe33848c8140c95607c27d04fcf8b43349073e990',
  },
  {
    id: 'pay-4',
    source: 'own, oracle node:crypto',
    op: 'payEventSig',
    input: {
      appKey: '12345',
      event: 'minigame_coin_deliver_completed',
      payload: '{"OpenId":"to_user_openid","OutTradeNo":"xxxxxxx","Env":0}',
    },
    output: '87b3ff593daaf5d967d674e69816eba22b5606128f449224a2c6684beefc21bd',
  },
  {
    id: 'midas-1',
    source: 'official mini-game 1.0 page (legacy)',
    op: 'midasSig',
    input: {
      secret: 'zNLgAGgqsEWJOg1nFVaO5r7fAlIQxr1u',
      path: '/cgi-bin/midas/getbalance',
      method: 'POST',
      params:
        'appid=wx1234567&offer_id=12345678&openid=odkx20ENSNa2w5y3g_qOkOvBNM1g&pf=android&ts=1507530737&zone_id=1',
    },
    output: '1ad64e8dcb2ec1dc486b7fdf01f4a15159fc623dc3422470e51cf6870734726b',
  },
  {
    id: 'midas-2',
    source: 'official mini-game 1.0 page (legacy mp_sig)',
    op: 'midasMpSig',
    input: {
      sessionKey: 'V7Q38/i2KXaqrQyl2Yx9Hg==',
      path: '/cgi-bin/midas/getbalance',
      method: 'POST',
      params:
        'access_token=ACCESSTOKEN&appid=wx1234567&offer_id=12345678&openid=odkx20ENSNa2w5y3g_qOkOvBNM1g&pf=android&sig=1ad64e8dcb2ec1dc486b7fdf01f4a15159fc623dc3422470e51cf6870734726b&ts=1507530737&zone_id=1',
    },
    output: 'ff4c5bb39dea1002a8f03be0438724e1a8bcea5ebce8f221f9b9fea3bcf3bf76',
  },
  {
    id: 'deliv-1',
    source: 'official instant-delivery page',
    op: 'deliverySign',
    input: { shopid: 'test_shop_id', shop_order_id: 'test_shop_order_id', app_secret: 'test_app_secrect' },
    output: 'a93d8d6bae9a9483c1b1d4e8670e7f6226ec94cb',
  },
]
