export {
  type CustomMessagePusher,
  type CustomMessagePusherOptions,
  customMessagePusher,
  type PusherClient,
} from './customer-message-pusher.js'
export { customerMessagesOf } from './customer-messages.js'
export { UnsendableReplyError } from './unsendable-reply-error.js'
