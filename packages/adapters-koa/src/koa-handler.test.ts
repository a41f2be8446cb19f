import { createServer, type IncomingMessage } from 'node:http'
import { ConfigError, type WebHandler } from '@wx/core'
import { type AdapterSetup, adapterContract, fetchRaw, listenOnLoopback, type MountedAdapter } from '@wx/core/testing'
import Koa3, { type Middleware } from 'koa'
// @ts-expect-error Koa 2 is installed beside 3 under a name for which there are no types.
import untypedKoa2 from 'koa2'
import { describe, expect, it } from 'vitest'
import { koaHandler } from './koa-handler.js'

/** What is used here is the same in both. */
const Koa2: typeof Koa3 = untypedKoa2

/** `koaHandler` with the contract's handler and options bound. */
type MountHandler = (options?: { readonly path?: string }) => Middleware

interface KoaSetup extends AdapterSetup {
  /** Stands above the handler. */
  readonly before?: Middleware
  /** By default the handler is mounted with the option `path`. */
  readonly mount?: (handler: MountHandler) => Middleware
  /** Stands below the handler. */
  readonly after?: Middleware
}

const intact = { xml: 'intact', json: 'intact' } as const

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}

/** What a parser leaves of a body: the text beside it, the value in its place, or nothing but the sign of having been. */
type Left = { readonly body?: unknown; readonly rawBody?: unknown }
type Leave = (text: string) => Left

/** A parser that reads bodies of these types, and leaves `{}` in place of all others, as Koa's parsers do. */
function parser(leave: Readonly<Record<string, Leave>>, otherwise: Left = { body: {} }): Middleware {
  return async (ctx, next) => {
    const type = ctx.is(Object.keys(leave))
    const read = type ? leave[type] : undefined
    Object.assign(ctx.request, read === undefined ? otherwise : read(await textOf(ctx.req)))
    await next()
  }
}

const jsonOf = (text: string): unknown => (text === '' ? {} : JSON.parse(text))
const keepText: Leave = (text) => ({ body: text, rawBody: text })
const keepJson: Leave = (text) => ({ body: jsonOf(text), rawBody: text })
const json = 'application/json'
const xml = 'text/xml'

/** Lists of texts under the root's name. */
function xmlOf(text: string): unknown {
  const fields: Record<string, string[]> = {}
  for (const [, name, value] of text.matchAll(/<(\w+)>(?:<!\[CDATA\[)?([^<\]]*)(?:\]\]>)?<\/\1>/g)) {
    fields[name as string] = [value as string]
  }
  return { xml: fields }
}

/** The parsers of P4, and what each leaves behind. */
const parsers: readonly KoaSetup[] = [
  { name: 'no parser', ...intact },
  { name: 'koa-bodyparser before', ...intact, before: parser({ [json]: keepJson }) },
  {
    name: 'koa-bodyparser with XML before',
    ...intact,
    isTextOnly: true,
    before: parser({ [json]: keepJson, [xml]: keepText }),
  },
  {
    name: 'koa-body before',
    xml: 'intact',
    json: 'parsed',
    isTextOnly: true,
    before: parser({ [json]: (text) => ({ body: jsonOf(text) }), 'text/*': (text) => ({ body: text }) }),
  },
  {
    name: 'koa-xml-body before',
    ...intact,
    isTextOnly: true,
    before: parser({ [xml]: (text) => ({ body: xmlOf(text), rawBody: text }) }, {}),
  },
  {
    name: 'an XML parser that keeps no text before',
    xml: 'parsed',
    json: 'intact',
    before: parser({ [xml]: (text) => ({ body: xmlOf(text) }) }, {}),
  },
  {
    name: 'bytes as the body before',
    ...intact,
    before: async (ctx, next) => {
      const pieces: Buffer[] = []
      for await (const piece of ctx.req) pieces.push(piece as Buffer)
      Object.assign(ctx.request, { body: Buffer.concat(pieces) })
      await next()
    },
  },
  {
    name: 'a server that keeps the bytes at the request of Node',
    ...intact,
    isTextOnly: true,
    before: async (ctx, next) => {
      const rawBody = await textOf(ctx.req)
      Object.assign(ctx.req, { rawBody, body: { parsed: true } })
      await next()
    },
  },
]

/** As koa-mount does it: what is within sees the rest of the path. */
const mountAt =
  (prefix: string, middleware: Middleware): Middleware =>
  async (ctx, next) => {
    const whole = ctx.path
    if (whole !== prefix && !whole.startsWith(`${prefix}/`)) return next()
    ctx.path = whole.slice(prefix.length) || '/'
    await middleware(ctx, () => {
      ctx.path = whole
      return next()
    })
  }

/** As @koa/router does it: the path stays whole, the route that matched is noted. */
const route =
  (pattern: RegExp, middleware: Middleware): Middleware =>
  (ctx, next) => {
    if (!pattern.test(ctx.path)) return next()
    return middleware(Object.assign(ctx, { _matchedRoute: '/wx' }), next)
  }

const ways: readonly KoaSetup[] = [
  { name: 'koa-mount', ...intact, mount: (handler) => mountAt('/wx', handler()) },
  { name: 'a route', ...intact, mount: (handler) => route(/^\/wx\/?$/, handler()) },
  {
    name: 'a function of the application around it',
    ...intact,
    mount: (handler) => async (ctx, next) => handler({ path: '/wx' })(ctx, next),
  },
  { name: 'koa-body after', ...intact, after: parser({ [json]: (text) => ({ body: jsonOf(text) }) }) },
]

async function serve(Koa: typeof Koa3, ...middlewares: readonly Middleware[]): Promise<MountedAdapter> {
  const app = new Koa()
  const errors: unknown[] = []
  app.on('error', (error: unknown) => errors.push(error))
  for (const middleware of middlewares) app.use(middleware)
  app.use((ctx) => {
    ctx.status = 404
    ctx.body = 'this is the application'
  })
  return { ...(await listenOnLoopback(createServer(app.callback()))), errors }
}

for (const [name, Koa] of [
  ['koa 2', Koa2],
  ['koa 3', Koa3],
] as const) {
  adapterContract(
    { describe, it, expect },
    {
      name,
      setups: [...parsers, ...ways],
      bodyFix: /above the parser.*ctx\.request\.rawBody/,
      notFound: 'this is the application',
      mount(handler, { before, mount, after }: KoaSetup, options) {
        const bound: MountHandler = (more) => koaHandler(handler, { ...options, ...more })
        const mounted = mount === undefined ? bound({ path: '/wx' }) : mount(bound)
        return serve(Koa, ...[before, mounted, after].filter((it) => it !== undefined))
      },
    },
  )

  describe(`koaHandler in ${name}`, () => {
    const answer: WebHandler = ({ path }) =>
      Promise.resolve({ status: 200, headers: { 'content-type': 'text/plain' }, body: `handled ${path}` })
    const ask = async (path: string, ...middlewares: readonly Middleware[]) => {
      const { origin, close, errors } = await serve(Koa, ...middlewares)
      try {
        return { ...(await fetchRaw(origin + path)), errors }
      } finally {
        await close()
      }
    }
    const bodyOf = async (path: string, ...middlewares: readonly Middleware[]): Promise<string> =>
      (await ask(path, ...middlewares)).body.toString()

    it('mounts a robot: an object with handle, called as its method', async () => {
      class Login {
        readonly #name = 'login'
        handle(): ReturnType<WebHandler> {
          return Promise.resolve({ status: 200, headers: {}, body: this.#name })
        }
      }
      expect(await bodyOf('/wx', koaHandler(new Login(), { path: '/wx' }))).toBe('login')
    })

    it('sees the option path from where it is mounted, and the handler sees the whole path', async () => {
      const mounted = mountAt('/api', koaHandler(answer, { path: '/wx/' }))
      expect(await bodyOf('/api/wx', mounted)).toBe('handled /api/wx')
      expect(await bodyOf('/wx', mounted)).toBe('this is the application')
      expect(await bodyOf('/api', mounted)).toBe('this is the application')
    })

    it('goes by the option path alone, also where a route of the application matched before', async () => {
      const passing = route(/./, (_ctx, next) => next())
      expect(await bodyOf('/wx', passing, koaHandler(answer, { path: '/wx' }))).toBe('handled /wx')
      expect(await bodyOf('/wx/deeper', passing, koaHandler(answer, { path: '/wx' }))).toBe('this is the application')
    })

    it('mounted nowhere and without a path, answers the root only', async () => {
      expect(await bodyOf('/', koaHandler(answer))).toBe('handled /')
      expect(await bodyOf('/wx', koaHandler(answer))).toBe('this is the application')
    })

    it('answers once: what a middleware above wraps around it afterwards goes nowhere, what it set before stays', async () => {
      const seen: number[] = []
      let ends = 0
      const wrap: Middleware = async (ctx, next) => {
        const end = ctx.res.end.bind(ctx.res) as (...given: unknown[]) => typeof ctx.res
        Object.assign(ctx.res, {
          end: (...given: unknown[]) => {
            ends++
            return end(...given)
          },
        })
        ctx.set('x-before', 'yes')
        ctx.body = { code: -1 }
        await next()
        seen.push(ctx.status)
        ctx.status = 500
        ctx.set('x-after', 'yes')
        ctx.body = { code: 0, data: ctx.body }
      }
      const { status, headers, body, errors } = await ask('/wx', wrap, koaHandler(answer, { path: '/wx' }))
      expect([status, body.toString(), headers['content-length']]).toEqual([200, 'handled /wx', '11'])
      expect([headers['content-type'], headers['x-before'], headers['x-after']]).toEqual([
        'text/plain',
        'yes',
        undefined,
      ])
      expect([seen, ends, errors]).toEqual([[200], 1, []])
    })

    it('leaves the answer to a middleware above that catches what the handler threw', async () => {
      const broken = new Error('the handler is broken')
      const caught: unknown[] = []
      const rescue: Middleware = async (ctx, next) => {
        try {
          await next()
        } catch (error) {
          caught.push(error)
          ctx.status = 503
          ctx.body = 'rescued'
        }
      }
      const mounted = koaHandler(() => Promise.reject(broken), { path: '/wx' })
      const { status, body, errors } = await ask('/wx', rescue, mounted)
      expect([status, body.toString(), caught, errors]).toEqual([503, 'rescued', [broken], []])
    })

    it('answers 500 also when the handler throws nothing', async () => {
      const { status, errors } = await ask(
        '/wx',
        koaHandler(() => Promise.reject(undefined), { path: '/wx' }),
      )
      expect([status, errors?.length]).toEqual([500, 1])
    })

    it('answers HEAD like GET, without the body', async () => {
      const { origin, close } = await serve(Koa, koaHandler(answer, { path: '/wx' }))
      const { status, headers, body } = await fetchRaw(`${origin}/wx`, { method: 'HEAD' })
      await close()
      expect([status, headers['content-length'], body.length]).toEqual([200, '11', 0])
    })
  })
}

describe('koaHandler', () => {
  it('says at once when there is nothing to mount, or an option is malformed', () => {
    const handle: WebHandler = () => Promise.resolve({ status: 200, headers: {}, body: '' })
    expect(() => koaHandler(undefined as never)).toThrow(ConfigError)
    expect(() => koaHandler({} as never)).toThrow(/^handler: mount a robot/)
    expect(() => koaHandler(handle, { path: 'wx' })).toThrow(/^path: a path such as "\/wx"/)
    expect(() => koaHandler(handle, { maxBodyBytes: Number.NaN })).toThrow(/^maxBodyBytes: /)
  })
})
