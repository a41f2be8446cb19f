import { describe, expect, it } from 'vitest'
import { generalCodes } from './error-codes/general.js'
import { helpLines } from './error-codes/help.js'
import { platformCodes } from './error-codes/platform.js'
import { requestsCodes } from './error-codes/requests.js'
import { rightsCodes } from './error-codes/rights.js'
import { servicesCodes } from './error-codes/services.js'
import { errorCodes } from './error-codes.js'

const lines = [generalCodes, requestsCodes, rightsCodes, platformCodes, servicesCodes].flat()

describe('the error codes', () => {
  it('are all there, once', () => {
    // 574 gathered from the field's kits, and the two the platform has added since: 40243 and 45109.
    expect(Object.keys(errorCodes)).toHaveLength(578)
    expect(lines).toHaveLength(578)
    expect(new Set(lines.map(([, name]) => name)).size).toBeGreaterThan(500)
  })

  it('say in both languages what happened', () => {
    for (const [code, { name, zh, en }] of Object.entries(errorCodes)) {
      expect([code, name]).toEqual([code, expect.stringMatching(/^[A-Z][A-Z0-9_]+$/)])
      expect([code, zh]).toEqual([code, expect.stringMatching(/\p{Script=Han}/u)])
      expect([code, en]).toEqual([code, expect.stringMatching(/^\P{Script=Han}+$/u)])
    }
  })

  it('that mean a dead token are these three, and repeating helps', () => {
    const dead = Object.entries(errorCodes).filter(([, { tokenExpired }]) => tokenExpired)
    expect(dead.map(([code, { retryable }]) => [code, retryable])).toEqual([
      ['40001', true],
      ['40014', true],
      ['42001', true],
    ])
  })

  it('help where users meet them most: cause and fix, in both languages', () => {
    expect(helpLines.length).toBeGreaterThanOrEqual(60)
    expect(new Set(helpLines.map(([code]) => code)).size).toBe(helpLines.length)
    for (const [code] of helpLines) {
      const { cause, fix } = errorCodes[code] ?? {}
      for (const text of [cause, fix]) {
        expect([code, text?.zh]).toEqual([code, expect.stringMatching(/\p{Script=Han}.*。$/u)])
        expect([code, text?.en]).toEqual([code, expect.stringMatching(/^[A-Za-z0-9].*\.$/)])
      }
    }
    expect(errorCodes[-1]?.fix).toBeDefined()
  })

  it('send the reader to the console as it is called now', () => {
    for (const code of [40013, 40125, 40164, 48001]) expect(errorCodes[code]?.fix?.zh).toContain('微信开发者平台')
  })

  it('leave unknown codes undefined', () => {
    expect(errorCodes[123456789]).toBeUndefined()
  })
})
