export {
  type CustomMessagePusher,
  type CustomMessagePusherOptions,
  customMessagePusher,
  type PusherClient,
} from './customer-message-pusher.js'
