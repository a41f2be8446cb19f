/** Header names in lower case → value. */
export type WebHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** A request as every adapter hands it over. */
export interface WebRequest {
  /** `GET`, `POST`, … */
  readonly method: string
  /** Path of the URL, without the query; still percent-encoded. */
  readonly path: string
  /** The raw query, without `?`. */
  readonly query: string
  readonly headers: WebHeaders
  /** The body as it came: bytes, or their text. Absent for methods without one. */
  readonly body?: Uint8Array | string
}

/** An answer; the adapter adds nothing but the content length. */
export interface WebResponse {
  readonly status: number
  /** Names in lower case; without `content-length`, which every adapter sets from the body's bytes. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | string
}

/** What the surroundings offer a handler. */
export interface WebContext {
  /** Keeps the process (a serverless one) alive until the promise settles. */
  waitUntil?(promise: Promise<unknown>): void
  /** Aborted when the client hangs up. */
  readonly signal?: AbortSignal
}

/** Any endpoint of the kit: the robot, OAuth, a login, the token relay. Adapters mount it in a framework. */
export type WebHandler = (request: WebRequest, context?: WebContext) => Promise<WebResponse>
