import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MessageCrypto, type SealedMessage } from './message-crypto.js'

const keys = fc.stringMatching(/^[A-Za-z0-9+/]{43}$/)
const tokens = fc.stringMatching(/^[A-Za-z0-9]{3,32}$/)
const appIds = fc.stringMatching(/^wx[0-9a-f]{1,20}$/)
const text = fc.string({ unit: 'binary', maxLength: 200 })
const settings = fc.record({
  token: fc.array(tokens, { minLength: 1, maxLength: 3 }),
  encodingAesKey: fc.array(keys, { minLength: 1, maxLength: 3 }),
  appId: appIds,
})

it('opens any text sealed with any of its tokens and keys', () => {
  fc.assert(
    fc.property(settings, fc.array(fc.tuple(text, fc.nat(), fc.nat())), (known, messages) => {
      const crypto = new MessageCrypto(known)
      for (const [message, aToken, aKey] of messages) {
        const token = known.token[aToken % known.token.length] as string
        const encodingAesKey = known.encodingAesKey[aKey % known.encodingAesKey.length] as string
        const sender = new MessageCrypto({ token, encodingAesKey, appId: known.appId })
        expect(crypto.open(sender.seal(message))).toBe(message)
      }
    }),
  )
})

it('refuses a message in which any one bit is flipped', () => {
  const names: readonly (keyof SealedMessage)[] = ['encrypt', 'msgSignature', 'timestamp', 'nonce']
  fc.assert(
    fc.property(settings, text, fc.constantFrom(...names), fc.nat(), fc.nat(7), (known, message, name, at, bit) => {
      const crypto = new MessageCrypto(known)
      const sealed = crypto.seal(message)
      const bytes = Buffer.from(sealed[name], 'latin1')
      const index = at % bytes.length
      bytes[index] = (bytes[index] as number) ^ (1 << bit)
      expect(() => crypto.open({ ...sealed, [name]: bytes.toString('latin1') })).toThrow(
        expect.objectContaining({ kind: 'signature' }),
      )
    }),
  )
})

it('refuses what another account sealed', () => {
  fc.assert(
    fc.property(settings, settings, text, (one, other, message) => {
      fc.pre(one.appId !== other.appId)
      const [first] = one.token
      fc.pre(first !== undefined && !other.token.includes(first))
      expect(() => new MessageCrypto(other).open(new MessageCrypto(one).seal(message))).toThrow()
      const sharing = new MessageCrypto({ ...other, encodingAesKey: one.encodingAesKey })
      expect(() => sharing.decrypt(new MessageCrypto(one).encrypt(message))).toThrow(
        expect.objectContaining({ kind: 'appid' }),
      )
    }),
  )
})
