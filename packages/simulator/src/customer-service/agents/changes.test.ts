import { expect, it, onTestFinished } from 'vitest'
import { stage } from '../../testing/stage.js'

it('whatever becomes of an agent, a session or who waits is told to those who listen', async () => {
  const { sim, account, user } = await stage(onTestFinished, {
    answer: ({ reply }) => reply('transfer_customer_service', ''),
  })
  let changes = 0
  sim.onChange(() => changes++)
  const told = async (act: () => unknown): Promise<boolean> => {
    const before = changes
    await act()
    return changes > before
  }
  const agents = [account.agents.add('anna'), account.agents.add('ben')] as const
  const [anna, ben] = agents
  const { openid } = user
  const { floor } = account.agents
  const acts = {
    add: () => account.agents.add('carl'),
    bind: () => anna.bind('other'),
    wait: () => floor.transferred(openid, 'a'),
    online: () => anna.goOnline({ autoAccept: 0 }),
    take: () => anna.take(openid),
    hear: () => floor.heard(openid, 'b'),
    colleague: () => ben.goOnline(),
    handOver: () => anna.handOver(openid, ben),
    close: () => ben.close(openid),
    offline: () => anna.goOffline(),
    leave: () => floor.leave(ben),
  }
  for (const [name, act] of Object.entries(acts)) expect([name, await told(act)]).toEqual([name, true])
})
