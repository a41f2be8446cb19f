import { WxError } from '@wx/core'

type Values<Value> = Readonly<Record<string, Value | undefined>> | null

/** What is used of a request as a REST API (payload format 1.0) and an Application Load Balancer hand it over. */
export interface LambdaEventV1 {
  readonly httpMethod: string
  readonly path: string
  readonly headers?: Values<string>
  readonly multiValueHeaders?: Values<readonly string[]>
  readonly queryStringParameters?: Values<string>
  readonly multiValueQueryStringParameters?: Values<readonly string[]>
  readonly body?: string | null
  readonly isBase64Encoded?: boolean
  /** With `elb` when a load balancer asks. */
  readonly requestContext?: object
}

/** What is used of a request as an HTTP API (payload format 2.0) and a function URL hand it over. */
export interface LambdaEventV2 {
  readonly rawPath: string
  readonly rawQueryString: string
  readonly headers: Values<string>
  readonly cookies?: readonly string[]
  readonly body?: string | null
  readonly isBase64Encoded?: boolean
  readonly requestContext: { readonly http: { readonly method: string } }
}

export type LambdaEvent = LambdaEventV1 | LambdaEventV2

/** The event is no HTTP request: another trigger calls this function, or a payload that is not known here. */
export class LambdaEventError extends WxError {
  readonly code = 'WX_ADAPTER_EVENT_UNKNOWN'
  constructor(event: unknown) {
    const keys = typeof event === 'object' && event !== null ? Object.keys(event).join(', ') : typeof event
    super(
      `the Lambda event is no HTTP request: it has neither httpMethod nor rawPath, but ${keys || 'nothing'}. ` +
        'Let an API Gateway, a function URL or an Application Load Balancer call the function.',
    )
  }
}

/** The parts of a request before its body, in the form all web handlers take. */
export interface EventHead {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * @throws LambdaEventError when it is no HTTP request
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export function headOf(event: LambdaEvent): EventHead {
  if (typeof event !== 'object' || event === null) throw new LambdaEventError(event)
  if ('rawPath' in event) return headOfV2(event)
  if ('httpMethod' in event) return headOfV1(event)
  throw new LambdaEventError(event)
}

function headOfV2({ requestContext, rawPath, rawQueryString, headers, cookies }: LambdaEventV2): EventHead {
  const cookie: [string, string][] = cookies === undefined ? [] : [['cookie', cookies.join('; ')]]
  return {
    method: requestContext.http.method,
    path: rawPath,
    query: rawQueryString,
    headers: Object.fromEntries([...pairs(headers).map(lowered), ...cookie]),
  }
}

function headOfV1(event: LambdaEventV1): EventHead {
  const { multiValueHeaders, multiValueQueryStringParameters } = event
  const headers = multiValueHeaders
    ? pairs(multiValueHeaders).map(([name, values]): [string, string] => [name, values.join(', ')])
    : pairs(event.headers)
  const parameters = multiValueQueryStringParameters
    ? pairs(multiValueQueryStringParameters).flatMap(([name, values]) =>
        values.map((value): [string, string] => [name, value]),
      )
    : pairs(event.queryStringParameters)
  return {
    method: event.httpMethod,
    path: event.path,
    // The gateway decodes what it hands over, the load balancer does not.
    query: isOfLoadBalancer(event)
      ? parameters.map((pair) => pair.join('=')).join('&')
      : new URLSearchParams(parameters).toString(),
    headers: Object.fromEntries(headers.map(lowered)),
  }
}

const isOfLoadBalancer = ({ requestContext }: LambdaEventV1): boolean => 'elb' in (requestContext ?? {})

const lowered = ([name, value]: [string, string]): [string, string] => [name.toLowerCase(), value]

function pairs<Value>(values: Values<Value> | undefined): [string, Value][] {
  return Object.entries(values ?? {}).filter((pair): pair is [string, Value] => pair[1] !== undefined)
}
