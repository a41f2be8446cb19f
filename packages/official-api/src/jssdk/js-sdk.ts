import type { ApiClient } from '@wx/api-client'
import { type Clock, consoleLogger, type Logger, systemClock, type WebHandler } from '@wx/core'
import {
  type CardChoice,
  type CardExt,
  type CardExtInput,
  type ChooseCardInput,
  type InvoiceChoice,
  signCardExt,
  signChooseCard,
  signChooseInvoice,
  signJsapi,
} from '@wx/crypto'
import { clientArgument, fields, optionsOf, text } from '../arguments/check.js'
import { configHandler, type JsSdkHandlerOptions } from './handler.js'
import type { JsApiName, OpenTagName } from './js-apis.js'
import { checkedPage } from './page-address.js'
import { type Verified, type VerifyInput, verifySignature } from './verify.js'

/** What of a client the JS-SDK needs. */
export type JsSdkClient = Pick<ApiClient, 'appId' | 'ticket'> & Partial<Pick<ApiClient, 'clock'>>

export interface JsConfigOptions {
  /** `location.href` of the page, from the browser; what follows `#` is dropped. */
  readonly url: string
  /** APIs the page will call: names of `jsApis`. Default: none. */
  readonly jsApiList?: readonly JsApiName[]
  /** Open tags the page shows. */
  readonly openTagList?: readonly OpenTagName[]
  /** WeChat shows the outcome of every call in the page. */
  readonly debug?: boolean
}

/** What `wx.config` takes. */
export interface JsConfig {
  readonly appId: string
  /** Unix seconds. */
  readonly timestamp: number
  readonly nonceStr: string
  readonly signature: string
  readonly jsApiList: readonly JsApiName[]
  readonly openTagList?: readonly OpenTagName[]
  readonly debug?: boolean
  /** The address that was signed. `wx.config` ignores it; compare it with the page's when WeChat refuses. */
  readonly url: string
}

type WithoutSecrets<Input> = Omit<Input, 'ticket' | 'appId' | 'timestamp'>

/** Signs pages of the account for WeChat's JS-SDK. */
export interface JsSdk {
  /**
   * Signs a page for `wx.config`.
   * @throws ConfigError for an address that is none; ApiError, TransportError when there is no ticket
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html
   */
  config(options: JsConfigOptions): Promise<JsConfig>
  /**
   * Signs a card for `wx.addCard`: an entry of `cardList`.
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html
   */
  addCard(card: WithoutSecrets<CardExtInput>): Promise<CardExt>
  /**
   * Signs the choice of cards for `wx.chooseCard`.
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html
   */
  chooseCard(choice?: WithoutSecrets<ChooseCardInput>): Promise<CardChoice>
  /**
   * Signs the choice of invoices for `wx.chooseInvoice`.
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html
   */
  chooseInvoice(): Promise<InvoiceChoice>
  /**
   * Why does WeChat say `invalid signature`? Signs once more, compares, and tries the usual mistakes. The ticket is not
   * shown. For a developer, not for requests from outside: it says what fits.
   * @throws ConfigError for an address that is none; ApiError, TransportError when there is no ticket
   * @see https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html
   */
  verify(input: VerifyInput): Promise<Verified>
  /**
   * Answers pages of your own: `GET ?url=<encodeURIComponent(location.href)>` → what `wx.config` takes, as JSON.
   * Pages of other origins are refused, or anybody could have his page signed in your name.
   * @throws ConfigError when no origin is given, or one is none
   */
  handler(options: Omit<JsSdkHandlerOptions, 'logger'> & { readonly logger?: Logger }): WebHandler
}

/**
 * Makes the JS-SDK side of an account.
 * @param options `clock`: that of the client by default
 */
export function jsSdk(client: JsSdkClient, options?: { readonly clock?: Clock }): JsSdk {
  const { clock = clientArgument(client).clock ?? systemClock } = optionsOf(options)
  const now = (): number => Math.floor(clock.now() / 1000)
  const ticket = async (kind: 'jsapi' | 'wx_card'): Promise<string> => (await client.ticket(kind).get()).token
  const { appId } = client

  const config = async (wanted: JsConfigOptions): Promise<JsConfig> => {
    const { url, jsApiList = [], openTagList, debug } = fields('options', wanted, '{ url, jsApiList }')
    const page = checkedPage(url)
    const signed = signJsapi({ ticket: await ticket('jsapi'), url: page, timestamp: now() })
    return {
      appId,
      timestamp: signed.timestamp,
      nonceStr: signed.nonceStr,
      signature: signed.signature,
      jsApiList,
      ...(openTagList === undefined ? {} : { openTagList }),
      ...(debug === undefined ? {} : { debug }),
      url: signed.url,
    }
  }

  return {
    config,
    async addCard(card) {
      text('card.cardId', fields('card', card, '{ cardId }').cardId)
      return signCardExt({ ...card, ticket: await ticket('wx_card'), timestamp: now() })
    },
    chooseCard: async (choice) =>
      signChooseCard({ ...optionsOf(choice), appId, ticket: await ticket('wx_card'), timestamp: now() }),
    chooseInvoice: async () => signChooseInvoice({ appId, ticket: await ticket('wx_card'), timestamp: now() }),
    verify: async (input) =>
      verifySignature(client.ticket('jsapi'), fields('input', input, '{ url, signature, nonceStr, timestamp }'), clock),
    handler: (given) =>
      configHandler(config, {
        logger: consoleLogger,
        ...fields('options', given, "{ origins: ['https://shop.example'] }"),
      }),
  }
}
