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
export { type SignedRawData, signRawData, signSession, verifyRawData } from './session-signature.js'
export { isEncodingAesKey, isToken } from './settings.js'
export { type SignedQuery, sha1Signature, verifySignature } from './signature.js'
export { decryptUserData, type EncryptedUserData, type UserData } from './user-data.js'
