import { ManualClock } from '@wx/core'
import { expect, it } from 'vitest'
import { CookieJar } from './cookie-jar.js'

const at = (address: string): URL => new URL(address)

it('sends what was set back to the host, below the path', () => {
  const jar = new CookieJar(new ManualClock())
  jar.keep(['a=1', 'b=2; Path=/', 'c=x=y; Path=/wx; HttpOnly'], at('https://example.com/wx/callback?x=1'))
  expect(jar.header(at('https://example.com/wx/home'))).toBe('a=1; c=x=y; b=2')
  expect(jar.header(at('https://example.com/wxa'))).toBe('b=2')
  expect(jar.header(at('https://www.example.com/'))).toBeUndefined()
  expect(jar.header(at('http://example.com:8080/'))).toBe('b=2')
})

it('spreads below a domain, but takes none for a foreign one', () => {
  const jar = new CookieJar(new ManualClock())
  jar.keep(['a=1; Domain=.example.com; Path=/', 'b=2; Domain=other.com; Path=/'], at('https://www.example.com/'))
  expect(jar.header(at('https://pay.example.com/'))).toBe('a=1')
  expect(jar.header(at('https://other.com/'))).toBeUndefined()
  expect(jar.header(at('https://badexample.com/'))).toBeUndefined()
})

it('replaces, and forgets by the clock', async () => {
  const clock = new ManualClock()
  const jar = new CookieJar(clock)
  const url = at('http://127.0.0.1:3000/')
  jar.keep(['a=1', 'a=2; Max-Age=60', 'b=3'], url)
  expect(jar.header(url)).toBe('a=2; b=3')
  await clock.advance(60_000)
  expect(jar.header(url)).toBe('b=3')
  jar.keep(['b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'], url)
  expect(jar.header(url)).toBeUndefined()
})

it('keeps Secure ones to https and to this machine', () => {
  const jar = new CookieJar(new ManualClock())
  jar.keep(['a=1; Secure'], at('https://example.com/'))
  jar.keep(['b=2; Secure'], at('http://localhost:3000/'))
  expect(jar.header(at('http://example.com/'))).toBeUndefined()
  expect(jar.header(at('https://example.com/'))).toBe('a=1')
  expect(jar.header(at('http://localhost:3000/'))).toBe('b=2')
})

it('reads nothing into what is no cookie', () => {
  const jar = new CookieJar(new ManualClock())
  jar.keep(['', 'novalue', '=1'], at('https://example.com/'))
  expect(jar.header(at('https://example.com/'))).toBeUndefined()
})
