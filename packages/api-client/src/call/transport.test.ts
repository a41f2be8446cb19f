import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ClientClosedError } from '../errors/client-errors.js'
import { onBench } from '../testing/bench.js'
import { pausingClock } from '../testing/pausing-clock.js'
import type { RouteFunction } from '../testing/wechat-server.js'

/** Known, and safe to repeat. */
const read = 'GET /cgi-bin/menu/get'
/** Known, and never to be repeated. */
const send = 'POST /cgi-bin/message/custom/send'
const message = { body: { touser: 'o-user', msgtype: 'text', text: { content: 'hi' } } } as const
const ok = { errcode: 0, errmsg: 'ok' }

/** A port where nobody listens. */
async function deadOrigin(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return `http://127.0.0.1:${address.port}`
}

/** Fails so many times, then answers. */
function failing(times: number, fail: RouteFunction): RouteFunction {
  let left = times
  return (request, response) => (left-- > 0 ? fail(request, response) : ok)
}
const hangUp: RouteFunction = (_, response) => void response.destroy()
const gateway: RouteFunction = (_, response) =>
  void response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>')

describe('a failed attempt', () => {
  it.each([
    ['a broken connection', hangUp],
    ['a 502 of a gateway', gateway],
    ['errcode -1', () => ({ errcode: -1, errmsg: 'system error' })],
    [
      'HTML in place of JSON',
      (_: unknown, response: { end(text: string): unknown }) => void response.end('<html>no</html>'),
    ],
  ])('by %s is repeated where the endpoint may be, with growing pauses', (_, fail) =>
    onBench(async ({ wechat, client }) => {
      wechat.route(read, failing(2, fail as RouteFunction))
      const clock = pausingClock()
      expect(await client({ clock }).call(read)).toEqual(ok)
      // 300 and 600 ms, less a quarter of each.
      expect(clock.pauses).toEqual([225, 450])
      expect(wechat.calls().length).toBe(3)
    }),
  )

  it.each([
    ['a broken connection', hangUp, 'WX_API_NETWORK'],
    ['a 502 of a gateway', gateway, 'WX_API_HTTP'],
    ['errcode -1', () => ({ errcode: -1, errmsg: 'system error' }), 'WX_API_REFUSED'],
  ])('by %s is not repeated where something is sent, unless the caller says so', (_, fail, code) =>
    onBench(async ({ wechat, client }) => {
      wechat.route(send, failing(1, fail as RouteFunction))
      const api = client({ clock: pausingClock() })
      await expect(api.call(send, message)).rejects.toMatchObject({ code })
      expect(wechat.calls().length).toBe(1)
      wechat.route(send, failing(1, fail as RouteFunction))
      expect(await api.call(send, { ...message, retry: 'safe' })).toEqual(ok)
    }),
  )

  it('is given up after three, and a wish of the server for a pause is heard', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(read, (_, response) => void response.writeHead(503, { 'retry-after': '7' }).end())
      const clock = pausingClock()
      await expect(client({ clock }).call(read)).rejects.toMatchObject({
        code: 'WX_API_HTTP',
        status: 503,
        retryAfterMs: 7000,
      })
      expect(clock.pauses).toEqual([7000, 7000])
      expect(wechat.calls().length).toBe(3)
    }))

  it('of an endpoint nobody knows is never repeated by itself', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route('GET /cgi-bin/brand/new', hangUp)
      await expect(client().call('GET /cgi-bin/brand/new')).rejects.toMatchObject({
        code: 'WX_API_NETWORK',
        sent: true,
      })
      expect(wechat.calls().length).toBe(1)
    }))
})

describe('hosts', () => {
  it('fail over at once, also for what is never repeated, when nothing was sent; and the dead one rests', () =>
    onBench(async ({ wechat, client, clock }) => {
      wechat.route(send, ok)
      const dead = await deadOrigin()
      const origins: string[] = []
      const api = client({
        hosts: [dead, wechat.origin],
        hooks: { retry: ({ origin }) => void origins.push(origin) },
      })
      expect(await api.call(send, message)).toEqual(ok)
      expect(origins).toEqual([dead])
      await api.call(send, message)
      expect(origins).toEqual([dead])
      await clock.advance(60_000)
      await api.call(send, message)
      expect(origins).toEqual([dead, dead])
    }))

  it('fail over for a read when the connection broke, but never for a send', () =>
    onBench(async ({ wechat, client }) => {
      await onBench(async ({ wechat: broken }) => {
        for (const endpoint of [read, send]) {
          wechat.route(endpoint, ok)
          broken.route(endpoint, hangUp)
        }
        // One token is valid at both.
        wechat.steal()
        broken.steal()
        const hosts = [broken.origin, wechat.origin]
        const initial = { token: wechat.token(), expiresAt: Date.UTC(2027, 0, 1) }
        const made = () => {
          const api = client({ hosts })
          return api.tokens.put(initial).then(() => api)
        }
        expect(await (await made()).call(read)).toEqual(ok)
        await expect((await made()).call(send, message)).rejects.toMatchObject({ code: 'WX_API_NETWORK' })
        expect(wechat.calls()).toEqual(['/cgi-bin/menu/get'])
      })
    }))

  it('all dead: the error names the endpoint and the host, and says that nothing was sent', () =>
    onBench(async ({ client }) => {
      const dead = await deadOrigin()
      const api = client({ hosts: [dead], retry: { attempts: 1 } })
      await expect(api.call(send, message)).rejects.toMatchObject({
        code: 'WX_API_NETWORK',
        sent: false,
        origin: dead,
        message: expect.stringContaining('ECONNREFUSED'),
      })
    }))

  it('of other names follow the baseUrl, path included', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route('GET /proxy/cgi-bin/menu/get', ok)
      wechat.route('POST /proxy/cgi-bin/stable_token', { access_token: wechat.token(), expires_in: 60 })
      wechat.steal()
      const api = client({ baseUrl: `${wechat.origin}/proxy/` })
      await api.tokens.put({ token: wechat.token(), expiresAt: Date.UTC(2027, 0, 1) })
      expect(await api.call(read)).toEqual(ok)
    }))
})

describe('time', () => {
  it('is up for one attempt after timeoutMs, and the error says so', () =>
    onBench(async ({ wechat, client, clock }) => {
      const arrived = new Promise<void>((resolve) => wechat.route(send, () => resolve() as never))
      const api = client()
      const answer = api.call(send, { ...message, timeoutMs: 5000 }).catch((error: unknown) => error)
      await arrived
      await clock.advance(5000)
      expect(await answer).toMatchObject({ code: 'WX_API_TIMEOUT', timeoutMs: 5000, endpoint: send })
      expect(clock.sleepers).toBe(0)
    }))

  it('counts for a body that drips as well', () =>
    onBench(async ({ wechat, client, clock }) => {
      const arrived = new Promise<void>((resolve) => {
        wechat.route(send, (_, response) => {
          response.write('{"errcode":', () => resolve())
        })
      })
      const answer = client()
        .call(send, message)
        .catch((error: unknown) => error)
      await arrived
      await clock.advance(15_000)
      expect(await answer).toMatchObject({ code: 'WX_API_TIMEOUT' })
    }))

  it('does not hide a body that was cut', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(send, (_, response) => {
        response.writeHead(200, { 'content-length': 100 })
        response.write('{"errcode":0,', () => response.destroy())
      })
      await expect(client().call(send, message)).rejects.toMatchObject({ code: 'WX_API_NETWORK', sent: true })
      wechat.route(send, (_, response) => void response.end('{"errcode":0,'))
      await expect(client().call(send, message)).rejects.toMatchObject({ code: 'WX_API_DECODE' })
    }))

  it('an aborted call ends with the reason, whatever it was waiting for', () =>
    onBench(async ({ wechat, client, clock }) => {
      const reason = new Error('enough')
      const before = AbortSignal.abort(reason)
      await expect(client().call(read, { signal: before })).rejects.toBe(reason)

      const inFlight = new AbortController()
      wechat.route(read, () => inFlight.abort(reason) as never)
      await expect(client().call(read, { signal: inFlight.signal })).rejects.toBe(reason)

      const inPause = new AbortController()
      wechat.route(read, gateway)
      let pause = (): void => {}
      const paused = new Promise<void>((resolve) => {
        pause = resolve
      })
      const sleeping = {
        now: () => clock.now(),
        sleep: (ms: number, signal?: AbortSignal) => {
          if (ms < 1000) pause()
          return clock.sleep(ms, signal)
        },
      }
      const answer = client({ clock: sleeping }).call(read, { signal: inPause.signal })
      const ended = expect(answer).rejects.toBe(reason)
      await paused
      inPause.abort(reason)
      await ended
      expect(clock.sleepers).toBe(0)
    }))
})

describe('close', () => {
  it('waits for what runs, and takes nothing more', () =>
    onBench(async ({ wechat, client }) => {
      let answer = (): void => {}
      const arrived = new Promise<void>((resolve) => {
        wechat.route(read, (_, response) => {
          answer = () => void response.end('{"menu":{}}')
          resolve()
        })
      })
      const api = client()
      const running = api.call(read)
      await arrived
      const closed = api.close()
      await expect(api.call(read)).rejects.toBeInstanceOf(ClientClosedError)
      answer()
      expect(await running).toEqual({ menu: {} })
      await closed
    }))

  it('ends what still runs after the grace', () =>
    onBench(async ({ wechat, client, clock }) => {
      const arrived = new Promise<void>((resolve) => wechat.route(send, () => resolve() as never))
      const api = client()
      const running = api.call(send, message).catch((error: unknown) => error)
      await arrived
      const closed = api.close({ graceMs: 1000 })
      await clock.advance(1000)
      expect(await running).toBeInstanceOf(ClientClosedError)
      await closed
    }))
})
