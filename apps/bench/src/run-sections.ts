import { type CallCost, callCosts } from './calls/call-cost.js'
import { type TokenStorm, tokenStorms } from './calls/token-storm.js'
import { Child } from './child/child.js'
import { coldImports } from './cold/cold.js'
import { type InstallSize, installSizes } from './cold/install-size.js'
import type { Growth, GrowthCalls } from './growth/growth-main.js'
import { machineOf } from './machine.js'
import { type MemoryRow, measureMemory } from './memory/memory.js'
import { forms } from './message/account.js'
import type { Options, Section } from './options.js'
import type { PartResult } from './parts/op.js'
import type { PartCalls } from './parts/parts-main.js'
import { hasPeers } from './peers.js'
import type { Results } from './results.js'
import { contestants } from './servers/contestants.js'
import type { Field } from './webhook/field.js'
import { measure, type Standing } from './webhook/measure.js'

type OnStep = (step: string) => void

/** Measures what was asked for, one section after the other. */
export async function runSections(options: Options, field: Field, onStep: OnStep): Promise<Results> {
  const wants = (section: Section): boolean => options.sections.includes(section)
  if (!hasPeers())
    onStep('the peers are not installed and are left out; node apps/bench/install-peers.mjs installs them')
  return {
    machine: await machineOf(field.cores),
    ...(wants('webhook') && { standings: await webhooks(options, field, onStep) }),
    ...(wants('parts') && { parts: await parts(options, field, onStep) }),
    ...(wants('calls') && { calls: await calls(options, field, onStep) }),
    ...(wants('tokens') && { tokens: await storms(onStep) }),
    ...(wants('cold') && { cold: cold(options, field, onStep), sizes: sizes(onStep) }),
    ...(wants('growth') && { growth: await growth(options, field, onStep) }),
    ...(wants('memory') && { memory: await memory(field, onStep) }),
  }
}

async function webhooks({ effort }: Options, field: Field, onStep: OnStep): Promise<readonly Standing[]> {
  const present = contestants.filter((it) => !it.isPeer || hasPeers())
  const standings: Standing[] = []
  for (const form of forms) {
    const entered = present.filter((it) => it.forms.includes(form))
    standings.push(...(await measure(entered, field, { form, effort, onStep })))
  }
  return standings
}

async function parts({ rounds }: Options, { cores }: Field, onStep: OnStep): Promise<readonly PartResult[]> {
  onStep('parts')
  const child = new Child<PartCalls>(new URL('./parts/parts-main.js', import.meta.url), { core: cores?.server })
  try {
    return await child.ask('time', { rounds })
  } finally {
    child.stop()
  }
}

function calls({ rounds }: Options, { cores }: Field, onStep: OnStep): Promise<readonly CallCost[]> {
  onStep('calls')
  return callCosts(rounds, cores)
}

function storms(onStep: OnStep): Promise<readonly TokenStorm[]> {
  onStep('token storms')
  return tokenStorms(onStep)
}

function sizes(onStep: OnStep): readonly InstallSize[] {
  onStep('install sizes')
  return installSizes()
}

function cold({ imports }: Options, { cores }: Field, onStep: OnStep) {
  onStep('cold imports')
  return coldImports(imports, cores?.server)
}

async function growth({ rounds }: Options, { cores }: Field, onStep: OnStep): Promise<Growth> {
  onStep('growth')
  const child = new Child<GrowthCalls>(new URL('./growth/growth-main.js', import.meta.url), { core: cores?.server })
  try {
    return await child.ask('measure', { rounds })
  } finally {
    child.stop()
  }
}

async function memory(field: Field, onStep: OnStep): Promise<readonly MemoryRow[]> {
  const rows: MemoryRow[] = []
  for (const form of forms) {
    onStep(`memory, ${form}`)
    rows.push(...(await measureMemory(['limit', 'robot'], form, field)))
  }
  return rows
}
