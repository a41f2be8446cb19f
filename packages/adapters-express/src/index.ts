export {
  type ExpressHandler,
  type ExpressHandlerOptions,
  type ExpressRequest,
  expressHandler,
} from './express-handler.js'
