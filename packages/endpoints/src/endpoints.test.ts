import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { domainRows, type EndpointRow, endpoints } from './index.js'
import { rowLoaders } from './load.js'

const count = (key: (row: EndpointRow) => string) => {
  const found: Record<string, number> = {}
  for (const row of endpoints) found[key(row)] = (found[key(row)] ?? 0) + 1
  return found
}
const twice = (keys: Record<string, number>) => Object.keys(keys).filter((key) => keys[key] !== 1)
const byId = new Map(endpoints.map((row) => [row.id, row]))
const officialPage = expect.stringMatching(/^https:\/\/developers\.weixin\.qq\.com\/doc\//)

describe('the endpoints of official accounts', () => {
  it('are all there', () => {
    expect(count((row) => row.platform)).toEqual({ officialAccount: 437, both: 39, sns: 6, openPlatform: 4 })
    expect(Object.keys(domainRows)).toHaveLength(45)
  })

  it('are there once: by id, and by method, host, path and action', () => {
    expect(twice(count((row) => row.id))).toEqual([])
    expect(twice(count((row) => [row.method, row.host, row.path, row.action].join(' ')))).toEqual([])
  })

  it('have the addresses that were compared with those of other kits, to the letter', () => {
    const lines = endpoints.map((row) =>
      [row.id, row.platform, row.method, row.host ?? '', row.path, row.action ?? ''].join(' '),
    )
    const digest = createHash('sha256').update(lines.sort().join('\n')).digest('hex')
    // A row more, or one that was wrong: look its address up once again, then write the new digest here.
    expect(digest).toBe('29fd90ffd6283c82e2ad1702a3ab1c7374c90e5a76702e1b3ab193cead4f000b')
  })

  it('are named by domain and method', () => {
    for (const [domain, rows] of Object.entries(domainRows)) {
      for (const [method, row] of Object.entries<EndpointRow>(rows)) {
        expect(camelCase(row.domain)).toBe(domain)
        expect(row.id.startsWith(`${row.domain}.`)).toBe(true)
        expect(camelCase(row.id.slice(row.domain.length + 1))).toBe(method)
      }
    }
  })

  it('stay apart where they share a path', () => {
    const shared = endpoints.filter((row) => row.action !== undefined)
    const onPath = (path: string) => shared.filter((row) => row.path === path).length
    expect([shared.length, onPath('/card/invoice/setbizattr'), onPath('/publisher/stat')]).toEqual([9, 6, 3])
    for (const row of shared) {
      expect(row.actionIn).toBe('query')
      expect(row.constants).toEqual({ action: row.action })
      expect(row.query ?? ['action']).toContain('action')
      expect(row.path).not.toContain('?')
    }
  })

  it.each(Object.keys(rowLoaders) as (keyof typeof rowLoaders)[])('%s loads alone', async (domain) => {
    expect(await rowLoaders[domain]()).toBe(domainRows[domain])
  })
})

describe('a row', () => {
  it('says where everything goes', () => {
    for (const row of endpoints) {
      const takesFile = row.body === 'multipart' || row.body === 'binary' || row.body === 'text'
      expect([row.id, row.content !== undefined]).toEqual([row.id, takesFile])
      expect([row.id, row.body === 'none']).toEqual([row.id, row.method === 'GET'])
      if (row.queryAndBody) expect(row.query).toEqual(expect.arrayContaining([...row.queryAndBody]))
    }
  })

  it('is safe to repeat only when it reads or leaves the same state', () => {
    const safe = (id: string) => byId.get(id)?.retry
    for (const id of [
      'user.list',
      'menu.create',
      'tag.batchTagging',
      'material.get',
      'draft.batchGet',
      'openapi.getQuota',
    ]) {
      expect([id, safe(id)]).toEqual([id, 'safe'])
    }
    const acts =
      /(^|\.)(send\w*|add\w*|create\w*|delete\w*|del|submit|upload\w*|clear\w*|pay\w*Confirm|refund|insert\w*|consume)$/i
    for (const row of endpoints) {
      if (acts.test(row.id) && row.id !== 'menu.create' && row.id !== 'customService.uploadHeadImage') {
        expect([row.id, row.retry]).toEqual([row.id, 'never'])
      }
    }
    for (const id of [
      'menu.delete',
      'customService.deleteAccountByOpenid',
      'auth.getAccessToken',
      'oauth.getAccessToken',
    ]) {
      expect([id, safe(id)]).toEqual([id, 'never'])
    }
  })

  it('that is of the past names what replaced it, where that is known', () => {
    for (const row of endpoints) {
      if (row.replacedBy !== undefined) {
        expect(byId.get(row.replacedBy)?.status).toBe('current')
        expect(['legacy', 'withdrawn']).toContain(row.status)
      }
      expect([row.id, row.withdrawn !== undefined]).toEqual([row.id, row.status === 'withdrawn'])
    }
    expect(byId.get('group.create')).toMatchObject({ status: 'legacy', replacedBy: 'tag.create' })
    expect(byId.get('material.addNews')).toMatchObject({ withdrawn: '2022-02-28', replacedBy: 'draft.add' })
  })

  it('says how often it may be called where an official page does', () => {
    const limited = endpoints.filter((row) => row.quota !== undefined)
    expect(limited.map((row) => row.id).sort()).toEqual([
      'auth.getAccessToken',
      'auth.getStableAccessToken',
      'draft.add',
      'draft.batchGet',
      'draft.count',
      'draft.delete',
      'draft.get',
      'draft.update',
      'freepublish.batchGet',
      'freepublish.delete',
      'freepublish.get',
      'freepublish.getArticle',
      'freepublish.submit',
      'group.create',
      'group.list',
      'group.moveUser',
      'group.update',
      'img.aiCrop',
      'img.scanQrcode',
      'img.superResolution',
      'media.get',
      'media.upload',
      'menu.addConditional',
      'menu.create',
      'menu.delete',
      'menu.deleteConditional',
      'menu.get',
      'menu.tryMatch',
      'message.custom.send',
      'message.mass.delete',
      'message.mass.preview',
      'message.mass.send',
      'message.mass.sendAll',
      'message.mass.uploadNews',
      'message.template.send',
      'ocr.bankCard',
      'ocr.businessLicense',
      'ocr.driverLicense',
      'ocr.idCard',
      'ocr.printedText',
      'ocr.vehicleLicense',
      'openapi.clearQuota',
      'qrcode.create',
      'user.getInfo',
      'user.list',
      'user.updateRemark',
    ])
    for (const { id, quota } of limited) {
      expect([id, quota?.source]).toEqual([id, officialPage])
      expect([id, (quota?.testAccountLimit ?? 0) < (quota?.limit ?? 0)]).toEqual([id, true])
    }
    expect(byId.get('menu.get')?.quota).toMatchObject({ limit: 10_000, testAccountLimit: 1_000 })
    expect(byId.get('openapi.clearQuota')?.quota).toMatchObject({ limit: 10, period: 'month' })
  })

  it('says who may call it where an official page does', () => {
    const permitted = endpoints.filter((row) => row.permission !== undefined)
    const inDomain = (domain: string) => permitted.filter((row) => row.domain === domain).length
    expect(Object.fromEntries(permitted.map(({ domain }) => [domain, inDomain(domain)]))).toEqual({
      ai: 1,
      autoReply: 1,
      blacklist: 3,
      customService: 15,
      draft: 1,
      freepublish: 5,
      group: 7,
      material: 2,
      media: 2,
      menu: 7,
      'message.custom': 2,
      'message.mass': 9,
      'message.subscribe': 7,
      'message.template': 9,
      oauth: 5,
      qrcode: 1,
      shorten: 1,
      tag: 8,
      user: 4,
    })
    for (const { id, permission } of permitted) {
      expect([id, permission?.source]).toEqual([id, officialPage])
      expect([id, new Set(permission?.may).size]).toEqual([id, permission?.may.length])
      expect([id, permission?.may]).toEqual([id, expect.arrayContaining(['verifiedService'])])
    }
    expect(byId.get('menu.create')?.permission?.may).toEqual(['verifiedSubscription', 'service', 'verifiedService'])
    expect(byId.get('menu.tryMatch')?.permission?.may).toEqual(['verifiedSubscription', 'verifiedService'])
    expect(byId.get('freepublish.submit')?.permission?.since).toBe('2025-07')
    expect(byId.get('network.getCallbackIp')?.permission).toBeUndefined()
  })

  it('keeps ids exact (P11)', () => {
    expect(byId.get('message.mass.sendAll')?.stringIds).toEqual(['msg_id', 'msg_data_id'])
    expect(byId.get('message.mass.delete')?.integers).toEqual(['msg_id'])
    expect(byId.get('freepublish.submit')?.stringIds).toContain('publish_id')
    expect(byId.get('freepublish.get')?.integers).toEqual(['publish_id'])
  })

  it('knows what comes back as bytes (P15)', () => {
    const bytes = endpoints.filter((row) => row.answer.startsWith('binary'))
    expect(bytes.map((row) => [row.id, row.answer])).toEqual([
      ['material.get', 'binary-or-json'],
      ['media.get', 'binary-or-json'],
      ['media.getJssdk', 'binary'],
      ['qrcode.show', 'binary'],
    ])
  })
})

function camelCase(name: string): string {
  return name.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())
}
