import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '@wx/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Simulator, startSimulator } from '../simulator.js'
import { callerOf } from '../testing/caller.js'
import type { SimulatorState } from './state.js'

async function started(state: SimulatorState | string) {
  const sim = await startSimulator({ state, seed: 'state' })
  onTestFinished(() => sim.close())
  return sim
}
async function file(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wx-state-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'state.json')
  await writeFile(path, text)
  return path
}
const refusal = (state: unknown): Promise<Error> =>
  startSimulator({ state: state as SimulatorState }).then(
    () => new Error('it was taken'),
    (error: unknown) => error as Error,
  )

const state: SimulatorState = {
  accounts: [
    {
      id: 'gh_shop',
      kind: 'service',
      mode: 'plain',
      appId: 'wx1234567890abcdef',
      menu: { button: [{ type: 'click', name: 'a', key: 'b' }] },
      tags: ['VIP', 'new'],
      users: [
        { openid: 'oAnna', nickname: 'Anna', tags: ['VIP', 'regular'], remark: 'first' },
        { openid: 'oGone', isFollowing: false },
      ],
    },
    { id: 'gh_empty' },
  ],
  faults: [{ on: 'api', fault: 'busy', match: { endpoint: 'menu.get' }, times: 1 }],
}

function expectState(sim: Simulator): void {
  expect(sim.accounts.map((it) => it.id)).toEqual(['gh_shop', 'gh_empty'])
  const [shop] = sim.accounts
  expect(shop).toMatchObject({ kind: 'service', config: { mode: 'plain', appId: 'wx1234567890abcdef' } })
  expect(shop?.menu).toEqual({ button: [{ type: 'click', name: 'a', key: 'b' }] })
  expect(shop?.users.map((it) => [it.openid, it.isFollowing])).toEqual([
    ['oAnna', true],
    ['oGone', false],
  ])
  expect(sim.faults.list()).toMatchObject([{ fault: 'busy', struck: 0 }])
}

describe('a state', () => {
  it('is there from the beginning', async () => {
    expectState(await started(state))
  })

  it('comes from a file too', async () => {
    expectState(await started(await file(JSON.stringify(state))))
  })

  it('is there again after a reset, whatever happened', async () => {
    const sim = await started(state)
    const before = sim.account('gh_empty')?.config
    sim.account('gh_shop')?.createUser({ openid: 'oLater' })
    sim.createAccount({ id: 'gh_later' })
    sim.faults.clear()
    sim.reset()
    expectState(sim)
    expect(sim.account('gh_empty')?.config).toEqual(before)
  })

  it('gives followers their tags, as the API tells them', async () => {
    const sim = await started(state)
    const [shop] = sim.accounts
    if (shop === undefined) throw new Error('there is no account')
    const call = callerOf({ sim }, shop)
    const { tags } = (await call('GET /cgi-bin/tags/get')).json as {
      tags: { id: number; name: string; count: number }[]
    }
    const own = tags.filter((it) => it.id >= 100)
    expect(own.map(({ name, count }) => [name, count])).toEqual([
      ['VIP', 1],
      ['new', 0],
      ['regular', 1],
    ])
    const body = { openid: 'oAnna' }
    expect((await call('POST /cgi-bin/tags/getidlist', { body })).json).toEqual({
      tagid_list: [own[0]?.id, own[2]?.id],
    })
  })
})

describe('what a state cannot have is refused with its place', () => {
  it.each<[string, unknown]>([
    ['state', []],
    ['state', 5],
    ['state.account', { account: [] }],
    ['state.accounts', { accounts: {} }],
    ['state.accounts', { accounts: ['gh_shop'] }],
    ['state.accounts[1].mod', { accounts: [{}, { mod: 'plain' }] }],
    ['state.accounts[0].mode', { accounts: [{ mode: 'open' }] }],
    ['state.accounts[0].verified', { accounts: [{ verified: 'yes' }] }],
    ['state.accounts[0].handler', { accounts: [{ handler: 'fetch' }] }],
    ['state.accounts[0].url', { accounts: [{ url: 'localhost' }] }],
    ['state.accounts[0].menu.button', { accounts: [{ menu: {} }] }],
    ['state.accounts[0].tags', { accounts: [{ tags: [''] }] }],
    ['state.accounts[0]', { accounts: [{ encodingAesKey: 'short' }] }],
    ['state.accounts[1].id', { accounts: [{ id: 'gh_a' }, { id: 'gh_a' }] }],
    ['state.accounts[0].users[1].openid', { accounts: [{ users: [{ openid: 'oA' }, { openid: 'oA' }] }] }],
    ['state.accounts[0].users[0].name', { accounts: [{ users: [{ name: 'x' }] }] }],
    ['state.accounts[0].users[0].tags', { accounts: [{ users: [{ isFollowing: false, tags: ['a'] }] }] }],
    ['state.faults[0].fault', { faults: [{ on: 'push', fault: 'none' }] }],
    ['state.faults[1].on', { faults: [{ on: 'push', fault: 'drop' }, { fault: 'drop' }] }],
  ])('%s in %j', async (place, wrong) => {
    const error = await refusal(wrong)
    expect(error).toBeInstanceOf(ConfigError)
    expect(error).toMatchObject({
      setting: place,
      message: expect.stringMatching(new RegExp(`^${place.replace(/[[\].]/g, '\\$&')}: `)),
    })
  })

  it('a file that is not there, or that is no JSON', async () => {
    expect(await refusal('/nowhere/state.json')).toMatchObject({
      setting: 'state',
      message: expect.stringContaining('/nowhere/state.json cannot be read'),
    })
    expect(await refusal(await file('{'))).toMatchObject({ message: expect.stringContaining('is no JSON') })
  })
})
