import type { EndpointRow } from '@wx/endpoints'
import { describe, expect, it } from 'vitest'
import type { ApiClient } from '../client.js'
import { canaries, onBench } from '../testing/bench.js'

const base: EndpointRow = {
  id: 'test.one',
  platform: 'both',
  domain: 'test',
  method: 'POST',
  path: '/cgi-bin/test/one',
  auth: 'access_token',
  body: 'json',
  answer: 'json',
  retry: 'never',
  status: 'current',
}

/** What arrives when this row is called with this request. */
async function sent(row: Partial<EndpointRow>, request: unknown): Promise<{ query: object; body: string }> {
  let query = {}
  let body = ''
  await onBench(async ({ wechat, client }) => {
    const full = { ...base, ...row }
    wechat.route(`${full.method} ${full.path}`, (received) => {
      const { access_token: _, ...rest } = Object.fromEntries(received.query)
      query = rest
      body = received.body.toString()
      return { errcode: 0 }
    })
    const api = client()
    await api.tokens.get()
    if (full.auth === 'access_token') expect(await api.invoke(full, request)).toEqual({ errcode: 0 })
    else await api.invoke(full, request).catch(() => {})
  })
  return { query, body }
}

describe('a row says where the fields of a request travel', () => {
  it.each<[string, Partial<EndpointRow>, unknown, { query: object; body: string }]>([
    ['all in the body', {}, { a: 1, b: '菜' }, { query: {}, body: '{"a":1,"b":"菜"}' }],
    ['some in the query', { query: ['a'] }, { a: 1, b: 2 }, { query: { a: '1' }, body: '{"b":2}' }],
    ['in both', { query: ['a'], queryAndBody: ['a'] }, { a: 1 }, { query: { a: '1' }, body: '{"a":1}' }],
    [
      'all of a GET in the query',
      { method: 'GET', body: 'none' },
      { a: 1, u: undefined },
      { query: { a: '1' }, body: '' },
    ],
    ['none at all', { body: 'json-empty' }, undefined, { query: {}, body: '{}' }],
    [
      'an action',
      { action: 'x', actionIn: 'query', constants: { action: 'x' } },
      { a: 1 },
      { query: { action: 'x' }, body: '{"a":1}' },
    ],
    ['constants that a caller may change', { constants: { v: '1' } }, { v: '2' }, { query: {}, body: '{"v":"2"}' }],
    [
      'the client’s own',
      { credentials: { appid: 'appId' } },
      {},
      { query: {}, body: '{"appid":"wx0123456789abcdef"}' },
    ],
    [
      'a text',
      { body: 'text', content: 'text', query: ['l'] },
      { text: '你好', l: 'zh' },
      { query: { l: 'zh' }, body: '你好' },
    ],
    [
      'ids as bare integers, at any depth',
      { integers: ['msg_id', 'ids'] },
      { msg_id: '271781022721654784', list: [{ msg_id: '5' }], ids: ['9007199254740993'], name: '7' },
      { query: {}, body: '{"msg_id":271781022721654784,"list":[{"msg_id":5}],"ids":[9007199254740993],"name":"7"}' },
    ],
  ])('%s', async (_, row, request, arrived) => {
    expect(await sent(row, request)).toEqual(arrived)
  })

  it('and which fields of an answer are ids: texts, small ones too, exact to the last digit', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route(
        'POST /cgi-bin/test/one',
        (_, response) =>
          void response.end(
            '{"msg_id":271781022721654784,"other":271781022721654784,"list":[{"msg_id":5,"n":5}],"ids":[1,2]}',
          ),
      )
      expect(await client().invoke({ ...base, stringIds: ['msg_id', 'ids'] }, {})).toEqual({
        msg_id: '271781022721654784',
        other: '271781022721654784',
        list: [{ msg_id: '5', n: 5 }],
        ids: ['1', '2'],
      })
    }))
})

describe('a call by name', () => {
  it('finds the row of its action, and sends parameters newer than the row where the caller puts them', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route('POST /card/invoice/setbizattr', { ok: 1 })
      const endpoints: string[] = []
      const api = client({ hooks: { after: ({ endpoint, id }) => void endpoints.push(`${id} ${endpoint}`) } })
      await api.tokens.get()
      endpoints.length = 0
      await api.call('POST /card/invoice/setbizattr?action=get_contact')
      expect(endpoints).toEqual(['invoice.getContact POST /card/invoice/setbizattr?action=get_contact'])
      wechat.route('POST /cgi-bin/menu/create', { ok: 1 })
      await api.invoke({ ...base, path: '/cgi-bin/menu/create' }, { button: [] })
      await api.call('POST /cgi-bin/menu/create', { body: { button: [] }, query: { newer: 1 } as never })
      const { query, body } = wechat.requests.at(-1) ?? {}
      expect([query?.get('newer'), String(body)]).toEqual(['1', '{"button":[]}'])
    }))

  it('carries the token of the account only where it is due', () =>
    onBench(async ({ wechat, client }) => {
      const api = client()
      await api.call('GET /sns/oauth2/access_token', { query: { code: canaries.code } }).catch(() => {})
      expect(wechat.tokenFetches()).toBe(0)
      expect(Object.fromEntries(wechat.requests[0]?.query ?? [])).toEqual({
        appid: 'wx0123456789abcdef',
        secret: canaries.appSecret,
        code: canaries.code,
        grant_type: 'authorization_code',
      })
    }))

  it('of a page is its address, in the order WeChat wants, and calls nothing', () =>
    onBench(async ({ wechat, client }) => {
      const address = await client({ hosts: ['https://api.weixin.qq.com'] }).call('GET /connect/oauth2/authorize', {
        query: { redirect_uri: 'https://a.example/cb?x=1', scope: 'snsapi_base', state: 's' },
      })
      expect(address).toBe(
        'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx0123456789abcdef&redirect_uri=https%3A%2F%2Fa.example%2Fcb%3Fx%3D1&response_type=code&scope=snsapi_base&state=s#wechat_redirect',
      )
      expect(wechat.requests).toEqual([])
    }))

  it('sends each value of a list under the same name', () =>
    onBench(async ({ wechat, client }) => {
      wechat.route('GET /cgi-bin/new/list', { ok: 1 })
      await client().call('GET /cgi-bin/new/list', { query: { key: ['a+b', 2], one: 'x', none: undefined, empty: [] } })
      const { query } = wechat.requests.at(-1) ?? {}
      query?.delete('access_token')
      expect([...(query ?? [])]).toEqual([
        ['key', 'a+b'],
        ['key', '2'],
        ['one', 'x'],
      ])
    }))

  const call = 'POST /cgi-bin/menu/create'
  it.each<[string, (api: ApiClient) => Promise<unknown>]>([
    ['request', (api) => api.call(call, null as never)],
    ['request', (api) => api.call(call, 'kf@shop' as never)],
    ['request', (api) => api.call('GET /cgi-bin/not/known', [] as never)],
    ['request', (api) => api.call(call, { body: 'text' as never })],
    ['request', (api) => api.call(call, { body: null as never })],
    ['request', (api) => api.invoke(base, 5)],
    ['request', (api) => api.invoke(base, [])],
    ['request', (api) => api.invoke({ ...base, method: 'GET', body: 'none' }, 'text')],
    ['options', (api) => api.invoke(base, {}, 'kf@shop' as never)],
    ['options', (api) => api.invoke(base, {}, null as never)],
  ])('with a wrong %s is not sent (%s)', (setting, wrong) =>
    onBench(async ({ wechat, client }) => {
      await expect(wrong(client())).rejects.toMatchObject({ code: 'WX_CONFIG_INVALID', setting })
      expect(wechat.requests).toEqual([])
    }),
  )

  it.each(['menu/create', 'PUT /cgi-bin/x', 'GET https://evil.example/', 'GET /a b', 'get /cgi-bin/x'])(
    'refuses %s, which is no endpoint',
    (endpoint) =>
      onBench(async ({ client }) => {
        await expect(client().call(endpoint as 'GET /x')).rejects.toMatchObject({ code: 'WX_CONFIG_INVALID' })
      }),
  )
})
