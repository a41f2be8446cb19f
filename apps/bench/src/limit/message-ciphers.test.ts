import { MessageCrypto } from '@wx/crypto'
import { describe, expect, it } from 'vitest'
import { account } from '../message/account.js'
import { MessageCiphers } from './message-ciphers.js'

describe.each([true, false])("the limit's ciphers (objects kept: %s)", (keep) => {
  const ciphers = new MessageCiphers({ ...account, keep })
  const kit = new MessageCrypto(account)

  it('encrypt what the kit decrypts, and decrypt what it encrypts, at every length of padding', () => {
    for (let length = 0; length < 70; length++) {
      const text = '信'.repeat(length)
      expect(kit.decrypt(ciphers.encrypt(text))).toBe(text)
      expect(ciphers.decrypt(kit.encrypt(text))).toBe(text)
    }
  })

  it('refuse another AppID, another key, and what is not base64 or was cut off', () => {
    const sealed = kit.encrypt('hello')
    const otherApp = new MessageCrypto({ ...account, appId: 'wxfedcba9876543210' })
    const otherKey = new MessageCrypto({ ...account, encodingAesKey: 'Z'.repeat(43) })
    for (const wrong of [
      otherApp.encrypt('hello'),
      otherKey.encrypt('hello'),
      '',
      'AAAA',
      `${sealed}!`,
      sealed.slice(24),
    ]) {
      expect(ciphers.decrypt(wrong)).toBeUndefined()
    }
    expect(ciphers.decrypt(sealed)).toBe('hello')
  })
})
