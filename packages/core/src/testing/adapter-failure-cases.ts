import type { WebContext, WebHandler } from '../web.js'
import { type Bench, deferred, witness } from './adapter-case.js'
import { fetchRaw, hangUpWithinBody } from './loopback.js'

/** What goes wrong ends at once, and the server goes on. */
export function failureCases(bench: Bench): void {
  const { it, expect, on, setup } = bench
  it('what the handler throws takes the error path of the framework: 500', async () => {
    const broken = new Error('the handler is broken')
    await on(
      () => Promise.reject(broken),
      async ({ url, errors }) => {
        expect((await fetchRaw(url)).status).toBe(500)
        if (errors !== undefined) expect(errors).toEqual([broken])
      },
    )
  })

  it('a handler that throws before it returns a promise is no different', async () => {
    await on(
      () => {
        throw new Error('the handler is broken')
      },
      async ({ url }) => {
        expect((await fetchRaw(url)).status).toBe(500)
      },
    )
  })

  if (setup.isBuffered !== true) signalCases(bench)

  if (setup.xml === 'intact') {
    it('a client that hangs up within its body is forgotten: the handler is not asked, the server goes on', async () => {
      const { requests, handle } = witness()
      await on(handle, async ({ url }) => {
        await hangUpWithinBody(url, 'text/xml')
        expect((await fetchRaw(url)).status).toBe(200)
        expect(requests.map(({ method }) => method)).toEqual(['GET'])
      })
    })
  }
}

function signalCases({ it, expect, on }: Bench): void {
  it('when the client hangs up, the signal of a running handler is aborted and the server goes on', async () => {
    const started = deferred()
    const ended = deferred()
    const handle: WebHandler = async ({ query }, context) => {
      if (query === 'wait') {
        started.resolve()
        await abortOf(context)
        ended.resolve()
      }
      return { status: 200, headers: {}, body: 'late' }
    }
    await on(handle, async ({ url }) => {
      const client = new AbortController()
      const gone = fetchRaw(`${url}?wait`, { signal: client.signal }).catch((error: unknown) => error)
      await started.promise
      client.abort()
      await ended.promise
      expect((await gone) instanceof Error).toBe(true)
      expect((await fetchRaw(url)).status).toBe(200)
    })
  })

  it('while nobody hangs up the signal stays quiet, also after the answer', async () => {
    const signals: AbortSignal[] = []
    const handle: WebHandler = (_, context) => {
      if (context?.signal !== undefined) signals.push(context.signal)
      return Promise.resolve({ status: 200, headers: {}, body: 'ok' })
    }
    await on(handle, async ({ url }) => {
      await fetchRaw(url)
      await fetchRaw(url)
      expect(signals.map(({ aborted }) => aborted)).toEqual([false, false])
    })
  })
}

function abortOf(context: WebContext | undefined): Promise<void> {
  const signal = context?.signal
  if (signal === undefined) return Promise.reject(new Error('the adapter gave the handler no signal'))
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
