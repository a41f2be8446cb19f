import { expressHandler } from '@wx/adapters-express'
import { fetchHandler } from '@wx/adapters-fetch'
import { koaHandler } from '@wx/adapters-koa'
import { toNodeListener } from '@wx/core/node'
import { Robot, type RobotOptions } from '@wx/robot'
import express from 'express'
import Koa from 'koa'
import type { Listener } from '../limit/listener.js'
import { account, type Form } from '../message/account.js'
import { answerTo } from '../message/answer-to.js'
import { webhookPath } from '../message/http-request.js'
import { fetchListener } from './fetch-bridge.js'
import { koaCallback } from './frameworks.js'

/** Whether the handler answers at once or by a promise. */
export type HandlerKind = 'sync' | 'async'

/** Of whom the messages are, and what seals them. */
export const accountOptions = (form: Form): Pick<RobotOptions, 'token' | 'appId' | 'encodingAesKey'> => ({
  token: account.token,
  appId: account.appId,
  ...(form === 'secure' && { encodingAesKey: account.encodingAesKey }),
})

/** The robot as a user sets it up: every promise on, sessions off, everything else by default. */
export function createRobot(form: Form, handler: HandlerKind, more: Partial<RobotOptions> = {}): Robot {
  const robot = new Robot({ ...accountOptions(form), sessions: false, ...more })
  if (handler === 'sync') robot.text((ctx) => answerTo(ctx.message.content))
  else robot.text(async (ctx) => answerTo(ctx.message.content))
  return robot
}

/** On `node:http`. */
export function bareListener(form: Form, handler: HandlerKind): Listener {
  const listener = toNodeListener(createRobot(form, handler).handle)
  return (request, response) => void listener(request, response)
}

/** In Express 5, as the adapter's README has it. */
export function expressListener(form: Form, handler: HandlerKind): Listener {
  const app = express()
  app.use(webhookPath, expressHandler(createRobot(form, handler)))
  return app
}

/** In Koa 3, as the adapter's README has it. */
export function koaListener(form: Form, handler: HandlerKind): Listener {
  const app = new Koa()
  app.use(koaHandler(createRobot(form, handler), { path: webhookPath }))
  return koaCallback(app)
}

/** On the web standard's Request and Response, which a bridge makes of those of `node:http`. */
export function webListener(form: Form, handler: HandlerKind): Listener {
  const handle = fetchHandler(createRobot(form, handler), { path: webhookPath })
  return fetchListener((request) => handle(request))
}
