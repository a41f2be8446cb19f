import { ApiClient } from '@wx/api-client'
import { ManualClock, silentLogger } from '@wx/core'
import { startSimulator } from '@wx/simulator'
import { reply } from '@wx/xml-messages'
import { describe, expect, it, onTestFinished } from 'vitest'
import { customMessagePusher } from './index.js'

async function staged() {
  const clock = new ManualClock()
  const sim = await startSimulator({ clock })
  const account = sim.createAccount({
    mode: 'plain',
    handler: async () => ({ status: 200, headers: {}, body: 'success' }),
    menu: { button: [{ type: 'click', name: '今日', key: 'TODAY' }] },
  })
  const client = new ApiClient({ ...account.clientConfig, clock, logger: silentLogger })
  onTestFinished(() => sim.close())
  onTestFinished(() => client.close())
  const user = account.createUser({})
  const pusher = customMessagePusher(client)
  const push = (content: string) => pusher.send(user.openid, reply.text(content))
  return { account, clock, client, user, pusher, push, write: () => user.send({ type: 'text', content: 'hi' }) }
}

const closed = { code: 'WX_API_PUSH_WINDOW_CLOSED', errcode: 45015 }
const used = { code: 'WX_API_PUSH_QUOTA', errcode: 45047 }

describe('what a pusher sends', () => {
  it('is what WeChat takes, and what the user sees', async () => {
    const { user, pusher, write } = await staged()
    await user.follow()
    await write()
    const article = (title: string) => ({ title, description: '', picUrl: '', url: `https://a.example/${title}` })
    await pusher.send(user.openid, reply.text('你'.repeat(700)))
    await pusher.send(user.openid, reply.news([article('a'), article('b')]))
    expect(user.inbox).toMatchObject([
      { type: 'text', content: '你'.repeat(682) },
      { type: 'text', content: '你'.repeat(18) },
      { type: 'news', articles: [{ title: 'a' }] },
      { type: 'text', content: 'b\nhttps://a.example/b' },
    ])
  })

  it('comes from an agent of the account', async () => {
    const { account, client, user, write } = await staged()
    const agent = account.agents.add('ann')
    await write()
    await customMessagePusher(client, { kfAccount: agent.account }).send(user.openid, reply.text('late'))
    expect(user.inbox).toMatchObject([{ content: 'late' }])
    const nobody = customMessagePusher(client, { kfAccount: `bob@${account.id}` })
    await expect(nobody.send(user.openid, reply.text('late'))).rejects.toMatchObject({ errcode: 65401 })
  })
})

describe('the windows of a user', () => {
  it('are closed before they wrote, and 48 hours after (45015)', async () => {
    const { clock, user, push, write } = await staged()
    await expect(push('never asked')).rejects.toMatchObject(closed)
    await write()
    await clock.advance(48 * 3_600_000 - 1)
    await push('just in time')
    await clock.advance(1)
    await expect(push('too late')).rejects.toMatchObject(closed)
    await write()
    await push('again')
    expect(user.inbox).toMatchObject([{ content: 'just in time' }, { content: 'again' }])
  })

  it('take five messages for each of theirs (45047), and five more for the next', async () => {
    const { user, push, write } = await staged()
    await write()
    for (const content of ['1', '2', '3', '4', '5']) await push(content)
    await expect(push('6')).rejects.toMatchObject(used)
    await write()
    await push('7')
    expect(user.inbox.map((it) => it.type === 'text' && it.content)).toEqual(['1', '2', '3', '4', '5', '7'])
  })

  it('take three within a minute of a click', async () => {
    const { clock, user, push } = await staged()
    await user.tap('TODAY')
    for (const content of ['1', '2', '3']) await push(content)
    await expect(push('4')).rejects.toMatchObject(used)
    await clock.advance(60_000)
    await expect(push('5')).rejects.toMatchObject(closed)
    expect(user.inbox).toHaveLength(3)
  })

  it('count each part of a long text; those before have arrived', async () => {
    const { user, push, write } = await staged()
    await write()
    await expect(push('字'.repeat(682 * 5 + 1))).rejects.toMatchObject(used)
    expect(user.inbox).toHaveLength(5)
  })
})
