import { ApiClient } from '@wx/api-client'
import { ManualClock, silentLogger } from '@wx/core'
import { startSimulator } from '@wx/simulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { mediaCache } from './index.js'

const hour = 3_600_000
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46])
const message = 'POST /cgi-bin/message/custom/send'

async function staged() {
  const clock = new ManualClock()
  const sim = await startSimulator({ clock })
  const account = sim.createAccount({
    mode: 'plain',
    handler: async () => ({ status: 200, headers: {}, body: 'success' }),
  })
  const client = new ApiClient({ ...account.clientConfig, clock, logger: silentLogger })
  onTestFinished(() => sim.close())
  onTestFinished(() => client.close())
  const user = account.createUser({})
  const cacheOn = (its: { now(): number }) =>
    mediaCache(client, { clock: { now: its.now, sleep: (ms) => clock.sleep(ms) }, logger: silentLogger })
  const send = (media_id: string) =>
    client.call(message, { body: { touser: user.openid, msgtype: 'image', image: { media_id } } })
  const uploads = () => sim.exchanges.list().filter((it) => it.title === 'POST /cgi-bin/media/upload').length
  return { sim, clock, user, cacheOn, send, uploads }
}

describe('a media cache on WeChat', () => {
  it('uploads a picture once, and again before its three days are over', async () => {
    const { sim, clock, user, cacheOn, send, uploads } = await staged()
    const cache = cacheOn({ now: () => clock.now() })
    await user.send({ type: 'text', content: 'hi' })
    await cache.use('image', jpeg, send)
    await cache.use('image', jpeg, send)
    expect(uploads()).toBe(1)
    await clock.advance(71 * hour)
    await user.send({ type: 'text', content: 'hi' })
    await cache.use('image', jpeg, send)
    expect([uploads(), user.inbox.length]).toEqual([2, 3])
    expect(sim.exchanges.list().filter((it) => it.outcome === 'refused')).toEqual([])
  })

  it('uploads it anew and sends it when WeChat has forgotten it (40007)', async () => {
    const { sim, clock, user, cacheOn, send, uploads } = await staged()
    // A server whose clock was put back two hours believes in the id for longer than WeChat does.
    let late = 0
    const cache = cacheOn({ now: () => clock.now() - late })
    const first = await cache.idOf('image', jpeg)
    late = 2 * hour
    await clock.advance(72 * hour)
    await user.send({ type: 'text', content: 'hi' })
    expect(await cache.idOf('image', jpeg)).toBe(first)
    await cache.use('image', jpeg, send)
    const refused = sim.exchanges.list().filter((it) => it.outcome === 'refused')
    expect(refused.map((it) => [it.title, /40007/.test(it.answer?.body ?? '')])).toEqual([[message, true]])
    expect(uploads()).toBe(2)
    const second = await cache.idOf('image', jpeg)
    expect(user.inbox).toMatchObject([{ via: 'customerMessage', type: 'image', mediaId: second }])
    expect(second).not.toBe(first)
  })
})
