import * as client from '@wx/api-client'
import { ApiError, ClientClosedError, fromEnv } from '@wx/api-client'
import { fakeFetch } from '@wx/api-client/testing'
import { ConfigError } from '@wx/core'
import { describe, expect, it } from 'vitest'
import * as kit from './index.js'
import { OfficialAccount } from './official-account.js'

const account = (routes: Parameters<typeof fakeFetch>[0]) =>
  new OfficialAccount({ appId: 'wx0123456789abcdef', appSecret: 'secret', fetch: fakeFetch(routes) })

describe('an official account', () => {
  it('is made of the environment too', () => {
    const made = new OfficialAccount(fromEnv({ WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_APP_SECRET: 'secret' }))
    expect(made.appId).toBe('wx0123456789abcdef')
    expect(() => new OfficialAccount({ appId: '' })).toThrow(ConfigError)
  })

  it('comes with what of the client below it a program needs', () => {
    const [below, here] = [new Map(Object.entries(client)), new Map(Object.entries(kit))]
    const errors = [...below.keys()].filter((name) => name.endsWith('Error'))
    expect(errors.length).toBeGreaterThan(15)
    const sources = ['fromEnv', 'stableToken', 'classicToken', 'readOnly', 'fromUrl', 'fromStore', 'tokenRelay']
    for (const name of [...sources, ...errors]) expect([name, here.get(name)]).toEqual([name, below.get(name)])
    expect(kit.ConfigError).toBe(ConfigError)
  })

  it('calls any endpoint by name, detached as well', async () => {
    const { call } = account({ 'GET /cgi-bin/menu/get': { menu: { button: [] } }, 'POST /cgi-bin/new': { a: 1 } })
    expect(await call('GET /cgi-bin/menu/get')).toEqual({ menu: { button: [] } })
    expect(await call<{ a: number }>('POST /cgi-bin/new', { body: {} })).toEqual({ a: 1 })
  })

  it('hands out tokens and tickets of its client', async () => {
    const made = account({})
    expect(made.tokens).toBe(made.client.tokens)
    expect(made.ticket('jsapi')).toBe(made.client.ticket('jsapi'))
    expect(await made.ticket('jsapi').get()).toMatchObject({ token: 'fake-ticket' })
  })

  it('throws what WeChat refuses, from short forms too', async () => {
    const made = account({
      'POST /cgi-bin/message/custom/send': { errcode: 45015, errmsg: 'response out of time limit' },
    })
    const failed = made.customMessage.sendText('o', 'hi')
    await expect(failed).rejects.toBeInstanceOf(ApiError)
    await expect(failed).rejects.toMatchObject({ errcode: 45015, code: 'WX_API_PUSH_WINDOW_CLOSED' })
  })

  it('takes no calls once it is closed', async () => {
    const made = account({ 'GET /cgi-bin/menu/get': {} })
    await made.close()
    await expect(made.menu.get()).rejects.toBeInstanceOf(ClientClosedError)
  })
})
