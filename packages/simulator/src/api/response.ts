import type { EndpointRow } from '@wx/endpoints'
import { type ApiAnswer, RawAnswer } from './answer.js'
import type { ApiResponse } from './request.js'
import { writeWireJson } from './wire-json.js'

/** What a route gave, as it travels. */
export function responseOf(answer: ApiAnswer, { method }: EndpointRow): ApiResponse {
  if (answer instanceof RawAnswer) return { status: answer.status, headers: answer.headers, body: answer.body }
  if (answer === undefined) return jsonResponse({ errcode: 0, errmsg: 'ok' })
  // As WeChat does: what reads answers its fields alone, what writes says "ok" first.
  return jsonResponse(method === 'GET' || 'errcode' in answer ? answer : { errcode: 0, errmsg: 'ok', ...answer })
}

export const jsonResponse = (value: object, status = 200): ApiResponse => ({
  status,
  headers: { 'content-type': 'application/json; encoding=utf-8' },
  body: writeWireJson(value),
})
