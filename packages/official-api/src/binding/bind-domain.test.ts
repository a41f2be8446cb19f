import { ConfigError } from '@wx/core'
import type { EndpointRow, MenuApi } from '@wx/endpoints'
import { rowLoaders } from '@wx/endpoints/load'
import { describe, expect, it, vi } from 'vitest'
import { recordingAccount } from '../testing/recording-account.js'
import { bindDomain, type Caller } from './bind-domain.js'

const bound = () => {
  const invoke = vi.fn<Caller['invoke']>(async () => ({ errcode: 0 }))
  const load = vi.fn<() => Promise<Readonly<Record<string, EndpointRow>>>>(rowLoaders.menu)
  const source = { name: 'account.menu', client: { invoke }, load }
  const menu = bindDomain<MenuApi, { twice(): Promise<void> }>(source, (api) => ({
    async twice() {
      await api.delete()
      await api.get()
    },
  }))
  return { menu, invoke, load }
}

describe('a bound domain', () => {
  it('reads its rows with the first call, not before', async () => {
    const { menu, load } = bound()
    const { create } = menu
    expect(load).not.toHaveBeenCalled()
    await create({ button: [] })
    expect(load).toHaveBeenCalled()
  })

  it('hands row, request and options on', async () => {
    const { menu, invoke } = bound()
    const options = { timeoutMs: 5 }
    await menu.tryMatch({ user_id: 'u' }, options)
    expect(invoke).toHaveBeenCalledExactlyOnceWith((await rowLoaders.menu()).tryMatch, { user_id: 'u' }, options)
  })

  it('gives the same function each time, which needs no this', async () => {
    const { menu, invoke } = bound()
    expect(menu.create).toBe(menu.create)
    const { get, twice } = menu
    await get()
    await twice()
    expect(invoke.mock.calls.map(([row]) => row.path)).toEqual([
      '/cgi-bin/menu/get',
      '/cgi-bin/menu/delete',
      '/cgi-bin/menu/get',
    ])
  })

  it('says of a method that is none which there are', async () => {
    const { menu, invoke } = bound()
    const { creat } = menu as unknown as Record<string, () => Promise<unknown>>
    const failed = expect(creat?.()).rejects
    await failed.toBeInstanceOf(ConfigError)
    await failed.toThrow(/^account\.menu\.creat: no such method.* create, .*tryMatch/)
    await expect((menu as unknown as Record<string, () => Promise<unknown>>)['valueOf2']?.()).rejects.toThrow(/no such/)
    expect(invoke).not.toHaveBeenCalled()
  })

  it('is an ordinary object to await, JSON, frameworks and test tools', async () => {
    const { menu, invoke } = bound()
    expect(await Promise.resolve(menu)).toBe(menu)
    expect(JSON.stringify(menu)).toBe('{}')
    expect(String(menu)).toBe('[object Object]')
    expect(Symbol.iterator in menu).toBe(false)
    for (const probe of ['then', 'toJSON', 'asymmetricMatch', 'onModuleInit', 'onApplicationShutdown', '$$typeof']) {
      expect([probe, Reflect.get(menu, probe)]).toEqual([probe, undefined])
    }
    expect({ menu }).not.toEqual({ menu: { other: 1 } })
    expect(invoke).not.toHaveBeenCalled()
  })
})

describe('a method', () => {
  it('can be replaced by a test', async () => {
    const { account, calls } = await recordingAccount()
    const get = vi.spyOn(account.menu, 'get').mockResolvedValue({ menu: { button: [] } })
    expect(await account.menu.get()).toEqual({ menu: { button: [] } })
    expect(calls).toEqual([])
    get.mockRestore()
    await account.menu.get()
    expect(calls).toHaveLength(1)
  })
})

describe('an account', () => {
  it('makes each domain once', async () => {
    const { account } = await recordingAccount()
    expect(account.menu).toBe(account.menu)
    expect(account.menu.create).toBe(account.menu.create)
    const other = await recordingAccount()
    expect(other.account.menu).not.toBe(account.menu)
  })
})
