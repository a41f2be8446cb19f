import { describe, expect, it, onTestFinished } from 'vitest'
import type { CreateAccountOptions } from '../account.js'
import { stage } from '../testing/stage.js'
import { mayUse } from './permissions.js'

const kinds = {
  test: { kind: 'test', verified: true },
  subscription: { kind: 'subscription', verified: false },
  verifiedSubscription: { kind: 'subscription', verified: true },
  service: { kind: 'service', verified: false },
  verifiedService: { kind: 'service', verified: true },
  miniProgram: { kind: 'miniProgram', verified: true },
} as const
const whoMay = (id: string): string[] => Object.entries(kinds).flatMap(([name, it]) => (mayUse(it, id) ? [name] : []))

describe('who may call what', () => {
  const verified = ['verifiedSubscription', 'verifiedService']
  const official = ['subscription', 'verifiedSubscription', 'service', 'verifiedService']
  it.each<[string, readonly string[]]>([
    ['auth.getStableAccessToken', [...official, 'miniProgram']],
    ['openapi.getQuota', [...official, 'miniProgram']],
    ['menu.create', ['verifiedSubscription', 'service', 'verifiedService']],
    ['menu.getCurrentSelfMenuInfo', official],
    ['menu.addConditional', verified],
    ['tag.create', verified],
    ['user.list', verified],
    ['message.mass.sendAll', verified],
    ['message.custom.send', [...verified, 'miniProgram']],
    ['message.template.send', ['verifiedService']],
    ['message.template.sendOneTimeSubscribe', verified],
    ['message.subscribe.bizSend', ['verifiedService']],
    ['message.subscribe.addTemplate', ['verifiedService', 'miniProgram']],
    ['qrcode.create', ['verifiedService']],
    ['oauth.authorizeUrl', ['verifiedService']],
    ['draft.add', official],
    ['freepublish.submit', verified],
    ['material.add', official],
    ['material.get', [...official, 'miniProgram']],
    ['media.upload', [...official, 'miniProgram']],
    ['media.getJssdk', verified],
  ])('%s: %j, and test accounts', (id, names) => {
    expect(whoMay(id)).toEqual(['test', ...names])
  })
})

describe('48001', () => {
  async function asked(account: CreateAccountOptions, endpoint: string, body?: object) {
    const { sim, call } = await stage(onTestFinished, { account })
    const { errcode } = await call(endpoint, body === undefined ? {} : { body })
    return { errcode, problem: sim.exchanges.list().at(-1)?.problem }
  }

  it('for an account that is not verified, with who may in the inspector', async () => {
    const { errcode, problem } = await asked({ kind: 'subscription', verified: false }, 'GET /cgi-bin/tags/get')
    expect(errcode).toBe(48001)
    expect(problem).toContain('unverified subscription account has no right to tag.list')
    expect(problem).toContain('verifiedSubscription, verifiedService')
  })

  it('for a mini program that asks for what only official accounts have', async () => {
    expect((await asked({ kind: 'miniProgram' }, 'GET /cgi-bin/menu/get')).errcode).toBe(48001)
  })

  it('comes after the list of addresses and before what the body says', async () => {
    const elsewhere = { kind: 'subscription', ipWhitelist: ['203.0.113.7'] } as const
    expect((await asked(elsewhere, 'POST /cgi-bin/qrcode/create', {})).errcode).toBe(40164)
    expect((await asked({ kind: 'subscription' }, 'POST /cgi-bin/qrcode/create', {})).errcode).toBe(48001)
  })

  it('not for a test account', async () => {
    expect((await asked({ kind: 'test', verified: false }, 'GET /cgi-bin/tags/get')).errcode).not.toBe(48001)
  })
})
