import { ApiClient } from '@wx/api-client'
import { ManualClock, silentLogger } from '@wx/core'
import { type CreateAccountOptions, startSimulator } from '@wx/simulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { jsSdk } from './index.js'

async function staged(options: CreateAccountOptions = {}) {
  const clock = new ManualClock()
  const sim = await startSimulator({ clock })
  const account = sim.createAccount(options)
  const client = new ApiClient({ ...account.clientConfig, clock, logger: silentLogger })
  onTestFinished(() => sim.close())
  onTestFinished(() => client.close())
  const fetches = () => sim.exchanges.list().filter((it) => it.title === 'GET /cgi-bin/ticket/getticket').length
  return { clock, account, fetches, js: jsSdk(client, { clock }) }
}

const url = 'https://shop.example/订单?a=b%20c&d'

describe('a page that was signed', () => {
  it('is taken by WeChat, with its fragment and without, for as many tickets as it takes', async () => {
    const { clock, account, fetches, js } = await staged()
    for (const hours of [0, 1, 2, 30]) {
      await clock.advance(hours * 3_600_000)
      const config = await js.config({ url: `${url}#top`, jsApiList: ['chooseImage'] })
      expect(account.checkJsapi({ ...config, url })).toMatchObject({ errMsg: 'config:ok', problem: undefined })
      expect(account.checkJsapi({ ...config, url: `${url}#other` }).ok).toBe(true)
    }
    // After no hour and one more; after three; after thirty-three.
    expect(fetches()).toBe(3)
  })

  it('shown under another address is refused, and verify says why', async () => {
    const { account, js } = await staged()
    const config = await js.config({ url: 'https://shop.example/a' })
    const shown = { ...config, url: 'https://shop.example/a/' }
    expect(account.checkJsapi(shown)).toMatchObject({ errMsg: 'config:invalid signature' })
    const { ok, reasons } = await js.verify(shown)
    expect([ok, reasons.length > 0]).toEqual([false, true])
    expect(await js.verify(config)).toMatchObject({ ok: true })
  })

  it('of a domain that the console does not know is refused by WeChat, however well it is signed', async () => {
    const { account, js } = await staged({ jsDomains: ['shop.example'] })
    const other = await js.config({ url: 'https://other.example/' })
    expect(account.checkJsapi(other)).toMatchObject({ errMsg: 'config:invalid url domain' })
    const own = await js.config({ url: 'https://shop.example/' })
    expect(account.checkJsapi(own)).toMatchObject({ errMsg: 'config:ok' })
  })

  it('comes from the handler as WeChat takes it', async () => {
    const { account, js } = await staged()
    const handler = js.handler({ origins: ['https://shop.example'], logger: silentLogger })
    const get = (page: string) =>
      handler({ method: 'GET', path: '/js', query: `url=${encodeURIComponent(page)}`, headers: {} })
    const config = JSON.parse(String((await get(url)).body))
    expect(account.checkJsapi({ ...config, url }).errMsg).toBe('config:ok')
    expect((await get('https://other.example/')).status).toBe(403)
  })
})
