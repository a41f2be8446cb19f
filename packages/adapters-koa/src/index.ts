export { type KoaContext, type KoaHandler, type KoaHandlerOptions, koaHandler } from './koa-handler.js'
