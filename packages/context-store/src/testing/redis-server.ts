import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

const program = 'redis-server'

/** A redis-server of a test's own. */
export interface RedisServer {
  /** Where it listens: a Unix socket in a folder that goes with the server. `new Redis({ path: socket })` of ioredis takes it. */
  readonly socket: string
  /** Stops it without letting it answer: connections stay open, and whoever asks waits. */
  freeze(): void
  /** Lets it go on after `freeze`. What it was asked meanwhile it does now. */
  thaw(): void
  /** Ends it as a crash would. Nothing of it is left. */
  kill(): Promise<void>
}

/**
 * Whether this machine has a `redis-server`, for `describe.skipIf(!hasRedisServer())`. Says so when it has not.
 * @throws Error under `CI=true`, where leaving the tests out would be a lie
 */
export function hasRedisServer(): boolean {
  if (spawnSync(program, ['--version']).status === 0) return true
  const missing = 'there is no redis-server on this machine, which tests on Redis start for themselves; install Redis'
  if (process.env['CI'] === 'true') throw new Error(missing)
  console.warn(`left out: ${missing}`)
  return false
}

/**
 * Starts an empty redis-server that only this process knows: on a Unix socket instead of a port, keeping nothing on disk. It
 * ends with this process, if `kill` did not end it before.
 * @param settings more of the server's settings, as on its command line: `['--maxmemory', '1mb']`
 * @throws Error with what the server said, when it does not start
 */
export async function startRedis(settings: readonly string[] = []): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'wx-redis-'))
  const socket = join(folder, 'redis.sock')
  const server = spawn(
    program,
    ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', '', '--appendonly', 'no', ...settings],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const killWithTheTest = (): void => void server.kill('SIGKILL')
  const cleanUp = (): void => {
    process.off('exit', killWithTheTest)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', killWithTheTest)
  try {
    await listening(server)
  } catch (error) {
    cleanUp()
    throw error
  }
  return {
    socket,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    async kill() {
      server.kill('SIGKILL')
      await ended
      cleanUp()
    },
  }
}

function listening(server: ChildProcessByStdio<null, Readable, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: unknown): void => {
      said += String(chunk)
      if (/ready to accept connections/i.test(said)) resolve()
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.once('error', reject)
    server.once('close', () => reject(new Error(`redis-server did not start:\n${said}`)))
  })
}
