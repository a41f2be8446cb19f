export { consumed, notFound, plainText, tooLarge } from './answers.js'
export { BodyConsumedError, BodyTooLargeError, ClientHungUpError, type ReadBodyOptions, readBody } from './body.js'
export {
  type NodeBridgeOptions,
  type NodeListener,
  type NodeNext,
  type NodeRequest,
  toNodeListener,
} from './listener.js'
