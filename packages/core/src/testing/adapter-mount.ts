import type { Logger } from '../logger.js'
import type { WebHandler } from '../web.js'

/**
 * What becomes of a body on its way through a framework.
 * - `intact`: its bytes, or their text, reach the handler
 * - `parsed`: only an object is left; an encrypted envelope is restored from it, a plaintext push is answered 500
 * - `consumed`: nothing is left; every push is answered 500
 * - `refused`: the framework answers 4xx by itself
 */
export type BodyFate = 'intact' | 'parsed' | 'consumed' | 'refused'

/** One way an application is put together around the adapter. */
export interface AdapterSetup {
  /** For the test's name: `express.json() before`. */
  readonly name: string
  /** A `text/xml` body. */
  readonly xml: BodyFate
  /** An `application/json` body. */
  readonly json: BodyFate
  /** True when a parser decodes every body as UTF-8 text, so that other bytes cannot arrive. */
  readonly isTextOnly?: boolean
  /** True where a gateway takes the query apart, so that only its names and values can arrive, grouped by name. */
  readonly isQueryParsed?: boolean
  /** True where a gateway hands over whole requests, so that nobody is seen hanging up, and there is no signal. */
  readonly isBuffered?: boolean
}

export interface AdapterMountOptions {
  /** Goes to the adapter's own option of this name. */
  readonly logger: Logger
  /** Goes to the adapter's own option of this name. */
  readonly maxBodyBytes: number
}

/** A running server with the handler at `/wx`, and nothing but the application's own "not found" elsewhere. */
export interface MountedAdapter {
  /** `http://127.0.0.1:<port>`, see `listenOnLoopback`. */
  readonly origin: string
  /** What reached the framework's error path, where a test can look into it. */
  readonly errors?: readonly unknown[]
  close(): Promise<void>
}

/** An adapter and the set-ups it has to hold in. */
export interface AdapterUnderTest<Setup extends AdapterSetup = AdapterSetup> {
  readonly name: string
  readonly setups: readonly Setup[]
  mount(handler: WebHandler, setup: Setup, options: AdapterMountOptions): Promise<MountedAdapter>
  /** What the log has to advise when a body was consumed: this framework's own fix. */
  readonly bodyFix: RegExp
  /** The body of the application's own "not found", when it has one. */
  readonly notFound?: string
}
