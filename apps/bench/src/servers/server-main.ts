import { createServer } from 'node:http'
import type { Profiler } from 'node:inspector'
import type { AddressInfo } from 'node:net'
import { answerParent } from '../child/answer-parent.js'
import { cpuTime } from '../cpu-time.js'
import type { Form } from '../message/account.js'
import { recordProfile } from '../profile/record.js'
import { contestantOf } from './contestants.js'

/** What a process has used so far. */
export interface Usage {
  /** Microseconds of CPU, of all its threads. */
  readonly cpu: number
  readonly rss: number
  readonly heapUsed: number
}

const recording = recordProfile()

const calls = {
  async start({ id, form }: { readonly id: string; readonly form: Form }): Promise<number> {
    const server = createServer(await contestantOf(id).listener(form))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  },
  usage({ collect }: { readonly collect: boolean }): Usage {
    // Twice: what finalizers let go of in the first round is taken in the second.
    if (collect) for (let i = 0; i < 2; i++) globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    return { cpu: cpuTime(), rss, heapUsed }
  },
  startProfile: (_: null): Promise<void> => recording.start(),
  stopProfile: (_: null): Promise<Profiler.Profile> => recording.stop(),
}

export type ServerCalls = typeof calls

answerParent(calls)
