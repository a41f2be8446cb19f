import { describe, expect, it, onTestFinished } from 'vitest'
import { callerOf } from '../../testing/caller.js'
import { stage } from '../../testing/stage.js'

const staged = () => stage(onTestFinished)

describe('short keys', () => {
  it('give the text back until their time is over', async () => {
    const { call, clock } = await staged()
    const made = await call('POST /cgi-bin/shorten/gen', { body: { long_data: 'loooong 长', expire_seconds: 86_400 } })
    expect(made.json).toEqual({ errcode: 0, errmsg: 'ok', short_key: expect.stringMatching(/^[0-9a-zA-Z]{15}$/) })
    const body = { short_key: made.json['short_key'] }
    const created = Math.floor(clock.now() / 1000)
    await clock.advance(100_000)
    expect((await call('POST /cgi-bin/shorten/fetch', { body })).json).toEqual({
      errcode: 0,
      errmsg: 'ok',
      long_data: 'loooong 长',
      create_time: created,
      expire_seconds: 86_300,
    })
    await clock.advance(86_300_000 - 1)
    expect((await call('POST /cgi-bin/shorten/fetch', { body })).errcode).toBe(0)
    await clock.advance(1)
    expect((await call('POST /cgi-bin/shorten/fetch', { body })).errcode).toBe(9410012)
  })

  it('last thirty days when not said, and belong to one account', async () => {
    const { call, sim, account } = await staged()
    const { json } = await call('POST /cgi-bin/shorten/gen', { body: { long_data: 'x' } })
    const body = { short_key: json['short_key'] }
    expect((await call('POST /cgi-bin/shorten/fetch', { body })).json['expire_seconds']).toBe(2_592_000)
    const other = callerOf({ sim }, sim.createAccount())
    expect((await other('POST /cgi-bin/shorten/fetch', { body })).errcode).toBe(9410012)
    expect(account.state.shortKeys.find(String(json['short_key']))?.text).toBe('x')
  })

  it.each([
    [47003, {}],
    [47003, { long_data: '' }],
    [0, { long_data: '长'.repeat(1365) }],
    [9410010, { long_data: '长'.repeat(1366) }],
    [0, { long_data: 'x', expire_seconds: 2_592_000 }],
    [9410011, { long_data: 'x', expire_seconds: 2_592_001 }],
    [9410011, { long_data: 'x', expire_seconds: 0 }],
  ])('answers %i where it must', async (code, body) => {
    const { call } = await staged()
    expect((await call('POST /cgi-bin/shorten/gen', { body })).errcode).toBe(code)
  })

  it('want a key to look for', async () => {
    const { call } = await staged()
    expect((await call('POST /cgi-bin/shorten/fetch', { body: {} })).errcode).toBe(47003)
  })
})

it('short links are withdrawn', async () => {
  const { call } = await staged()
  const body = { action: 'long2short', long_url: 'https://example.com/a' }
  const { json } = await call('POST /cgi-bin/shorturl', { body })
  expect(json).toMatchObject({ errcode: 45103, errmsg: expect.stringContaining('This API has been unsupported') })
})
