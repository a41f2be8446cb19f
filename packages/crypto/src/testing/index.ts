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
export { type PublicVector, publicVectors } from './vectors.js'
