import { timingSafeEqual } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { verifyRawData } from './session-signature.js'
import { verifySignature } from './signature.js'

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  return { ...crypto, timingSafeEqual: vi.fn(crypto.timingSafeEqual) }
})

const lengths = (): number[][] => vi.mocked(timingSafeEqual).mock.calls.map((pair) => pair.map((it) => it.byteLength))

it.each(['0'.repeat(40), 'f464b24fc39322e44b38aa78f5edd27bd1441690', 'f464b24fc39322e44b38aa78f5edd27bd1441696'])(
  'S4: %s is compared in constant time, over its whole length',
  (signature) => {
    vi.mocked(timingSafeEqual).mockClear()
    verifySignature({ token: 'AAAAA', timestamp: '1714036504', nonce: '1514711492', signature })
    verifyRawData({ rawData: '{}', sessionKey: 'HyVFkGl5F5OQWJZZaNzBBg==', signature })
    expect(lengths()).toEqual([
      [40, 40],
      [40, 40],
    ])
  },
)
