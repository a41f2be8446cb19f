import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { fileStore } from './file/index.js'
import { Connection } from './sqlite/connection.js'
import { sqliteStore } from './sqlite/index.js'
import { storeContract } from './testing/index.js'

const newFolder = () => mkdtempSync(join(tmpdir(), 'wx-store-'))

describe('a Map keeps the contract', () => {
  storeContract(
    { describe, it, expect },
    () => {
      const clock = new ManualClock()
      const map = new Map<string, unknown>()
      return { open: () => map, clock, advance: (ms) => clock.advance(ms) }
    },
    {
      capabilities: {
        compareAndSet: false,
        expiry: false,
        namespaces: false,
        iterator: false,
        disconnect: false,
        failure: false,
      },
    },
  )
})

describe('sqliteStore keeps the contract', () => {
  storeContract({ describe, it, expect }, () => {
    const clock = new ManualClock()
    const folder = newFolder()
    const file = join(folder, 'sessions.db')
    return {
      open: () => sqliteStore({ file, clock }),
      clock,
      advance: (ms) => clock.advance(ms),
      fail() {
        const connection = new Connection({ file, table: 'other', busyTimeoutMs: 0, fsync: false })
        connection.run('DROP TABLE wx_contexts', [])
        connection.close()
      },
      dispose: () => rmSync(folder, { recursive: true }),
    }
  })
})

describe('fileStore keeps the contract', () => {
  storeContract({ describe, it, expect }, () => {
    const clock = new ManualClock()
    const folder = newFolder()
    const dir = join(folder, 'sessions')
    return {
      open: () => fileStore({ dir, fsync: false, clock }),
      clock,
      advance: (ms) => clock.advance(ms),
      fail() {
        rmSync(dir, { recursive: true })
        writeFileSync(dir, 'in the way')
      },
      dispose: () => rmSync(folder, { recursive: true }),
    }
  })
})
