import type { Form } from '../message/account.js'
import { type AnswerCheck, answerCheck, type Expected } from '../message/check-answer.js'
import { httpRequest } from '../message/http-request.js'
import { pushMaker } from '../message/text-push.js'
import { percentile } from '../statistics.js'
import { Connection } from './connection.js'
import type { RawAnswer } from './response-reader.js'

/** One in so many answers is looked into; every one must have status 200. */
const sampling = 16

/** What to make beforehand: `count` requests for the measurement, and one for each connection to begin with. */
export interface Fill {
  readonly form: Form
  /** The first serial. */
  readonly from: number
  readonly count: number
  readonly connections: number
  readonly users: number
}

/** Whom to ask, over how many connections, and whether the answers are replies. */
export interface Target {
  readonly port: number
  readonly connections: number
  readonly answers: boolean
  /** Whether this process has a core to itself, and may keep it busy. */
  readonly ownCore: boolean
}

/** What a run of load came to. */
export interface LoadResult {
  readonly requests: number
  readonly elapsedMs: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly checked: number
  readonly wrong: number
  /** What was wrong with the first wrong answer. */
  readonly wrongExample?: string
}

interface Prepared {
  readonly request: Buffer
  readonly expected: Expected
}

/** The load generator: makes requests, opens connections, sends. */
export class Load {
  #pool: readonly Prepared[] = []
  #check: AnswerCheck | undefined
  #connections: readonly Connection[] = []
  #ownCore = false

  /** Signs and seals requests before anything is measured. */
  fill({ form, from, count, connections, users }: Fill): void {
    const make = pushMaker(form)
    const time = Math.floor(Date.now() / 1000)
    this.#check = answerCheck(form)
    this.#pool = Array.from({ length: count + connections }, (_, i) => {
      const push = make(from + i, { time, users })
      return { request: httpRequest(push), expected: { openid: push.openid, answer: push.answer } }
    })
  }

  /** Opens the connections and asks once on each: connecting is not what is measured. */
  async connect({ port, connections, answers, ownCore }: Target): Promise<LoadResult> {
    this.rest()
    this.#ownCore = ownCore
    this.#connections = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)))
    return this.#send(0, connections, answers)
  }

  /** Sends the rest of the pool, as fast as it is answered. */
  go(answers: boolean): Promise<LoadResult> {
    return this.#send(this.#connections.length, this.#pool.length, answers)
  }

  /** Hangs up, and collects its garbage while nothing is measured. */
  rest(): void {
    for (const connection of this.#connections) connection.close()
    this.#connections = []
    globalThis.gc?.()
  }

  #send(from: number, to: number, answers: boolean): Promise<LoadResult> {
    const latencies: number[] = []
    const problems: string[] = []
    let next = from
    let open = 0
    let checked = 0
    const judge = (answer: RawAnswer, { expected }: Prepared, at: number): void => {
      if (answer.status !== 200) problems.push(`status ${answer.status}: ${answer.body.slice(0, 200)}`)
      if (answer.status !== 200 || !answers || at % sampling !== 0) return
      checked++
      const problem = this.#check?.(answer.body, expected)
      if (problem !== undefined) problems.push(`${problem}: ${answer.body.slice(0, 400)}`)
    }
    return new Promise((resolve, reject) => {
      const stopSpinning = this.#ownCore ? spin() : undefined
      const start = performance.now()
      const onDone = (now: number): void => {
        stopSpinning?.()
        const [wrongExample] = problems
        resolve({
          requests: to - from,
          elapsedMs: now - start,
          p50Ms: percentile(latencies, 0.5),
          p99Ms: percentile(latencies, 0.99),
          checked,
          wrong: problems.length,
          ...(wrongExample !== undefined && { wrongExample }),
        })
      }
      for (const connection of this.#connections) {
        let at = 0
        let sentAt = 0
        const send = (): void => {
          at = next++
          sentAt = performance.now()
          connection.send((this.#pool[at] as Prepared).request)
        }
        const onAnswer = (answer: RawAnswer): void => {
          const now = performance.now()
          latencies.push(now - sentAt)
          const answered = at
          // Sent before the answer is looked into: the server must not wait for that.
          if (next < to) send()
          else open--
          judge(answer, this.#pool[answered] as Prepared, answered)
          if (open === 0) onDone(now)
        }
        connection.listen(onAnswer, reject)
        open++
        send()
      }
    })
  }
}

/**
 * Keeps the event loop from going to sleep. A server that writes to a sleeping process pays for waking it, which costs
 * more than answering; a slow server, whose clients sleep more, would seem slower than it is.
 * @returns stops it
 */
function spin(): () => void {
  let isOn = true
  const turn = (): void => {
    if (isOn) setImmediate(turn)
  }
  turn()
  return () => {
    isOn = false
  }
}
