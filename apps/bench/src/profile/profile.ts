import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Form } from '../message/account.js'
import { contestantOf } from '../servers/contestants.js'
import type { Field } from '../webhook/field.js'
import { runRound, startServer } from '../webhook/server.js'
import { type SelfTime, selfTimes } from './self-time.js'

const connections = 32
const warmUp = 15_000
const recorded = 15_000

/** Profiles the robot's server under load, and leaves the V8 profile in a folder. */
export async function profile(form: Form, folder: string, field: Field): Promise<readonly SelfTime[]> {
  const server = await startServer(contestantOf('robot'), form, field)
  const load = async (from: number, count: number): Promise<void> => {
    await field.load.ask('fill', { form, from, count, connections, users: 5_000 })
    await runRound(server, field, connections)
  }
  await load(0, warmUp)
  await server.process.ask('startProfile', null)
  await load(1_000_000, recorded)
  const recording = await server.process.ask('stopProfile', null)
  server.process.stop()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `robot-${form}.cpuprofile`), JSON.stringify(recording))
  return selfTimes(recording)
}
