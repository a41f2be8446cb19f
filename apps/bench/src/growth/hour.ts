import { ManualClock } from '@wx/core'
import { cpuTime } from '../cpu-time.js'
import { webhookPath } from '../message/http-request.js'
import { pushMaker } from '../message/text-push.js'
import { createRobot } from '../servers/ours.js'
import { median } from '../statistics.js'

/** A stretch of an hour on a clock that is moved. */
export interface HourRow {
  readonly fromMinute: number
  readonly ns: number
  /** Bytes of heap at its end, after a collection. */
  readonly heapUsed: number
}

const perSecond = 10
const stretchMinutes = 10

/** A robot that is busy for an hour: what it remembers falls due, and new messages come in meanwhile. */
export async function growOverAnHour(): Promise<readonly HourRow[]> {
  const clock = new ManualClock()
  const robot = createRobot('plain', 'async', { clock })
  const make = pushMaker('plain')
  const rows: HourRow[] = []
  let serial = 0
  for (let minute = 0; minute < 60; minute += stretchMinutes) {
    const ns: number[] = []
    for (let second = 0; second < stretchMinutes * 60; second++) {
      const time = Math.floor(clock.now() / 1000)
      const requests = Array.from({ length: perSecond }, () => {
        const { query, body } = make(serial++, { time, users: 5_000 })
        return { method: 'POST', path: webhookPath, headers: {}, query, body: Buffer.from(body) }
      })
      const start = cpuTime()
      for (const request of requests) await robot.handle(request)
      ns.push((1000 * (cpuTime() - start)) / perSecond)
      await clock.advance(1_000)
    }
    globalThis.gc?.()
    rows.push({ fromMinute: minute, ns: median(ns), heapUsed: process.memoryUsage().heapUsed })
  }
  return rows
}
