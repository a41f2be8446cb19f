import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How to run a program. */
export interface RunOptions {
  readonly cwd: string
  /** Laid over this process's own environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Milliseconds until it is ended; 10 minutes by default. */
  readonly timeoutMs?: number
  /** Also show what it prints, as it comes. */
  readonly show?: boolean
}

/** How a program ended. */
export interface Ran {
  /** Exit code; 124 when it was ended because its time was up, 1 when a signal ended it. */
  readonly code: number
  readonly stdout: string
  /** Standard output and standard error, as they came. */
  readonly output: string
}

/** The folder these tools live in: their programs come from its node_modules, also when they look at a copy. */
export const home: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Path of a program that the house's own devDependencies bring. */
export const tool = (name: string): string => join(home, 'node_modules', '.bin', name)

/**
 * Runs a program without a shell and without standard input.
 * @throws Error when it cannot be started at all
 */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: undefined, ...options.env }
    // Its own process group, so that when its time is up its children go with it.
    const child = spawn(command, args, { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    let stdout = ''
    let output = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, options.timeoutMs ?? 600_000)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      output += text
      if (options.show) process.stdout.write(text)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (options.show) process.stderr.write(text)
    })
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (late) output += '\n(ended: its time was up)'
      resolve({ code: late ? 124 : (code ?? 1), stdout, output })
    })
  })
}

/**
 * The environment in which the pinned pnpm can be found: turbo refuses to work without it, and outside a pnpm script
 * nothing puts it on the path.
 * @param pin `pnpm@x.y.z`, as in package.json's `packageManager`
 */
export async function withPnpm(pin: string): Promise<{ readonly PATH: string }> {
  const path = process.env['PATH'] ?? ''
  if (path.split(delimiter).some((folder) => isProgram(join(folder, 'pnpm')))) return { PATH: path }
  const found = await run('npx', ['-y', '-p', pin, '-c', 'command -v pnpm'], { cwd: home })
  const program = found.stdout.trim().split('\n').at(-1)
  if (found.code !== 0 || !program) throw new Error(`${pin} could not be had through npx:\n${found.output}`)
  return { PATH: `${dirname(program)}${delimiter}${path}` }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The last lines of what a program printed, for a report. */
export const tail = (text: string, lines = 40): string => text.trimEnd().split('\n').slice(-lines).join('\n')
