import { describe, expect, it } from 'vitest'
import { MessageCrypto } from '../message-crypto.js'
import { verifySignature } from '../signature.js'
import { decryptUserData } from '../user-data.js'
import { openReply, publicVectors, sealPush, sealUserData, signQuery } from './index.js'

const token = 'AAAAA'
const settings = { token, encodingAesKey: 'A'.repeat(43), appId: 'wxba5fad812f8e6fb9' }
const crypto = new MessageCrypto(settings)
const xml = '<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Content><![CDATA[$& ok]]></Content></xml>\n'
const json = '{"ToUserName":"gh_1","Content":"hello"}'

describe('signQuery', () => {
  it('is what the official sample shows', () => {
    const { query, params } = signQuery({ token, timestamp: '1714036504', nonce: '1514711492', echostr: 'a b' })
    expect(query).toBe(
      'signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1514711492&echostr=a+b',
    )
    expect(params['echostr']).toBe('a b')
  })

  it('is signed for now when nothing is said', () => {
    const { params } = signQuery({ token, openid: 'oUser' })
    const { signature, timestamp, nonce } = params
    expect(verifySignature({ token, signature, timestamp, nonce })).toBe(true)
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(3600)
    expect(params['openid']).toBe('oUser')
  })
})

describe('sealPush', () => {
  it.each([
    [
      'XML',
      xml,
      'text/xml',
      /^<xml><ToUserName><!\[CDATA\[gh_1]]><\/ToUserName><Encrypt><!\[CDATA\[([^\]]+)]]><\/Encrypt><\/xml>$/,
    ],
    ['JSON', json, 'application/json', /^{"ToUserName":"gh_1","Encrypt":"([^"]+)"}$/],
  ])('seals %s in an envelope of its kind, with both signatures', (_kind, plaintext, contentType, envelope) => {
    const push = sealPush(plaintext, { ...settings, openid: 'oUser' })
    expect(push.contentType).toBe(contentType)
    expect(push.body).toMatch(envelope)
    const encrypt = envelope.exec(push.body)?.[1]
    const query = new URLSearchParams(push.query)
    expect(Object.fromEntries(query)).toEqual(push.params)
    const [timestamp, nonce] = [query.get('timestamp'), query.get('nonce')]
    expect(crypto.open({ encrypt, timestamp, nonce, msgSignature: query.get('msg_signature') })).toBe(plaintext)
    expect(verifySignature({ token, timestamp, nonce, signature: query.get('signature') })).toBe(true)
    expect(query.get('encrypt_type')).toBe('aes')
    expect(query.get('openid')).toBe('oUser')
  })

  it('is the same for the same options', () => {
    const fixed = { ...settings, timestamp: 1714112445, nonce: '415670741', random: 'a8eedb185eb2fecf' }
    expect(sealPush(xml, fixed)).toEqual(sealPush(xml, fixed))
    expect(sealPush(xml, { ...fixed, random: '0123456789abcdef' }).body).not.toBe(sealPush(xml, fixed).body)
  })

  it('reproduces the official push', () => {
    const sample = publicVectors.find((vector) => vector.id === 'dec-1')
    if (sample?.op !== 'decrypt') throw new Error('dec-1 is a decrypt')
    const { message = '', random = '' } = sample.output
    const push = sealPush(message, { ...settings, timestamp: 1714112445, nonce: '415670741', random })
    expect(JSON.parse(push.body)).toEqual({ ToUserName: 'gh_97417a04a28d', Encrypt: sample.input.encrypt })
    expect(push.params).toMatchObject({
      signature: '6c5c811b55cc85e0e1b54100749188c20beb3f5d',
      msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
    })
  })

  it('in compatible mode keeps the plain fields beside Encrypt', () => {
    const [asXml, asJson] = [xml, json].map((it) => sealPush(it, { ...settings, compatible: true }).body)
    expect(asXml).toMatch(/^<xml><ToUserName>.*<Content><!\[CDATA\[\$& ok]]><\/Content><Encrypt>.*<\/Encrypt><\/xml>$/)
    expect(JSON.parse(asJson ?? '')).toEqual({ ToUserName: 'gh_1', Content: 'hello', Encrypt: expect.any(String) })
  })

  it('takes another receiver for the envelope', () => {
    expect(sealPush(xml, { ...settings, toUserName: 'gh_2' }).body).toContain('<![CDATA[gh_2]]>')
    expect(sealPush('{}', { ...settings, toUserName: 'gh_2' }).body).toContain('"gh_2"')
    expect(sealPush('{}', settings).body).toContain('"ToUserName":""')
  })
})

describe('openReply', () => {
  const { encrypt, msgSignature, timestamp, nonce } = crypto.seal('<xml>hi</xml>', { timestamp: 1713424427 })
  const asXml =
    `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt>\n<MsgSignature>${msgSignature}</MsgSignature>` +
    `<TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>\n`
  const asJson = { Encrypt: encrypt, MsgSignature: msgSignature, TimeStamp: 1713424427, Nonce: nonce }

  it('opens XML and JSON', () => {
    expect(openReply(asXml, settings)).toBe('<xml>hi</xml>')
    expect(openReply(JSON.stringify(asJson), settings)).toBe('<xml>hi</xml>')
  })

  it('leaves what is never encrypted', () => {
    expect(openReply('success', settings)).toBe('success')
    expect(openReply('', settings)).toBe('')
  })

  it.each([
    'hello',
    '{',
    'null',
    '{"Encrypt":1}',
    '<xml><Content>hi</Content></xml>',
    asXml.replace('TimeStamp', 'Timestamp'),
    asXml.replace('</xml>', '<Nonce>2</Nonce></xml>'),
    asXml.slice(5),
    JSON.stringify({ ...asJson, TimeStamp: timestamp }),
    JSON.stringify({ ...asJson, Nonce: 5 }),
  ])('refuses %s: no envelope', (body) => {
    expect(() => openReply(body, settings)).toThrow(expect.objectContaining({ kind: 'parse' }))
  })

  it('refuses another signature', () => {
    const forged = JSON.stringify({ ...asJson, MsgSignature: '0'.repeat(40) })
    expect(() => openReply(forged, settings)).toThrow(expect.objectContaining({ kind: 'signature' }))
  })
})

describe('sealUserData', () => {
  it('seals what decryptUserData opens', () => {
    const keys = { sessionKey: 'HyVFkGl5F5OQWJZZaNzBBg==', iv: 'r7BXXKkLb8qrSNn05n0qiA==', appId: 'wx1' }
    const encryptedData = sealUserData({ phoneNumber: '13800000000' }, keys)
    expect(decryptUserData({ ...keys, encryptedData })).toMatchObject({ phoneNumber: '13800000000' })
  })
})
