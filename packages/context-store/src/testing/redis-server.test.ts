import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hasRedisServer, startRedis } from './index.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wx-test-'))
  vi.stubEnv('TMPDIR', folder)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!hasRedisServer())('startRedis', () => {
  it('starts a server of its own each time, and leaves nothing when it ends', async () => {
    const servers = [await startRedis(), await startRedis(['--databases', '1'])]
    const clients = servers.map(({ socket }) => new Redis({ path: socket }))
    await clients[0]?.set('k', 'v')
    expect(await Promise.all(clients.map((client) => client.get('k')))).toEqual(['v', null])
    expect(await clients[1]?.config('GET', 'databases')).toEqual(['databases', '1'])
    for (const client of clients) client.disconnect()
    for (const server of servers) await server.kill()
    expect(readdirSync(folder)).toEqual([])
  })

  it('says what the server said when it does not start, and leaves nothing', async () => {
    await expect(startRedis(['--no-such-setting', '1'])).rejects.toThrow(/did not start:.*no-such-setting/s)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('on a machine without redis-server', () => {
  beforeEach(() => {
    vi.stubEnv('PATH', folder)
    vi.stubEnv('CI', 'false')
  })

  it('the tests are left out, and a line says so', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    expect(hasRedisServer()).toBe(false)
    expect(warn.mock.calls).toEqual([[expect.stringContaining('no redis-server')]])
  })

  it('CI fails instead', () => {
    vi.stubEnv('CI', 'true')
    expect(() => hasRedisServer()).toThrow('no redis-server')
  })

  it('a start fails at once, and leaves nothing', async () => {
    await expect(startRedis()).rejects.toThrow('ENOENT')
    expect(readdirSync(folder)).toEqual([])
  })
})
