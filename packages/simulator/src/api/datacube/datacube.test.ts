import { describe, expect, it, onTestFinished } from 'vitest'
import { stage } from '../../testing/stage.js'
import { dateText, dayOf, endOf, hourOf } from '../china-time.js'

const dayMs = 24 * 3_600_000

/** It is just midnight in China. */
async function staged() {
  const it = await stage(onTestFinished)
  const { clock, account, call } = it
  await clock.advance(endOf(dayOf(clock.now())) - clock.now())
  const today = dayOf(clock.now())
  const ask = async (what: string, begin: number, end = begin) =>
    (await call(`POST /datacube/${what}`, { body: { begin_date: dateText(begin), end_date: dateText(end) } })).json
  const nextDay = () => clock.advance(dayMs)
  const another = (isFollowing = true) => account.createUser({ isFollowing })
  return { ...it, today, ask, nextDay, another }
}

describe('days', () => {
  it('are those of China', () => {
    const evening = Date.parse('2014-12-07T15:59:59Z')
    expect([dateText(dayOf(evening)), hourOf(evening)]).toEqual(['2014-12-07', 23])
    expect([dateText(dayOf(evening + 1_000)), hourOf(evening + 1_000)]).toEqual(['2014-12-08', 0])
    expect(endOf(dayOf(evening))).toBe(evening + 1_000)
  })

  it.each<[number, string, string, string | number]>([
    [61500, 'no date', '2014-12', '2014-12-07'],
    [61500, 'a date that is not there', '2014-02-30', '2014-03-01'],
    [61500, 'a number', '2014-12-07', 20141207],
    [61501, 'dates turned around', '2014-12-08', '2014-12-07'],
    [61501, 'eight days', '2014-12-01', '2014-12-08'],
    [0, 'seven days', '2014-12-01', '2014-12-07'],
  ])('%i for %s', async (code, _, begin, end) => {
    const { call } = await staged()
    const { json } = await call('POST /datacube/getusersummary', { body: { begin_date: begin, end_date: end } })
    expect(json['errcode'] ?? 0).toBe(code)
  })

  it('61501 for today, which is not over', async () => {
    const { ask, today } = await staged()
    expect((await ask('getusersummary', today))['errcode']).toBe(61501)
    expect((await ask('getusersummary', today - 1))['errcode']).toBe(0)
  })

  it.each([
    ['getusercumulate', 7],
    ['getupstreammsg', 7],
    ['getupstreammsghour', 1],
    ['getupstreammsgweek', 30],
    ['getupstreammsgmonth', 30],
    ['getupstreammsgdist', 15],
    ['getupstreammsgdistweek', 30],
    ['getupstreammsgdistmonth', 30],
    ['getinterfacesummary', 30],
    ['getinterfacesummaryhour', 1],
  ])('%s tells of %i days at most', async (what, days) => {
    const { ask, today } = await staged()
    expect((await ask(what, today - days, today - 1))['errcode']).toBe(0)
    expect((await ask(what, today - days - 1, today - 1))['errcode']).toBe(61501)
  })
})

describe('followers', () => {
  it('are counted by day and by how they came', async () => {
    const { ask, today, nextDay, another, user } = await staged()
    await another(false).follow()
    await another(false).follow({ subscribeScene: 'ADD_SCENE_PROFILE_CARD' })
    await another(false).follow({ scene: 1 })
    await another(false).follow({ scene: 2 })
    await nextDay()
    await user.unfollow()
    await nextDay()
    const { list } = await ask('getusersummary', today, today + 1)
    expect(list).toEqual([
      { ref_date: dateText(today), user_source: 1, new_user: 1, cancel_user: 0 },
      { ref_date: dateText(today), user_source: 17, new_user: 1, cancel_user: 0 },
      { ref_date: dateText(today), user_source: 30, new_user: 2, cancel_user: 0 },
      { ref_date: dateText(today + 1), user_source: 0, new_user: 0, cancel_user: 1 },
    ])
  })

  it('add up at the end of each day', async () => {
    const { ask, today, nextDay, another, user } = await staged()
    await nextDay()
    const came = another(false)
    await came.follow()
    another()
    await nextDay()
    await user.unfollow()
    await came.unfollow()
    await came.follow()
    await nextDay()
    const { list } = await ask('getusercumulate', today - 1, today + 2)
    expect((list as { cumulate_user: number }[]).map((it) => it.cumulate_user)).toEqual([1, 1, 3, 2])
  })
})

describe('messages of users', () => {
  it('are counted by day and type, events not', async () => {
    const { ask, today, nextDay, another, user, account } = await staged()
    const other = another()
    await user.send({ type: 'text', content: 'a' })
    await user.send({ type: 'text', content: 'b' })
    await other.send({ type: 'text', content: 'c' })
    await other.send({ type: 'shortvideo' })
    await user.tap(account.menu.button[0]?.name ?? '').catch(() => {})
    await nextDay()
    const { list } = await ask('getupstreammsg', today)
    expect(list).toEqual([
      { ref_date: dateText(today), msg_type: 1, msg_user: 2, msg_count: 3 },
      { ref_date: dateText(today), msg_type: 4, msg_user: 1, msg_count: 1 },
    ])
  })

  it('are counted by hour', async () => {
    const { ask, today, clock, user } = await staged()
    await user.send({ type: 'text', content: 'a' })
    await clock.advance(23 * 3_600_000)
    await user.send({ type: 'image' })
    await clock.advance(3_600_000)
    const { list } = await ask('getupstreammsghour', today)
    expect(list).toEqual([
      { ref_date: dateText(today), ref_hour: 0, msg_type: 1, msg_user: 1, msg_count: 1 },
      { ref_date: dateText(today), ref_hour: 2300, msg_type: 2, msg_user: 1, msg_count: 1 },
    ])
  })

  it('are put together by week and month, once those are over', async () => {
    const { ask, clock, user } = await staged()
    const at = Date.parse('2026-06-09T12:00:00+08:00')
    await clock.advance(Math.max(0, at - clock.now()))
    // Wherever the clock began: the Monday and the first of this very day.
    const now = dayOf(clock.now())
    const monday = now - ((now + 3) % 7)
    const first = now + 1 - Number(dateText(now).slice(8))
    await user.send({ type: 'text', content: 'a' })
    await clock.advance(dayMs)
    expect((await ask('getupstreammsgweek', monday, now))['list']).toEqual([])
    await clock.advance(31 * dayMs)
    const row = { msg_type: 1, msg_user: 1, msg_count: 1 }
    expect((await ask('getupstreammsgweek', monday, now))['list']).toEqual([{ ref_date: dateText(monday), ...row }])
    expect((await ask('getupstreammsgmonth', first, first + 4))['list']).toEqual([
      { ref_date: dateText(first), ...row },
    ])
    expect((await ask('getupstreammsgmonth', first + 1, first + 4))['list']).toEqual([])
  })

  it('are spread over who sends few and who sends many', async () => {
    const { ask, today, nextDay, another } = await staged()
    for (const count of [1, 5, 6, 10, 11]) {
      const user = another()
      for (let it = 0; it < count; it++) await user.send({ type: 'text', content: 'a' })
    }
    await nextDay()
    const { list } = await ask('getupstreammsgdist', today)
    expect(list).toEqual([
      { ref_date: dateText(today), count_interval: 1, msg_user: 2 },
      { ref_date: dateText(today), count_interval: 2, msg_user: 2 },
      { ref_date: dateText(today), count_interval: 3, msg_user: 1 },
    ])
  })
})

describe('calls to the server', () => {
  it('are counted with failures and times', async () => {
    const { ask, today, nextDay, user, clock, sim } = await staged()
    await user.send({ type: 'text', content: 'a' })
    // Cut after five seconds, and delivered once more.
    sim.faults.add({ on: 'push', fault: 'latency', params: { ms: 6_000 }, times: 1 })
    const slow = user.send({ type: 'text', content: 'b' })
    await clock.advance(20_000)
    await slow
    await nextDay()
    const row = { callback_count: 3, fail_count: 1, total_time_cost: 5_000, max_time_cost: 5_000 }
    expect((await ask('getinterfacesummary', today))['list']).toEqual([{ ref_date: dateText(today), ...row }])
    expect((await ask('getinterfacesummaryhour', today))['list']).toMatchObject([{ ref_hour: 0, ...row }])
    expect((await ask('getinterfacesummary', today - 1))['list']).toEqual([])
  })
})

it('what cannot be known here says so', async () => {
  const { call } = await staged()
  expect((await call('POST /datacube/getuserread', { body: {} })).status).toBe(501)
})
