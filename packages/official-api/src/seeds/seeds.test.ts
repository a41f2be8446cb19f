import { readFileSync } from 'node:fs'
import { type EndpointRow, endpoints } from '@wx/endpoints'
import { describe, expect, it } from 'vitest'
import { type RecordedCall, recordingAccount } from '../testing/recording-account.js'
import { mappingTable } from './mapping-table.js'
import type { SeedFixture } from './seed-act.js'
import { seedActs, seedCases } from './seed-cases.js'
import { seeds } from './seed-methods.js'

const byId = new Map<string, EndpointRow>(endpoints.map((row) => [row.id, row]))
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46])
const mp4 = new Uint8Array([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34, 0x32])

const fixture: SeedFixture = {
  appId: 'wx0123456789abcdef',
  openid: 'openid-1',
  openids: ['openid-1', 'openid-2', 'openid-3'],
  wxName: 'a-wechat-id',
  tagId: 100,
  groupId: 101,
  menuId: '208396993',
  templateId: 'template-1',
  templateShortId: '43216',
  templateKeywords: ['商品', '时间'],
  kfAccount: 'kf2001@test',
  imageId: 'image-1',
  voiceId: 'voice-1',
  videoId: 'video-1',
  thumbId: 'thumb-1',
  materialId: 'material-1',
  newsId: 'news-1',
  draftId: 'draft-1',
  msgId: '3147494276',
  ticket: 'a ticket/of+signs==',
  image: jpeg,
  video: mp4,
  imageUrl: 'https://example.com/a.jpg',
  code: 'code-1',
  userToken: 'user-token-1',
  refreshToken: 'refresh-token-1',
  subscribeTemplateId: 'subscribe-template-1',
  subscribeTid: '401',
  categoryIds: '2,616',
}

/** Fields of every answer that a short form looks into. */
const anything = {
  access_token: 'fresh',
  expires_in: 7200,
  ticket: 'ticket-1',
  tag: { id: 100, name: 'tag' },
  tags: [],
  tagid_list: [],
  group: { id: 101, name: 'group' },
  groups: [],
  groupid: 101,
  menuid: 208396993,
  msg_id: 1,
  msgid: 1,
  news_item: [],
  msg_status: 'SENDING',
  media_id: 'media-1',
  created_at: 1,
  url: 'https://example.com/',
  template_id: 'template-1',
  kf_list: [],
  kf_online_list: [],
  ip_list: [],
  user_info_list: [],
  item: [],
  total_count: 0,
  publish_id: 1,
  speed: 3,
  realspeed: 15,
  count: 0,
  total: 0,
  next_openid: '',
}

const files = new Set(['GET /cgi-bin/media/get', 'GET /cgi-bin/showqrcode'])
const answerTo = ({ endpoint }: RecordedCall) => (files.has(endpoint) ? jpeg : anything)

describe('each method of the seeds', () => {
  it('is in the table once', () => {
    const named = seedActs.flatMap(({ of }) => of)
    const known = Object.values(seeds).flatMap((methods) => Object.keys(methods))
    expect([...named].sort()).toEqual([...known].sort())
    expect(known).toHaveLength(45 + 70 + 36)
  })

  it('that calls WeChat has a case', () => {
    const withCase = new Set(seedCases.map(({ method }) => method))
    for (const methods of Object.values(seeds)) {
      for (const [method, ids] of Object.entries(methods)) {
        if (ids.length > 0) expect([method, withCase.has(method)]).toEqual([method, true])
      }
    }
    expect(seedCases.length).toBeGreaterThan(110)
  })

  it.each(seedCases.map((it) => [`${it.seed} ${it.method}`, it] as const))('%s', async (_, seedCase) => {
    const { endpointIds, run, wire } = seedCase
    const token = !endpointIds.includes('auth.getStableAccessToken')
    const { account, calls } = await recordingAccount(answerTo, { token })
    await run(account, fixture)

    const due = wire(fixture)
    expect(due).toHaveLength(endpointIds.length)
    expect(calls.map(({ endpoint, query, body }) => ({ endpoint, query, body }))).toEqual(
      expected(endpointIds).map(({ method, path, constants }, at) => ({
        endpoint: `${method} ${path}`,
        query: { ...(method === 'GET' ? constants : {}), ...due[at]?.query },
        body: due[at]?.body,
      })),
    )
    expect(calls.map(({ host }) => host)).toEqual(expected(endpointIds).map(({ host = 'api.weixin.qq.com' }) => host))
    expect(calls.map(({ hasToken }) => hasToken)).toEqual(
      expected(endpointIds).map(({ auth }) => auth === 'access_token'),
    )
  })
})

const expected = (ids: readonly string[]): readonly EndpointRow[] =>
  ids.map((id) => {
    const row = byId.get(id)
    if (row === undefined) throw new Error(`no endpoint ${id}`)
    return row
  })

describe('the README', () => {
  it('has the table of what became of each', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    for (const line of mappingTable(seedActs)) expect(squeezed(readme)).toContain(squeezed(line))
  })
})

const squeezed = (text: string): string => text.replace(/ +/g, ' ')
