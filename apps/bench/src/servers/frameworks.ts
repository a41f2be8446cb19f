import express from 'express'
import Koa from 'koa'
import { constantListener, type Listener, limitListener } from '../limit/listener.js'
import { createLimit } from '../limit/webhook.js'
import type { Form } from '../message/account.js'
import { webhookPath } from '../message/http-request.js'

/** Express 5 and nothing else. */
export function expressConstant(): Listener {
  const app = express()
  app.use(webhookPath, constantListener)
  return app
}

/** The limit's work inside Express 5. */
export function expressLimit(form: Form): Listener {
  const app = express()
  app.use(webhookPath, limitListener(createLimit({ form })))
  return app
}

/** Koa 3 and nothing else. */
export function koaConstant(): Listener {
  const app = new Koa()
  app.use((ctx) => {
    ctx.req.resume()
    ctx.type = 'text/xml'
    ctx.body = 'success'
  })
  return koaCallback(app)
}

/** The limit's work inside Koa 3. */
export function koaLimit(form: Form): Listener {
  const app = new Koa()
  const limit = createLimit({ form })
  app.use(async (ctx) => {
    const chunks: Buffer[] = []
    await new Promise<void>((resolve, reject) => {
      ctx.req
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => resolve())
        .on('error', reject)
    })
    const [first, ...rest] = chunks
    const body = first === undefined || rest.length > 0 ? Buffer.concat(chunks) : first
    const answer = limit(ctx.querystring, body)
    ctx.status = answer === undefined ? 403 : 200
    ctx.type = 'text/xml'
    ctx.body = answer ?? 'forbidden'
  })
  return koaCallback(app)
}

/** Koa's listener promises an end, which nobody here waits for. */
export function koaCallback(app: Koa): Listener {
  const listener = app.callback()
  return (request, response) => void listener(request, response)
}
