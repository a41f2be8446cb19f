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
    expect(await all(openidPages(load))).toEqual(['a', 'b', 'c'])
    expect(asked).toEqual([undefined, 'b', 'c'])
  })

  it('stops at an empty next_openid without asking again', async () => {
    const { asked, load } = book({ '': page(['a'], '') })
    expect(await all(openidPages(load))).toEqual(['a'])
    expect(asked).toEqual([undefined])
  })

  it('begins where it is told, and fetches no page before it is needed', async () => {
    const { asked, load } = book({ x: page(['y', 'z'], 'z'), z: page(['end'], '') })
    const openids = openidPages(load, 'x')
    expect(asked).toEqual([])
    expect([(await openids.next()).value, (await openids.next()).value]).toEqual(['y', 'z'])
    expect(asked).toEqual(['x'])
  })

  it('does not turn in circles when a page names itself', async () => {
    const { load } = book({ '': page(['a'], 'a'), a: page(['b'], 'a') })
    expect(await all(openidPages(load))).toEqual(['a', 'b'])
  })
})

describe('offsetPages', () => {
  const load = (items: readonly number[], perPage: number, asked: number[]) => async (offset: number) => {
    asked.push(offset)
    return { items: items.slice(offset, offset + perPage), total: items.length }
  }

  it('reads all pages, and none behind the last', async () => {
    const asked: number[] = []
    expect(await all(offsetPages(load([1, 2, 3, 4, 5], 2, asked)))).toEqual([1, 2, 3, 4, 5])
    expect(asked).toEqual([0, 2, 4])
  })

  it('ends at an empty page, whatever the total says', async () => {
    expect(await all(offsetPages(async () => ({ items: [], total: 100 })))).toEqual([])
  })
})
