import { ApiClient } from '@wx/api-client'
import { type FakeRequest, type FakeRoutes, fakeFetch } from '@wx/api-client/testing'
import { ManualClock, silentLogger } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { type BulkPosition, type Checkpoint, type SendTemplateOptions, sendTemplateToAll } from './index.js'

const send = 'POST /cgi-bin/message/template/send'
const all = Array.from({ length: 25 }, (_, index) => `o-${String(index).padStart(2, '0')}`)
const message = () => ({ template_id: 'T', data: { thing: { value: 'hello' } } })

const toOf = ({ body }: FakeRequest): string => (body as { touser: string }).touser
const idOf = ({ body }: FakeRequest): string => (body as { client_msg_id: string }).client_msg_id

function memory(): Checkpoint & { position: BulkPosition | undefined; readonly saved: BulkPosition[] } {
  return {
    position: undefined,
    saved: [],
    load() {
      return this.position
    },
    async save(position) {
      this.position = position
      this.saved.push(position)
    },
  }
}

function bench(routes: FakeRoutes = {}) {
  const clock = new ManualClock()
  const fetch = fakeFetch({ [send]: { errcode: 0, msgid: 1 }, ...routes })
  const api = new ApiClient({ appId: 'wx1', appSecret: 'secret-secret', fetch, clock, logger: silentLogger })
  const run = (options: Partial<SendTemplateOptions> = {}) =>
    sendTemplateToAll(api, { jobId: 'job', message, openids: all, clock, concurrency: 2, every: 4, ...options })
  const sent = (): FakeRequest[] => fetch.requests.filter((it) => it.endpoint === send)
  return { run, sent, clock, fetch }
}

/** Followers in pages of ten, as WeChat gives them. */
const followers: FakeRoutes = {
  'GET /cgi-bin/user/get': ({ query }) => {
    const begin = query['next_openid'] === undefined ? 0 : all.indexOf(query['next_openid']) + 1
    const openid = all.slice(begin, begin + 10)
    return { total: all.length, count: openid.length, data: { openid }, next_openid: openid.at(-1) ?? '' }
  },
}

describe('sendTemplateToAll', () => {
  it('sends to a list, each with an id of its own that is the same for the same job', async () => {
    const one = bench()
    expect(await one.run().summary()).toEqual({ done: 25, failed: 0, failures: [] })
    expect(one.sent().map(toOf)).toEqual(all)
    expect(one.sent()[0]?.body).toMatchObject({ template_id: 'T', data: { thing: { value: 'hello' } } })
    const again = bench()
    await again.run().summary()
    const other = bench()
    await other.run({ jobId: 'other' }).summary()
    expect(again.sent().map(idOf)).toEqual(one.sent().map(idOf))
    expect(new Set([...one.sent(), ...other.sent()].map(idOf)).size).toBe(50)
    expect(idOf(one.sent()[0] as FakeRequest)).toMatch(/^[\da-f]{32}$/)
  })

  it('sends to all followers when no list is given, page by page', async () => {
    const { run, sent, fetch } = bench(followers)
    expect(await run({ openids: undefined as never }).summary()).toMatchObject({ done: 25 })
    expect(sent().map(toOf)).toEqual(all)
    expect(fetch.requests.filter((it) => it.endpoint === 'GET /cgi-bin/user/get')).toHaveLength(4)
  })

  it('leaves out whom message has nothing for', async () => {
    const { run, sent } = bench()
    const some = (openid: string) => (openid.endsWith('0') ? message() : undefined)
    expect(await run({ message: some }).summary()).toMatchObject({ done: 25 })
    expect(sent().map(toOf)).toEqual(['o-00', 'o-10', 'o-20'])
  })

  it('records who has left, and pauses when WeChat is busy', async () => {
    let busy = 2
    const { run, clock, sent } = bench({
      [send]: (request) => {
        if (toOf(request) === 'o-03') return { errcode: 43004, errmsg: 'require subscribe' }
        if (toOf(request) === 'o-05' && busy-- > 0) return { errcode: -1, errmsg: 'system error' }
        return { errcode: 0, msgid: 1 }
      },
    })
    let isDone = false
    const summary = run()
      .summary()
      .finally(() => {
        isDone = true
      })
    while (!isDone) await clock.advance(100)
    expect(await summary).toMatchObject({ done: 24, failed: 1, failures: [{ item: 'o-03' }] })
    expect(
      new Set(
        sent()
          .filter((it) => toOf(it) === 'o-05')
          .map(idOf),
      ).size,
    ).toBe(1)
  })
})

describe('a checkpoint', () => {
  it('is written every so often and at the end', async () => {
    const checkpoint = memory()
    await bench().run({ checkpoint, every: 10 }).summary()
    expect(checkpoint.saved).toEqual([
      { done: 10, last: 'o-09' },
      { done: 20, last: 'o-19' },
      { done: 25, last: 'o-24' },
    ])
  })

  it.each(['at-least-once', 'at-most-once'] as const)(
    '%s: a job that is finished sends nothing more',
    async (delivery) => {
      const checkpoint = memory()
      await bench().run({ checkpoint, delivery }).summary()
      expect(checkpoint.position).toEqual({ done: 25, last: 'o-24' })
      const again = bench()
      expect(await again.run({ checkpoint, delivery }).summary()).toMatchObject({ done: 0 })
      expect(again.sent()).toEqual([])
    },
  )

  it('at-least-once: what was lost with the process is sent again, and nobody is left out', async () => {
    const checkpoint = memory()
    const first = bench()
    const results = first.run({ checkpoint })[Symbol.asyncIterator]()
    for (let count = 0; count < 10; count++) await results.next()
    // The process is killed: nothing is written any more.
    const resumed = { ...memory(), position: checkpoint.position }
    expect(resumed.position).toEqual({ done: 8, last: 'o-07' })
    const second = bench()
    await second.run({ checkpoint: resumed }).summary()
    expect(second.sent().map(toOf)).toEqual(all.slice(8))
    const ids = new Map(first.sent().map((it) => [toOf(it), idOf(it)]))
    for (const request of second.sent()) {
      const before = ids.get(toOf(request))
      if (before !== undefined) expect(idOf(request)).toBe(before)
    }
    await results.return?.()
  })

  it('at-most-once: nobody is sent to twice, and at most a block is left out', async () => {
    const checkpoint = memory()
    const first = bench()
    const begun: string[] = []
    const run = first.run({
      checkpoint,
      delivery: 'at-most-once',
      message: (openid) => {
        begun.push(openid)
        // Written down before it is sent.
        expect(checkpoint.position?.done).toBeGreaterThan(all.indexOf(openid))
        return message()
      },
    })
    const results = run[Symbol.asyncIterator]()
    for (let count = 0; count < 10; count++) await results.next()
    // The process is killed: what was begun was perhaps sent, and nothing is written any more.
    const sentByFirst = [...begun]
    const resumed = { ...memory(), position: checkpoint.position }
    const second = bench()
    await second.run({ checkpoint: resumed, delivery: 'at-most-once' }).summary()
    const both = [...sentByFirst, ...second.sent().map(toOf)]
    expect(new Set(both).size).toBe(both.length)
    expect(all.length - both.length).toBeLessThanOrEqual(4)
    expect(second.sent().length).toBeGreaterThan(0)
    await results.return?.()
  })

  it.each(['at-least-once', 'at-most-once'] as const)(
    '%s: a job that was stopped goes on where it was',
    async (delivery) => {
      const checkpoint = memory()
      const stopped = bench({
        [send]: (request) => (toOf(request) === 'o-11' ? { errcode: 48001, errmsg: 'no' } : { errcode: 0, msgid: 1 }),
      })
      const run = stopped.run({ checkpoint, delivery, concurrency: 1, every: 5 }).summary()
      await expect(run).rejects.toMatchObject({ errcode: 48001 })
      const second = bench()
      await second.run({ checkpoint, delivery }).summary()
      expect(second.sent().map(toOf)).toEqual(all.slice(delivery === 'at-least-once' ? 11 : 12))
    },
  )

  it.each(['at-least-once', 'at-most-once'] as const)('%s: followers go on behind the last one', async (delivery) => {
    const checkpoint = { ...memory(), position: { done: 12, last: 'o-11' } }
    const { run, sent, fetch } = bench(followers)
    await run({ openids: undefined as never, checkpoint, delivery }).summary()
    expect(sent().map(toOf)).toEqual(all.slice(12))
    expect(fetch.requests[0]?.query).toMatchObject({ next_openid: 'o-11' })
  })

  it('of another list is refused before anything is sent', async () => {
    const { run, sent } = bench()
    for (const position of [
      { done: 3, last: 'o-99' },
      { done: 99, last: 'o-98' },
    ]) {
      const checkpoint = { ...memory(), position }
      await expect(run({ checkpoint }).summary()).rejects.toMatchObject({ setting: 'openids' })
      expect(checkpoint.position).toEqual(position)
    }
    expect(sent()).toEqual([])
  })
})

it.each<[Partial<SendTemplateOptions>, string]>([
  [{ jobId: '' }, 'jobId'],
  [{ every: 0 }, 'every'],
  [{ delivery: 'exactly-once' as never }, 'delivery'],
  [{ concurrency: 0 }, 'concurrency'],
])('%j is refused when it is given', (options, setting) => {
  expect(() => bench().run(options)).toThrow(expect.objectContaining({ setting }))
})
