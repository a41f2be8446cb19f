export { BodyConsumedError, BodyTooLargeError, ClientHungUpError, type ReadBodyOptions, readBody } from './body.js'
export {
  type NodeBridgeOptions,
  type NodeListener,
  type NodeNext,
  type NodeRequest,
  toNodeListener,
} from './listener.js'
