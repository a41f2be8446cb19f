import { describe, expect, it } from 'vitest'
import { oddPushes } from '../../scripts/fuzz/odd-pushes.js'
import { parseMessage } from '../index.js'

describe('odd but legal pushes', () => {
  it.each(oddPushes)('$name', ({ body, message }) => {
    const read: unknown = parseMessage(body)
    expect(read).toMatchObject(message)
    expect(parseMessage(new TextEncoder().encode(body))).toEqual(read)
  })
})
