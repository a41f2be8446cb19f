import { expressHandler } from '@wx/adapters-express'
import { toNodeListener } from '@wx/core/node'
import { Robot, type RobotOptions } from '@wx/robot'
import express from 'express'
import type { Listener } from '../limit/listener.js'
import { account, type Form } from '../message/account.js'
import { answerTo } from '../message/answer-to.js'
import { webhookPath } from '../message/http-request.js'

/** Whether the handler answers at once or by a promise. */
export type HandlerKind = 'sync' | 'async'

/** The robot as a user sets it up: every promise on, sessions off, everything else by default. */
export function createRobot(form: Form, handler: HandlerKind, more: Partial<RobotOptions> = {}): Robot {
  const keys = form === 'plain' ? {} : { encodingAesKey: account.encodingAesKey }
  const robot = new Robot({ token: account.token, appId: account.appId, sessions: false, ...keys, ...more })
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
