import { createHash } from 'node:crypto'
import { createContext, Script } from 'node:vm'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { CreateAccountOptions } from '../../account.js'
import type { Simulator } from '../../simulator.js'
import { stage } from '../../testing/stage.js'
import type { JsapiPage } from './signature.js'

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex')

async function staged(options: CreateAccountOptions = {}) {
  const it = await stage(onTestFinished, { account: options })
  const { ticket } = it.account.state.tickets.get('jsapi')
  /** A page signed for this address, with this ticket. */
  const page = (signed: string, using = ticket): JsapiPage => ({
    url: signed,
    nonceStr: 'Wm3WZYTPz0wzccnW',
    timestamp: 1_414_587_457,
    signature: sha1(`jsapi_ticket=${using}&noncestr=Wm3WZYTPz0wzccnW&timestamp=1414587457&url=${signed}`),
  })
  return { ...it, ticket, page }
}

describe('the check of a page', () => {
  it('passes one that is signed for its address, whatever stands behind #', async () => {
    const { account, page, ticket } = await staged()
    const url = 'http://mp.weixin.qq.com?params=value'
    const signed = page(url)
    expect(account.checkJsapi({ ...signed, url: `${url}#/top` })).toEqual({
      ok: true,
      errMsg: 'config:ok',
      stringToSign: `jsapi_ticket=${ticket}&noncestr=Wm3WZYTPz0wzccnW&timestamp=1414587457&url=${url}`,
      problem: undefined,
    })
  })

  it.each([
    ['https://app.example/a?b=1#c', 'https://app.example/a?b=1#c', /#/],
    ['https://app.example/a?b=1', 'https://app.example/a', /query was left out/],
    ['https://app.example/a?b=1', 'https%3A%2F%2Fapp.example%2Fa%3Fb%3D1', /decode/],
    ['https://app.example/a', 'http://app.example/a', /proxy/],
    ['http://app.example:8080/a', 'http://app.example/a', /port/],
    ['https://app.example/a/', 'https://app.example/a', /left out/],
    ['https://app.example/a', 'https://app.example/a/', /added/],
    ['https://app.example/a', '/a', /path alone/],
    ['https://app.example/a', 'https://app.example/b', /is not the SHA-1/],
  ])('at %s, signed for %s: says what went wrong', async (url, signedFor, problem) => {
    const { account, page } = await staged()
    const checked = account.checkJsapi({ ...page(signedFor), url })
    expect(checked).toMatchObject({ ok: false, errMsg: 'config:invalid signature' })
    expect(checked.problem).toMatch(problem)
  })

  it('knows old tickets and tickets for cards', async () => {
    const { account, page, clock } = await staged()
    const url = 'https://app.example/'
    const card = account.state.tickets.get('wx_card').ticket
    expect(account.checkJsapi(page(url, card)).problem).toMatch(/cards/)
    const old = page(url)
    await clock.advance(7_200_000)
    expect(account.checkJsapi(old)).toMatchObject({ ok: false, problem: expect.stringMatching(/no jsapi ticket/) })
    account.state.tickets.get('jsapi')
    expect(account.checkJsapi(old).problem).toMatch(/old ticket/)
  })

  it('takes pages of listed domains and of those below them', async () => {
    const { account, page } = await staged({ jsDomains: ['app.example', '127.0.0.1:3000'] })
    const said = (url: string) => account.checkJsapi(page(url)).errMsg
    expect(said('https://app.example/')).toBe('config:ok')
    expect(said('https://m.app.example/')).toBe('config:ok')
    expect(said('http://127.0.0.1:3000/')).toBe('config:ok')
    expect(said('http://127.0.0.1:3001/')).toBe('config:invalid url domain')
    expect(said('https://app.example:8443/')).toBe('config:invalid url domain')
    expect(said('https://myapp.example/')).toBe('config:invalid url domain')
    expect(said('/page')).toBe('config:invalid url domain')
  })

  it('gives sharing to verified accounts only', async () => {
    const url = 'https://app.example/'
    const wants = (...jsApiList: string[]) => ({ jsApiList })
    const unverified = await staged({ kind: 'service', verified: false })
    const said = (list: object) => unverified.account.checkJsapi({ ...unverified.page(url), ...list }).errMsg
    expect(said(wants('chooseImage', 'updateTimelineShareData'))).toBe('config:permission denied')
    expect(said(wants('chooseImage'))).toBe('config:ok')
    const verified = await staged({ kind: 'service' })
    const share = { ...verified.page(url), ...wants('updateTimelineShareData') }
    expect(verified.account.checkJsapi(share).errMsg).toBe('config:ok')
  })
})

describe('the script for pages', () => {
  /** A page that has loaded the script. */
  async function loaded(sim: Simulator, address: string) {
    const script = await fetch(`${sim.apiUrl}/jssdk/jweixin.js`)
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    const window: { wx?: Record<string, (given?: unknown) => void> } = {}
    const asked: string[] = []
    const surroundings = {
      window,
      document: { currentScript: { src: `${sim.apiUrl}/jssdk/jweixin.js` } },
      location: { href: address },
      fetch: (url: string) => {
        asked.push(url)
        return fetch(url)
      },
      URLSearchParams,
      console: { info() {} },
    }
    new Script(await script.text()).runInContext(createContext(surroundings))
    return { wx: window.wx ?? {}, asked }
  }

  const config = (
    account: { config: { appId: string } },
    { url: _, ...signed }: JsapiPage,
    jsApiList: string[] = [],
  ) => ({
    appId: account.config.appId,
    ...signed,
    jsApiList,
  })

  it('is ready when the address of the page was signed', async () => {
    const { sim, account, page } = await staged()
    const { wx } = await loaded(sim, 'http://127.0.0.1:3000/a?b=1#c')
    await new Promise<void>((resolve, reject) => {
      wx['ready']?.(resolve)
      wx['error']?.(reject)
      wx['config']?.(config(account, page('http://127.0.0.1:3000/a?b=1'), ['updateTimelineShareData']))
    })
    const [success, fail] = [vi.fn(), vi.fn()]
    wx['updateTimelineShareData']?.({ success, fail })
    wx['updateAppMessageShareData']?.({ success, fail })
    wx['checkJsApi']?.({ jsApiList: ['chooseImage', 'flyToTheMoon'], success })
    expect(fail.mock.calls).toEqual([[{ errMsg: 'updateAppMessageShareData:permission denied' }]])
    expect(success.mock.calls).toEqual([
      [{ errMsg: 'updateTimelineShareData:ok' }],
      [{ checkResult: { chooseImage: true, flyToTheMoon: false }, errMsg: 'checkJsApi:ok' }],
    ])
    const late = vi.fn()
    wx['ready']?.(late)
    expect(late).toHaveBeenCalledOnce()
  })

  it('says what WeChat says when it was not, and nothing of the ticket', async () => {
    const { sim, account, page, ticket } = await staged()
    const { wx, asked } = await loaded(sim, 'http://127.0.0.1:3000/')
    const said = new Promise((resolve) => wx['error']?.(resolve))
    wx['config']?.(config(account, page('http://127.0.0.1:3000')))
    expect(await said).toEqual({ errMsg: 'config:invalid signature' })
    const answer = await fetch(asked[0] ?? '', { headers: { origin: 'http://127.0.0.1:3000' } })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const text = await answer.text()
    expect(text).toContain('the slash at the end was left out')
    expect(text).not.toContain(ticket)
  })

  it('knows no page of an AppID that is not here', async () => {
    const { sim, page } = await staged()
    const { wx } = await loaded(sim, 'http://127.0.0.1:3000/')
    const said = new Promise((resolve) => wx['error']?.(resolve))
    wx['config']?.(config({ config: { appId: 'wx0000000000000000' } }, page('http://127.0.0.1:3000/')))
    expect(await said).toEqual({ errMsg: 'config:invalid signature' })
  })
})
