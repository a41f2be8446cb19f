import type { Robot } from '@wx/robot'
import { cpuTime } from '../cpu-time.js'
import { webhookPath } from '../message/http-request.js'
import { pushMaker } from '../message/text-push.js'
import { createRobot } from '../servers/ours.js'
import { median } from '../statistics.js'

/** CPU of a message by the number of users who write. */
export interface UsersRow {
  readonly users: number
  readonly ns: number
}

const counts = [10, 1_000, 100_000]
const batchSize = 1_000

/** Hands new messages of so many users to a robot; making them is not timed. @returns nanoseconds for each */
function feeder(robot: Robot, users: number): (count: number) => Promise<number> {
  const make = pushMaker('plain')
  let serial = 0
  return async (count) => {
    const time = Math.floor(Date.now() / 1000)
    const requests = Array.from({ length: count }, () => {
      const { query, body } = make(serial++, { time, users })
      return { method: 'POST', path: webhookPath, headers: {}, query, body: Buffer.from(body) }
    })
    const start = cpuTime()
    for (const request of requests) await robot.handle(request)
    return (1000 * (cpuTime() - start)) / count
  }
}

/** Three robots that have handled as many messages each, of few and of many users, measured in turns. */
export async function growWithUsers(rounds: number): Promise<readonly UsersRow[]> {
  const fed = counts.map((users) => ({ users, feed: feeder(createRobot('plain', 'async'), users), ns: [] as number[] }))
  const most = Math.max(...counts)
  for (const { feed } of fed) for (let sent = 0; sent < most; sent += batchSize) await feed(batchSize)
  globalThis.gc?.()
  for (let round = 0; round < rounds; round++) for (const { feed, ns } of fed) ns.push(await feed(batchSize))
  return fed.map(({ users, ns }) => ({ users, ns: median(ns) }))
}
