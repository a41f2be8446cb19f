import { constantListener, type Listener, limitListener } from '../limit/listener.js'
import { createLimit } from '../limit/webhook.js'
import type { Form } from '../message/account.js'

/** Whoever answers the same requests on the same machine. */
export interface Contestant {
  readonly id: ContestantId
  readonly label: string
  /** Whether the answers are replies to be looked into; the others send a constant. */
  readonly answers: boolean
  /** Stands in `apps/bench/peers`, which may not be installed. */
  readonly isPeer: boolean
  readonly forms: readonly Form[]
  readonly note?: string
  /** Imports what it needs when it is asked: a server process holds one contestant only. */
  listener(form: Form): Promise<Listener>
}

export type ContestantId =
  | 'floor'
  | 'limit'
  | 'limit-kept'
  | 'robot'
  | 'robot-sync'
  | 'robot-memory'
  | 'robot-sqlite'
  | 'express-floor'
  | 'express-limit'
  | 'express-robot'
  | 'koa-floor'
  | 'koa-limit'
  | 'koa-robot'
  | 'fetch-floor'
  | 'fetch-robot'
  | 'express-wechat'
  | 'koa-co-wechat'
  | 'node-easywechat'
  | 'tnwx'

const both: readonly Form[] = ['plain', 'secure']

const uncheckedPlain = 'checks no signature in plain mode'

/** In the order of the report. */
export const contestants: readonly Contestant[] = [
  {
    id: 'floor',
    label: 'node:http, a constant (the floor)',
    answers: false,
    isPeer: false,
    forms: both,
    listener: async () => constantListener,
  },
  {
    id: 'limit',
    label: '**the limit** on node:http',
    answers: true,
    isPeer: false,
    forms: both,
    listener: async (form) => limitListener(createLimit({ form })),
  },
  {
    id: 'limit-kept',
    label: 'the limit, with cipher objects kept',
    answers: true,
    isPeer: false,
    forms: ['secure'],
    listener: async (form) => limitListener(createLimit({ form, keepCiphers: true })),
  },
  {
    id: 'robot',
    label: '**@wx/robot** on node:http, async handler',
    answers: true,
    isPeer: false,
    forms: both,
    listener: async (form) => (await import('./ours.js')).bareListener(form, 'async'),
  },
  {
    id: 'robot-sync',
    label: '@wx/robot on node:http, sync handler',
    answers: true,
    isPeer: false,
    forms: both,
    listener: async (form) => (await import('./ours.js')).bareListener(form, 'sync'),
  },
  {
    id: 'robot-memory',
    label: '@wx/robot on node:http, sessions in memory, read and changed',
    answers: true,
    isPeer: false,
    forms: both,
    listener: async (form) => (await import('./with-sessions.js')).memorySessionsListener(form),
  },
  {
    id: 'robot-sqlite',
    label: '@wx/robot on node:http, sessions in SQLite, read and changed',
    answers: true,
    isPeer: false,
    forms: both,
    listener: async (form) => (await import('./with-sessions.js')).sqliteSessionsListener(form),
  },
  {
    id: 'express-floor',
    label: 'express 5, a constant',
    answers: false,
    isPeer: false,
    forms: both,
    listener: async () => (await import('./frameworks.js')).expressConstant(),
  },
  {
    id: 'express-limit',
    label: "express 5, the limit's work",
    answers: true,
    isPeer: false,
    forms: both,
    listener: async (form) => (await import('./frameworks.js')).expressLimit(form),
  },
  {
    id: 'express-robot',
    label: '**express 5 + @wx/robot**, async handler',
    answers: true,
    isPeer: false,
    forms: both,
    listener: async (form) => (await import('./ours.js')).expressListener(form, 'async'),
  },
  {
    id: 'koa-floor',
    label: 'koa 3, a constant',
    answers: false,
    isPeer: false,
    forms: both,
    listener: async () => (await import('./frameworks.js')).koaConstant(),
  },
  {
    id: 'koa-limit',
    label: "koa 3, the limit's work",
    answers: true,
    isPeer: false,
    forms: both,
    listener: async (form) => (await import('./frameworks.js')).koaLimit(form),
  },
  {
    id: 'koa-robot',
    label: '**koa 3 + @wx/robot**, async handler',
    answers: true,
    isPeer: false,
    forms: both,
    listener: async (form) => (await import('./ours.js')).koaListener(form, 'async'),
  },
  {
    id: 'fetch-floor',
    label: 'Request and Response on node:http, a constant',
    answers: false,
    isPeer: false,
    forms: both,
    listener: async () => (await import('./fetch-bridge.js')).fetchConstant(),
  },
  {
    id: 'fetch-robot',
    label: '**Request and Response + @wx/robot**, async handler',
    answers: true,
    isPeer: false,
    forms: both,
    listener: async (form) => (await import('./ours.js')).webListener(form, 'async'),
  },
  {
    id: 'express-wechat',
    label: 'express 5 + wechat 2.1.0',
    answers: true,
    isPeer: true,
    forms: both,
    listener: async (form) => (await import('./peer-servers.js')).wechatListener(form),
  },
  {
    id: 'koa-co-wechat',
    label: 'koa 3 + co-wechat 2.4.0',
    answers: true,
    isPeer: true,
    forms: both,
    listener: async (form) => (await import('./peer-servers.js')).coWechatListener(form),
  },
  {
    id: 'node-easywechat',
    label: 'node-easywechat 3.6.2 on node:http',
    answers: true,
    isPeer: true,
    forms: both,
    note: uncheckedPlain,
    listener: async (form) => (await import('./peer-servers.js')).easyWechatListener(form),
  },
  {
    id: 'tnwx',
    label: 'tnwx 2.5.6 on node:http',
    answers: true,
    isPeer: true,
    forms: both,
    note: uncheckedPlain,
    listener: async (form) => (await import('./peer-servers.js')).tnwxListener(form),
  },
]

/** @throws RangeError for a name that is none */
export function contestantOf(id: string): Contestant {
  const found = contestants.find((it) => it.id === id)
  if (found === undefined) throw new RangeError(`there is no contestant ${id}`)
  return found
}
