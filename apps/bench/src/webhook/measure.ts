import type { Form } from '../message/account.js'
import type { Contestant, ContestantId } from '../servers/contestants.js'
import { median } from '../statistics.js'
import type { Effort, Field } from './field.js'
import { type Round, runRound, type Server, startServer } from './server.js'

/** What was measured of one contestant in one form. */
export interface Standing {
  readonly id: ContestantId
  readonly form: Form
  /** Microseconds of CPU for a request, round by round. */
  readonly cpu: readonly number[]
  readonly cpuMedian: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly requestsPerSecond: number
  readonly checked: number
  readonly wrong: number
  readonly wrongExample?: string
}

export interface MeasureOptions {
  readonly form: Form
  readonly effort: Effort
  /** Told of each step, for people who wait. */
  readonly onStep: (step: string) => void
}

/**
 * Lets all contestants answer the same messages, round by round: A B C, then B C A, so that what disturbs the machine
 * disturbs all of them. No message is ever sent to a server twice.
 */
export async function measure(
  contestants: readonly Contestant[],
  field: Field,
  { form, effort, onStep }: MeasureOptions,
): Promise<readonly Standing[]> {
  const servers = await startAll(contestants, field, { form, onStep })
  const rounds = new Map<Server, Round[]>(servers.map((server) => [server, []]))
  let serial = 0
  const everybody = async (round: number, count: number): Promise<void> => {
    const { connections, users } = effort
    await field.load.ask('fill', { form, from: serial, count, connections, users })
    serial += count + connections
    const first = round % servers.length
    for (const server of [...servers.slice(first), ...servers.slice(0, first)]) {
      rounds.get(server)?.push(await runRound(server, field, connections))
    }
  }
  try {
    onStep(`${form}: warming up`)
    await everybody(0, effort.warmUp)
    for (let round = 1; round <= effort.rounds; round++) {
      onStep(`${form}: round ${round} of ${effort.rounds}`)
      await everybody(round, effort.requests)
    }
  } finally {
    for (const server of servers) server.process.stop()
  }
  return [...rounds].map(([server, all]) => standing(server.contestant.id, form, all))
}

/** A peer that does not start is left out, and said to be; anything of ours has to start. */
async function startAll(
  contestants: readonly Contestant[],
  field: Field,
  { form, onStep }: Pick<MeasureOptions, 'form' | 'onStep'>,
): Promise<readonly Server[]> {
  const servers: Server[] = []
  for (const contestant of contestants) {
    try {
      servers.push(await startServer(contestant, form, field))
    } catch (error) {
      if (!contestant.isPeer) throw error
      onStep(`${contestant.id} does not start and is left out: ${String(error).split('\n', 1)[0]}`)
    }
  }
  return servers
}

/** The first round is the warm-up: its answers count, its times do not. */
function standing(id: ContestantId, form: Form, rounds: readonly Round[]): Standing {
  const measured = rounds.slice(1)
  const of = (value: (round: Round) => number): number => median(measured.map(value))
  const sum = (value: (round: Round) => number): number => rounds.reduce((total, round) => total + value(round), 0)
  const example = rounds.find((it) => it.wrongExample !== undefined)?.wrongExample
  return {
    id,
    form,
    cpu: measured.map((it) => it.cpu),
    cpuMedian: of((it) => it.cpu),
    p50Ms: of((it) => it.p50Ms),
    p99Ms: of((it) => it.p99Ms),
    requestsPerSecond: of((it) => (1000 * it.requests) / it.elapsedMs),
    checked: sum((it) => it.checked),
    wrong: sum((it) => it.wrong),
    ...(example !== undefined && { wrongExample: example }),
  }
}
