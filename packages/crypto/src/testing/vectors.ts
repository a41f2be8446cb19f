import { apiVectors } from './api-vectors.js'
import { paymentVectors } from './payment-vectors.js'
import type { PublicVector } from './public-vector.js'

/** Samples from WeChat's pages and from other projects' tests: they hold for any implementation. */
export const publicVectors: readonly PublicVector[] = [
  {
    id: 'cb-1',
    source: 'official message-push page (GET handshake, echostr 4375120948345356249)',
    op: 'signature',
    input: { token: 'AAAAA', timestamp: '1714036504', nonce: '1514711492' },
    output: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
  },
  {
    id: 'cb-2',
    source: 'official message-push page (plain POST)',
    op: 'signature',
    input: { token: 'AAAAA', timestamp: '1714037059', nonce: '486452656' },
    output: '899cf89e464efb63f54ddac96b0a0a235f53aa78',
  },
  {
    id: 'cb-3',
    source: 'wechatpy tests',
    op: 'signature',
    input: { token: 'test', timestamp: '1410685589', nonce: 'test' },
    output: 'f21891de399b4e33a1a93c9a7b8a8fffb5a443ff',
  },
  {
    id: 'cb-4',
    source: 'seed (wechat-python-sdk tests)',
    op: 'signature',
    input: { token: 'WECHAT_TOKEN', timestamp: '1406799650', nonce: '1505845280' },
    output: 'f24649c76c3f3d81b23c033da95a7a30cb7629cc',
  },
  {
    id: 'cb-5',
    source: 'official, security mode, the non-body signature',
    op: 'signature',
    input: { token: 'AAAAA', timestamp: '1714112445', nonce: '415670741' },
    output: '6c5c811b55cc85e0e1b54100749188c20beb3f5d',
  },
  {
    id: 'cb-6',
    source: 'official, security mode',
    op: 'msgSignature',
    input: {
      token: 'AAAAA',
      timestamp: '1714112445',
      nonce: '415670741',
      encrypt:
        '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=',
    },
    output: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
  },
  {
    id: 'cb-7',
    source: 'easywechat EncryptorTest',
    op: 'msgSignature',
    input: {
      token: 'pamtest',
      timestamp: '1458300676',
      nonce: '260774613',
      encrypt:
        'rTNFcsut4LfGuAFKEUVVpwcaCOTJzOd9twZdIW910jb3k+iicx2uvhttIZ3Qg9Qgty3BEF2xbOrz6boTfb30dMomcgrkTqdFPwnhqbk+kIQ7rZiwny9D7NUrTgA5kpX3KsZvrXzUZyP2x9YOlxbgm572lmxKvM7HAQQhIQ/p6HBmoY30bGXFK0BtIu1pW9TjhOYrLQoU18nWYjWqDA1ynkmOytpv7QRI1P1+0NoxL0q2zO1DgeSvnE8CZGo/o5Ap/WHK5W2RAsinpzN4/LjPnmB6U01I5XCoJoC0GK/yMZycd2Oh8Nq6+wBkC1U85oy0ktOY4nLvsQMLrourmMGdZHuTbqpeJ8Ao/5PRYJ+WBvRUwPfGKBL2+2IKZF49vAJqkcGWSHGE76ZN2erXeuNazf/o9o3lIE3q739o4c8t9QGPe31GT2Go/rOz1BsrASwvauNulCh+++yz+CQzBIuikA==',
    },
    output: '4f3ad57b6989f09f4eb392acce4f9e93942ed890',
  },
  {
    id: 'dec-1',
    source: 'official, security mode (pad length 19, so PKCS#7-16 readers fail)',
    op: 'decrypt',
    input: {
      encodingAESKey: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      appId: 'wxba5fad812f8e6fb9',
      encrypt:
        '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=',
    },
    output: {
      random: 'a8eedb185eb2fecf',
      length: 167,
      pad: 19,
      message:
        '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}',
    },
  },
  {
    id: 'dec-2',
    source: 'wechatpy tests (WeChat Work echo; key ends in R = non-zero trailing bits)',
    op: 'decrypt',
    input: {
      encodingAESKey: 'kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR',
      appId: 'wx49f0ab532d5d035a',
      encrypt: '4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q==',
    },
    output: { message: '5927782489442352469' },
  },
  {
    id: 'dec-3',
    source: 'easywechat EncryptorTest (key ends in G; pad 21)',
    op: 'decrypt',
    input: {
      encodingAESKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
      appId: 'wxb11529c136998cb6',
      encrypt:
        'rTNFcsut4LfGuAFKEUVVpwcaCOTJzOd9twZdIW910jb3k+iicx2uvhttIZ3Qg9Qgty3BEF2xbOrz6boTfb30dMomcgrkTqdFPwnhqbk+kIQ7rZiwny9D7NUrTgA5kpX3KsZvrXzUZyP2x9YOlxbgm572lmxKvM7HAQQhIQ/p6HBmoY30bGXFK0BtIu1pW9TjhOYrLQoU18nWYjWqDA1ynkmOytpv7QRI1P1+0NoxL0q2zO1DgeSvnE8CZGo/o5Ap/WHK5W2RAsinpzN4/LjPnmB6U01I5XCoJoC0GK/yMZycd2Oh8Nq6+wBkC1U85oy0ktOY4nLvsQMLrourmMGdZHuTbqpeJ8Ao/5PRYJ+WBvRUwPfGKBL2+2IKZF49vAJqkcGWSHGE76ZN2erXeuNazf/o9o3lIE3q739o4c8t9QGPe31GT2Go/rOz1BsrASwvauNulCh+++yz+CQzBIuikA==',
    },
    output: { length: 293, pad: 21 },
  },
  {
    id: 'enc-1',
    source: 'official reply sample (random given)',
    op: 'encrypt',
    input: {
      encodingAESKey: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      appId: 'wxba5fad812f8e6fb9',
      random: '707722b803182950',
      message: '{"demo_resp":"good luck"}',
    },
    output: 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==',
  },
  {
    id: 'enc-2',
    source: 'official reply sample',
    op: 'msgSignature',
    input: {
      token: 'AAAAA',
      timestamp: '1713424427',
      nonce: '415670741',
      encrypt: 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==',
    },
    output: '1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1',
  },
  {
    id: 'js-1',
    source: 'official JS-SDK appendix',
    op: 'jsSdk',
    input: {
      ticket: 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
      noncestr: 'Wm3WZYTPz0wzccnW',
      timestamp: '1414587457',
      url: 'http://mp.weixin.qq.com?params=value',
    },
    output: '0f9de62fce790f9a083d5c99e95740ceb90c27ed',
  },
  {
    id: 'card-1',
    source: 'wechatpy tests (card_id)',
    op: 'sortedValuesSha1',
    input: {
      values: [
        'Wm3WZYTPz0wzccnW',
        'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
        '1414587457',
        'random_card_id',
      ],
    },
    output: '22dce6bad4db532d4a2ef82ca2ca7bbe1e10ef28',
  },
  {
    id: 'card-2',
    source: 'wechatpy tests (+ code)',
    op: 'sortedValuesSha1',
    input: {
      values: [
        'Wm3WZYTPz0wzccnW',
        'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
        '1414587457',
        'random_card_id',
        'random_code',
      ],
    },
    output: '2e9c6d12952246e071717d7baeab20c30420b5cd',
  },
  {
    id: 'card-3',
    source: 'wechatpy tests (+ openid)',
    op: 'sortedValuesSha1',
    input: {
      values: [
        'Wm3WZYTPz0wzccnW',
        'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
        '1414587457',
        'random_card_id',
        'random_openid',
      ],
    },
    output: 'ded860a5dd4467312764bd86e544ad0579cbfad0',
  },
  {
    id: 'card-4',
    source: 'wechatpy tests (+ code and openid)',
    op: 'sortedValuesSha1',
    input: {
      values: [
        'Wm3WZYTPz0wzccnW',
        'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
        '1414587457',
        'random_card_id',
        'random_openid',
        'random_code',
      ],
    },
    output: '950dc1842852457ea573d4d6af34879c1ec093c8',
  },
  {
    id: 'card-5',
    source: 'WxJava SHA1Test',
    op: 'sortedValuesSha1',
    input: { values: ['789', '456', '123'] },
    output: 'f7c3bc1d808e04732adf679965ccc34ca7ae3441',
  },
  {
    id: 'card-6',
    source: 'own, oracle python hashlib (chooseCard)',
    op: 'sortedValuesSha1',
    input: {
      values: [
        'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
        'wxba6223c06417af7b',
        '',
        '1414587457',
        'Wm3WZYTPz0wzccnW',
        '',
        'GROUPON',
      ],
    },
    output: 'd5a7ca33f95af55b03475ffce3ec4ba36a6cdb22',
  },
  {
    id: 'card-7',
    source: 'own, oracle python hashlib (chooseInvoice)',
    op: 'sortedValuesSha1',
    input: {
      values: [
        'INVOICE',
        '1414587457',
        'wxba6223c06417af7b',
        'Wm3WZYTPz0wzccnW',
        'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
      ],
    },
    output: '48f5fc8501d9f9d6471c9c58a545a46bc0a7ab06',
  },
  {
    id: 'mini-1',
    source: 'official decryptData demo',
    op: 'decryptData',
    input: {
      sessionKey: 'tiihtNczf5v6AKRyjwEUhQ==',
      iv: 'r7BXXKkLb8qrSNn05n0qiA==',
      appId: 'wx4f4bc4dec97d474b',
      encryptedData:
        'CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrDcvSnxIMXFufNstNGTyaGS9uT5geRa0W4oTOb1WT7fJlAC+oNPdbB+3hVbJSRgv+4lGOETKUQz6OYStslQ142dNCuabNPGBzlooOmB231qMM85d2/fV6ChevvXvQP8Hkue1poOFtnEtpyxVLW1zAo6/1Xx1COxFvrc2d7UL/lmHInNlxuacJXwu0fjpXfz/YqYzBIBzD6WUfTIF9GRHpOn/Hz7saL8xz+W//FRAUid1OksQaQx4CMs8LOddcQhULW4ucetDf96JcR3g0gfRK4PC7E/r7Z6xNrXd2UIeorGj5Ef7b1pJAYB6Y5anaHqZ9J6nKEBvB4DnNLIVWSgARns/8wR2SiRS7MNACwTyrGvt9ts8p12PKFdlqYTopNHR1Vf7XjfhQlVsAJdNiKdYmYVoKlaRv85IfVunYzO0IKXsyl7JCUjCpoG20f0a04COwfneQAGGwd5oa+T8yO5hzuyDb/XcxxmK01EpqOyuxINew==',
    },
    output: { openId: 'oGZUI0egBJY1zhBYw2KhdUfwVJJE', watermarkTimestamp: 1477314187 },
  },
  {
    id: 'raw-1',
    source: 'official user-info page',
    op: 'rawDataSignature',
    input: {
      rawData:
        '{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}',
      sessionKey: 'HyVFkGl5F5OQWJZZaNzBBg==',
    },
    output: '75e81ceda165f4ffa64f4068af58c64b8f54b88c',
  },
  {
    id: 'raw-2',
    source: 'wechatpy tests (Chinese nick name)',
    op: 'rawDataSignature',
    input: {
      rawData:
        '{"nickName":"Xavier-Lam林","gender":1,"language":"zh_CN","city":"Ningde","province":"Fujian","country":"China","avatarUrl":"https://wx.qlogo.cn/mmopen/vi_32/vTxUxcbjcZ8t9eU6YfXBwRU89KS9uRILEDro01MTYp7UKYsyTjLFMIVhB0AlBuEvLHbhmO3OpaHw5zwlSetuLg/132"}',
      sessionKey: 'GtYYez5b/M5HhT4L7n31gQ==',
    },
    output: '8fde625b7640734a13c071c05d792b5cef21cf89',
  },
  {
    id: 'sess-1',
    source: 'official session-signature page',
    op: 'sessionSignature',
    input: { sessionKey: 'o0q0otL8aEzpcZL/FT9WsQ==', body: '{"foo":"bar"}' },
    output: '654571f79995b2ce1e149e53c0a33dc39c0a74090db514261454e8dbe432aa0b',
  },
  {
    id: 'sess-2',
    source: 'own, oracle node:crypto (GET, empty body)',
    op: 'sessionSignature',
    input: { sessionKey: 'o0q0otL8aEzpcZL/FT9WsQ==', body: '' },
    output: '46e043c5525c2d817c44be603d30837a808a1d930d038f6fdc3e62a201fed128',
  },
  {
    id: 'pay-2',
    source: 'official virtual-payment page',
    op: 'sessionSignature',
    input: { sessionKey: '9hAb/NEYUlkaMBEsmFgzig==', body: '{"openid": "xxx", "user_ip": "127.0.0.1", "env": 0}' },
    output: '089d9e8dc5d308977360c4b79ec600a93d736802802a807d634192328032f6c7',
  },
  ...paymentVectors,
  ...apiVectors,
]
