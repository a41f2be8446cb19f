import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { blockSize } from './ciphertext.js'
import { MessageCipher } from './message-cipher.js'

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  return {
    ...crypto,
    createCipheriv: vi.fn(crypto.createCipheriv),
    createDecipheriv: vi.fn(crypto.createDecipheriv),
  }
})
beforeEach(() => {
  vi.clearAllMocks()
})
const created = () => [createCipheriv, createDecipheriv].map((create) => vi.mocked(create).mock.calls.length)

const key = randomBytes(32)
const iv = key.subarray(0, blockSize)
const fresh = {
  encrypt: (plain: Buffer) => createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false).update(plain),
  decrypt: (text: Buffer) => createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false).update(text),
}
const withLead = (text: Buffer) => Buffer.concat([randomBytes(blockSize), text])
const blocks = fc.integer({ min: 1, max: 9 }).map((count) => randomBytes(count * blockSize))

describe('one cipher for many messages', () => {
  it('gives what a new cipher gives for each, in any order of both directions', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('encrypt', 'decrypt'), blocks), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(steps, (all) => {
        const cipher = new MessageCipher(key)
        for (const [step, bytes] of all) {
          if (step === 'encrypt') expect(cipher.encrypt(Buffer.from(bytes))).toEqual(fresh.encrypt(bytes))
          else expect(cipher.decrypt(withLead(bytes)).subarray(blockSize)).toEqual(fresh.decrypt(bytes))
        }
      }),
    )
  })

  it('is created once for each direction, when it is needed', () => {
    const cipher = new MessageCipher(key)
    expect(created()).toEqual([0, 0])
    for (let i = 1; i < 10; i++) cipher.encrypt(randomBytes(i * blockSize))
    expect(created()).toEqual([1, 0])
    for (let i = 1; i < 10; i++) cipher.decrypt(randomBytes(i * blockSize))
    expect(created()).toEqual([1, 1])
  })

  it('is created anew after it threw: nobody knows what state that left', () => {
    const cipher = new MessageCipher(key)
    const plain = randomBytes(64)
    cipher.encrypt(Buffer.from(plain))
    cipher.decrypt(withLead(plain))
    expect(() => cipher.encrypt({ length: 64 } as never)).toThrow()
    expect(() => cipher.decrypt({} as never)).toThrow()
    expect(created()).toEqual([1, 1])
    const encrypted = cipher.encrypt(Buffer.from(plain))
    const decrypted = cipher.decrypt(withLead(encrypted)).subarray(blockSize)
    expect(created()).toEqual([2, 2])
    expect(encrypted).toEqual(fresh.encrypt(plain))
    expect(decrypted).toEqual(plain)
  })
})
