import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Listener } from '../limit/listener.js'
import { account, type Form } from '../message/account.js'
import { answerTo } from '../message/answer-to.js'
import { webhookPath } from '../message/http-request.js'
import { peerRequire } from '../peers.js'
import type { CoWechat, EasyWeChat, Express, Koa, NodeWebotConfig, Tnwx, Wechat } from './peer-types.js'

const nodeWebot = (form: Form): NodeWebotConfig => ({
  token: account.token,
  appid: account.appId,
  ...(form === 'secure' && { encodingAESKey: account.encodingAesKey }),
})

/** https://github.com/node-webot/wechat#readme; `express.query()`, which it asks for, is built into Express 5. */
export function wechatListener(form: Form): Listener {
  const app = (peerRequire('express') as Express)()
  const wechat = peerRequire('wechat') as Wechat
  app.use(
    webhookPath,
    wechat(nodeWebot(form), (request, response) => response.reply(answerTo(request.weixin.Content))),
  )
  return app
}

/** https://github.com/node-webot/co-wechat#readme */
export function coWechatListener(form: Form): Listener {
  const app = new (peerRequire('koa') as Koa)()
  const wechat = peerRequire('co-wechat') as CoWechat
  app.use(wechat(nodeWebot(form)).middleware(async (message) => answerTo(message.Content)))
  return app.callback()
}

/**
 * https://github.com/hpyer/node-easywechat#readme. A server that is served twice decrypts twice, so each request gets
 * a new one; the application with its settings is kept, which is kinder than the README.
 */
export function easyWechatListener(form: Form): Listener {
  const { OfficialAccount, ServerRequest } = peerRequire('node-easywechat') as EasyWeChat
  const app = new OfficialAccount({
    app_id: account.appId,
    secret: '',
    token: account.token,
    ...(form === 'secure' && { aes_key: account.encodingAesKey }),
  })
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parsed = await ServerRequest.createFromIncomingMessage(request)
    app.setRequest(parsed)
    app.setServer(null)
    const server = app.getServer()
    server.with(async (message) => answerTo(message.Content))
    const answer = await server.serve()
    response.writeHead(answer.getStatusCode(), answer.getHeaders())
    response.end(answer.getBody())
  }
  return orFail(serve)
}

/** https://github.com/Javen205/TNWX/tree/master/sample, on `node:http` instead of Express. */
export function tnwxListener(form: Form): Listener {
  const { ApiConfig, ApiConfigKit, OutTextMsg, WeChat } = peerRequire('tnwx') as Tnwx
  ApiConfigKit.putApiConfig(new ApiConfig(account.appId, '', account.token, form === 'secure', account.encodingAesKey))
  const adapter = {
    async processInTextMsg(message: ConstructorParameters<Tnwx['OutTextMsg']>[0]) {
      const out = new OutTextMsg(message)
      out.setContent(answerTo(message.getContent))
      return out
    },
  }
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const query = new URLSearchParams(request.url?.split('?')[1])
    const read = (name: string): string | undefined => query.get(name) ?? undefined
    const xml = Buffer.concat(chunks).toString('utf8')
    response.end(await WeChat.handleMsg(adapter, xml, read('msg_signature'), read('timestamp'), read('nonce')))
  }
  return orFail(serve)
}

/** What a peer throws must show as a wrong answer, not end the process. */
const orFail =
  (serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Listener =>
  (request, response) => {
    serve(request, response).catch(() => {
      response.statusCode = 500
      response.end()
    })
  }
