import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { ConfigError, type WebContext, type WebHandler, type WebRequest } from '@wx/core'
import {
  type AdapterSetup,
  adapterContract,
  listenOnLoopback,
  type MountedAdapter,
  recordingLogger,
} from '@wx/core/testing'
import { Hono, type MiddlewareHandler } from 'hono'
import { describe, expect, it } from 'vitest'
import { type FetchHandler, fetchHandler } from './fetch-handler.js'

const kit = { describe, it, expect }
const intact = { xml: 'intact', json: 'intact' } as const

/** A server of Node around a fetch handler, as runtimes and their look-alikes have one. */
async function serveFetch(handle: (request: Request) => Promise<Response>): Promise<MountedAdapter> {
  const errors: unknown[] = []
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const response = await handle(toRequest(incoming, outgoing)).catch((error: unknown) => {
      errors.push(error)
      return new Response(null, { status: 500 })
    })
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(Buffer.from(await response.arrayBuffer()))
    incoming.resume()
  }
  return { ...(await listenOnLoopback(createServer((incoming, outgoing) => void answer(incoming, outgoing)))), errors }
}

function toRequest(incoming: IncomingMessage, outgoing: ServerResponse): Request {
  const { method = 'GET', headers, url = '/' } = incoming
  const hangUp = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) hangUp.abort()
  })
  return new Request(`http://${headers.host}${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    signal: hangUp.signal,
    ...(method !== 'GET' && method !== 'HEAD' && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
  })
}

adapterContract(kit, {
  name: 'fetch',
  setups: [{ name: 'a server', ...intact }],
  bodyFix: /./,
  notFound: 'not found',
  mount: (handler, _setup, options) => {
    const handle = fetchHandler(handler, { ...options, path: '/wx' })
    return serveFetch((request) => handle(request))
  },
})

interface HonoSetup extends AdapterSetup {
  readonly before?: MiddlewareHandler
  readonly mount?: (app: Hono, handle: FetchHandler) => void
}

const honoSetups: readonly HonoSetup[] = [
  { name: 'a route', ...intact },
  {
    name: 'a route of an application within the application',
    ...intact,
    mount: (app, handle) =>
      app.route(
        '/',
        new Hono({ strict: false }).all('/wx', (c) => handle(c.req.raw)),
      ),
  },
  {
    name: 'a route for each method',
    ...intact,
    mount: (app, handle) => app.get('/wx', (c) => handle(c.req.raw)).post('/wx', (c) => handle(c.req.raw)),
  },
  {
    name: 'a middleware before that reads the body',
    xml: 'consumed',
    json: 'consumed',
    before: async (c, next) => {
      await c.req.text()
      await next()
    },
  },
  {
    name: 'a middleware before that reads a copy of the body',
    ...intact,
    before: async (c, next) => {
      await c.req.raw.clone().text()
      await next()
    },
  },
]

adapterContract(kit, {
  name: 'hono',
  setups: honoSetups,
  bodyFix: /request\.clone\(\).*c\.req\.raw\.clone\(\)/,
  notFound: 'this is the application',
  mount: async (handler, { before, mount }: HonoSetup, options) => {
    const errors: unknown[] = []
    const app = new Hono({ strict: false })
    app.notFound((c) => c.text('this is the application', 404))
    app.onError((error, c) => {
      errors.push(error)
      return c.text('', 500)
    })
    if (before !== undefined) app.use(before)
    const handle = fetchHandler(handler, options)
    if (mount === undefined) app.all('/wx', (c) => handle(c.req.raw))
    else mount(app, handle)
    return { ...(await serveFetch(async (request) => app.fetch(request))), errors }
  },
})

describe('fetchHandler', () => {
  const url = 'https://example.org/wx?a=1'
  const answering =
    (body: string, headers: Record<string, string> = {}, status = 200): WebHandler =>
    () =>
      Promise.resolve({ status, headers, body })

  it('mounts a robot: an object with handle, called as its method', async () => {
    class Login {
      readonly #name = 'login'
      handle(): ReturnType<WebHandler> {
        return Promise.resolve({ status: 200, headers: {}, body: this.#name })
      }
    }
    expect(await (await fetchHandler(new Login())(new Request(url))).text()).toBe('login')
  })

  it('answers every path, or with the option path that one alone', async () => {
    const ask = async (path: string, options?: { readonly path: string }): Promise<number> =>
      (await fetchHandler(answering('ok'), options)(new Request(`https://example.org${path}`))).status
    expect([await ask('/'), await ask('/wx/deeper')]).toEqual([200, 200])
    const path = '/wx/'
    expect([await ask('/wx', { path }), await ask('/wx/', { path }), await ask('/', { path })]).toEqual([200, 200, 404])
  })

  it('adds nothing to the headers of the answer but the length', async () => {
    const { headers } = await fetchHandler(answering('你好'))(new Request(url))
    expect([...headers]).toEqual([['content-length', '6']])
  })

  it('passes on an answer that has no body, also where the standard allows none', async () => {
    for (const status of [204, 304]) {
      const response = await fetchHandler(answering('', {}, status))(new Request(url))
      expect([status, response.body]).toEqual([response.status, null])
    }
  })

  it('gives a POST without a body an empty one', async () => {
    const seen: WebRequest[] = []
    const handle = fetchHandler((request) => {
      seen.push(request)
      return answering('')(request)
    })
    await handle(new Request(url, { method: 'POST' }))
    expect(seen[0]?.body).toEqual(new Uint8Array())
  })

  it('says that the body was read also when somebody holds it and has not read to its end', async () => {
    const logger = recordingLogger()
    const request = new Request(url, { method: 'POST', body: '<xml/>' })
    request.body?.getReader()
    expect((await fetchHandler(answering(''), { logger })(request)).status).toBe(500)
    expect(logger.lines.map(({ fields }) => fields)).toEqual([{ code: 'WX_ADAPTER_BODY_CONSUMED' }])
  })

  it('leaves the rest of a body that is too large alone: cancelled, it would end the connection on Node', async () => {
    let isCancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(100)),
      cancel: () => {
        isCancelled = true
      },
    })
    const request = new Request(url, { method: 'POST', body, duplex: 'half' } as RequestInit)
    const { status } = await fetchHandler(answering(''), { maxBodyBytes: 250 })(request)
    expect([status, isCancelled]).toEqual([413, false])
  })

  it('answers 400 when the body breaks off, and the handler is not asked', async () => {
    let asked = 0
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new Uint8Array(10))
      },
      pull: (controller) => controller.error(new Error('gone')),
    })
    const logger = recordingLogger()
    const handle = fetchHandler(
      (request) => {
        asked++
        return answering('')(request)
      },
      { logger },
    )
    const { status } = await handle(new Request(url, { method: 'POST', body, duplex: 'half' } as RequestInit))
    expect([status, asked, logger.lines]).toEqual([400, 0, []])
  })

  it('hands the handler a waitUntil where a runtime has one: P29', async () => {
    class ExecutionContext {
      readonly #kept: Promise<unknown>[] = []
      waitUntil(promise: Promise<unknown>): void {
        this.#kept.push(promise)
      }
      get size(): number {
        return this.#kept.length
      }
    }
    const seen: Array<WebContext | undefined> = []
    const handle = fetchHandler((request, context) => {
      seen.push(context)
      context?.waitUntil?.(Promise.resolve())
      return answering('')(request)
    })
    const [hono, worker] = [new ExecutionContext(), new ExecutionContext()]
    await handle(new Request(url), hono)
    await handle(new Request(url), { SOME_BINDING: 'env' }, worker)
    expect([hono.size, worker.size]).toEqual([1, 1])
    await handle(new Request(url))
    await handle(new Request(url), { params: Promise.resolve({}) })
    expect(seen.slice(2).map((context) => context !== undefined && 'waitUntil' in context)).toEqual([false, false])
  })

  it('says at once when there is nothing to mount, or an option is malformed', () => {
    expect(() => fetchHandler(undefined as never)).toThrow(ConfigError)
    expect(() => fetchHandler({} as never)).toThrow(/^handler: mount a robot/)
    expect(() => fetchHandler(answering(''), { path: 'wx' })).toThrow(/^path: a path such as "\/wx"/)
    expect(() => fetchHandler(answering(''), { maxBodyBytes: Number.NaN })).toThrow(/^maxBodyBytes: /)
  })
})
