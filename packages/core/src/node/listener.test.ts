import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { ConfigError } from '../errors.js'
import { adapterContract, fetchRaw, listenOnLoopback, type RecordingLogger, recordingLogger } from '../testing/index.js'
import type { WebHandler, WebRequest } from '../web.js'
import { type NodeBridgeOptions, toNodeListener } from './listener.js'

adapterContract(
  { describe, it, expect },
  {
    name: 'node:http',
    setups: [{ name: 'createServer', xml: 'intact', json: 'intact' }],
    bodyFix: /./,
    notFound: 'not found',
    mount: (handler, _setup, options) => {
      const accepts: NodeBridgeOptions['accepts'] = (_request, path) => path === '/wx' || path === '/wx/'
      return listenOnLoopback(createServer(toNodeListener(handler, { ...options, accepts })))
    },
  },
)

const open: Array<() => Promise<void>> = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()))
})

interface Bridge {
  readonly url: string
  readonly port: number
  readonly logger: RecordingLogger
  /** One promise per request: how its listener ended. */
  readonly settled: Promise<void>[]
}

/** A server on the bridge; `prepare` stands where a framework would. */
async function bridge(
  handler: WebHandler,
  prepare: (request: IncomingMessage, response: ServerResponse) => void = () => {},
): Promise<Bridge> {
  const logger = recordingLogger()
  const settled: Promise<void>[] = []
  const listener = toNodeListener(handler, { logger, maxBodyBytes: 1000 })
  const server = createServer((request, response) => {
    prepare(request, response)
    settled.push(listener(request, response))
  })
  const { origin, close } = await listenOnLoopback(server)
  open.push(close)
  return { url: `${origin}/wx`, port: (server.address() as AddressInfo).port, logger, settled }
}

const ok: WebHandler = () => Promise.resolve({ status: 200, headers: { 'content-type': 'text/plain' }, body: '好' })

/** Sends text as it stands and collects what comes back, until the other side ends. */
function converse(port: number, text: string, onConnect: (socket: Socket) => void = () => {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text)
      onConnect(socket)
    })
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('data', (piece: string) => {
      heard += piece
    })
    socket.on('error', reject).on('close', () => resolve(heard))
  })
}

describe('toNodeListener', () => {
  it('gives POST, PUT, PATCH and DELETE a body, and the others none', async () => {
    const seen: Array<[string, boolean]> = []
    const { url } = await bridge((request) => {
      seen.push([request.method, 'body' in request])
      return ok(request)
    })
    const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD', 'OPTIONS']
    for (const method of methods) await fetchRaw(url, { method })
    expect(seen).toEqual(methods.map((method, index) => [method, index < 4]))
  })

  it('answers HEAD with the length and without the body', async () => {
    const { url } = await bridge(ok)
    const { status, headers, body } = await fetchRaw(url, { method: 'HEAD' })
    expect([status, headers['content-length'], body.length]).toEqual([200, '3', 0])
  })

  it('adds nothing to the headers of the answer but the length, and what Node itself does', async () => {
    const { url } = await bridge(ok)
    const { headers } = await fetchRaw(url)
    expect(Object.keys(headers).sort()).toEqual(['connection', 'content-length', 'content-type', 'date'])
  })

  it('keeps a connection in use, also after 404, 413 and 500', async () => {
    let sockets = 0
    const handler: WebHandler = (request) => (request.query === 'throw' ? Promise.reject(new Error('no')) : ok(request))
    const listener = toNodeListener(handler, {
      logger: recordingLogger(),
      maxBodyBytes: 1000,
      accepts: (_request, path) => path === '/wx',
    })
    const server = createServer(listener).on('connection', () => {
      sockets++
    })
    const { origin, close } = await listenOnLoopback(server)
    open.push(close)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ask = (path: string, pieces: readonly string[]): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const outgoing = httpRequest(origin + path, { agent, method: 'POST' }, (incoming) => {
          incoming.resume().on('end', () => resolve(incoming.statusCode))
        })
        outgoing.on('error', reject)
        // Node counts the length of what comes in one piece, and sends several in chunks.
        for (const piece of pieces.slice(0, -1)) outgoing.write(piece)
        outgoing.end(pieces.at(-1))
      })
    const statuses: unknown[] = []
    for (const [path, ...pieces] of [
      ['/wx', 'a'],
      ['/other', 'unread'.repeat(100)],
      ['/wx', 'x'.repeat(200_000)],
      ['/wx', 'x'.repeat(2000), 'x'.repeat(2_000_000)],
      ['/wx?throw', 'a'],
      ['/wx', 'a'],
    ] as const) {
      statuses.push(await ask(path, pieces))
    }
    agent.destroy()
    expect(statuses).toEqual([200, 404, 413, 413, 500, 200])
    expect(sockets).toBe(1)
  })

  it('answers pipelined requests in order, each with its own', async () => {
    const requests: WebRequest[] = []
    const { port } = await bridge(async (request) => {
      requests.push(request)
      // The first is answered last.
      if (request.query === 'n=1') while (requests.length < 3) await new Promise((resolve) => setImmediate(resolve))
      return { status: 200, headers: {}, body: `<${request.query}|${String(request.body)}>` }
    })
    const post = (query: string, body: string): string =>
      `POST /wx?${query} HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`
    const last = `GET /wx?n=3 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`
    const heard = await converse(port, post('n=1', 'one') + post('n=2', 'two') + last)
    expect(heard.match(/<.*?>/g)).toEqual(['<n=1|one>', '<n=2|two>', '<n=3|undefined>'])
  })

  it('a client that sends far more than the limit still reads its 413, and is not cut off', async () => {
    const { url, settled } = await bridge(ok)
    const large = 'x'.repeat(8 * 1024 * 1024)
    for (const body of [large, [large.slice(0, 2000), large]]) {
      const { status, body: text } = await fetchRaw(url, { method: 'POST', body })
      expect([status, text.toString()]).toEqual([413, 'body too large'])
    }
    await Promise.all(settled)
  })

  it('a client that hangs up within an oversize body does no harm', async () => {
    const { port, url, settled, logger } = await bridge(ok)
    const head = 'POST /wx HTTP/1.1\r\nhost: x\r\ncontent-length: 999999\r\n\r\n'
    expect(await converse(port, head, (socket) => socket.once('data', () => socket.destroy()))).toMatch(
      /^HTTP\/1.1 413 /,
    )
    expect((await fetchRaw(url)).status).toBe(200)
    await Promise.all(settled)
    expect(logger.lines).toEqual([])
  })

  it('a client that hangs up within its body: the handler is not asked, the listener settles, nothing is logged', async () => {
    let asked = 0
    let arrived = (): void => {}
    const request = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const { port, settled, logger } = await bridge(
      (it) => {
        asked++
        return ok(it)
      },
      (incoming) => incoming.once('data', arrived),
    )
    const head = 'POST /wx HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\npart'
    await converse(port, head, (socket) => void request.then(() => socket.destroy()))
    await Promise.all(settled)
    expect([asked, settled.length, logger.lines]).toEqual([0, 1, []])
  })

  it('a client that hangs up while the handler runs: its signal aborts with the reason, the late answer goes nowhere', async () => {
    let reason: unknown
    const { port, settled, logger } = await bridge(async (request, context) => {
      const signal = context?.signal as AbortSignal
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true })
        hangUp()
      })
      reason = signal.reason
      return ok(request)
    })
    let hangUp = (): void => {}
    await converse(port, 'GET /wx HTTP/1.1\r\nhost: x\r\n\r\n', (socket) => {
      hangUp = () => socket.destroy()
    })
    await Promise.all(settled)
    expect(reason).toMatchObject({ code: 'WX_ADAPTER_CLIENT_HUNG_UP' })
    expect(logger.lines).toEqual([])
  })

  it('a client that hangs up while pipelined requests wait: every signal aborts', async () => {
    let running = 0
    const { port, settled } = await bridge(async (request, context) => {
      const signal = context?.signal as AbortSignal
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true })
        if (++running === 3) hangUp()
      })
      return ok(request)
    })
    let hangUp = (): void => {}
    await converse(port, 'GET /wx HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(3), (socket) => {
      hangUp = () => socket.destroy()
    })
    await Promise.all(settled)
    expect(settled.length).toBe(3)
  })

  it('a signal that is asked for only after the client hung up is aborted already; one asked for twice is one', async () => {
    let response: ServerResponse | undefined
    let signals: Array<AbortSignal | undefined> = []
    const { port, settled } = await bridge(
      async (request, context) => {
        const closed = new Promise((resolve) => response?.once('close', resolve))
        hangUp()
        await closed
        signals = [context?.signal, context?.signal]
        return ok(request)
      },
      (_, outgoing) => {
        response = outgoing
      },
    )
    let hangUp = (): void => {}
    await converse(port, 'GET /wx HTTP/1.1\r\nhost: x\r\n\r\n', (socket) => {
      hangUp = () => socket.destroy()
    })
    await Promise.all(settled)
    expect(signals[0]?.aborted).toBe(true)
    expect(signals[1]).toBe(signals[0])
  })

  it('what a handler throws is answered 500 with an empty body, and logged without its secrets', async () => {
    const { url, logger } = await bridge(() => Promise.reject(new Error('failed at /x?access_token=abcd1234')))
    const { status, body } = await fetchRaw(url)
    expect([status, body.length]).toEqual([500, 0])
    expect(logger.lines.map(({ level, message }) => [level, message])).toEqual([['error', 'a web handler threw']])
    expect(String(logger.lines[0]?.fields?.['error'])).toBe('Error: failed at /x?access_token=[redacted]')
  })

  it('an answer that Node refuses is an error like any other', async () => {
    const { url, logger } = await bridge(() =>
      Promise.resolve({ status: 200, headers: { 'x-a': 'line\nbreak' }, body: '' }),
    )
    expect((await fetchRaw(url)).status).toBe(500)
    expect(logger.lines.length).toBe(1)
  })

  it('leaves an answer alone that somebody else has given', async () => {
    const { url, logger, settled } = await bridge(ok, (_, response) => void response.writeHead(202).end('mine'))
    const { status, body } = await fetchRaw(url)
    await Promise.all(settled)
    expect([status, body.toString(), logger.lines]).toEqual([202, 'mine', []])
  })

  it('as a middleware hands on what is not its own, and errors', async () => {
    const handed: unknown[] = []
    const broken = new Error('broken')
    const listener = toNodeListener(() => Promise.reject(broken), {
      accepts: (_, path) => path === '/wx',
      logger: recordingLogger(),
    })
    const server = createServer((request, response) => {
      void listener(request, response, (...error) => {
        handed.push(error)
        response.end()
      })
    })
    const { origin, close } = await listenOnLoopback(server)
    open.push(close)
    await fetchRaw(`${origin}/other`, { method: 'POST', body: 'unread' })
    await fetchRaw(`${origin}/wx`)
    expect(handed).toEqual([[], [broken]])
  })

  it('takes the whole URL where a framework keeps it', async () => {
    let seen: WebRequest | undefined
    const { url } = await bridge(
      (request) => {
        seen = request
        return ok(request)
      },
      (request) => Object.assign(request, { originalUrl: request.url, url: '/' }),
    )
    await fetchRaw(`${url}?a=1?b`)
    expect([seen?.path, seen?.query]).toEqual(['/wx', 'a=1?b'])
  })

  it('refuses a limit that is none', () => {
    for (const maxBodyBytes of [0, -1, Number.NaN])
      expect(() => toNodeListener(ok, { maxBodyBytes })).toThrow(ConfigError)
  })
})
