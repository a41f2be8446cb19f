import type { Dispatcher } from './dispatcher.js'

/** One request, complete with its token. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | undefined
  readonly signal: AbortSignal
}

/** The head of an answer, and its body to come. */
export type HttpAnswer = Pick<Response, 'status' | 'headers' | 'body'>

/** Sends one request, once. Rejects with whatever `fetch` rejects with. */
export type SendHttp = (request: HttpRequest) => Promise<HttpAnswer>

/** `fetch`, or anything that can be called like it. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>

/**
 * The only place that knows ky; it is loaded with the first call, so that importing a client costs nothing. Retry,
 * timeout and errors are the pipeline's, which stamps a token on every attempt and never sees a URL in an error.
 */
export function createHttp({ fetch, dispatcher }: { fetch?: FetchLike; dispatcher?: Dispatcher }): SendHttp {
  return async ({ method, url, headers, body, signal }) => {
    const { default: ky } = await import('ky')
    // Spread as a plain object: what is a dispatcher depends on the undici of who gives it.
    const through: object = dispatcher === undefined ? {} : { dispatcher }
    const init: RequestInit = {
      method,
      headers,
      signal,
      // A POST that is redirected would come out as a GET somewhere else.
      redirect: method === 'GET' ? 'follow' : 'manual',
      ...(body !== undefined && { body, ...(body instanceof ReadableStream && { duplex: 'half' }) }),
      ...through,
    }
    return await ky(url, {
      method,
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
      // ky clones every request for a retry we never ask for, and a cloned stream is kept in memory whole: the body
      // goes past ky, and the signal with it: `fetch` ends what it ends.
      fetch: () => (fetch ?? globalThis.fetch)(url, init),
    })
  }
}
