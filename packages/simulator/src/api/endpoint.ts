import type { Exchange, ExchangeAnswer } from '../exchanges.js'
import type { AnswerCall, Answered, Platform } from './answer-call.js'
import { keptText } from './kept-text.js'
import { type ApiRequest, type ApiResponse, maxApiBodyBytes } from './request.js'

/** Answers one call over HTTP, and enters it in the log of exchanges. Undefined: the connection is to be cut. */
export type ApiEndpoint = (request: ApiRequest) => Promise<ApiResponse | undefined>

/** @param platform what is there at the moment of a call: a reset changes it */
export function apiEndpoint(platform: () => Platform, answerCall: AnswerCall): ApiEndpoint {
  return async (request) => {
    const current = platform()
    const { clock, exchanges } = current.world
    const body = shown(request.body, request.headers['content-type'])
    const entry = exchanges.open({
      kind: 'api',
      at: clock.now(),
      account: '',
      openid: undefined,
      title: `${request.method} ${request.path}`,
      attempt: 1,
      request: {
        method: request.method,
        url: request.path,
        query: request.query,
        headers: request.headers,
        body,
        plaintext: body,
        stringToSign: '',
      },
    })
    const begun = clock.now()
    const finish = (answered: Answered): void => {
      const { response, account, problem } = answered
      entry.finish({
        account: account?.id ?? '',
        outcome: outcomeOf(answered),
        problem,
        answer: response && answerOf(response),
        tookMs: clock.now() - begun,
      })
    }
    try {
      const answered = await answerCall(request, current)
      finish(answered)
      return answered.isCut ? undefined : answered.response
    } catch (error) {
      finish({ response: undefined, isCut: true, account: undefined, problem: 'the simulator failed; see its log' })
      throw error
    }
  }
}

function outcomeOf({ isCut, problem }: Answered): Exchange['outcome'] {
  if (isCut) return 'dropped'
  return problem === undefined ? 'answered' : 'refused'
}

function answerOf({ status, headers, body }: ApiResponse): ExchangeAnswer {
  const text = shown(body, headers['content-type'])
  return { status, headers, body: text, plaintext: text }
}

/** Texts as they are, files by their size: the inspector shows what a person can read. */
function shown(body: Uint8Array | string, contentType = ''): string {
  if (typeof body === 'string') return keptText(body)
  if (body.length === 0) return ''
  if (/json|text|html|urlencoded/i.test(contentType)) return keptText(body)
  return `<${body.length} bytes${contentType === '' ? '' : ` of ${contentType.split(';', 1)[0]}`}>`
}

/** Where a call's body is too long to be read. */
export const tooLong: ApiResponse = {
  status: 413,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `the body is longer than ${maxApiBodyBytes} bytes`,
}
