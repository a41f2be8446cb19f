import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, ManualClock } from '@wx/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileSessions, fileStore } from './index.js'

let folder = ''
let dir = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wx-file-'))
  dir = join(folder, 'sessions')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Paths of all files of the store. */
const files = (): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((path) => join(dir, path))
    .filter((path) => statSync(path).isFile())

const only = (part: string): string => {
  const found = files().filter((path) => path.includes(part))
  if (found.length !== 1) throw new Error(`${found.length} files with ${part}`)
  return found[0] ?? ''
}

describe('fileStore', () => {
  it('CS-25: keeps a file per key, whose name does not come from the key', async () => {
    const store = fileStore({ dir })
    await store.set('../../oUser|1', 'v')
    expect(files().length).toBe(2)
    for (const path of files())
      expect(path.slice(dir.length)).toMatch(/^\/[0-9a-f]{2}\/[0-9a-f]{62}\/(now|data)\.[0-9a-f-]{36}$/)
    expect(readFileSync(only('data.'), 'utf8')).toBe('{"v":1,"key":"../../oUser|1","expires":null,"length":1}\nv')
    await store.set('../../oUser|1', 'w')
    expect(files().length).toBe(2)
    await store.delete('../../oUser|1')
    expect(files()).toEqual([])
    expect(readdirSync(join(dir, readdirSync(dir)[0] ?? ''))).toEqual([])
  })

  it('refuses folders that cannot be', () => {
    writeFileSync(join(folder, 'file'), '')
    for (const bad of ['', join(folder, 'file'), join(folder, 'file', 'below')]) {
      expect(() => fileStore({ dir: bad })).toThrow(ConfigError)
    }
  })

  it('reports what is damaged to who asks for it, and to nobody else, until it is written anew', async () => {
    const clock = new ManualClock()
    const store = fileStore({ dir, clock })
    await store.set('a', 'value')
    const whole = readFileSync(only('data.'), 'utf8')
    const head = whole.slice(0, whole.indexOf('\n'))
    for (const text of ['', 'x', `${head}\nvalu`, head, `null\n`, `${head.replace('"v":1', '"v":2')}\nvalue`]) {
      const damaged = only('data.')
      writeFileSync(damaged, text)
      await expect(store.get('a'), text).rejects.toMatchObject({ code: 'WX_STORE_DAMAGED', file: damaged })
      const change = { expected: 'value', value: 'new' }
      await expect(store.compareAndSet('a', change)).rejects.toMatchObject({ code: 'WX_STORE_DAMAGED' })
      await store.clearExpired()
      await store.set('a', 'value')
      expect(await store.get('a')).toBe('value')
    }
    writeFileSync(only('data.'), '')
    expect(await store.delete('a')).toBe(true)
    expect(await store.get('a')).toBe(undefined)
  })

  it('what a killed process left half done does no harm, and goes with the next write', async () => {
    const store = fileStore({ dir })
    await store.set('a', 'old')
    const place = join(only('now.'), '..')
    // Killed before its value counted.
    writeFileSync(join(place, 'data.half'), 'half')
    expect(await store.get('a')).toBe('old')
    await store.set('a', 'new')
    expect(readdirSync(place).length).toBe(2)
    // Killed while it deleted.
    await store.delete('a')
    mkdirSync(place)
    writeFileSync(join(place, 'dead.old'), '')
    writeFileSync(join(place, 'data.old'), 'old')
    expect(await store.get('a')).toBe(undefined)
    expect(await store.compareAndSet('a', { expected: undefined, value: 'newer' })).toBe(true)
    expect([await store.get('a'), readdirSync(place).length]).toEqual(['newer', 2])
    // Killed as it wrote into a key that was deleted that very moment.
    await store.delete('a')
    mkdirSync(place)
    writeFileSync(join(place, 'data.late'), 'late')
    expect(await store.get('a')).toBe(undefined)
    await store.set('a', 'newest')
    expect([await store.get('a'), readdirSync(place).length]).toEqual(['newest', 2])
  })

  it('removes old drafts of killed processes, and none that may be in use', async () => {
    const store = fileStore({ dir })
    const [old, young] = [join(dir, 'draft.1'), join(dir, 'draft.2')]
    for (const draft of [old, young]) mkdirSync(draft)
    writeFileSync(join(old, 'data.1'), '')
    utimesSync(old, new Date(0), new Date(0))
    await store.clearExpired()
    expect(readdirSync(dir)).toEqual(['draft.2'])
    expect(await store.get('a')).toBe(undefined)
  })

  it('is not put off by files that are none of its own', async () => {
    const store = fileStore({ dir })
    await store.set('a', 'v')
    for (const place of [dir, join(only('now.'), '..', '..')]) writeFileSync(join(place, '.DS_Store'), '')
    await store.clearExpired()
    const seen: string[] = []
    for await (const [key] of store.iterator()) seen.push(key)
    expect(seen).toEqual(['a'])
  })

  it('CS-13: drops what has expired while it is written', async () => {
    const clock = new ManualClock()
    const store = fileStore({ dir, fsync: false, clock })
    for (let n = 0; n < 40; n++) await store.set(`old${n}`, 'v', 1_000)
    await store.set('alive', 'v', 10_000_000)
    const draft = join(dir, 'draft.1')
    mkdirSync(draft)
    utimesSync(draft, new Date(0), new Date(0))
    await clock.advance(1_000)
    const pointers = () => files().filter((path) => path.includes('now.')).length
    expect(pointers()).toBe(41)
    // Each looks at one group of 256; writes of every kind do so.
    for (let n = 0; n < 2 * 256; n++) {
      await store.set('new', 'v')
      await store.compareAndSet('new', { expected: 'v', value: 'w' })
    }
    expect(pointers()).toBe(2)
    expect(existsSync(draft)).toBe(false)
    expect(await store.get('alive')).toBe('v')
  })
})

describe('fileSessions', () => {
  it('CS-25, P18: keeps contexts in a folder, in one line', async () => {
    const clock = new ManualClock()
    const options = { account: 'gh_1', ttlSeconds: 60, clock }
    const contexts = fileSessions<{ step: number }>(dir, options)
    await contexts.update('o1', (it) => void it.set('step', 2))
    await contexts.close()
    await expect(contexts.open('o1')).rejects.toMatchObject({ cause: { code: 'WX_STORE_CLOSED' } })
    const again = fileSessions<{ step: number }>(dir, options)
    expect((await again.open('o1')).get('step')).toBe(2)
    await clock.advance(60_000)
    expect((await again.open('o1')).get('step')).toBe(undefined)
    await again.clearExpired()
    expect(files()).toEqual([])
  })
})
