import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Calls, Question } from './calls.js'

export interface ChildOptions {
  /** The core it is bound to. */
  readonly core: number | undefined
  readonly args?: readonly string[]
}

interface Waiting {
  resolve(output: unknown): void
  reject(error: Error): void
}

/** A process of this benchmark's own, which answers questions. `T` is the calls its module hands to `answerParent`. */
export class Child<T extends Calls> {
  readonly #process: ChildProcess
  readonly #waiting = new Map<number, Waiting>()
  #last = 0

  /** @param module the child's module, built */
  constructor(module: URL, { core, args = [] }: ChildOptions) {
    const path = fileURLToPath(module)
    // taskset replaces itself by node, so the channel, which is an open file, is handed on.
    this.#process =
      core === undefined
        ? fork(path, args, { execArgv: ['--expose-gc'] })
        : fork(path, args, { execPath: 'taskset', execArgv: ['-c', String(core), process.execPath, '--expose-gc'] })
    this.#process.on('message', (message) => this.#answered(message as Answer))
    this.#process.on('exit', (code) => this.#fail(new Error(`a child process ended (${code}): ${path}`)))
    this.#process.on('error', (error) => this.#fail(error))
  }

  /** @throws what the child threw, as text */
  ask<K extends keyof T & string>(name: K, input: Parameters<T[K]>[0]): Promise<Awaited<ReturnType<T[K]>>> {
    const question: Question = { id: ++this.#last, name, input }
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.id, { resolve: resolve as (output: unknown) => void, reject })
      this.#process.send(question)
    })
  }

  #answered(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('error' in answer) waiting?.reject(new Error(answer.error))
    else waiting?.resolve(answer.output)
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }

  stop(): void {
    if (this.#process.connected) this.#process.disconnect()
  }
}
