import { answerParent } from '../child/answer-parent.js'
import { startTokenServer } from './token-server.js'

const server = await startTokenServer({ robs: false })

const calls = {
  origin: (): string => server.origin,
  tokenRequests: (): number => server.tokenRequests(),
  reset: (): void => server.reset(),
}

export type TokenServerCalls = typeof calls

answerParent(calls)
