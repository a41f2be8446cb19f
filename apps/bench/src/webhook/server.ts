import { Child } from '../child/child.js'
import type { LoadResult } from '../load/load.js'
import type { Form } from '../message/account.js'
import type { Contestant } from '../servers/contestants.js'
import type { ServerCalls } from '../servers/server-main.js'
import type { Field } from './field.js'

/** A contestant in its own process. */
export interface Server {
  readonly contestant: Contestant
  readonly port: number
  readonly process: Child<ServerCalls>
}

export async function startServer(contestant: Contestant, form: Form, { cores }: Field): Promise<Server> {
  const process = new Child<ServerCalls>(new URL('../servers/server-main.js', import.meta.url), { core: cores?.server })
  return { contestant, process, port: await process.ask('start', { id: contestant.id, form }) }
}

/** One run of the load generator's pool against a server. */
export interface Round extends LoadResult {
  /** Microseconds of the server's CPU for a request. */
  readonly cpu: number
}

/** Sends what the load generator holds, and reads what it cost the server. */
export async function runRound(server: Server, { load, cores }: Field, connections: number): Promise<Round> {
  const { answers } = server.contestant
  const ownCore = cores !== undefined
  const first = await load.ask('connect', { port: server.port, connections, answers, ownCore })
  const before = await server.process.ask('usage', { collect: false })
  const result = await load.ask('go', { answers })
  const after = await server.process.ask('usage', { collect: false })
  await load.ask('rest', null)
  return {
    ...result,
    checked: result.checked + first.checked,
    wrong: result.wrong + first.wrong,
    ...(first.wrongExample !== undefined && { wrongExample: first.wrongExample }),
    cpu: (after.cpu - before.cpu) / result.requests,
  }
}
