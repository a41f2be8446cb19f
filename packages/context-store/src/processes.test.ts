import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { fileSessions } from './file/index.js'
import type { ContextStore } from './index.js'
import { sqliteSessions } from './sqlite/index.js'

interface Session {
  count: number
}

/** The stores that last, and how a process of its own opens them. */
const stores = [
  {
    name: 'sqlite',
    open: (folder: string): ContextStore<Session> => sqliteSessions(join(folder, 'sessions.db')),
    script: `import { sqliteSessions } from '@wx/context-store/sqlite'
      const contexts = sqliteSessions(process.env.STORE_FOLDER + '/sessions.db')`,
  },
  {
    name: 'file',
    open: (folder: string): ContextStore<Session> => fileSessions(join(folder, 'sessions')),
    script: `import { fileSessions } from '@wx/context-store/file'
      const contexts = fileSessions(process.env.STORE_FOLDER + '/sessions')`,
  },
]

const home = fileURLToPath(new URL('..', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const conditions = process.env['WX_TEST_DIST'] === '1' ? [] : ['--conditions=@wx/source']

const folders: string[] = []
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wx-processes-'))
  folders.push(folder)
  return folder
}

/** A process that counts up, and says each number once it is saved; it begins when it is told to. */
function counter(script: string, { folder, times }: { folder: string; times: number }): ChildProcess {
  const code = `${script}
    await new Promise((resolve) => process.once('message', resolve).send('ready'))
    for (let n = 0; n < ${times}; n++) {
      process.send(await contexts.update('o1', (it) => {
        const count = it.get('count', 0) + 1
        it.set('count', count)
        return count
      }))
    }
    process.disconnect()`
  const child = spawn(process.execPath, ['--import', tsx, ...conditions, '--input-type=module', '--eval', code], {
    cwd: home,
    env: { ...process.env, STORE_FOLDER: folder },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  children.push(child)
  return child
}

describe.each(stores)('$name, between processes', ({ open, script }) => {
  it('a process that is killed between two messages loses no session, and leaves nothing in the way', async () => {
    const folder = newFolder()
    let saved = 0
    for (const enough of [1, 40, 80]) {
      const child = counter(script, { folder, times: 1_000_000 })
      await once(child, 'message')
      const dead = once(child, 'exit')
      child.on('message', (count) => {
        saved = Number(count)
        if (saved >= enough) child.kill('SIGKILL')
      })
      child.send('go')
      expect(await dead).toEqual([null, 'SIGKILL'])
      const count = (await open(folder).open('o1')).get('count', 0)
      // It may have saved more than it came to say.
      expect(count).toBeGreaterThanOrEqual(saved)
    }
    const contexts = open(folder)
    const before = (await contexts.open('o1')).get('count', 0)
    await contexts.update('o1', (it) => void it.set('count', it.get('count', 0) + 1))
    expect((await contexts.open('o1')).get('count')).toBe(before + 1)
    await contexts.close()
  })

  it('two processes that count up 200 times each lose no update', async () => {
    const folder = newFolder()
    const two = [counter(script, { folder, times: 200 }), counter(script, { folder, times: 200 })]
    await Promise.all(two.map((child) => once(child, 'message')))
    const said: number[] = []
    const ends = two.map((child) => once(child, 'exit'))
    for (const child of two) {
      child.on('message', (count) => said.push(Number(count)))
      child.send('go')
    }
    expect(await Promise.all(ends)).toEqual([
      [0, null],
      [0, null],
    ])
    const contexts = open(folder)
    expect((await contexts.open('o1')).get('count')).toBe(400)
    expect(said.sort((a, b) => a - b)).toEqual(Array.from({ length: 400 }, (_, n) => n + 1))
    await contexts.close()
  })
})
