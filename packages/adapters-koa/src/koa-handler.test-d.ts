import type { WebHandler } from '@wx/core'
import Koa, { type Middleware } from 'koa'
import { describe, expectTypeOf, it } from 'vitest'
import { type KoaHandlerOptions, koaHandler } from './koa-handler.js'

declare const handler: WebHandler
declare const robot: { readonly handle: WebHandler; readonly close: () => Promise<void> }

describe('koaHandler', () => {
  it('is what the types of Koa call a middleware', () => {
    expectTypeOf(koaHandler(handler)).toExtend<Middleware>()
    const app = new Koa<{ user?: string }, { log: (line: string) => void }>()
    app.use(koaHandler(robot, { path: '/wx' }))
    app.use(koaHandler(handler, { path: '/wx', maxBodyBytes: 1024, logger: console }))
    app.use((ctx, next) => koaHandler(robot)(ctx, next))
  })

  it('takes a robot or a web handler, and nothing else', () => {
    // @ts-expect-error an object without handle
    koaHandler({ listen: () => undefined })
    // @ts-expect-error a middleware is no web handler
    koaHandler((_ctx: { body: unknown }, next: () => void) => next())
    // @ts-expect-error an option that does not exist
    koaHandler(handler, { paht: '/wx' })
    expectTypeOf<KoaHandlerOptions['path']>().toEqualTypeOf<string | undefined>()
  })
})
