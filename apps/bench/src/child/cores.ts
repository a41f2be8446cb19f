import { spawnSync } from 'node:child_process'

/** One core for the server, another for the load; undefined where processes cannot be pinned. */
export interface Cores {
  readonly server: number
  readonly load: number
}

/** The two last cores this process may use: interrupts tend to go to the first. */
export function findCores(): Cores | undefined {
  const asked = spawnSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8' })
  const list = asked.status === 0 ? readCpuList(asked.stdout.slice(asked.stdout.lastIndexOf(':') + 1)) : []
  const server = list.at(-1)
  const load = list.at(-2)
  return server === undefined || load === undefined ? undefined : { server, load }
}

/** Reads a list of the form `0-3,8`. */
export function readCpuList(text: string): number[] {
  return text
    .trim()
    .split(',')
    .flatMap((part) => {
      const [first, last = first] = part.split('-').map((it) => Number.parseInt(it, 10))
      if (first === undefined || last === undefined || Number.isNaN(first) || Number.isNaN(last)) return []
      return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    })
}
