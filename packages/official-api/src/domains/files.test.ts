import { describe, expect, it } from 'vitest'
import { IncompleteAnswerError } from '../errors.js'
import type { OfficialAccount } from '../official-account.js'
import { all } from '../seeds/seed-act.js'
import { recordingAccount } from '../testing/recording-account.js'
import type { UploadOptions } from './media.js'

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46])
const mp4 = new Uint8Array([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34, 0x32])

describe('media', () => {
  it('downloads bytes', async () => {
    const { account, calls } = await recordingAccount(() => jpeg)
    const file = await account.media.download('m')
    expect(new Uint8Array(await file.bytes())).toEqual(jpeg)
    expect(file.contentType).toBe('image/jpeg')
    expect(calls).toHaveLength(1)
  })

  it('fetches a video from where WeChat says, without the token', async () => {
    const { account, calls } = await recordingAccount(({ host }) =>
      host === 'api.weixin.qq.com' ? { video_url: 'http://video.example.com/a/b.mp4?key=1&dis=a%20b&key=2' } : mp4,
    )
    const file = await account.media.download('m')
    expect(new Uint8Array(await file.bytes())).toEqual(mp4)
    expect(calls[1]).toMatchObject({
      endpoint: 'GET /a/b.mp4',
      host: 'video.example.com',
      hasToken: false,
    })
    // The address is signed: a name that stands there twice goes out twice.
    expect(calls[1]?.pairs).toEqual([
      ['key', '1'],
      ['key', '2'],
      ['dis', 'a b'],
    ])
  })

  it('says when the answer is neither', async () => {
    const { account } = await recordingAccount(() => ({}))
    await expect(account.media.download('m')).rejects.toThrow(IncompleteAnswerError)
    await expect(account.media.uploadFile('image', jpeg)).rejects.toMatchObject({
      code: 'WX_OFFICIAL_INCOMPLETE_ANSWER',
      method: 'media.upload',
    })
  })

  it.each<[string, (account: OfficialAccount, file: Uint8Array, options?: UploadOptions) => Promise<unknown>, number]>([
    ['an image', (it, file, options) => it.media.uploadFile('image', file, options), 10 * 1024 * 1024],
    ['a voice', (it, file, options) => it.media.uploadFile('voice', file, options), 2 * 1024 * 1024],
    ['a thumb', (it, file, options) => it.media.uploadFile('thumb', file, options), 64 * 1024],
    ['an articleImage', (it, file, options) => it.media.uploadArticleImage(file, options), 1024 * 1024],
    ['a thumb', (it, file, options) => it.materials.addFile('thumb', file, options), 64 * 1024],
    ['a video', (it, file, options) => it.materials.addVideo(file, { title: 'a' }, options), 10 * 1024 * 1024],
  ])('is not sent as %s when it is longer than WeChat takes, unless that is wanted', async (use, upload, maxBytes) => {
    const { account, calls } = await recordingAccount(() => ({ media_id: 'm', created_at: 1, url: 'u' }))
    await upload(account, new Uint8Array(maxBytes))
    expect(calls).toHaveLength(1)
    const tooLong = new Uint8Array(maxBytes + 1)
    await expect(upload(account, tooLong)).rejects.toMatchObject({
      code: 'WX_MEDIA_REFUSED',
      reason: 'too-large',
      limit: maxBytes,
      message: expect.stringContaining(`cannot be ${use}: ${maxBytes + 1} bytes`),
    })
    expect(calls).toHaveLength(1)
    await upload(account, tooLong, { checkSize: false })
    expect(calls).toHaveLength(2)
    expect(Object.keys(calls[1]?.query ?? {})).not.toContain('checkSize')
  })

  it('takes the bytes of an ArrayBuffer', async () => {
    const { account, calls } = await recordingAccount(() => ({ media_id: 'm', created_at: 1 }))
    await account.media.uploadFile('image', jpeg.buffer)
    expect(calls[0]?.body).toEqual({ media: jpeg })
  })

  it('answers the id of an upload, a thumbnail’s too', async () => {
    const { account } = await recordingAccount(({ query }) =>
      query['type'] === 'thumb' ? { thumb_media_id: 't', created_at: 2 } : { media_id: 'm', created_at: 1 },
    )
    expect(await account.media.uploadFile('image', jpeg)).toEqual({ mediaId: 'm', createdAt: 1 })
    expect(await account.media.uploadFile('thumb', jpeg)).toEqual({ mediaId: 't', createdAt: 2 })
  })
})

describe('materials', () => {
  it('are a file, a video’s address, or articles', async () => {
    const answers: Record<string, object | Uint8Array> = {
      file: jpeg,
      video: { title: 't', description: 'd', down_url: 'https://example.com/v' },
      news: { news_item: [{ title: 'a' }] },
    }
    const { account } = await recordingAccount(({ body }) => answers[(body as { media_id: string }).media_id] ?? {})
    expect(await account.materials.download('file')).toMatchObject({
      type: 'file',
      file: { contentType: 'image/jpeg' },
    })
    expect(await account.materials.download('video')).toEqual({
      type: 'video',
      url: 'https://example.com/v',
      title: 't',
      description: 'd',
    })
    expect(await account.materials.download('news')).toEqual({ type: 'news', articles: [{ title: 'a' }] })
  })

  it('are listed twenty at a time', async () => {
    const items = Array.from({ length: 45 }, (_, at) => ({ media_id: `m${at}` }))
    const { account, calls } = await recordingAccount(({ body }) => {
      const { offset, count } = body as { offset: number; count: number }
      return { total_count: 45, item_count: 20, item: items.slice(offset, offset + count) }
    })
    expect(await all(account.materials.all('image'))).toEqual(items)
    expect(calls.map(({ body }) => body)).toEqual([
      { type: 'image', offset: 0, count: 20 },
      { type: 'image', offset: 20, count: 20 },
      { type: 'image', offset: 40, count: 20 },
    ])
  })

  it('say what was added', async () => {
    const { account } = await recordingAccount(() => ({ media_id: 'm', url: 'u' }))
    expect(await account.materials.addFile('image', jpeg)).toEqual({ mediaId: 'm', url: 'u' })
    await expect(account.materials.addVideo(mp4, { title: '' })).rejects.toThrow('title: is empty')
  })

  it('send of a video’s words those that were given', async () => {
    const { account, calls } = await recordingAccount(() => ({ media_id: 'm' }))
    await account.materials.addVideo(mp4, { title: 'a' })
    await account.materials.addVideo(mp4, { title: 'a', introduction: 'b' })
    expect(calls.map(({ body }) => (body as { description: string }).description)).toEqual([
      '{"title":"a"}',
      '{"title":"a","introduction":"b"}',
    ])
  })
})

describe('drafts', () => {
  it('are saved, changed, listed and published', async () => {
    const article = { title: 't', content: 'c' }
    const { account, calls } = await recordingAccount(() => ({
      media_id: 'd',
      publish_id: 2247483647,
      msg_data_id: 2247483648,
      news_item: [article],
      item: [{ media_id: 'd' }],
      total_count: 1,
    }))
    expect(await account.drafts.save([article])).toBe('d')
    await account.drafts.change('d', { ...article, index: 1 })
    expect(await account.drafts.articles('d')).toEqual([article])
    expect(await all(account.drafts.all({ withContent: false }))).toEqual([{ media_id: 'd' }])
    expect(await account.drafts.publish('d')).toEqual({ publishId: '2247483647', msgDataId: '2247483648' })
    await account.drafts.remove('d')
    expect(calls.map(({ endpoint, body }) => [endpoint, body])).toEqual([
      ['POST /cgi-bin/draft/add', { articles: [article] }],
      ['POST /cgi-bin/draft/update', { media_id: 'd', index: 1, articles: article }],
      ['POST /cgi-bin/draft/get', { media_id: 'd' }],
      ['POST /cgi-bin/draft/batchget', { offset: 0, count: 20, no_content: 1 }],
      ['POST /cgi-bin/freepublish/submit', { media_id: 'd' }],
      ['POST /cgi-bin/draft/delete', { media_id: 'd' }],
    ])
    await expect(account.drafts.save([])).rejects.toThrow('articles: a draft has one article at least')
  })
})

describe('freepublish', () => {
  it('says in words how publishing stands', async () => {
    let publish_status = 0
    const { account } = await recordingAccount(() => ({
      publish_id: '1',
      publish_status,
      article_id: 'a',
      article_detail: { count: 1, item: [{ idx: 1, article_url: 'https://example.com/' }] },
    }))
    expect(await account.freepublish.status('1')).toEqual({
      status: 'published',
      number: 0,
      articleId: 'a',
      articles: [{ index: 1, url: 'https://example.com/' }],
      failed: [],
    })
    const words = []
    for (publish_status = 1; publish_status <= 7; publish_status += 1) {
      words.push((await account.freepublish.status('1')).status)
    }
    expect(words).toEqual([
      'publishing',
      'notOriginal',
      'failed',
      'refusedByReview',
      'deletedByAccount',
      'blockedByPlatform',
      'unknown',
    ])
  })

  it('takes one article down, or all', async () => {
    const { account, calls } = await recordingAccount()
    await account.freepublish.remove('a')
    await account.freepublish.remove('a', { articleIndex: 2 })
    expect(calls.map(({ body }) => body)).toEqual([{ article_id: 'a' }, { article_id: 'a', index: 2 }])
  })
})

describe('comments', () => {
  it('of an article are handled by its handle', async () => {
    const comments = Array.from({ length: 60 }, (_, at) => ({ user_comment_id: String(at), content: 'x' }))
    const { account, calls } = await recordingAccount(({ body }) => {
      const { begin = 0, count = 0 } = body as { begin?: number; count?: number }
      return { total: 60, comment: comments.slice(begin, begin + count) }
    })
    const article = account.comments.of('2247483647', { articleIndex: 1 })
    await article.open()
    expect(await all(article.all({ which: 'selected' }))).toEqual(comments)
    await article.select('7')
    await article.unselect('7')
    await article.reply('7', 'thanks')
    await article.removeReply('7')
    await article.remove('7')
    await article.close()
    const at = { msg_data_id: 2247483647, index: 1 }
    const one = { ...at, user_comment_id: 7 }
    expect(calls.map(({ endpoint, body }) => [endpoint.replace('POST /cgi-bin/comment/', ''), body])).toEqual([
      ['open', at],
      ['list', { ...at, begin: 0, count: 49, type: 2 }],
      ['list', { ...at, begin: 49, count: 49, type: 2 }],
      ['markelect', one],
      ['unmarkelect', one],
      ['reply/add', { ...one, content: 'thanks' }],
      ['reply/delete', one],
      ['delete', one],
      ['close', at],
    ])
  })
})
