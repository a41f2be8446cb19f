import { expect, it } from 'vitest'
import { signDelivery } from './delivery-signature.js'

it.each(['shopId', 'shopOrderId', 'appSecret'])('signs nothing without %s', (name) => {
  const order = { shopId: 'a', shopOrderId: 'b', appSecret: 'c' }
  expect(signDelivery(order)).toBe('a9993e364706816aba3e25717850c26c9cd0d89d')
  for (const value of ['', undefined, 5]) {
    expect(() => signDelivery({ ...order, [name]: value })).toThrow(expect.objectContaining({ setting: name }))
  }
})
