import type { Form } from '../message/account.js'
import { type ContestantId, contestantOf } from '../servers/contestants.js'
import type { Usage } from '../servers/server-main.js'
import type { Field } from '../webhook/field.js'
import { runRound, type Server, startServer } from '../webhook/server.js'

/** What a fresh server holds after load, each time after a collection. */
export interface MemoryRow {
  readonly id: ContestantId
  readonly form: Form
  /** Messages handled when `rss` and `heapUsed` were read. */
  readonly messages: number
  readonly rss: number
  readonly heapUsed: number
  /** Bytes of heap that each further message left behind: of the robot's, its claim, kept for redeliveries. */
  readonly bytesPerMessage: number
}

const connections = 32
const first = 10_000
const further = 20_000

/** Loads a fresh server of each kind with messages that never repeat. */
export async function measureMemory(
  ids: readonly ContestantId[],
  form: Form,
  field: Field,
): Promise<readonly MemoryRow[]> {
  const rows: MemoryRow[] = []
  for (const id of ids) {
    const server = await startServer(contestantOf(id), form, field)
    const early = await loadAndCollect(server, field, { form, from: 0, count: first })
    const late = await loadAndCollect(server, field, { form, from: 1_000_000, count: further })
    server.process.stop()
    rows.push({
      id,
      form,
      messages: first + connections,
      rss: early.rss,
      heapUsed: early.heapUsed,
      bytesPerMessage: (late.heapUsed - early.heapUsed) / (further + connections),
    })
  }
  return rows
}

async function loadAndCollect(
  server: Server,
  field: Field,
  fill: { readonly form: Form; readonly from: number; readonly count: number },
): Promise<Usage> {
  await field.load.ask('fill', { ...fill, connections, users: 5_000 })
  await runRound(server, field, connections)
  return server.process.ask('usage', { collect: true })
}
