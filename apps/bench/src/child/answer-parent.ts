import type { Answer, Calls, Question } from './calls.js'

/** Answers what the parent process asks, one question after the other, until the parent is gone. */
export function answerParent(calls: Calls): void {
  let last: Promise<void> = Promise.resolve()
  process.on('message', (message) => {
    last = last.then(async () => {
      process.send?.(await answer(calls, message as Question))
    })
  })
  process.on('disconnect', () => process.exit())
}

async function answer(calls: Calls, { id, name, input }: Question): Promise<Answer> {
  try {
    // The parent's `ask` is typed by these very calls.
    return { id, output: await calls[name]?.(input as never) }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
