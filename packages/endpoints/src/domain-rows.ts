import { type AiApi, aiRows, type aiTable } from './domains/ai.js'
import { type AuthApi, authRows, type authTable } from './domains/auth.js'
import { type AutoReplyApi, autoReplyRows, type autoReplyTable } from './domains/auto-reply.js'
import { type BlacklistApi, blacklistRows, type blacklistTable } from './domains/blacklist.js'
import { type CardApi, cardRows, type cardTable } from './domains/card.js'
import { type CityServiceApi, cityServiceRows, type cityServiceTable } from './domains/city-service.js'
import { type CommentApi, commentRows, type commentTable } from './domains/comment.js'
import { type CustomServiceApi, customServiceRows, type customServiceTable } from './domains/custom-service.js'
import { type DatacubeApi, datacubeRows, type datacubeTable } from './domains/datacube.js'
import { type DeviceApi, deviceRows, type deviceTable } from './domains/device.js'
import { type DraftApi, draftRows, type draftTable } from './domains/draft.js'
import { type FreepublishApi, freepublishRows, type freepublishTable } from './domains/freepublish.js'
import { type GroupApi, groupRows, type groupTable } from './domains/group.js'
import { type GuideApi, guideRows, type guideTable } from './domains/guide.js'
import { type ImgApi, imgRows, type imgTable } from './domains/img.js'
import { type InvoiceApi, invoiceRows, type invoiceTable } from './domains/invoice.js'
import { type IotApi, iotRows, type iotTable } from './domains/iot.js'
import { type MarketCodeApi, marketCodeRows, type marketCodeTable } from './domains/market-code.js'
import { type MarketingApi, marketingRows, type marketingTable } from './domains/marketing.js'
import { type MaterialApi, materialRows, type materialTable } from './domains/material.js'
import { type MediaApi, mediaRows, type mediaTable } from './domains/media.js'
import { type MenuApi, menuRows, type menuTable } from './domains/menu.js'
import { type MerchantApi, merchantRows, type merchantTable } from './domains/merchant.js'
import { type MessageCustomApi, messageCustomRows, type messageCustomTable } from './domains/message-custom.js'
import { type MessageMassApi, messageMassRows, type messageMassTable } from './domains/message-mass.js'
import {
  type MessageSubscribeApi,
  messageSubscribeRows,
  type messageSubscribeTable,
} from './domains/message-subscribe.js'
import { type MessageTemplateApi, messageTemplateRows, type messageTemplateTable } from './domains/message-template.js'
import { type NetworkApi, networkRows, type networkTable } from './domains/network.js'
import { type NontaxApi, nontaxRows, type nontaxTable } from './domains/nontax.js'
import { type OauthApi, oauthRows, type oauthTable } from './domains/oauth.js'
import { type OcrApi, ocrRows, type ocrTable } from './domains/ocr.js'
import { type OpenAccountApi, openAccountRows, type openAccountTable } from './domains/open-account.js'
import { type OpenapiApi, openapiRows, type openapiTable } from './domains/openapi.js'
import { type PoiApi, poiRows, type poiTable } from './domains/poi.js'
import { type PublisherApi, publisherRows, type publisherTable } from './domains/publisher.js'
import { type QrcodeApi, qrcodeRows, type qrcodeTable } from './domains/qrcode.js'
import { type QrcodeJumpApi, qrcodeJumpRows, type qrcodeJumpTable } from './domains/qrcode-jump.js'
import { type ScanProductApi, scanProductRows, type scanProductTable } from './domains/scan-product.js'
import { type ShakeApi, shakeRows, type shakeTable } from './domains/shake.js'
import { type ShortenApi, shortenRows, type shortenTable } from './domains/shorten.js'
import { type StoreApi, storeRows, type storeTable } from './domains/store.js'
import { type TagApi, tagRows, type tagTable } from './domains/tag.js'
import { type TicketApi, ticketRows, type ticketTable } from './domains/ticket.js'
import { type UserApi, userRows, type userTable } from './domains/user.js'
import { type WifiApi, wifiRows, type wifiTable } from './domains/wifi.js'
import type { Rows } from './endpoint.js'

/** Every domain by the name a client gives it: the domain's own, in camelCase. */
export interface ApiDomains {
  readonly ai: AiApi
  readonly auth: AuthApi
  readonly autoReply: AutoReplyApi
  readonly blacklist: BlacklistApi
  readonly card: CardApi
  readonly cityService: CityServiceApi
  readonly comment: CommentApi
  readonly customService: CustomServiceApi
  readonly datacube: DatacubeApi
  readonly device: DeviceApi
  readonly draft: DraftApi
  readonly freepublish: FreepublishApi
  readonly group: GroupApi
  readonly guide: GuideApi
  readonly img: ImgApi
  readonly invoice: InvoiceApi
  readonly iot: IotApi
  readonly marketCode: MarketCodeApi
  readonly marketing: MarketingApi
  readonly material: MaterialApi
  readonly media: MediaApi
  readonly menu: MenuApi
  readonly merchant: MerchantApi
  readonly messageCustom: MessageCustomApi
  readonly messageMass: MessageMassApi
  readonly messageSubscribe: MessageSubscribeApi
  readonly messageTemplate: MessageTemplateApi
  readonly network: NetworkApi
  readonly nontax: NontaxApi
  readonly oauth: OauthApi
  readonly ocr: OcrApi
  readonly openAccount: OpenAccountApi
  readonly openapi: OpenapiApi
  readonly poi: PoiApi
  readonly publisher: PublisherApi
  readonly qrcode: QrcodeApi
  readonly qrcodeJump: QrcodeJumpApi
  readonly scanProduct: ScanProductApi
  readonly shake: ShakeApi
  readonly shorten: ShortenApi
  readonly store: StoreApi
  readonly tag: TagApi
  readonly ticket: TicketApi
  readonly user: UserApi
  readonly wifi: WifiApi
}

/** The table each domain's rows are made of; for its types, which know every call by name. */
export interface DomainTables {
  readonly ai: typeof aiTable
  readonly auth: typeof authTable
  readonly autoReply: typeof autoReplyTable
  readonly blacklist: typeof blacklistTable
  readonly card: typeof cardTable
  readonly cityService: typeof cityServiceTable
  readonly comment: typeof commentTable
  readonly customService: typeof customServiceTable
  readonly datacube: typeof datacubeTable
  readonly device: typeof deviceTable
  readonly draft: typeof draftTable
  readonly freepublish: typeof freepublishTable
  readonly group: typeof groupTable
  readonly guide: typeof guideTable
  readonly img: typeof imgTable
  readonly invoice: typeof invoiceTable
  readonly iot: typeof iotTable
  readonly marketCode: typeof marketCodeTable
  readonly marketing: typeof marketingTable
  readonly material: typeof materialTable
  readonly media: typeof mediaTable
  readonly menu: typeof menuTable
  readonly merchant: typeof merchantTable
  readonly messageCustom: typeof messageCustomTable
  readonly messageMass: typeof messageMassTable
  readonly messageSubscribe: typeof messageSubscribeTable
  readonly messageTemplate: typeof messageTemplateTable
  readonly network: typeof networkTable
  readonly nontax: typeof nontaxTable
  readonly oauth: typeof oauthTable
  readonly ocr: typeof ocrTable
  readonly openAccount: typeof openAccountTable
  readonly openapi: typeof openapiTable
  readonly poi: typeof poiTable
  readonly publisher: typeof publisherTable
  readonly qrcode: typeof qrcodeTable
  readonly qrcodeJump: typeof qrcodeJumpTable
  readonly scanProduct: typeof scanProductTable
  readonly shake: typeof shakeTable
  readonly shorten: typeof shortenTable
  readonly store: typeof storeTable
  readonly tag: typeof tagTable
  readonly ticket: typeof ticketTable
  readonly user: typeof userTable
  readonly wifi: typeof wifiTable
}

/** The rows of each domain. */
export const domainRows: { readonly [D in keyof ApiDomains]: Rows<ApiDomains[D]> } = {
  ai: aiRows,
  auth: authRows,
  autoReply: autoReplyRows,
  blacklist: blacklistRows,
  card: cardRows,
  cityService: cityServiceRows,
  comment: commentRows,
  customService: customServiceRows,
  datacube: datacubeRows,
  device: deviceRows,
  draft: draftRows,
  freepublish: freepublishRows,
  group: groupRows,
  guide: guideRows,
  img: imgRows,
  invoice: invoiceRows,
  iot: iotRows,
  marketCode: marketCodeRows,
  marketing: marketingRows,
  material: materialRows,
  media: mediaRows,
  menu: menuRows,
  merchant: merchantRows,
  messageCustom: messageCustomRows,
  messageMass: messageMassRows,
  messageSubscribe: messageSubscribeRows,
  messageTemplate: messageTemplateRows,
  network: networkRows,
  nontax: nontaxRows,
  oauth: oauthRows,
  ocr: ocrRows,
  openAccount: openAccountRows,
  openapi: openapiRows,
  poi: poiRows,
  publisher: publisherRows,
  qrcode: qrcodeRows,
  qrcodeJump: qrcodeJumpRows,
  scanProduct: scanProductRows,
  shake: shakeRows,
  shorten: shortenRows,
  store: storeRows,
  tag: tagRows,
  ticket: ticketRows,
  user: userRows,
  wifi: wifiRows,
}
