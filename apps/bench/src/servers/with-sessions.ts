import { join } from 'node:path'
import { ContextStore } from '@wx/context-store'
import { sqliteSessions } from '@wx/context-store/sqlite'
import { toNodeListener } from '@wx/core/node'
import { Robot } from '@wx/robot'
import type { Listener } from '../limit/listener.js'
import type { Form } from '../message/account.js'
import { answerTo } from '../message/answer-to.js'
import { accountOptions } from './ours.js'
import { temporaryFolder } from './temporary-folder.js'

/** What the handler counts of each user. */
interface Counted {
  readonly messages: number
}

/** Sessions in memory, as a robot has them by default. */
export const memorySessionsListener = (form: Form): Listener => countingListener(form, new ContextStore<Counted>())

/** Sessions in a SQLite file, which is removed when the server ends. */
export const sqliteSessionsListener = (form: Form): Listener =>
  countingListener(form, sqliteSessions<Counted>(join(temporaryFolder(), 'sessions.db')))

/** A robot that reads and changes the session with every message: one load and one save. */
function countingListener(form: Form, sessions: ContextStore<Counted>): Listener {
  const robot = new Robot<Counted>({ ...accountOptions(form), sessions })
  robot.text(async (ctx) => {
    ctx.session.set('messages', ctx.session.get('messages', 0) + 1)
    return answerTo(ctx.message.content)
  })
  const listener = toNodeListener(robot.handle)
  return (request, response) => void listener(request, response)
}
