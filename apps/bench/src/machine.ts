import { arch, cpus, platform, totalmem } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cores } from './child/cores.js'

/** What the figures were measured on; nothing that names the machine. */
export interface Machine {
  readonly node: string
  readonly v8: string
  readonly platform: string
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly pinned: boolean
  /** Of all CPU time, 0 to 1, how much went to others while nothing was measured: just before the run. */
  readonly busyBefore: number
}

export async function machineOf(cores: Cores | undefined): Promise<Machine> {
  const all = cpus()
  return {
    node: process.versions.node,
    v8: process.versions.v8,
    platform: `${platform()} ${arch()}`,
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    pinned: cores !== undefined,
    busyBefore: await busyShare(2_000),
  }
}

/** How much of the machine's CPU time is used during a stretch in which this process only waits. */
async function busyShare(ms: number): Promise<number> {
  const before = cpuTimes()
  await sleep(ms)
  const after = cpuTimes()
  return 1 - (after.idle - before.idle) / (after.all - before.all)
}

function cpuTimes(): { readonly idle: number; readonly all: number } {
  let idle = 0
  let all = 0
  for (const { times } of cpus()) {
    idle += times.idle
    for (const time of Object.values(times)) all += time
  }
  return { idle, all }
}
