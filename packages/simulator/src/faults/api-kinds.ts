import type { ApiResponse } from '../api/request.js'
import type { FaultParams, ParamReader } from './kinds.js'

/** What the faults of one API call do to it. */
export interface CallEffects {
  /** Milliseconds the call is on its way, by the simulator's clock. */
  readonly latencyMs: number
  /** The connection is cut before anything is done. */
  readonly isDropped: boolean
  /** The call is done, then the connection is cut. */
  readonly isAnswerDropped: boolean
  /** What happens to all tokens of the account just before the call. */
  readonly tokens: 'kept' | 'stolen' | 'expired'
  /** Refused with this before anything is done. */
  readonly refusal: { readonly errcode: number; readonly errmsg: string } | undefined
  /** Answered with this, and nothing is done. */
  readonly instead: ApiResponse | undefined
  /** What becomes of the answer on its way back. */
  readonly change: (response: ApiResponse) => ApiResponse
}

export const noCallEffects: CallEffects = {
  latencyMs: 0,
  isDropped: false,
  isAnswerDropped: false,
  tokens: 'kept',
  refusal: undefined,
  instead: undefined,
  change: (response) => response,
}

export type ApiFaultName =
  | 'errcode'
  | 'busy'
  | 'latency'
  | 'drop'
  | 'dropAnswer'
  | 'httpStatus'
  | 'html'
  | 'emptyBody'
  | 'halfBody'
  | 'wrongContentType'
  | 'stealToken'
  | 'expireToken'

export interface ApiFaultKind {
  readonly doc: string
  readonly params: FaultParams
  readonly apply: (effects: CallEffects, read: ParamReader) => CallEffects
}

const page = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`

const htmlPage = (status: number, title: string): ApiResponse => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: page(title),
})

const changing =
  (change: (response: ApiResponse, read: ParamReader) => ApiResponse) =>
  (effects: CallEffects, read: ParamReader): CallEffects => ({
    ...effects,
    change: (response) => change(effects.change(response), read),
  })

function cut(response: ApiResponse, share: number): ApiResponse {
  const body = Buffer.from(response.body)
  return { ...response, body: body.subarray(0, Math.floor(body.length * share)) }
}

/** Everything that can go wrong with an API call. `params` are the defaults. */
export const apiFaultKinds: { readonly [N in ApiFaultName]: ApiFaultKind } = {
  errcode: {
    doc: 'refused with `errcode`, before anything is done; `errmsg` where it is not the usual one',
    params: { errcode: 45009, errmsg: '' },
    apply: (effects, read) => ({
      ...effects,
      refusal: { errcode: read.number('errcode'), errmsg: read.text('errmsg') },
    }),
  },
  busy: {
    doc: 'refused with -1: WeChat is busy',
    params: {},
    apply: (effects) => ({ ...effects, refusal: { errcode: -1, errmsg: '' } }),
  },
  latency: {
    doc: 'on its way for `ms` before anything is done',
    params: { ms: 1000 },
    apply: (effects, read) => ({ ...effects, latencyMs: effects.latencyMs + read.number('ms') }),
  },
  drop: {
    doc: 'the connection is cut before anything is done',
    params: {},
    apply: (effects) => ({ ...effects, isDropped: true }),
  },
  dropAnswer: {
    doc: 'done, and the connection is cut before the answer',
    params: {},
    apply: (effects) => ({ ...effects, isAnswerDropped: true }),
  },
  httpStatus: {
    doc: 'a gateway answers with `status` and a page of HTML; nothing is done',
    params: { status: 502 },
    apply: (effects, read) => {
      const status = read.number('status')
      return { ...effects, instead: htmlPage(status, status === 502 ? '502 Bad Gateway' : String(status)) }
    },
  },
  html: {
    doc: 'a page of HTML with status 200, as a captive portal answers; nothing is done',
    params: {},
    apply: (effects) => ({ ...effects, instead: htmlPage(200, 'Sign in to the network') }),
  },
  emptyBody: {
    doc: 'done, but the answer has no body',
    params: {},
    apply: changing((response) => ({ ...response, body: '' })),
  },
  halfBody: {
    doc: 'done, but only a part of the answer comes back, with its length corrected by a proxy',
    params: { share: 0.5 },
    apply: changing((response, read) => cut(response, read.number('share'))),
  },
  wrongContentType: {
    doc: 'done, and the answer carries another content type',
    params: { contentType: 'text/plain' },
    apply: changing((response, read) => ({
      ...response,
      headers: { ...response.headers, 'content-type': read.text('contentType') },
    })),
  },
  stealToken: {
    doc: 'another server fetched a token just before: all tokens of the account are dead, the call sees 40001',
    params: {},
    apply: (effects) => ({ ...effects, tokens: 'stolen' }),
  },
  expireToken: {
    doc: 'all tokens of the account are past their time just before: the call sees 42001',
    params: {},
    apply: (effects) => ({ ...effects, tokens: 'expired' }),
  },
}
