import { ManualClock, silentLogger } from '@wx/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Robot } from './robot.js'
import { type TestAnswer, testUser } from './testing/index.js'

interface Planned {
  readonly user: number
  /** Milliseconds from the start until each delivery arrives; the first one claims. */
  readonly arrivals: readonly number[]
  /** Milliseconds the handler takes. */
  readonly takes: number
}

const planned: fc.Arbitrary<Planned> = fc.record({
  user: fc.nat({ max: 19 }),
  arrivals: fc.array(fc.nat({ max: 3_000 }), { minLength: 2, maxLength: 3 }),
  takes: fc.constantFrom(0, 0, 1, 20, 150),
})

describe('under a storm of deliveries', () => {
  it('runs each handler once, keeps each user in order, answers each duplicate like its first, and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(planned, { minLength: 100, maxLength: 110 }), async (plans) => {
        const clock = new ManualClock()
        const robot = new Robot({
          token: 'weixin',
          sessions: false,
          clock,
          logger: silentLogger,
          lineLimit: 1_000,
          handlerTimeout: 600_000,
        })
        const claimed: string[] = []
        const begun: string[] = []
        const ended: string[] = []
        robot.text(async ({ message }) => {
          begun.push(message.content)
          await clock.sleep(plans[Number(message.content)]?.takes ?? 0)
          ended.push(message.content)
          return `done ${message.content}`
        })

        const deliveries = plans.flatMap(({ user, arrivals }, index) => arrivals.map((at) => ({ user, index, at })))
        expect(deliveries.length).toBeGreaterThanOrEqual(200)
        const users = Array.from({ length: 20 }, (_, index) => testUser(robot, { openid: `oUser${index}` }))
        const pushes = plans.map(({ user }, index) =>
          (users[user] as (typeof users)[number]).message('message:text', { Content: String(index) }),
        )
        const answers = new Map<number, TestAnswer[]>()
        const all = deliveries.map(async ({ user, index, at }) => {
          await clock.sleep(at)
          if (!claimed.includes(String(index))) claimed.push(String(index))
          const answer = await (users[user] as (typeof users)[number]).push(pushes[index] as (typeof pushes)[number])
          answers.set(index, [...(answers.get(index) ?? []), answer])
        })
        await clock.advance(3_000 + 110 * 150)
        await Promise.all(all)

        expect([...begun].sort()).toEqual(plans.map((_, index) => String(index)).sort())
        expect(ended).toHaveLength(plans.length)
        for (let user = 0; user < 20; user++) {
          const own = (list: readonly string[]) => list.filter((it) => plans[Number(it)]?.user === user)
          expect(own(begun)).toEqual(own(claimed))
          expect(own(ended)).toEqual(own(claimed))
        }
        for (const [index, given] of answers) {
          const spoken = given.filter((it) => it.status === 200)
          expect(new Set(spoken.map((it) => it.body)).size).toBeLessThanOrEqual(1)
          for (const it of spoken) expect(it.text).toBe(`done ${index}`)
          // What was not answered was left open for WeChat to deliver again; nothing else may happen to it.
          for (const it of given) expect([200, 503]).toContain(it.status)
        }
        const { received, handled, duplicates, undelivered } = robot.stats
        expect({ received, handled, duplicates, undelivered }).toEqual({
          received: deliveries.length,
          handled: plans.length,
          duplicates: deliveries.length - plans.length,
          undelivered: 0,
        })
      }),
      { numRuns: 8 },
    )
  })
})
