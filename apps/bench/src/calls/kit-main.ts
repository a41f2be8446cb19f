import { answerParent } from '../child/answer-parent.js'
import { cpuTime } from '../cpu-time.js'
import { type KitId, type KitOptions, kitOf, type OpenKit } from './kits.js'

const open = new Map<KitId, OpenKit>()

const kit = (id: KitId): OpenKit => open.get(id) as OpenKit

const calls = {
  async open({ id, options }: { readonly id: KitId; readonly options: KitOptions }): Promise<void> {
    open.set(id, await kitOf(id).open(options))
  },
  /** One call after the other. @returns nanoseconds of this process's CPU for each */
  async batch({ id, count }: { readonly id: KitId; readonly count: number }): Promise<number> {
    const it = kit(id)
    const start = cpuTime()
    for (let i = 0; i < count; i++) await it.call()
    return (1000 * (cpuTime() - start)) / count
  },
  /** All at once. @returns how many failed */
  async burst({ id, count }: { readonly id: KitId; readonly count: number }): Promise<number> {
    const settled = await Promise.allSettled(Array.from({ length: count }, () => kit(id).call()))
    return settled.filter((it) => it.status === 'rejected').length
  },
  async close(id: KitId): Promise<void> {
    await kit(id).close()
    open.delete(id)
  },
}

export type KitCalls = typeof calls

answerParent(calls)
