import { fork } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryCoordinator } from '@wx/context-store'
import { recordingLogger } from '@wx/core/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RobotOptions } from './options.js'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

afterEach(() => {
  vi.unstubAllEnvs()
})

/** What a robot says of the cluster while it handles two messages. */
async function warnings(options: Partial<RobotOptions> = {}) {
  const logger = recordingLogger()
  const robot = new Robot({ token: 'weixin', sessions: false, logger, ...options })
  robot.text(() => 'hello')
  const user = testUser(robot)
  await user.send('1')
  await user.send('2')
  return logger.lines.map(({ level, message }) => `${level}: ${message}`)
}

const warned = [expect.stringMatching(/^warn: this process is one of several .* share a coordinator/)]

describe('the warning of a cluster', () => {
  it('is not given in a process of its own', async () => {
    vi.stubEnv('NODE_APP_INSTANCE', undefined)
    expect(await warnings()).toEqual([])
  })

  it('is given once under PM2 with several instances', async () => {
    vi.stubEnv('NODE_APP_INSTANCE', '0')
    vi.stubEnv('instances', '4')
    expect(await warnings()).toEqual(warned)
  })

  it('is given where PM2 does not say how many there are', async () => {
    vi.stubEnv('NODE_APP_INSTANCE', '1')
    expect(await warnings()).toEqual(warned)
  })

  it('is not given for the only instance of PM2', async () => {
    vi.stubEnv('NODE_APP_INSTANCE', '0')
    vi.stubEnv('instances', '1')
    expect(await warnings()).toEqual([])
  })

  it('is not given with a coordinator that is shared', async () => {
    vi.stubEnv('NODE_APP_INSTANCE', '0')
    expect(await warnings({ coordinator: memoryCoordinator() })).toEqual([])
  })

  it('is given once in a worker of node:cluster, and not in its primary', async () => {
    expect(await linesOfCluster()).toEqual({ worker: 1, primary: 0 })
  })
})

/** Runs the warning in a cluster of one worker, in a process of its own. */
async function linesOfCluster(): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'wx-cluster-'))
  const source = new URL('./cluster-warning.ts', import.meta.url).href
  const file = join(folder, 'main.ts')
  await writeFile(
    file,
    `import cluster from 'node:cluster'
     import { warnOfCluster } from ${JSON.stringify(source)}
     let lines = 0
     const ignore = () => {}
     warnOfCluster({ debug: ignore, info: ignore, error: ignore, warn: () => void lines++ })
     if (cluster.isWorker) {
       process.send(lines, () => process.disconnect())
     } else {
       cluster.fork().on('message', (worker) => process.send({ worker, primary: lines }, () => process.disconnect()))
     }`,
  )
  try {
    const { NODE_APP_INSTANCE: _, ...env } = process.env
    // The source is TypeScript, as the tests read it: tsx runs it in both processes.
    const child = fork(file, { execArgv: ['--import', import.meta.resolve('tsx')], env })
    return await new Promise((resolve, reject) => {
      child.on('message', resolve).on('error', reject)
      child.on('exit', (code) => reject(new Error(`the cluster ended with ${code}`)))
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}
