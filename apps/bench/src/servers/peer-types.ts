import type { IncomingMessage } from 'node:http'
import type { Listener } from '../limit/listener.js'

/** The little of the peers' interfaces that the benchmark uses; they are required by path, so no types come with them. */
/** Handed from one peer to the other. */
export type KoaMiddleware = (ctx: unknown, next: () => Promise<void>) => Promise<void>

export type Koa = new () => { use(middleware: KoaMiddleware): unknown; callback(): Listener }

export type Express = () => Listener & { use(path: string, handler: Listener): unknown }

/** The settings as `wechat` and `co-wechat` spell them. */
export interface NodeWebotConfig {
  readonly token: string
  readonly appid: string
  readonly encodingAESKey?: string
}

export interface WeixinMessage {
  readonly Content: string
}

export type Wechat = (
  config: NodeWebotConfig,
  handler: (request: { readonly weixin: WeixinMessage }, response: { reply(content: string): void }) => void,
) => Listener

export type CoWechat = (config: NodeWebotConfig) => {
  middleware(handler: (message: WeixinMessage) => Promise<string>): KoaMiddleware
}

interface EasyWeChatResponse {
  getStatusCode(): number
  getHeaders(): Record<string, string>
  getBody(): Buffer
}

interface EasyWeChatServer {
  with(handler: (message: WeixinMessage) => Promise<string>): unknown
  serve(): Promise<EasyWeChatResponse>
}

export interface EasyWeChat {
  readonly OfficialAccount: new (config: {
    readonly app_id: string
    readonly secret: string
    readonly token: string
    readonly aes_key?: string
  }) => { setRequest(request: unknown): unknown; setServer(server: null): unknown; getServer(): EasyWeChatServer }
  readonly ServerRequest: { createFromIncomingMessage(request: IncomingMessage): Promise<unknown> }
}

interface TnwxIn {
  readonly getContent: string
}

interface TnwxOut {
  setContent(content: string): unknown
}

export interface Tnwx {
  readonly ApiConfig: new (
    appId: string,
    secret: string,
    token: string,
    encrypt: boolean,
    encodingAesKey: string,
  ) => unknown
  readonly ApiConfigKit: { putApiConfig(config: unknown): unknown }
  readonly OutTextMsg: new (message: TnwxIn) => TnwxOut
  readonly WeChat: {
    handleMsg(
      adapter: { processInTextMsg(message: TnwxIn): Promise<TnwxOut> },
      xml: string,
      ...signed: [msgSignature: string | undefined, timestamp: string | undefined, nonce: string | undefined]
    ): Promise<string>
  }
}
