import { describe, expect, it } from 'vitest'
import { all } from '../seeds/seed-act.js'
import { recordingAccount } from '../testing/recording-account.js'

const openids = (count: number) => Array.from({ length: count }, (_, at) => `openid-${at}`)
const sizes = (bodies: readonly { readonly body: unknown }[], list: string) =>
  bodies.map(({ body }) => (body as Record<string, readonly unknown[]>)[list]?.length)

describe('users', () => {
  it('iterates over all followers, page by page', async () => {
    const pages: Record<string, object> = {
      '': { total: 3, count: 2, data: { openid: ['a', 'b'] }, next_openid: 'b' },
      b: { total: 3, count: 1, data: { openid: ['c'] }, next_openid: 'c' },
      c: { total: 3, count: 0, next_openid: '' },
    }
    const { account, calls } = await recordingAccount(({ query }) => pages[query['next_openid'] ?? ''] ?? {})
    const found: string[] = []
    for await (const openid of account.users.followers()) found.push(openid)
    expect(found).toEqual(['a', 'b', 'c'])
    expect(calls.map(({ query }) => query)).toEqual([{}, { next_openid: 'b' }, { next_openid: 'c' }])
  })

  it('asks for a hundred at a time', async () => {
    const { account, calls } = await recordingAccount(({ body }) => ({
      user_info_list: (body as { user_list: { openid: string }[] }).user_list.map(({ openid }) => ({
        openid,
        subscribe: 1,
      })),
    }))
    const infos = await account.users.infoOf(openids(201))
    expect(infos.map(({ openid }) => openid)).toEqual(openids(201))
    expect(sizes(calls, 'user_list')).toEqual([100, 100, 1])
    expect(calls[0]?.body).toHaveProperty('user_list.0', { openid: 'openid-0' })
  })

  it('checks all before it asks for any', async () => {
    const { account, calls } = await recordingAccount()
    await expect(account.users.infoOf([...openids(150), ''])).rejects.toThrow('openids[150]: is empty')
    await expect(account.users.info('')).rejects.toThrow('openid: is empty')
    expect(calls).toEqual([])
  })

  it('may take a remark away', async () => {
    const { account, calls } = await recordingAccount()
    await account.users.remark('o', '')
    expect(calls[0]?.body).toEqual({ openid: 'o', remark: '' })
  })

  it('are remarked upon in fewer than 30 bytes', async () => {
    const { account, calls } = await recordingAccount()
    for (const remark of ['r'.repeat(29), '备'.repeat(9)]) await account.users.remark('o', remark)
    expect(calls).toHaveLength(2)
    for (const remark of ['r'.repeat(30), '备'.repeat(10)]) {
      await expect(account.users.remark('o', remark)).rejects.toThrow('remark: 30 bytes, and WeChat takes 29')
    }
    expect(calls).toHaveLength(2)
  })
})

describe('tags', () => {
  it('go on fifty users in a call, none left out', async () => {
    const { account, calls } = await recordingAccount()
    await account.tags.tag(openids(120), 7)
    await account.tags.untag(openids(51), 7)
    const lists = calls.map(({ body }) => (body as { openid_list: string[] }).openid_list)
    expect(lists.map(({ length }) => length)).toEqual([50, 50, 20, 50, 1])
    expect(lists.slice(0, 3).flat()).toEqual(openids(120))
    expect(calls.map(({ endpoint }) => endpoint.split('/').at(-1))).toEqual([
      'batchtagging',
      'batchtagging',
      'batchtagging',
      'batchuntagging',
      'batchuntagging',
    ])
  })

  it('must have a number', async () => {
    const { account, calls } = await recordingAccount()
    const none = undefined as unknown as number
    await expect(account.tags.tag(['o'], none)).rejects.toThrow('tagId: must be a whole number')
    await expect(account.tags.untag(['o'], none)).rejects.toThrow('tagId')
    await expect(account.tags.rename(none, 'a')).rejects.toThrow('tagId')
    await expect(account.tags.remove(none)).rejects.toThrow('tagId')
    expect(() => account.tags.usersOf(none)).toThrow('tagId')
    await expect(account.groups.move('o', none)).rejects.toThrow('groupId: must be a whole number')
    await expect(account.groups.remove(none)).rejects.toThrow('groupId')
    expect(calls).toEqual([])
  })

  it('stop at the first call that fails', async () => {
    const { account, calls } = await recordingAccount(() => ({ errcode: 45159, errmsg: 'invalid tag id' }))
    await expect(account.tags.tag(openids(120), 7)).rejects.toMatchObject({ errcode: 45159 })
    expect(calls).toHaveLength(1)
  })

  it('list their users over all pages', async () => {
    const { account, calls } = await recordingAccount(({ body }) =>
      (body as { next_openid?: string }).next_openid === 'b'
        ? { count: 1, data: { openid: ['c'] }, next_openid: '' }
        : { count: 2, data: { openid: ['a', 'b'] }, next_openid: 'b' },
    )
    expect(await all(account.tags.usersOf(7))).toEqual(['a', 'b', 'c'])
    expect(calls.map(({ body }) => body)).toEqual([{ tagid: 7 }, { tagid: 7, next_openid: 'b' }])
  })

  it('are answered without wrapping', async () => {
    const { account } = await recordingAccount(() => ({
      tag: { id: 7, name: 'a' },
      tags: [{ id: 7, name: 'a', count: 1 }],
      tagid_list: [7],
    }))
    expect(await account.tags.add('a')).toEqual({ id: 7, name: 'a' })
    expect(await account.tags.all()).toEqual([{ id: 7, name: 'a', count: 1 }])
    expect(await account.tags.of('o')).toEqual([7])
  })
})

describe('groups', () => {
  it('take one user or many', async () => {
    const { account, calls } = await recordingAccount()
    await account.groups.move('o', 3)
    await account.groups.move(openids(60), 3)
    expect(calls.map(({ endpoint }) => endpoint)).toEqual([
      'POST /cgi-bin/groups/members/update',
      'POST /cgi-bin/groups/members/batchupdate',
      'POST /cgi-bin/groups/members/batchupdate',
    ])
    expect(sizes(calls.slice(1), 'openid_list')).toEqual([50, 10])
  })
})

describe('blacklist', () => {
  it('takes twenty users at a time', async () => {
    const { account, calls } = await recordingAccount()
    await account.blacklist.add(openids(41))
    await account.blacklist.remove(openids(20))
    expect(sizes(calls, 'openid_list')).toEqual([20, 20, 1, 20])
    expect(calls.at(-1)?.endpoint).toBe('POST /cgi-bin/tags/members/batchunblacklist')
  })

  it('iterates by its own spelling of the place', async () => {
    const { account, calls } = await recordingAccount(({ body }) =>
      (body as { begin_openid?: string }).begin_openid === 'a'
        ? { total: 1, count: 0, next_openid: '' }
        : { total: 1, count: 1, data: { openid: ['a'] }, next_openid: 'a' },
    )
    expect(await all(account.blacklist.all())).toEqual(['a'])
    expect(calls.map(({ body }) => body)).toEqual([{}, { begin_openid: 'a' }])
  })
})

describe('customService', () => {
  const shanghai = (text: string) => new Date(`${text}+08:00`)
  const seconds = (text: string) => shanghai(text).getTime() / 1000

  it('reads records day by day, each to its last page', async () => {
    const full = Array.from({ length: 10_000 }, (_, at) => ({ openid: 'o', text: String(at) }))
    const { account, calls } = await recordingAccount(({ body }) => {
      const { starttime, msgid } = body as { starttime: number; msgid: number }
      const isFirst = starttime === seconds('2026-03-01T10:00:00')
      return isFirst && msgid === 1
        ? { msgid: '9007199254740993', number: 10_000, recordlist: full }
        : { msgid: '5', number: 1, recordlist: [{ openid: 'o', text: 'last' }] }
    })
    const span = { from: shanghai('2026-03-01T10:00:00'), to: shanghai('2026-03-02T09:00:00') }
    expect(await all(account.customService.records(span))).toHaveLength(10_002)
    const common = { number: 10_000 }
    expect(calls.map(({ body }) => body)).toMatchObject([
      { ...common, starttime: seconds('2026-03-01T10:00:00'), endtime: seconds('2026-03-01T23:59:59'), msgid: 1 },
      { ...common, starttime: seconds('2026-03-01T10:00:00'), endtime: seconds('2026-03-01T23:59:59') },
      { ...common, starttime: seconds('2026-03-02T00:00:00'), endtime: seconds('2026-03-02T09:00:00'), msgid: 1 },
    ])
  })

  it('reads nothing of a day on which nothing was said, list or no list', async () => {
    const span = { from: shanghai('2026-03-01T10:00:00'), to: shanghai('2026-03-01T11:00:00') }
    for (const answer of [
      { number: 0, msgid: 0, recordlist: [] },
      { number: 0, msgid: 0 },
    ]) {
      const { account } = await recordingAccount(() => answer)
      expect(await all(account.customService.records(span))).toEqual([])
    }
  })

  it('adds an agent, of a sub-merchant too', async () => {
    const { account, calls } = await recordingAccount()
    await account.customService.add('ann@shop', 'Ann')
    await account.customService.add('ben@shop', 'Ben', { businessId: '7', timeoutMs: 5000 })
    expect(calls.map(({ body }) => body)).toEqual([
      { kf_account: 'ann@shop', nickname: 'Ann' },
      { kf_account: 'ben@shop', nickname: 'Ben', business_id: '7' },
    ])
  })

  it('refuses a span that ends before it begins, at once', async () => {
    const { account } = await recordingAccount()
    const span = { from: shanghai('2026-03-02T10:00:00'), to: shanghai('2026-03-02T09:00:00') }
    expect(() => account.customService.records(span)).toThrow('span.to: lies before span.from')
    expect(() => account.customService.records({ ...span, from: 'x' as unknown as Date })).toThrow(
      'span.from: must be a Date',
    )
  })
})
