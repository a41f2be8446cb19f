export type { ApiHeaders } from './api-headers.js'
export type { ApiSymmetricKey, PlatformCertificate } from './api-keys.js'
export type { ApiMessage } from './api-open.js'
export type { ApiPartyOptions, JsonCodec } from './api-party.js'
export { ApiRefusedError } from './api-refused-error.js'
export { type ApiCall, ApiSecurity, type ApiSecurityOptions, type SecuredApiCall } from './api-security.js'
export {
  type CardChoice,
  type CardExt,
  type CardExtInput,
  type ChooseCardInput,
  type ChooseInvoiceInput,
  type InvoiceChoice,
  signCardExt,
  signChooseCard,
  signChooseInvoice,
} from './cards.js'
export { type DeliveryOrder, signDelivery } from './delivery-signature.js'
export { CryptoError, type CryptoErrorCode, type CryptoErrorKind, type CryptoErrorOptions } from './errors.js'
export { generateEncodingAesKey, generateToken } from './generate.js'
export { type JsapiInput, type JsapiSignature, signJsapi } from './jsapi.js'
export {
  type EncryptOptions,
  MessageCrypto,
  type MessageCryptoOptions,
  type SealedMessage,
  type SealOptions,
  type UnverifiedMessage,
} from './message-crypto.js'
export {
  type MidasCall,
  type MidasParams,
  type MidasSession,
  signMidas,
  signMidasSession,
} from './midas-signature.js'
export { type SignedRawData, signRawData, signSession, verifyRawData } from './session-signature.js'
export { isEncodingAesKey, isToken } from './settings.js'
export { type SignedQuery, sha1Signature, verifySignature } from './signature.js'
export { decryptUserData, type EncryptedUserData, type UserData } from './user-data.js'
export { signVirtualPayment, type VirtualPayment, type VirtualPaymentEvent, verifyPayEvent } from './virtual-payment.js'
