import { describe, expect, it } from 'vitest'
import { joinKey } from './join-key.js'

describe('joinKey', () => {
  it('joins plain parts readably', () => {
    expect(joinKey('gh_1', 'oUser', '700')).toBe('gh_1|oUser|700')
    expect(joinKey('gh_1')).toBe('gh_1')
  })

  it('P10: parts cannot run together', () => {
    const parts = ['', 'a', '|', '||', '%', '%7C', '%25', '%257C', 'a|', '|a', 'a|b', 'a%7Cb']
    const keys = new Map<string, string>()
    const lists = [
      ...parts.map((a) => [a] as const),
      ...parts.flatMap((a) => parts.map((b) => [a, b] as const)),
      ...parts.flatMap((a) => parts.flatMap((b) => parts.map((c) => [a, b, c] as const))),
    ]
    for (const [first, ...rest] of lists) {
      const key = joinKey(first, ...rest)
      const name = JSON.stringify([first, ...rest])
      expect(keys.get(key), `${keys.get(key)} and ${name} give the same key`).toBeUndefined()
      keys.set(key, name)
    }
  })
})
