import { expect, it, onTestFinished } from 'vitest'
import { stage } from '../../testing/stage.js'

async function staged() {
  const it = await stage(onTestFinished)
  const { call } = it
  const fetchTicket = async (type: string, token?: string) => {
    const { json } = await call('GET /cgi-bin/ticket/getticket', {
      query: { type },
      ...(token === undefined ? {} : { token }),
    })
    return json
  }
  return { ...it, fetchTicket }
}

it('is the same for whoever asks, with any token, and good for 7200 seconds from then', async () => {
  const { fetchTicket, clock, account } = await staged()
  const first = await fetchTicket('jsapi')
  expect(first).toEqual({ errcode: 0, errmsg: 'ok', ticket: expect.stringMatching(/^[\w-]{86}$/), expires_in: 7200 })
  await clock.advance(7_199_000)
  expect(await fetchTicket('jsapi', account.state.tokens.classic().access_token)).toEqual(first)
  await clock.advance(7_199_000)
  expect(account.state.tickets.current('jsapi')).toBe(first['ticket'])
  await clock.advance(1_000)
  expect(account.state.tickets.current('jsapi')).toBeUndefined()
  expect(account.state.tickets.ended).toEqual([first['ticket']])
  const second = await fetchTicket('jsapi')
  expect(second['ticket']).not.toBe(first['ticket'])
  expect(account.state.tickets.ended).toEqual([first['ticket']])
})

it('differs between pages and cards, and knows no other type', async () => {
  const { fetchTicket } = await staged()
  expect((await fetchTicket('jsapi'))['ticket']).not.toBe((await fetchTicket('wx_card'))['ticket'])
  expect(await fetchTicket('sdk')).toMatchObject({ errcode: 40097 })
})
