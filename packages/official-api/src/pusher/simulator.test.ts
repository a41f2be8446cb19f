import { ApiClient } from '@wx/api-client'
import { silentLogger } from '@wx/core'
import { startSimulator } from '@wx/simulator'
import { reply } from '@wx/xml-messages'
import { expect, it } from 'vitest'
import { customMessagePusher } from './index.js'

it('what it sends is what WeChat takes, and what the user sees', async () => {
  const sim = await startSimulator()
  const account = sim.createAccount({
    mode: 'plain',
    handler: async () => ({ status: 200, headers: {}, body: 'success' }),
  })
  const user = account.createUser({})
  const client = new ApiClient({ ...account.clientConfig, logger: silentLogger })
  try {
    await user.follow()
    await user.send({ type: 'text', content: 'hi' })
    const pusher = customMessagePusher(client)
    const article = (title: string) => ({ title, description: '', picUrl: '', url: `https://a.example/${title}` })
    await pusher.send(user.openid, reply.text('你'.repeat(700)))
    await pusher.send(user.openid, reply.news([article('a'), article('b')]))
    expect(user.inbox).toMatchObject([
      { type: 'text', content: '你'.repeat(682) },
      { type: 'text', content: '你'.repeat(18) },
      { type: 'news', articles: [{ title: 'a' }] },
      { type: 'text', content: 'b\nhttps://a.example/b' },
    ])
  } finally {
    await client.close()
    await sim.close()
  }
})
