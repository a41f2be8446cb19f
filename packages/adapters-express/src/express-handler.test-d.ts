import type { WebHandler } from '@wx/core'
import express, { type RequestHandler, Router } from 'express'
import { describe, expectTypeOf, it } from 'vitest'
import { type ExpressHandlerOptions, expressHandler } from './express-handler.js'

declare const handler: WebHandler
declare const robot: { readonly handle: WebHandler; readonly close: () => Promise<void> }

describe('expressHandler', () => {
  it('is what the types of Express call a request handler', () => {
    expectTypeOf(expressHandler(handler)).toExtend<RequestHandler>()
    const app = express()
    app.use('/wx', expressHandler(handler))
    app.use(expressHandler(robot, { path: '/wx' }))
    app.all('/wx', expressHandler(robot))
    app.get('/wx', expressHandler(robot)).post('/wx', express.text(), expressHandler(robot))
    Router().use('/wx', expressHandler(robot, { maxBodyBytes: 1024, logger: console }))
  })

  it('takes a robot or a web handler, and nothing else', () => {
    // @ts-expect-error an object without handle
    expressHandler({ listen: () => undefined })
    // @ts-expect-error a middleware is no web handler
    expressHandler((_request: unknown, response: { end(): void }) => response.end())
    // @ts-expect-error an option that does not exist
    expressHandler(handler, { paht: '/wx' })
    expectTypeOf<ExpressHandlerOptions['path']>().toEqualTypeOf<string | undefined>()
  })
})
