export { type ApiKeys, generateApiKeys } from './api-keys.js'
export { type ApiAnswer, ApiPlatform, type ApiPlatformOptions, type PlatformSigningKey } from './api-platform.js'
export { type PayEvent, signPayEvent } from './pay-event.js'
export type { PublicVector } from './public-vector.js'
export {
  type PushQuery,
  type QueryOptions,
  type SealedPush,
  type SealPushOptions,
  sealPush,
  signQuery,
} from './push.js'
export { type OpenReplyOptions, openReply } from './reply.js'
export { type SealUserDataOptions, sealUserData } from './user-data.js'
export { publicVectors } from './vectors.js'
