import { writeWireJson } from './wire-json.js'

/** Fields of a JSON answer; `errcode` and `errmsg` are added where the endpoint gives them. */
export type JsonAnswer = Readonly<Record<string, unknown>>

/** An answer that is no JSON object: a file, a page, a redirect. */
export class RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | string
  constructor(body: Uint8Array | string, { status = 200, headers = {} }: RawAnswerOptions = {}) {
    this.body = body
    this.status = status
    this.headers = headers
  }
}

export interface RawAnswerOptions {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A file as WeChat sends one. */
export function fileAnswer(bytes: Uint8Array, contentType: string, fileName?: string): RawAnswer {
  // A header takes no other characters, and a quote would end the name.
  const safe = fileName?.replace(/[^\w.@-]/g, '_')
  const name = safe === undefined ? {} : { 'content-disposition': `attachment; filename="${safe}"` }
  return new RawAnswer(bytes, { headers: { 'content-type': contentType, ...name } })
}

export const htmlAnswer = (html: string, status = 200): RawAnswer =>
  new RawAnswer(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })

export const redirectAnswer = (location: string): RawAnswer => new RawAnswer('', { status: 302, headers: { location } })

/** What a route gives: nothing is `{ errcode: 0, errmsg: 'ok' }`. */
export type ApiAnswer = JsonAnswer | RawAnswer | undefined

/** The fields alone, where a POST endpoint answers without `errcode`. */
export const bareAnswer = (fields: JsonAnswer): RawAnswer =>
  new RawAnswer(writeWireJson(fields), { headers: { 'content-type': 'application/json; encoding=utf-8' } })
