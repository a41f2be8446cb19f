import type { Mountable, WebResponse } from '@wx/core'
import { BodyTooLargeError } from '@wx/core/node'
import { headOf, type LambdaEvent } from './lambda-event.js'
import { type ServeOptions, serve } from './serve.js'

/** The answer as API Gateway, function URLs and load balancers take it; they count the length themselves. */
export interface LambdaResult {
  readonly statusCode: number
  readonly headers?: Record<string, string>
  /** In place of `headers`, for a load balancer that works with lists. */
  readonly multiValueHeaders?: Record<string, string[]>
  readonly body: string
  readonly isBase64Encoded: boolean
}

export type LambdaHandler = (event: LambdaEvent) => Promise<LambdaResult>

/**
 * Serves a robot, or any web handler of the kit, as an AWS Lambda function behind an API Gateway (payload formats 1.0
 * and 2.0), a function URL or an Application Load Balancer. There is no `waitUntil`: a Lambda function stands still
 * once it has answered. What the handler throws fails the invocation, and so does an event that is no HTTP request
 * (LambdaEventError).
 * @throws ConfigError when there is nothing to mount, or an option is malformed
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
export function lambdaHandler(handler: Mountable, options: ServeOptions = {}): LambdaHandler {
  const answer = serve(handler, options)
  return async (event) => {
    const head = headOf(event)
    return toResult(await answer({ head, receive: (maxBodyBytes) => bodyOf(event, maxBodyBytes) }), event)
  }
}

function bodyOf({ body, isBase64Encoded }: LambdaEvent, maxBodyBytes: number): Uint8Array | string {
  const decoded = isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? '')
  if (Buffer.byteLength(decoded) > maxBodyBytes) throw new BodyTooLargeError(maxBodyBytes)
  return decoded
}

function toResult({ status, headers, body }: WebResponse, event: LambdaEvent): LambdaResult {
  const isText = typeof body === 'string'
  return {
    statusCode: status,
    ...(takesLists(event) ? { multiValueHeaders: listed(headers) } : { headers: { ...headers } }),
    body: isText ? body : Buffer.from(body).toString('base64'),
    isBase64Encoded: !isText,
  }
}

/** A REST API sends both kinds and takes either; a load balancer sends the one kind it takes. */
const takesLists = (event: LambdaEvent): boolean =>
  'multiValueHeaders' in event && !!event.multiValueHeaders && !event.headers

const listed = (headers: WebResponse['headers']): Record<string, string[]> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]))
