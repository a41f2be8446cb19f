import { createServer } from 'node:http'
import { type LoopbackServer, listenOnLoopback } from '@wx/core/testing'
import type { CredentialStore, LockSource } from '../tokens/shared.js'
import { memoryLock, memoryStore } from './memory-shared.js'

/** A store and a lock for several processes: the memory of one of them, over loopback. */
export async function serveShared(): Promise<LoopbackServer> {
  const store = memoryStore()
  const lock = memoryLock()
  const held = new Map<string, { release(): unknown }>()
  let number = 0

  const answers: Readonly<Record<string, (given: Given) => Promise<unknown>>> = {
    get: async ({ key }) => store.get(key),
    set: async ({ key, value = '' }) => store.set(key, value, 0),
    lock: async ({ key }) => {
      const id = `${key}#${++number}`
      const one = await lock.lock(key, { leaseMs: 0, waitMs: 0 })
      if (one !== undefined) held.set(id, one)
      return id
    },
    release: async ({ key }) => held.get(key)?.release(),
  }
  return listenOnLoopback(
    createServer(async (request, response) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      const given = JSON.parse(Buffer.concat(parts).toString()) as Given
      const answer = await answers[request.url?.slice(1) ?? '']?.(given)
      response.end(JSON.stringify({ answer }))
    }),
  )
}

interface Given {
  readonly key: string
  readonly value?: string
}

/** What a process uses of it. */
export function sharedAt(origin: string): CredentialStore & LockSource {
  const ask = async (what: string, given: Given): Promise<string | undefined> => {
    const response = await fetch(`${origin}/${what}`, { method: 'POST', body: JSON.stringify(given) })
    return ((await response.json()) as { answer?: string }).answer
  }
  return {
    get: (key) => ask('get', { key }),
    set: (key, value) => ask('set', { key, value }),
    async lock(key) {
      const id = (await ask('lock', { key })) ?? ''
      return { release: () => ask('release', { key: id }) }
    },
  }
}
