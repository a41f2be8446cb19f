import { ApiClient } from '@wx/api-client'
import { type Clock, ManualClock, silentLogger, type WebRequest } from '@wx/core'
import { startSimulator, type User } from '@wx/simulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  type BulkPosition,
  infoOfMany,
  type SendTemplateOptions,
  sendTemplateToAll,
  tagMany,
  untagMany,
} from './index.js'
import { followersAfter } from './users.js'

async function staged(followers: number) {
  const clock = new ManualClock()
  const sim = await startSimulator({ clock, seed: 'bulk', settings: { keptExchanges: 5_000 } })
  /** Every push that the robot got. */
  const pushes: string[] = []
  const handler = async ({ body }: WebRequest) => {
    pushes.push(Buffer.from(body ?? '').toString())
    return { status: 200, headers: {}, body: 'success' }
  }
  const account = sim.createAccount({ kind: 'service', mode: 'plain', handler })
  const client = new ApiClient({ ...account.clientConfig, clock, logger: silentLogger })
  onTestFinished(() => sim.close())
  onTestFinished(() => client.close())
  const users = account.createUsers(followers)
  /** Pauses of the run move the platform's time. */
  const moving: Clock = { now: () => clock.now(), sleep: (ms) => clock.advance(ms) }
  const later = async () => {
    await clock.advance(60_000)
    await sim.idle()
  }
  return { sim, clock, account, client, users, pushes, moving, later }
}

const templatesOf = (user: User): number => user.inbox.filter((it) => it.via === 'template').length

describe('a template message to all', () => {
  async function job(followers = 300) {
    const stage = await staged(followers)
    const { account, client, moving } = stage
    const template_id = account.templates.add({ title: '上新', content: '商品：{{thing1.DATA}}' })
    let position: BulkPosition | undefined
    const run = (options: Partial<SendTemplateOptions> = {}) =>
      sendTemplateToAll(client, {
        jobId: 'winter',
        message: () => ({ template_id, data: { thing1: { value: '奶茶' } } }),
        clock: moving,
        random: () => 0.5,
        every: 10,
        checkpoint: {
          load: () => position,
          save: (at) => {
            position = at
          },
        },
        ...options,
      })
    return { ...stage, run, position: () => position }
  }

  it('reaches every follower once, though the quota runs out in between and the job is broken off and resumed', async () => {
    const { sim, users, run, later, position, pushes } = await job()
    const [leaves, blocks] = [users.slice(40, 45), users.slice(100, 110)]
    for (const user of blocks) user.blockTemplates()
    const openids = users.map((it) => it.openid)
    // They were followers when the list was made.
    for (const user of leaves) await user.unfollow()
    sim.faults.add({
      on: 'api',
      fault: 'errcode',
      match: { endpoint: 'message.template.send', user: openids[60] ?? '' },
      times: 3,
    })
    let seen = 0
    for await (const _ of run({ openids })) if (++seen === 155) break
    expect(position()?.done).toBeGreaterThanOrEqual(155)
    expect(position()?.done).toBeLessThan(170)
    sim.faults.add({
      on: 'api',
      fault: 'errcode',
      match: { endpoint: 'message.template.send', user: openids[200] ?? '' },
      times: 3,
    })

    const before = position()?.done ?? 0
    const { done, failed } = await run({ openids }).summary()
    expect([done, failed]).toEqual([300 - before, 0])
    await later()
    const others = users.filter((it) => !leaves.includes(it) && !blocks.includes(it))
    expect(new Set(others.map(templatesOf))).toEqual(new Set([1]))
    expect([...leaves, ...blocks].map(templatesOf)).toEqual(Array.from({ length: 15 }, () => 0))
    expect(pushes.filter((it) => it.includes('failed:user block'))).toHaveLength(10)
    expect(sim.faults.list().filter((it) => it.struck !== 3)).toEqual([])
  })

  it('records those who left, and no one else', async () => {
    const { users, run } = await job(60)
    const openids = users.map((it) => it.openid)
    const leaves = users.slice(20, 23)
    for (const user of leaves) await user.unfollow()
    const { done, failed, failures } = await run({ openids }).summary()
    expect([done, failed]).toEqual([57, 3])
    expect(failures).toMatchObject(leaves.map(({ openid }) => ({ item: openid, error: { errcode: 43004 } })))
  })

  it('asks WeChat for its followers when no list is given', async () => {
    const { users, run, later } = await job(60)
    await users[7]?.unfollow()
    expect(await run().summary()).toMatchObject({ done: 59, failed: 0 })
    await later()
    expect(users.map(templatesOf)).toEqual(users.map((_, at) => (at === 7 ? 0 : 1)))
  })

  it('stops for good when the quota of the day stays used up, and goes on the next day', async () => {
    const { sim, clock, users, run, later } = await job(30)
    const fault = sim.faults.add({ on: 'api', fault: 'errcode', match: { endpoint: 'message.template.send' } })
    await expect(run({ retry: { attempts: 3 } }).summary()).rejects.toMatchObject({ errcode: 45009 })
    sim.faults.remove(fault.id)
    await clock.advance(24 * 3_600_000)
    await run().summary()
    await later()
    expect(new Set(users.map(templatesOf))).toEqual(new Set([1]))
  })
})

describe('2,500 users', () => {
  it('are tagged, asked after and untagged, in calls of the size WeChat takes', async () => {
    const { sim, client, users, moving } = await staged(2_500)
    const options = { clock: moving }
    const openids: string[] = []
    for await (const openid of followersAfter(client, undefined)) openids.push(openid)
    expect(openids).toEqual(users.map((it) => it.openid))
    const { tag } = await client.call('POST /cgi-bin/tags/create', { body: { tag: { name: '会员' } } })
    const count = async () =>
      (await client.call('GET /cgi-bin/tags/get')).tags.find((it: { id: number }) => it.id === tag.id)?.count

    expect(await tagMany(client, openids, { tagId: tag.id, ...options }).summary()).toMatchObject({ done: 2_500 })
    expect(await count()).toBe(2_500)
    const tagged: (readonly number[] | undefined)[] = []
    for await (const it of infoOfMany(client, openids, options)) tagged.push(it.ok ? it.value.tagid_list : undefined)
    expect(tagged).toEqual(Array.from({ length: 2_500 }, () => [tag.id]))
    expect(await untagMany(client, openids, { tagId: tag.id, ...options }).summary()).toMatchObject({ failed: 0 })
    expect(await count()).toBe(0)

    const calls = (path: string) => sim.exchanges.list().filter((it) => it.title === `POST ${path}`).length
    expect(calls('/cgi-bin/tags/members/batchtagging')).toBe(50)
    expect(calls('/cgi-bin/user/info/batchget')).toBe(25)
    expect(sim.exchanges.list().filter((it) => it.outcome === 'refused')).toEqual([])
  })

  it('among whom somebody left or never was are tagged all the same', async () => {
    const { account, client, users, moving } = await staged(2_500)
    const left = users[777]
    await left?.unfollow()
    const openids = users.map((it) => it.openid).toSpliced(1_234, 0, 'oNobody')
    const { tag } = await client.call('POST /cgi-bin/tags/create', { body: { tag: { name: '会员' } } })
    const { done, failures } = await tagMany(client, openids, { tagId: tag.id, clock: moving }).summary()
    expect(done).toBe(2_499)
    expect(failures.map((it) => it.item)).toEqual([left?.openid, 'oNobody'])
    const infos = await infoOfMany(client, openids, { clock: moving }).summary()
    expect(infos.failures.map((it) => it.item)).toEqual(['oNobody'])
    expect(account.users).toHaveLength(2_500)
  })
})
