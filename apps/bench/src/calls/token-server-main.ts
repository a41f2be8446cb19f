import { answerParent } from '../child/answer-parent.js'
import { startTokenServer } from './token-server.js'

const server = await startTokenServer()

const calls = {
  origin: () => server.origin,
  tokenRequests: () => server.tokenRequests(),
  reset: () => server.reset(),
}

export type TokenServerCalls = typeof calls

answerParent(calls)
