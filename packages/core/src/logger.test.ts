import { afterEach, describe, expect, it, vi } from 'vitest'
import { consoleLogger, type Logger, redactingLogger, silentLogger } from './logger.js'
import { createRedactor, redact } from './redact.js'
import { recordingLogger } from './testing/recording-logger.js'

const levels = ['debug', 'info', 'warn', 'error'] as const

afterEach(() => {
  vi.restoreAllMocks()
})

describe('consoleLogger', () => {
  it('writes warnings and errors to the console, with fields only where there are some, and the rest nowhere', () => {
    const spies = levels.map((level) => vi.spyOn(console, level).mockImplementation(() => {}))
    for (const level of levels) {
      consoleLogger[level]('bare')
      consoleLogger[level]('with', { id: '1' })
    }
    expect(spies.map(({ mock }) => mock.calls)).toEqual([
      [],
      [],
      [['bare'], ['with', { id: '1' }]],
      [['bare'], ['with', { id: '1' }]],
    ])
  })
})

describe('silentLogger', () => {
  it('writes nothing', () => {
    const spies = levels.map((level) => vi.spyOn(console, level).mockImplementation(() => {}))
    for (const level of levels) silentLogger[level]('quiet', { id: '1' })
    expect(spies.every(({ mock }) => mock.calls.length === 0)).toBe(true)
  })
})

describe('redactingLogger', () => {
  it('takes secrets out of messages and fields at every level, and keeps the rest', () => {
    const inner = recordingLogger()
    const logger = redactingLogger(inner, createRedactor({ secrets: ['canary-1234'] }))
    for (const level of levels)
      logger[level]('got canary-1234', { access_token: 'abcd', id: '9', url: '/x?secret=abcd' })
    logger.info('bare')
    const line = {
      message: 'got [redacted]',
      fields: { access_token: '[redacted]', id: '9', url: '/x?secret=[redacted]' },
    }
    expect(inner.lines).toEqual([
      ...levels.map((level) => ({ level, ...line })),
      { level: 'info', message: 'bare', fields: undefined },
    ])
  })

  it('calls the logger as its method, with one argument where there are no fields', () => {
    class Counting implements Logger {
      readonly #calls: unknown[][] = []
      readonly #note = (...call: unknown[]): void => {
        this.#calls.push(call)
      }
      debug(...call: unknown[]): void {
        this.#note(...call)
      }
      info(...call: unknown[]): void {
        this.#note(...call)
      }
      warn(...call: unknown[]): void {
        this.#note(...call)
      }
      error(...call: unknown[]): void {
        this.#note(...call)
      }
      get calls(): unknown[][] {
        return this.#calls
      }
    }
    const inner = new Counting()
    redactingLogger(inner, redact).warn('careful')
    expect(inner.calls).toEqual([['careful']])
  })

  it('does no work for what is written nowhere', () => {
    const work = vi.fn((value: unknown) => value)
    const logger = redactingLogger(redactingLogger(consoleLogger, work), work)
    logger.debug('quiet', { id: '1' })
    redactingLogger(silentLogger, work).error('quiet')
    expect(work).not.toHaveBeenCalled()
  })
})
