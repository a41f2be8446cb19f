import type { WebHandler, WebRequest, WebResponse } from '../web.js'
import type { AdapterSetup, AdapterUnderTest, MountedAdapter } from './adapter-mount.js'
import { type RecordingLogger, recordingLogger } from './recording-logger.js'
import type { TestKit } from './test-kit.js'

/** Bytes; small, so that every parser's own limit is above it. */
export const bodyLimit = 4096

/** A mounted handler within one test. */
export interface Stage extends MountedAdapter {
  /** Where the handler is. */
  readonly url: string
  readonly logger: RecordingLogger
}

/** What every group of cases works with: one adapter in one set-up. */
export interface Bench extends TestKit {
  readonly setup: AdapterSetup
  readonly bodyFix: RegExp
  readonly notFound: string | undefined
  /** Mounts the handler on a server of its own for as long as `use` takes. */
  readonly on: (handler: WebHandler, use: (stage: Stage) => Promise<void>) => Promise<void>
}

export function createBench<Setup extends AdapterSetup>(
  { describe, it, expect }: TestKit,
  adapter: AdapterUnderTest<Setup>,
  setup: Setup,
): Bench {
  const on: Bench['on'] = async (handler, use) => {
    const logger = recordingLogger()
    const mounted = await adapter.mount(handler, setup, { logger, maxBodyBytes: bodyLimit })
    try {
      await use({ ...mounted, close: () => mounted.close(), url: `${mounted.origin}/wx`, logger })
    } finally {
      await mounted.close()
    }
  }
  return { describe, it, expect, setup, bodyFix: adapter.bodyFix, notFound: adapter.notFound, on }
}

/** A handler that keeps what it was asked. */
export interface Witness {
  readonly requests: WebRequest[]
  readonly handle: WebHandler
}

export const xmlHeaders = { 'content-type': 'application/xml; charset=utf-8' }

export function witness(answer: WebResponse = { status: 200, headers: xmlHeaders, body: 'success' }): Witness {
  const requests: WebRequest[] = []
  return {
    requests,
    handle: (request) => {
      requests.push(request)
      return Promise.resolve(answer)
    },
  }
}

export interface Deferred {
  readonly promise: Promise<void>
  readonly resolve: () => void
}

export function deferred(): Deferred {
  let resolve = (): void => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve: () => resolve() }
}
