import { ApiClient } from '@wx/api-client'
import { type FakeRequest, type FakeRoutes, fakeFetch } from '@wx/api-client/testing'
import { ManualClock, silentLogger } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { type BulkClient, infoOfMany, tagMany, UserMissingError, untagMany } from './index.js'

const tag = 'POST /cgi-bin/tags/members/batchtagging'
const batchget = 'POST /cgi-bin/user/info/batchget'
const openids = (count: number): string[] => Array.from({ length: count }, (_, index) => `o-${index}`)

function client(routes: FakeRoutes) {
  const clock = new ManualClock()
  const fetch = fakeFetch(routes)
  const api = new ApiClient({ appId: 'wx1', appSecret: 'secret-secret', fetch, clock, logger: silentLogger })
  return { api, fetch }
}

const listOf = ({ body }: FakeRequest): string[] => (body as { openid_list: string[] }).openid_list

describe('tagMany', () => {
  it('tags 50 in each call', async () => {
    const { api, fetch } = client({ [tag]: { errcode: 0 } })
    expect(await tagMany(api, openids(120), { tagId: 7 }).summary()).toEqual({ done: 120, failed: 0, failures: [] })
    expect(fetch.requests.map((it) => listOf(it).length)).toEqual([50, 50, 20])
    expect(fetch.requests.flatMap(listOf)).toEqual(openids(120))
    expect(fetch.requests[0]?.body).toMatchObject({ tagid: 7 })
  })

  it('finds those who spoil a call, and tags the others', async () => {
    const bad = new Set(['o-3', 'o-49'])
    const tagged: string[] = []
    const { api } = client({
      [tag]: (request) => {
        if (listOf(request).some((it) => bad.has(it))) return { errcode: 40003, errmsg: 'invalid openid' }
        tagged.push(...listOf(request))
        return { errcode: 0 }
      },
    })
    const summary = await tagMany(api, openids(100), { tagId: 7 }).summary()
    expect(summary).toMatchObject({ done: 98, failed: 2 })
    expect(summary.failures.map((it) => it.item)).toEqual(['o-3', 'o-49'])
    expect(tagged.sort()).toEqual(
      openids(100)
        .filter((it) => !bad.has(it))
        .sort(),
    )
  })

  it('stops at a tag that does not exist, instead of asking for everybody', async () => {
    const { api, fetch } = client({ [tag]: { errcode: 45159, errmsg: 'invalid tag id' } })
    await expect(tagMany(api, openids(10_000), { tagId: 7, concurrency: 1 }).summary()).rejects.toMatchObject({
      errcode: 45159,
    })
    expect(fetch.requests).toHaveLength(1)
  })

  it('untagMany takes it off', async () => {
    const { api, fetch } = client({ 'POST /cgi-bin/tags/members/batchuntagging': { errcode: 0 } })
    expect(await untagMany(api, openids(51), { tagId: 7 }).summary()).toMatchObject({ done: 51 })
    expect(fetch.requests).toHaveLength(2)
  })

  it('works through a million without holding more than a few hundred', async () => {
    let [taken, given, furthest, calls] = [0, 0, 0, 0]
    const million = (function* () {
      for (; taken < 1_000_000; ) yield `o-${taken++}`
    })()
    const stub = {
      call: async () => {
        calls++
        return { errcode: 0 }
      },
    } as unknown as BulkClient
    for await (const { ok } of tagMany(stub, million, { tagId: 7, concurrency: 4 })) {
      if (ok) given++
      furthest = Math.max(furthest, taken - given)
    }
    expect([given, calls]).toEqual([1_000_000, 20_000])
    expect(furthest).toBeLessThanOrEqual(50 * (4 * 2 + 2))
  }, 60_000)
})

describe('infoOfMany', () => {
  const asked = ({ body }: FakeRequest): { openid: string; lang?: string }[] =>
    (body as { user_list: { openid: string; lang?: string }[] }).user_list

  it('asks for 100 in each call, and gives them in order, whatever order WeChat has', async () => {
    const { api, fetch } = client({
      [batchget]: (request) => ({
        user_info_list: asked(request)
          .map(({ openid }) => ({ openid, subscribe: 1 }))
          .reverse(),
      }),
    })
    const found: string[] = []
    for await (const result of infoOfMany(api, openids(250), { lang: 'en' })) {
      if (result.ok) found.push(result.value.openid)
    }
    expect(found).toEqual(openids(250))
    expect(fetch.requests.map((it) => asked(it).length)).toEqual([100, 100, 50])
    expect(fetch.requests[0] && asked(fetch.requests[0])[0]).toEqual({ openid: 'o-0', lang: 'en' })
  })

  it('reports whom the answer leaves out, and who is no openid', async () => {
    const { api } = client({
      [batchget]: (request) =>
        asked(request).some((it) => it.openid === 'o-1')
          ? { errcode: 40003, errmsg: 'invalid openid' }
          : {
              user_info_list: asked(request)
                .filter((it) => it.openid !== 'o-2')
                .map(({ openid }) => ({ openid, subscribe: 0 })),
            },
    })
    const { done, failures } = await infoOfMany(api, openids(5)).summary()
    expect(done).toBe(3)
    expect(failures).toMatchObject([
      { item: 'o-1', error: { errcode: 40003 } },
      { item: 'o-2', error: { code: 'WX_BULK_USER_MISSING', openid: 'o-2' } },
    ])
    expect(failures[1]?.error).toBeInstanceOf(UserMissingError)
  })
})
