import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

const program = 'redis-server'

/** A redis-server of a test's own. */
export interface TestServer {
  /** Where it listens: a socket in a folder that goes with the server. */
  readonly socket: string
  /** Stops it without letting it answer, and lets it go on. */
  freeze(): void
  thaw(): void
  /** Ends it as a crash would. */
  kill(): Promise<void>
}

/**
 * Whether this machine has a redis-server. Says so when it has not.
 * @throws Error under `CI=true`, where leaving the tests out would be a lie
 */
export function hasRedisServer(): boolean {
  if (spawnSync(program, ['--version']).status === 0) return true
  const missing =
    'there is no redis-server on this machine, which the tests of @wx/context-store/redis start for themselves'
  if (process.env['CI'] === 'true') throw new Error(missing)
  console.warn(`left out: ${missing}`)
  return false
}

/** @param settings more of the server's settings, as on its command line */
export async function startRedis(settings: readonly string[] = []): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'wx-redis-'))
  const socket = join(folder, 'redis.sock')
  const server = spawn(
    program,
    ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', '', '--appendonly', 'no', ...settings],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = once(server, 'exit')
  const killWithTheTest = () => server.kill('SIGKILL')
  process.once('exit', killWithTheTest)
  await listening(server)
  return {
    socket,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    async kill() {
      process.off('exit', killWithTheTest)
      server.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function listening(server: ChildProcessByStdio<null, Readable, null>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout.on('data', (chunk) => {
      said += String(chunk)
      if (/ready to accept connections/i.test(said)) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`redis-server did not start:\n${said}`)))
  })
}
