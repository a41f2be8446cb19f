import { describe, expect, it } from 'vitest'
import { ConfigError } from './errors.js'
import { pathMatcher, toWebHandler } from './mount.js'
import type { WebHandler } from './web.js'

const request = { method: 'GET', path: '/', query: '', headers: {} }

describe('toWebHandler', () => {
  it('takes a handler as it is', () => {
    const handler: WebHandler = () => Promise.resolve({ status: 200, headers: {}, body: '' })
    expect(toWebHandler(handler)).toBe(handler)
  })

  it('calls handle as a method of its object, with request and context', async () => {
    const robot = {
      name: 'robot',
      handle(this: { name: string }, ...[{ path }, context]: Parameters<WebHandler>): ReturnType<WebHandler> {
        return Promise.resolve({ status: 200, headers: {}, body: `${this.name} ${path} ${context?.signal?.aborted}` })
      },
    }
    const answer = await toWebHandler(robot)(request, { signal: AbortSignal.abort() })
    expect(answer.body).toBe('robot / true')
  })

  it('says at once when there is nothing to mount', () => {
    for (const nothing of [undefined, null, {}, { handle: 'x' }, 'robot']) {
      expect(() => toWebHandler(nothing as never)).toThrow(ConfigError)
    }
  })
})

describe('pathMatcher', () => {
  it('accepts both slash forms, whichever it was given', () => {
    for (const path of ['/wx', '/wx/']) {
      const isOurs = pathMatcher(path)
      expect(['/wx', '/wx/'].map(isOurs)).toEqual([true, true])
      expect(['/', '', '/wxx', '/wx//', '/wx/a', '/WX', 'wx'].map(isOurs)).toEqual(Array(7).fill(false))
    }
  })

  it('accepts the root', () => {
    expect(['', '/', '/a'].map(pathMatcher('/'))).toEqual([true, true, false])
  })

  it('refuses what is no path', () => {
    for (const path of ['', 'wx', '/wx?a=1', '/wx#a', '/wx/*', 'http://x/wx']) {
      expect(() => pathMatcher(path)).toThrow(ConfigError)
    }
  })
})
