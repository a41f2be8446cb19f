import { describe, expect, it } from 'vitest'
import { signCardExt, signChooseCard, signChooseInvoice } from './cards.js'
import { sha1Signature } from './signature.js'

const common = { ticket: 'aTicket', timestamp: 1414587457, nonceStr: 'aNonce' }

describe('card signatures', () => {
  it('signCardExt gives an entry of cardList, its numbers as text', () => {
    const { cardId, cardExt } = signCardExt({ ...common, cardId: 'aCard' })
    expect(cardId).toBe('aCard')
    expect(JSON.parse(cardExt)).toEqual({
      code: '',
      openid: '',
      timestamp: '1414587457',
      nonce_str: 'aNonce',
      signature: sha1Signature('aTicket', '1414587457', 'aCard', 'aNonce'),
    })
  })

  it('signCardExt carries what is not signed', () => {
    const plain = JSON.parse(signCardExt({ ...common, cardId: 'aCard' }).cardExt)
    const more = signCardExt({ ...common, cardId: 'aCard', fixedBeginTimestamp: 1414587458, outerStr: 'poster' })
    expect(JSON.parse(more.cardExt)).toEqual({ ...plain, fixed_begintimestamp: 1414587458, outer_str: 'poster' })
  })

  it('signChooseCard and signChooseInvoice give what the page passes on', () => {
    expect(signChooseCard({ ...common, appId: 'wx1', shopId: '7', cardId: 'aCard', cardType: 'CASH' })).toEqual({
      shopId: '7',
      cardType: 'CASH',
      cardId: 'aCard',
      timestamp: '1414587457',
      nonceStr: 'aNonce',
      signType: 'SHA1',
      cardSign: sha1Signature('aTicket', 'wx1', '7', '1414587457', 'aNonce', 'aCard', 'CASH'),
    })
    expect(signChooseInvoice({ ...common, appId: 'wx1' })).toEqual({
      timestamp: '1414587457',
      nonceStr: 'aNonce',
      signType: 'SHA1',
      cardSign: sha1Signature('aTicket', 'wx1', '1414587457', 'aNonce', 'INVOICE'),
    })
  })

  it('nonce and time are made up when not given', () => {
    const { nonceStr, timestamp } = signChooseInvoice({ ticket: 'aTicket', appId: 'wx1' })
    expect(nonceStr).toMatch(/^[A-Za-z0-9]{16}$/)
    expect(timestamp).toMatch(/^\d{10}$/)
  })

  it('an empty ticket, card or app id is refused', () => {
    const refused = expect.objectContaining({ code: 'WX_CONFIG_INVALID' })
    expect(() => signCardExt({ ...common, ticket: '', cardId: 'aCard' })).toThrow(refused)
    expect(() => signCardExt({ ...common, cardId: '' })).toThrow(refused)
    expect(() => signChooseCard({ ...common, appId: '' })).toThrow(refused)
    expect(() => signChooseInvoice({ ...common, appId: '' })).toThrow(refused)
  })
})
