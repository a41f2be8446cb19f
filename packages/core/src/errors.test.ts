import { describe, expect, it, vi } from 'vitest'
import { ConfigError, isWxError, WxError } from './errors.js'
import { redact } from './redact.js'

class SomeError extends WxError {
  readonly code = 'WX_TEST_SOME'
}

describe('WxError', () => {
  it('has the name of its class, its code, its message and its cause', () => {
    const cause = new Error('below')
    const error = new SomeError('it failed', { cause })
    expect(error).toBeInstanceOf(Error)
    expect(error).toBeInstanceOf(SomeError)
    expect({ name: error.name, code: error.code, message: error.message }).toEqual({
      name: 'SomeError',
      code: 'WX_TEST_SOME',
      message: 'it failed',
    })
    expect(error.cause).toBe(cause)
    expect(new SomeError('alone')).not.toHaveProperty('cause')
  })

  it('prints as JSON without stack and cause', () => {
    const error = new SomeError('it failed', { cause: new Error('the network must not see this') })
    expect(JSON.parse(JSON.stringify({ error }))).toEqual({
      error: { name: 'SomeError', code: 'WX_TEST_SOME', message: 'it failed' },
    })
  })

  it('ConfigError names the setting', () => {
    const error = new ConfigError('token', '3 to 32 letters or digits')
    expect([error.code, error.setting, error.message]).toEqual([
      'WX_CONFIG_INVALID',
      'token',
      'token: 3 to 32 letters or digits',
    ])
  })
})

describe('isWxError', () => {
  it('knows the errors of another installed copy', async () => {
    vi.resetModules()
    const copy = await import('./errors.js')
    expect(copy.WxError).not.toBe(WxError)
    const foreign = new copy.ConfigError('token', 'too short')
    expect(foreign).not.toBeInstanceOf(WxError)
    expect(isWxError(foreign)).toBe(true)
    expect(copy.isWxError(new SomeError('it failed'))).toBe(true)
  })

  it('still knows an error after redaction', () => {
    expect(isWxError(redact(new SomeError('it failed')))).toBe(true)
  })

  it('takes nothing else for one', () => {
    for (const other of [new Error('x'), { code: 'WX_TEST_SOME', message: 'x' }, 'WX_TEST_SOME', null, undefined, 1]) {
      expect(isWxError(other)).toBe(false)
    }
  })
})
