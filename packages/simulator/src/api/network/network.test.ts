import { describe, expect, it, onTestFinished } from 'vitest'
import { startSimulator } from '../../simulator.js'
import { callerOf } from '../../testing/caller.js'
import { goneServer } from '../../testing/web-server.js'

async function checker(url?: string) {
  const sim = await startSimulator()
  onTestFinished(() => sim.close())
  const account = sim.createAccount(url === undefined ? {} : { url })
  const call = callerOf({ sim }, account)
  return async (body: object = {}) => (await call('POST /cgi-bin/callback/check', { body })).json
}

describe('the check of the callback', () => {
  it('resolves the host and reaches it', async () => {
    const sim = await startSimulator()
    onTestFinished(() => sim.close())
    const check = await checker(`${sim.apiUrl}/robot`)
    const dns = [{ ip: '127.0.0.1', real_operator: 'DEFAULT' }]
    const ping = [
      { ip: '127.0.0.1', from_operator: 'DEFAULT', package_loss: '0%', time: expect.stringMatching(/^\d+\.\d{3}ms$/) },
    ]
    expect(await check()).toEqual({ dns, ping })
    expect(await check({ action: 'dns' })).toEqual({ dns })
    expect(await check({ action: 'ping', check_operator: 'CAP' })).toEqual({
      ping: [{ ...ping[0], from_operator: 'CAP' }],
    })
  })

  it('says what is lost', async () => {
    const check = await checker(await goneServer())
    expect(await check({ action: 'ping' })).toEqual({
      ping: [{ ip: '127.0.0.1', from_operator: 'DEFAULT', package_loss: '100%' }],
    })
  })

  it.each([
    [40202, { action: 'traceroute' }],
    [40203, { check_operator: 'MOBILE' }],
    [40201, {}],
  ])('refuses with %i', async (code, body) => {
    const check = await checker()
    expect(await check(body)).toMatchObject({ errcode: code })
  })
})

it('the addresses of the platform are those of this machine', async () => {
  const sim = await startSimulator()
  onTestFinished(() => sim.close())
  const call = callerOf({ sim }, sim.createAccount())
  for (const path of ['getcallbackip', 'get_api_domain_ip']) {
    expect((await call(`GET /cgi-bin/${path}`)).json).toEqual({ ip_list: ['127.0.0.1'] })
  }
})
