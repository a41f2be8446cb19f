import { createServer } from 'node:http'
import { ConfigError, type WebHandler } from '@wx/core'
import { type AdapterSetup, adapterContract, fetchRaw, listenOnLoopback, type MountedAdapter } from '@wx/core/testing'
import express5, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
// @ts-expect-error Express 4 is installed beside 5 under a name for which there are no types.
import untypedExpress4 from 'express4'
import { describe, expect, it } from 'vitest'
import { expressHandler } from './express-handler.js'

/** What is used here is the same in both. */
const express4: typeof express5 = untypedExpress4

type Framework = typeof express5

interface ExpressSetup extends AdapterSetup {
  /** Puts the application together; by default the handler is mounted with `app.use('/wx', …)`. */
  readonly before?: (app: Express, framework: Framework) => void
  readonly mount?: (app: Express, handler: MountHandler, framework: Framework) => void
}

/** `expressHandler` with the contract's handler and options bound. */
type MountHandler = (options?: { readonly path?: string }) => RequestHandler

const intact = { xml: 'intact', json: 'intact' } as const

/** What body-parser-xml leaves: the stream read to its end, and lists of texts under the root's name. */
const parseXml: RequestHandler = (request, _response, next) => {
  if (request.is('text/xml') === false) return next()
  const pieces: Buffer[] = []
  request
    .on('data', (piece: Buffer) => pieces.push(piece))
    .on('end', () => {
      const fields: Record<string, string[]> = {}
      const text = Buffer.concat(pieces).toString()
      for (const [, name, value] of text.matchAll(/<(\w+)>(?:<!\[CDATA\[)?([^<\]]*)(?:\]\]>)?<\/\1>/g)) {
        fields[name as string] = [value as string]
      }
      request.body = { xml: fields }
      next()
    })
    .on('error', next)
}

/** The parsers of P4, and what each leaves behind. */
const parsers: readonly ExpressSetup[] = [
  { name: 'no parser', ...intact },
  {
    name: 'json and urlencoded before',
    xml: 'intact',
    json: 'parsed',
    before: (app, { json, urlencoded }) => app.use(json(), urlencoded({ extended: true })),
  },
  {
    name: 'json before, its verify keeping rawBody',
    ...intact,
    before: (app, { json }) =>
      app.use(json({ verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }) })),
  },
  {
    name: 'text of every type before',
    ...intact,
    isTextOnly: true,
    before: (app, { text }) => app.use(text({ type: '*/*' })),
  },
  { name: 'raw of every type before', ...intact, before: (app, { raw }) => app.use(raw({ type: '*/*' })) },
  { name: 'body-parser-xml before', xml: 'parsed', json: 'intact', before: (app) => app.use(parseXml) },
]

const ways: readonly ExpressSetup[] = [
  { name: 'app.all', ...intact, mount: (app, handler) => app.all('/wx', handler()) },
  {
    name: 'app.get and app.post',
    ...intact,
    mount: (app, handler) => app.get('/wx', handler()).post('/wx', handler()),
  },
  { name: 'app.use with the option path', ...intact, mount: (app, handler) => app.use(handler({ path: '/wx' })) },
  {
    name: 'a router',
    ...intact,
    mount: (app, handler, { Router }) => app.use(Router().use('/wx', handler())),
  },
  {
    name: 'a router with routes, behind a function of the application',
    ...intact,
    mount: (app, handler, { Router }) =>
      app.use(
        '/wx',
        Router().all('/', (request, response, next) => handler()(request, response, next)),
      ),
  },
  {
    name: 'an application within the application',
    ...intact,
    mount: (app, handler, framework) => app.use(framework().use('/wx', handler())),
  },
  {
    name: 'json after',
    ...intact,
    mount: (app, handler, { json }) => app.use('/wx', handler()).use(json()),
  },
]

async function serve(app: Express): Promise<MountedAdapter> {
  const errors: unknown[] = []
  const record: ErrorRequestHandler = (error, _request, _response, next) => {
    errors.push(error)
    next(error)
  }
  app.use((_request, response) => void response.status(404).send('this is the application'))
  app.use(record)
  return { ...(await listenOnLoopback(createServer(app))), errors }
}

for (const [name, framework] of [
  ['express 4', express4],
  ['express 5', express5],
] as const) {
  adapterContract(
    { describe, it, expect },
    {
      name,
      setups: [...parsers, ...ways],
      bodyFix: /above the parser.*express\.json\(\{ verify:/,
      notFound: 'this is the application',
      mount(handler, { before, mount }: ExpressSetup, options) {
        const app = framework()
        before?.(app, framework)
        const bound: MountHandler = (more) => expressHandler(handler, { ...options, ...more })
        if (mount === undefined) app.use('/wx', bound())
        else mount(app, bound, framework)
        return serve(app)
      },
    },
  )

  describe(`expressHandler in ${name}`, () => {
    const answer: WebHandler = ({ path }) =>
      Promise.resolve({ status: 200, headers: { 'content-type': 'text/plain' }, body: `handled ${path}` })
    const bodyOf = async (app: Express, path: string): Promise<string> => {
      const { origin, close } = await serve(app)
      try {
        return (await fetchRaw(origin + path)).body.toString()
      } finally {
        await close()
      }
    }

    it('mounts a robot: an object with handle, called as its method', async () => {
      class Robot {
        readonly #name = 'robot'
        handle: WebHandler = () => Promise.resolve({ status: 200, headers: {}, body: this.#name })
      }
      class Login {
        readonly #name = 'login'
        handle(): ReturnType<WebHandler> {
          return Promise.resolve({ status: 200, headers: {}, body: this.#name })
        }
      }
      expect(await bodyOf(framework().use('/wx', expressHandler(new Robot())), '/wx')).toBe('robot')
      expect(await bodyOf(framework().use('/wx', expressHandler(new Login())), '/wx')).toBe('login')
    })

    it('sees the option path from where it is mounted, and the handler sees the whole path', async () => {
      const app = () => framework().use('/api', expressHandler(answer, { path: '/wx/' }))
      expect(await bodyOf(app(), '/api/wx')).toBe('handled /api/wx')
      expect(await bodyOf(app(), '/wx')).toBe('this is the application')
      expect(await bodyOf(app(), '/api')).toBe('this is the application')
    })

    it('goes by the option path alone, also where a route of the application matched before', async () => {
      const app = () =>
        framework()
          .all(/.*/, (_request, _response, next) => next())
          .use(expressHandler(answer, { path: '/wx' }))
      expect(await bodyOf(app(), '/wx')).toBe('handled /wx')
      expect(await bodyOf(app(), '/wx/deeper')).toBe('this is the application')
    })

    it('mounted nowhere and without a path, answers the root only', async () => {
      const app = () => framework().use(expressHandler(answer))
      expect(await bodyOf(app(), '/')).toBe('handled /')
      expect(await bodyOf(app(), '/wx')).toBe('this is the application')
    })

    it('answers HEAD like GET, without the body', async () => {
      const { origin, close } = await serve(framework().use('/wx', expressHandler(answer)))
      const { status, headers, body } = await fetchRaw(`${origin}/wx`, { method: 'HEAD' })
      await close()
      expect([status, headers['content-length'], body.length]).toEqual([200, '11', 0])
    })
  })
}

describe('expressHandler', () => {
  it('says at once when there is nothing to mount, or an option is malformed', () => {
    const handle: WebHandler = () => Promise.resolve({ status: 200, headers: {}, body: '' })
    expect(() => expressHandler(undefined as never)).toThrow(ConfigError)
    expect(() => expressHandler({} as never)).toThrow(/^handler: mount a robot/)
    expect(() => expressHandler(handle, { path: 'wx' })).toThrow(/^path: a path such as "\/wx"/)
    expect(() => expressHandler(handle, { maxBodyBytes: Number.NaN })).toThrow(/^maxBodyBytes: /)
  })
})
