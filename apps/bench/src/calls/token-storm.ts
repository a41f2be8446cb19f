import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { Child } from '../child/child.js'
import { hasPeers } from '../peers.js'
import type { KitCalls } from './kit-main.js'
import { type Kit, type KitId, kits, type SharedPlace } from './kits.js'
import { startTokenServer, type TokenServer } from './token-server.js'

/** What became of 200 calls at once. */
export interface TokenStorm {
  readonly title: string
  readonly rows: readonly {
    readonly id: KitId
    readonly label: string
    /** Requests for a token that WeChat saw. */
    readonly tokenRequests: number
    /** Calls of the user's that failed. */
    readonly failed: number
  }[]
}

const calls = 200

interface StormCase {
  readonly title: string
  readonly processes: number
  readonly isShared: boolean
  /** Calls first, so that all hold a token, which then dies. */
  readonly isKilled: boolean
}

const cases: readonly StormCase[] = [
  { title: 'no token yet, one process', processes: 1, isShared: false, isKilled: false },
  { title: 'the token was killed elsewhere, one process', processes: 1, isShared: false, isKilled: true },
  { title: 'no token yet, four processes with one store', processes: 4, isShared: true, isKilled: false },
  {
    title: 'the token was killed elsewhere, four processes with one store',
    processes: 4,
    isShared: true,
    isKilled: true,
  },
  { title: 'no token yet, four processes without a store', processes: 4, isShared: false, isKilled: false },
]

const redisUrl = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379'

/** Counts token requests and failures; nothing is timed. What needs a Redis is left out where there is none. */
export async function tokenStorms(onStep: (step: string) => void): Promise<readonly TokenStorm[]> {
  const hasRedis = await answers(redisUrl)
  if (!hasRedis) onStep(`no Redis at ${redisUrl}: token storms of several processes with one store are left out`)
  const entered = kits.filter(
    ({ isPeer, hasTokens, id }) => hasTokens && id !== 'api-client' && (!isPeer || hasPeers()),
  )
  const server = await startTokenServer({ robs: true })
  try {
    const storms: TokenStorm[] = []
    for (const it of cases.filter(({ isShared }) => hasRedis || !isShared)) {
      const rows = []
      for (const kit of entered) rows.push({ id: kit.id, label: kit.label, ...(await storm(kit, it, server)) })
      storms.push({ title: it.title, rows })
    }
    return storms
  } finally {
    await server.close()
  }
}

async function storm({ id }: Kit, { processes, isShared, isKilled }: StormCase, server: TokenServer) {
  const shared: SharedPlace | undefined = isShared ? { url: redisUrl, prefix: `wx-bench-${randomUUID()}` } : undefined
  const children = Array.from(
    { length: processes },
    () => new Child<KitCalls>(new URL('./kit-main.js', import.meta.url), { core: undefined }),
  )
  try {
    server.reset()
    await Promise.all(children.map((it) => it.ask('open', { id, options: { origin: server.origin, shared } })))
    if (isKilled) {
      for (const child of children) await child.ask('burst', { id, count: 1 })
      server.reset()
    }
    const failed = await Promise.all(children.map((it) => it.ask('burst', { id, count: calls / processes })))
    await Promise.all(children.map((it) => it.ask('close', id)))
    return { tokenRequests: server.tokenRequests(), failed: failed.reduce((sum, it) => sum + it, 0) }
  } finally {
    for (const child of children) child.stop()
  }
}

/** Whether somebody listens there. */
function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 6379) })
    const end = (found: boolean): void => {
      socket.destroy()
      resolve(found)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
