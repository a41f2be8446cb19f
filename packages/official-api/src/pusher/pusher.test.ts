import { ApiClient } from '@wx/api-client'
import { type FakeRoutes, fakeFetch } from '@wx/api-client/testing'
import { ManualClock, silentLogger } from '@wx/core'
import { reply } from '@wx/xml-messages'
import { describe, expect, it } from 'vitest'
import { type CustomMessagePusherOptions, customMessagePusher } from './index.js'

const send = 'POST /cgi-bin/message/custom/send'

function bench(
  options: CustomMessagePusherOptions = {},
  routes: FakeRoutes = { [send]: { errcode: 0, errmsg: 'ok' } },
) {
  const fetch = fakeFetch(routes)
  const api = new ApiClient({
    appId: 'wx1',
    appSecret: 'secret-secret',
    fetch,
    clock: new ManualClock(),
    logger: silentLogger,
  })
  return { pusher: customMessagePusher(api, options), bodies: () => fetch.requests.map((it) => it.body) }
}

describe('send', () => {
  it('sends one after the other, as the agent where there is one', async () => {
    const { pusher, bodies } = bench({ kfAccount: 'ann@shop' })
    expect(await pusher.send('o-1', reply.text('a'.repeat(2049)))).toHaveLength(2)
    expect(bodies()).toEqual([
      {
        touser: 'o-1',
        msgtype: 'text',
        text: { content: 'a'.repeat(2048) },
        customservice: { kf_account: 'ann@shop' },
      },
      { touser: 'o-1', msgtype: 'text', text: { content: 'a' }, customservice: { kf_account: 'ann@shop' } },
    ])
    const plain = bench()
    await plain.pusher.send('o-1', reply.image('M'))
    expect(plain.bodies()).toEqual([{ touser: 'o-1', msgtype: 'image', image: { media_id: 'M' } }])
  })

  it('has nothing to send for success', async () => {
    const { pusher, bodies } = bench()
    expect(await pusher.send('o-1', reply.success())).toEqual([])
    expect(bodies()).toEqual([])
  })

  it('stops at the first refusal, which is the client’s own error', async () => {
    let sent = 0
    const { pusher } = bench({}, { [send]: () => (sent++ === 1 ? { errcode: 45047, errmsg: 'out' } : { errcode: 0 }) })
    await expect(pusher.send('o-1', reply.text('a'.repeat(5000)))).rejects.toMatchObject({ code: 'WX_API_PUSH_QUOTA' })
    expect(sent).toBe(2)
  })

  it('an empty agent is refused when it is given', () => {
    expect(() => bench({ kfAccount: '' })).toThrow(expect.objectContaining({ setting: 'kfAccount' }))
  })
})
