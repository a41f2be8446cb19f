import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { WebHandler, WebRequest } from '@wx/core'
import { type AdapterSetup, adapterContract, listenOnLoopback } from '@wx/core/testing'
import { describe, expect, it } from 'vitest'
import { type LambdaEvent, LambdaEventError, type LambdaEventV2 } from './lambda-event.js'
import { type LambdaResult, lambdaHandler } from './lambda-handler.js'

interface Arrived {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: IncomingMessage['headers']
  readonly bytes: Buffer
}

interface LambdaSetup extends AdapterSetup {
  readonly toEvent: (arrived: Arrived) => LambdaEvent
}

/** Names and values; `decode` is what the gateway does to them. */
const parametersOf = (query: string, decode: boolean): [string, string][] =>
  decode
    ? [...new URLSearchParams(query)]
    : query
        .split('&')
        .filter((part) => part !== '')
        .map((part) => [part.split('=', 1)[0] ?? '', part.includes('=') ? part.slice(part.indexOf('=') + 1) : ''])

/** `__proto__` is a name like any other, as it is in what `JSON.parse` makes. */
function grouped(pairs: readonly [string, string][]): Record<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [name, value] of pairs) groups.set(name, [...(groups.get(name) ?? []), value])
  return Object.fromEntries(groups)
}

const singles = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), String(value)]))
const lists = (headers: IncomingMessage['headers']): Record<string, string[]> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [String(value)]]))

const asText = (bytes: Buffer) => ({ body: bytes.length === 0 ? null : bytes.toString(), isBase64Encoded: false })
const asBase64 = (bytes: Buffer) => ({ body: bytes.toString('base64'), isBase64Encoded: true })

const httpEvent = ({ method, path, query, headers }: Arrived): LambdaEventV2 => ({
  rawPath: path,
  rawQueryString: query,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  requestContext: { http: { method } },
})

const restEvent = ({ method, path, query, headers }: Arrived): LambdaEvent => ({
  httpMethod: method,
  path,
  headers: singles(headers),
  multiValueHeaders: lists(headers),
  queryStringParameters: query === '' ? null : Object.fromEntries(new URLSearchParams(query)),
  multiValueQueryStringParameters: query === '' ? null : grouped(parametersOf(query, true)),
  requestContext: { stage: 'prod' },
})

const balancerEvent = ({ method, path, query, headers }: Arrived): LambdaEvent => ({
  httpMethod: method,
  path,
  multiValueHeaders: lists(headers),
  multiValueQueryStringParameters: grouped(parametersOf(query, false)),
  requestContext: { elb: { targetGroupArn: 'arn' } },
})

const common = { xml: 'intact', json: 'intact', isBuffered: true } as const

const setups: readonly LambdaSetup[] = [
  {
    name: 'an HTTP API or a function URL, text',
    ...common,
    isTextOnly: true,
    toEvent: (arrived) => ({ ...httpEvent(arrived), ...asText(arrived.bytes) }),
  },
  {
    name: 'an HTTP API or a function URL, Base64',
    ...common,
    toEvent: (arrived) => ({ ...httpEvent(arrived), ...asBase64(arrived.bytes) }),
  },
  {
    name: 'a REST API, text',
    ...common,
    isTextOnly: true,
    isQueryParsed: true,
    toEvent: (arrived) => ({ ...restEvent(arrived), ...asText(arrived.bytes) }),
  },
  {
    name: 'a REST API with binaryMediaTypes',
    ...common,
    isQueryParsed: true,
    toEvent: (arrived) => ({ ...restEvent(arrived), ...asBase64(arrived.bytes) }),
  },
  {
    name: 'a load balancer with lists of values',
    ...common,
    isTextOnly: true,
    isQueryParsed: true,
    toEvent: (arrived) => ({ ...balancerEvent(arrived), ...asText(arrived.bytes) }),
  },
]

adapterContract(
  { describe, it, expect },
  {
    name: 'lambda',
    setups,
    bodyFix: /./,
    notFound: 'not found',
    mount: async (handler, { toEvent }: LambdaSetup, options) => {
      const invoke = lambdaHandler(handler, { ...options, path: '/wx' })
      const errors: unknown[] = []
      const gateway = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
        const pieces: Buffer[] = []
        for await (const piece of incoming) pieces.push(piece as Buffer)
        const [path = '/', ...rest] = (incoming.url ?? '/').split('?')
        const { method = 'GET', headers } = incoming
        const event = toEvent({ method, path, query: rest.join('?'), headers, bytes: Buffer.concat(pieces) })
        // What is between the two is JSON.
        const result = await invoke(JSON.parse(JSON.stringify(event)) as LambdaEvent).catch((error: unknown) => {
          errors.push(error)
          return { statusCode: 500, headers: {}, body: '', isBase64Encoded: false }
        })
        send(JSON.parse(JSON.stringify(result)) as LambdaResult, outgoing)
      }
      const server = createServer((incoming, outgoing) => {
        // A client that hung up within its body.
        gateway(incoming, outgoing).catch(() => outgoing.destroy())
      })
      return { ...(await listenOnLoopback(server)), errors }
    },
  },
)

function send(result: LambdaResult, outgoing: ServerResponse): void {
  const body = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8')
  outgoing.writeHead(result.statusCode, {
    ...(result.headers ?? result.multiValueHeaders),
    'content-length': body.length,
  })
  outgoing.end(body)
}

describe('lambdaHandler', () => {
  const asked = async (event: LambdaEvent): Promise<WebRequest> => {
    const requests: WebRequest[] = []
    const handle: WebHandler = (request) => {
      requests.push(request)
      return Promise.resolve({ status: 200, headers: { 'content-type': 'text/plain' }, body: 'success' })
    }
    await lambdaHandler(handle)(event)
    return requests[0] as WebRequest
  }
  const ok: WebHandler = () =>
    Promise.resolve({ status: 200, headers: { 'content-type': 'text/plain' }, body: 'success' })

  it('takes the single values of a load balancer, which are still encoded', async () => {
    const request = await asked({
      httpMethod: 'GET',
      path: '/wx',
      headers: { host: 'example.org' },
      queryStringParameters: { signature: 'a%2Bb', echostr: '%E4%BD%A0' },
      requestContext: { elb: { targetGroupArn: 'arn' } },
    })
    expect(request).toEqual({
      method: 'GET',
      path: '/wx',
      query: 'signature=a%2Bb&echostr=%E4%BD%A0',
      headers: { host: 'example.org' },
    })
  })

  it('encodes the single values of a gateway, which are decoded, and takes headers in any case', async () => {
    const request = await asked({
      httpMethod: 'POST',
      path: '/wx',
      headers: { 'Content-Type': 'text/xml', 'X-Gone': undefined },
      queryStringParameters: { signature: 'a+b&c=你', nonce: '1' },
      body: '<xml/>',
    })
    expect([...new URLSearchParams(request.query)]).toEqual([
      ['signature', 'a+b&c=你'],
      ['nonce', '1'],
    ])
    expect([request.headers, request.body]).toEqual([{ 'content-type': 'text/xml' }, '<xml/>'])
  })

  it('puts the cookies of an HTTP API back among the headers', async () => {
    const request = await asked({
      rawPath: '/login',
      rawQueryString: '',
      headers: { host: 'example.org' },
      cookies: ['a=1', 'b=2'],
      requestContext: { http: { method: 'GET' } },
    })
    expect(request.headers).toEqual({ host: 'example.org', cookie: 'a=1; b=2' })
  })

  it('answers in lists only who asked in lists alone', async () => {
    const event = { httpMethod: 'GET', path: '/', requestContext: { elb: {} } }
    const multiValueHeaders = { host: ['example.org'] }
    const kinds = async (more: object): Promise<string[]> => Object.keys(await lambdaHandler(ok)({ ...event, ...more }))
    expect(await kinds({ multiValueHeaders })).toContain('multiValueHeaders')
    expect(await kinds({ multiValueHeaders })).not.toContain('headers')
    for (const more of [{ headers: {} }, { headers: {}, multiValueHeaders }, {}]) {
      expect(await kinds(more)).toContain('headers')
      expect(await kinds(more)).not.toContain('multiValueHeaders')
    }
  })

  it('answers a text as text, and bytes in Base64; the length is left to the gateway', async () => {
    const event = { httpMethod: 'GET', path: '/' }
    expect(await lambdaHandler(ok)(event)).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'text/plain' },
      body: 'success',
      isBase64Encoded: false,
    })
    const bytes = Uint8Array.from([0, 255, 1]).subarray(1)
    const { body, isBase64Encoded } = await lambdaHandler(() =>
      Promise.resolve({ status: 200, headers: {}, body: bytes }),
    )(event)
    expect([body, isBase64Encoded]).toEqual(['/wE=', true])
  })

  it('counts the bytes of a body, not its letters or its Base64', async () => {
    const status = async (more: object): Promise<number> => {
      const event = { httpMethod: 'POST', path: '/', ...more }
      return (await lambdaHandler(ok, { maxBodyBytes: 6 })(event)).statusCode
    }
    expect(await status({ body: '你好' })).toBe(200)
    expect(await status({ body: '你好！' })).toBe(413)
    expect(await status({ body: 'x'.repeat(6) })).toBe(200)
    expect(await status({ body: Buffer.from('123456').toString('base64'), isBase64Encoded: true })).toBe(200)
    expect(await status({ body: Buffer.from('1234567').toString('base64'), isBase64Encoded: true })).toBe(413)
  })

  it('names what another trigger sent, and nothing of its values', async () => {
    for (const [event, found] of [
      [{ Records: ['secret'] }, 'Records'],
      [{}, 'nothing'],
      [undefined, 'undefined'],
      ['secret', 'string'],
    ] as const) {
      const error: unknown = await lambdaHandler(ok)(event as never).catch((it: unknown) => it)
      expect(error).toBeInstanceOf(LambdaEventError)
      expect(error).toMatchObject({ code: 'WX_ADAPTER_EVENT_UNKNOWN' })
      expect(String(error)).toContain(`but ${found}. Let an API Gateway`)
      expect(String(error)).not.toContain('secret')
    }
  })
})
