import type { WebHandler } from '@wx/core'
import { Hono } from 'hono'
import { describe, expectTypeOf, it } from 'vitest'
import { type FetchHandler, fetchHandler } from './fetch-handler.js'
import { lambdaHandler } from './lambda-handler.js'

declare const handler: WebHandler
declare const robot: { readonly handle: WebHandler; readonly close: () => Promise<void> }

describe('fetchHandler', () => {
  it('is what runtimes call a fetch handler, whatever they pass beside the request', () => {
    type Fetch<Beside extends unknown[]> = (request: Request, ...beside: Beside) => Response | Promise<Response>
    interface ExecutionContext {
      waitUntil(promise: Promise<unknown>): void
      passThroughOnException(): void
    }
    expectTypeOf<FetchHandler>().toExtend<Fetch<[]>>()
    expectTypeOf<FetchHandler>().toExtend<Fetch<[info: { remoteAddr: { port: number }; completed: Promise<void> }]>>()
    expectTypeOf<FetchHandler>().toExtend<Fetch<[context: { params: Promise<Record<string, string>> }]>>()
    expectTypeOf<FetchHandler>().toExtend<Fetch<[env: { KV: object }, context: ExecutionContext]>>()
    const handle = fetchHandler(robot, { path: '/wx', maxBodyBytes: 1024, logger: console })
    new Hono().all('/wx', (c) => handle(c.req.raw)).all('/worker', (c) => handle(c.req.raw, c.executionCtx))
    void handle(new Request('http://localhost/wx'), { waitUntil: (promise) => void promise })
  })

  it('takes a robot or a web handler, and nothing else', () => {
    // @ts-expect-error an object without handle
    fetchHandler({ listen: () => undefined })
    // @ts-expect-error a fetch handler is no web handler
    fetchHandler((request: Request) => Promise.resolve(new Response(request.url)))
    // @ts-expect-error an option that does not exist
    fetchHandler(handler, { paht: '/wx' })
  })
})

describe('lambdaHandler', () => {
  it('takes events as the types of AWS describe them', () => {
    const handle = lambdaHandler(robot, { path: '/wx' })
    interface RestEvent {
      body: string | null
      headers: Record<string, string | undefined>
      multiValueHeaders: Record<string, string[] | undefined>
      httpMethod: string
      isBase64Encoded: boolean
      path: string
      queryStringParameters: Record<string, string | undefined> | null
      multiValueQueryStringParameters: Record<string, string[] | undefined> | null
      requestContext: { accountId: string; stage: string }
    }
    interface HttpEvent {
      version: string
      rawPath: string
      rawQueryString: string
      cookies?: string[]
      headers: Record<string, string | undefined>
      requestContext: { http: { method: string; path: string }; stage: string }
      body?: string
      isBase64Encoded: boolean
    }
    interface BalancerEvent {
      requestContext: { elb: { targetGroupArn: string } }
      httpMethod: string
      path: string
      queryStringParameters?: Record<string, string | undefined>
      headers?: Record<string, string | undefined>
      multiValueHeaders?: Record<string, string[] | undefined>
      body: string | null
      isBase64Encoded: boolean
    }
    type Event = Parameters<typeof handle>[0]
    expectTypeOf<RestEvent>().toExtend<Event>()
    expectTypeOf<HttpEvent>().toExtend<Event>()
    expectTypeOf<BalancerEvent>().toExtend<Event>()
    // @ts-expect-error a message of a queue
    void handle({ Records: [] })
  })
})
