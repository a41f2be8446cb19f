import { describe, expect, it } from 'vitest'
import { all } from '../seeds/seed-act.js'
import { type OpenidPage, offsetPages, openidPages } from './pages.js'

/** Pages by the openid they begin after; what was asked for is written down. */
function book(pages: Readonly<Record<string, OpenidPage>>) {
  const asked: (string | undefined)[] = []
  const load = async (from: string | undefined): Promise<OpenidPage> => {
    asked.push(from)
    if (asked.length > 10) throw new Error('asks without end')
    return pages[from ?? ''] ?? {}
  }
  return { asked, load }
}

const page = (openid: readonly string[], next_openid: string): OpenidPage => ({ data: { openid }, next_openid })

describe('openidPages', () => {
  it('goes on until a page names no next one', async () => {
    const { asked, load } = book({ '': page(['a', 'b'], 'b'), b: page(['c'], 'c'), c: { next_openid: '' } })
    expect(await all(openidPages('users.list', load))).toEqual(['a', 'b', 'c'])
    expect(asked).toEqual([undefined, 'b', 'c'])
  })

  it('stops at an empty next_openid without asking again', async () => {
    const { asked, load } = book({ '': page(['a'], '') })
    expect(await all(openidPages('users.list', load))).toEqual(['a'])
    expect(asked).toEqual([undefined])
  })

  it('begins where it is told, and fetches no page before it is needed', async () => {
    const { asked, load } = book({ x: page(['y', 'z'], 'z'), z: page(['end'], '') })
    const openids = openidPages('users.list', load, 'x')
    expect(asked).toEqual([])
    expect([(await openids.next()).value, (await openids.next()).value]).toEqual(['y', 'z'])
    expect(asked).toEqual(['x'])
  })

  it.each<[OpenidPage, readonly string[] | undefined]>([
    [{}, undefined],
    [{ count: 1, next_openid: 'a' }, undefined],
    [{ count: 0 }, []],
    [{ next_openid: '' }, []],
  ])('of a page without openids ends only when the page says that it has none: %j', async (empty, expected) => {
    const read = all(openidPages('users.list', async () => empty))
    if (expected !== undefined) expect(await read).toEqual(expected)
    else await expect(read).rejects.toMatchObject({ code: 'WX_OFFICIAL_INCOMPLETE_ANSWER', method: 'users.list' })
  })

  it('does not turn in circles when a page names itself', async () => {
    const { load } = book({ '': page(['a'], 'a'), a: page(['b'], 'a') })
    expect(await all(openidPages('users.list', load))).toEqual(['a', 'b'])
  })
})

describe('offsetPages', () => {
  const load = (items: readonly number[], perPage: number, asked: number[]) => async (offset: number) => {
    asked.push(offset)
    return { items: items.slice(offset, offset + perPage), total: items.length }
  }

  it('reads all pages, and none behind the last', async () => {
    const asked: number[] = []
    expect(await all(offsetPages('drafts.batchGet', load([1, 2, 3, 4, 5], 2, asked)))).toEqual([1, 2, 3, 4, 5])
    expect(asked).toEqual([0, 2, 4])
  })

  it('ends at an empty page, whatever the total says', async () => {
    expect(await all(offsetPages('drafts.batchGet', async () => ({ items: [], total: 100 })))).toEqual([])
  })

  it('refuses a page without its items, unless there are none at all', async () => {
    expect(await all(offsetPages('drafts.batchGet', async () => ({ total: 0 })))).toEqual([])
    for (const page of [{}, { total: 3 }, { items: 'x' as never, total: 1 }]) {
      await expect(all(offsetPages('drafts.batchGet', async () => page))).rejects.toMatchObject({
        code: 'WX_OFFICIAL_INCOMPLETE_ANSWER',
        method: 'drafts.batchGet',
      })
    }
  })
})
