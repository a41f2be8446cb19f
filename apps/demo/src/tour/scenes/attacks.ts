import assert from 'node:assert/strict'
import { expectRefused, type Step } from '../step.js'

/** Requests WeChat never sends. */
export const attacks: readonly Step[] = [
  {
    name: 'forged',
    title: 'Somebody who does not know the token knocks',
    play: async ({ account }) => expectRefused(await account.attack.forged()),
  },
  {
    name: 'stale',
    title: 'A rightly signed request of an hour ago',
    play: async ({ account }) => expectRefused(await account.attack.stale(3_600)),
  },
  {
    name: 'downgraded',
    title: 'Plaintext for a robot in secure mode',
    play: async ({ account }) => expectRefused(await account.attack.downgraded()),
  },
  {
    name: 'tampered',
    title: 'A push that was changed on the way',
    play: async ({ account }) => expectRefused(await account.attack.tampered()),
  },
  {
    name: 'replayed',
    title: 'The very bytes of an earlier push',
    async play({ account, user }) {
      const { deliveries } = await user.send({ type: 'text', content: '一次' })
      const [first] = deliveries
      assert.ok(first)
      return expectRefused(await account.attack.replayed(first))
    },
  },
]
