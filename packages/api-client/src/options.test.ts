import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { ApiClient, createClient } from './client.js'
import { fromEnv } from './from-env.js'
import type { ClientOptions } from './options.js'

const good = { appId: 'wx0123456789abcdef', appSecret: 'canarysecret0123456789abcdef0123' }

describe('options', () => {
  it.each<[string, Partial<ClientOptions>]>([
    ['appId', { appId: '' }],
    ['appId', { appId: 'wx 1&x=2' }],
    ['appSecret', { appSecret: '' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
    ['retry.attempts', { retry: { attempts: 0 } }],
    ['retry.maxMs', { retry: { maxMs: -1 } }],
    ['baseUrl', { baseUrl: 'api.weixin.qq.com' }],
    ['baseUrl', { baseUrl: 'https://user:pass@proxy.example' }],
    ['hosts', { hosts: [] }],
    ['hosts', { hosts: ['https://api.weixin.qq.com/?a=1'] }],
  ])('a wrong %s is refused when the client is made, by name', (setting, wrong) => {
    expect(() => createClient({ ...good, ...wrong })).toThrow(expect.objectContaining({ setting }))
  })

  it.each<[string, unknown]>([
    ['options', undefined],
    ['options', null],
    ['options', 'wx0123456789abcdef'],
    ['appId', {}],
    ['appId', { appid: 'wx0123456789abcdef', secret: 'x' }],
    ['appId', { appId: 5, appSecret: 'x' }],
    ['appSecret', { appId: 'wx0123456789abcdef', appSecret: 5 }],
  ])('of plain JavaScript are looked at too: the %s of %j', (setting, wrong) => {
    const make = (): unknown => createClient(wrong as ClientOptions)
    expect(make).toThrow(expect.objectContaining({ code: 'WX_CONFIG_INVALID', setting }))
  })

  it('that are right make a client, without a request', () => {
    expect(new ApiClient(good).appId).toBe(good.appId)
  })

  it('show the clock, for what is built on the client', () => {
    const clock = new ManualClock()
    expect(new ApiClient({ ...good, clock }).clock).toBe(clock)
  })
})

describe('fromEnv', () => {
  it('reads what is set, and nothing before it is called', () => {
    expect(
      fromEnv({
        WECHAT_APP_ID: ' wx0 ',
        WECHAT_APP_SECRET: 's',
        WECHAT_BASE_URL: 'http://127.0.0.1:1',
        WECHAT_CLOUD_RUN: '',
      }),
    ).toEqual({
      appId: 'wx0',
      appSecret: 's',
      baseUrl: 'http://127.0.0.1:1',
    })
    expect(fromEnv({ WECHAT_APP_ID: 'wx0', WECHAT_CLOUD_RUN: 'true' })).toEqual({ appId: 'wx0', cloudRun: true })
    const relay = { WECHAT_TOKEN_RELAY_URL: 'https://relay.example/t', WECHAT_TOKEN_RELAY_SECRET: 'relay-secret-0123' }
    expect(createClient(fromEnv({ WECHAT_APP_ID: 'wx0', ...relay })).appId).toBe('wx0')
  })

  it.each([
    [{}, 'WECHAT_APP_ID'],
    [{ WECHAT_APP_ID: 'wx0', WECHAT_TOKEN_RELAY_URL: 'https://relay.example' }, 'WECHAT_TOKEN_RELAY_SECRET'],
    [{ WECHAT_APP_ID: 'wx0', WECHAT_TOKEN_RELAY_SECRET: 'x' }, 'WECHAT_TOKEN_RELAY_URL'],
  ])('of %j names what is missing', (environment, setting) => {
    expect(() => fromEnv(environment)).toThrow(expect.objectContaining({ setting }))
  })
})
