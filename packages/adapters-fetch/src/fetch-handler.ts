import type { Mountable, WebContext, WebResponse } from '@wx/core'
import { readRequestBody } from './request-body.js'
import { type ServeOptions, serve } from './serve.js'

/** What a runtime offers: the context of Workers and of Hono, or `{ waitUntil: after }` in Next. */
export interface FetchContext {
  /** Keeps the process alive for work that outlives the answer. */
  waitUntil?(promise: Promise<unknown>): void
}

/**
 * Request in, response out. Of the other arguments only a `waitUntil` is looked at, wherever it is: what else runtimes
 * pass (the server of Bun, the information of Deno, the parameters of Next) is ignored, and Workers may pass
 * `env` first and the context after it.
 */
export type FetchHandler = (
  request: Request,
  context?: FetchContext | object,
  executionContext?: FetchContext,
) => Promise<Response>

/**
 * Serves a robot, or any web handler of the kit, as the web standard has it: for Hono, Next, Bun, Deno, Workers.
 * What the handler throws rejects the promise, so that it takes the error path of the framework.
 * @throws ConfigError when there is nothing to mount, or an option is malformed
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Request
 */
export function fetchHandler(handler: Mountable, options: ServeOptions = {}): FetchHandler {
  const answer = serve(handler, options)
  return async (request, ...offered) => {
    const { pathname, search } = new URL(request.url)
    return toResponse(
      await answer({
        head: {
          method: request.method,
          path: pathname,
          query: search.slice(1),
          headers: Object.fromEntries(request.headers),
        },
        receive: (maxBodyBytes) => readRequestBody(request, maxBodyBytes),
        context: contextOf(request, offered),
      }),
    )
  }
}

function contextOf(request: Request, offered: readonly (FetchContext | undefined)[]): WebContext {
  const lender = offered.find((it): it is Required<FetchContext> => typeof it?.waitUntil === 'function')
  return {
    // Some servers make the signal only when somebody asks for it.
    get signal() {
      return request.signal
    },
    // Called as a method: Workers refuse it otherwise.
    ...(lender && { waitUntil: (promise: Promise<unknown>) => lender.waitUntil(promise) }),
  }
}

function toResponse({ status, headers, body }: WebResponse): Response {
  // As bytes, since a Response adds a content type of its own to a text.
  const bytes = new Uint8Array(typeof body === 'string' ? new TextEncoder().encode(body) : body)
  return new Response(bytes.length === 0 ? null : bytes, {
    status,
    headers: { ...headers, 'content-length': String(bytes.length) },
  })
}
