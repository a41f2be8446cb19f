export type { JsSdkHandlerOptions } from './handler.js'
export {
  type JsApiGroup,
  type JsApiName,
  type JsApiRow,
  jsApiDocs,
  jsApis,
  type OpenTagName,
  openTagDocs,
  openTags,
} from './js-apis.js'
export { type JsConfig, type JsConfigOptions, type JsSdk, type JsSdkClient, jsSdk } from './js-sdk.js'
export type { VariantName } from './page-address.js'
export type { Verified, VerifyInput, VerifyReason } from './verify.js'
