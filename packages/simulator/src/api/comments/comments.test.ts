import { describe, expect, it, onTestFinished } from 'vitest'
import { contentStage } from '../../testing/content-stage.js'

/** Two published articles; comments of the first are open. */
async function staged(more: object = {}) {
  const it = await contentStage(onTestFinished)
  const { account, addDraft, call, user } = it
  const mediaId = String((await addDraft({ need_open_comment: 1, ...more }, {})).json['media_id'])
  const { articles } = account.state.drafts.get(mediaId) ?? { articles: [] }
  const { msgDataId } = account.state.articles.publish(articles, 'mass')
  const post = async (what: string, body: object = {}) => {
    // Ids are above 2^53, so they are written by hand: a number of JSON.stringify would have lost digits.
    const rest = JSON.stringify(body)
      .slice(1)
      .replace(/"#(\d+)"/g, '$1')
    return call(`POST /cgi-bin/comment/${what}`, {
      body: `{"msg_data_id":${msgDataId}${rest === '}' ? '' : ','}${rest}`,
    })
  }
  const write = (content: string, index = 0) => account.comments.write(user.openid, { msgDataId, index, content })
  const list = async (body: object = {}) => {
    const { json, bytes } = await post('list', { index: 0, begin: 0, count: 49, type: 0, ...body })
    const ids = [...bytes.toString().matchAll(/"user_comment_id":(\d+)/g)].map(([, id]) => id)
    return { json, ids, comment: json['comment'] as Record<string, unknown>[] }
  }
  const on = (id: string, more: object = {}) => ({ user_comment_id: `#${id}`, ...more })
  return { ...it, msgDataId, post, write, list, on }
}

describe('comments of an article', () => {
  it('are told with who wrote what and when, the newest first', async () => {
    const { write, list, user, clock } = await staged()
    const first = write('第一')
    await clock.advance(1_000)
    const second = write('第二')
    const { json, ids, comment } = await list()
    expect(json['total']).toBe(2)
    expect(ids).toEqual([second, first])
    const createTime = Math.floor(clock.now() / 1000)
    expect(comment[0]).toMatchObject({ openid: user.openid, content: '第二', comment_type: 0, create_time: createTime })
  })

  it('come in pages and by kind', async () => {
    const { write, list, post, on } = await staged()
    const ids = ['a', 'b', 'c'].map((it) => write(it))
    await post('markelect', on(ids[1] ?? ''))
    expect((await list({ begin: 1, count: 1 })).ids).toEqual([ids[1]])
    expect((await list({ type: 1 })).ids).toEqual([ids[2], ids[0]])
    expect((await list({ type: 2 })).comment).toMatchObject([{ content: 'b', comment_type: 1 }])
    await post('unmarkelect', on(ids[1] ?? ''))
    expect((await list({ type: 2 })).json).toMatchObject({ total: 0, comment: [] })
  })

  it.each([
    [88010, { count: 50 }],
    [88010, { count: 0 }],
    [40035, { type: 3 }],
    [40035, { begin: -1 }],
    [88001, { index: 2 }],
  ])('%i for the list of %o', async (code, body) => {
    const { list } = await staged()
    expect((await list(body)).json['errcode']).toBe(code)
  })

  it('88001 for a msg_data_id that was made up', async () => {
    const { call } = await staged()
    const { errcode } = await call('POST /cgi-bin/comment/open', { body: { msg_data_id: 123456, index: 0 } })
    expect(errcode).toBe(88001)
  })

  it('are opened and closed for each article by itself', async () => {
    const { write, post } = await staged()
    expect(() => write('x', 1)).toThrow(/closed/)
    await post('open', { index: 1 })
    write('x', 1)
    await post('close')
    expect(() => write('x')).toThrow(/closed/)
  })

  it('only followers may write where the article says so', async () => {
    const { write, user } = await staged({ only_fans_can_comment: 1 })
    write('x')
    await user.unfollow()
    expect(() => write('y')).toThrow(/followers/)
  })

  it('are deleted by the account: 88008 afterwards', async () => {
    const { write, post, list, on } = await staged()
    const id = write('x')
    expect((await post('delete', on(id))).errcode).toBe(0)
    expect((await list()).ids).toEqual([])
    expect((await post('delete', on(id))).errcode).toBe(88008)
  })

  it('are taken back by the reader: 88004 afterwards', async () => {
    const { account, write, post, list, on } = await staged()
    const id = write('x')
    account.comments.withdraw(id)
    expect((await list()).ids).toEqual([])
    expect((await post('markelect', on(id))).errcode).toBe(88004)
  })

  it('a hundred are selected, and no more', async () => {
    const { write, post, on } = await staged()
    const ids = Array.from({ length: 101 }, () => write('x'))
    const codes = []
    for (const id of ids) codes.push((await post('markelect', on(id))).errcode)
    expect(codes.filter((code) => code === 0)).toHaveLength(100)
    expect(codes.at(-1)).toBe(88003)
    expect((await post('markelect', on(ids[0] ?? ''))).errcode).toBe(0)
  })
})

describe('replies', () => {
  it('stand with the comment until they are deleted', async () => {
    const { write, post, list, on, clock } = await staged()
    const id = write('x')
    expect((await post('reply/add', on(id, { content: '谢谢' }))).errcode).toBe(0)
    const reply = { content: '谢谢', create_time: Math.floor(clock.now() / 1000) }
    expect((await list()).comment[0]).toMatchObject({ reply })
    expect((await post('reply/add', on(id, { content: '再次' }))).errcode).toBe(88005)
    expect((await post('reply/delete', on(id))).errcode).toBe(0)
    expect((await list()).comment[0]).not.toHaveProperty('reply')
    expect((await post('reply/delete', on(id))).errcode).toBe(88009)
  })

  it('88007 when they are empty or too long', async () => {
    const { write, post, on } = await staged()
    const id = write('x')
    for (const content of ['', '字'.repeat(601), undefined]) {
      expect((await post('reply/add', on(id, { content }))).errcode).toBe(88007)
    }
  })
})
