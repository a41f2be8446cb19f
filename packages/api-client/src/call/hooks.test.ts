import { expect, it } from 'vitest'
import { onBench } from '../testing/bench.js'
import { pausingClock } from '../testing/pausing-clock.js'
import type { CallEvent, CallHooks } from './hooks.js'

const read = 'GET /cgi-bin/menu/get'

it('hooks see one object for each call: before, each retry, and how it ended', () =>
  onBench(async ({ wechat, client }) => {
    const seen: string[] = []
    const calls = new Set<CallEvent>()
    const note = (name: string) => (call: CallEvent, error?: unknown) => {
      if (call.endpoint !== read) return
      calls.add(call)
      seen.push(`${name} ${call.id} ${call.attempts} ${call.durationMs} ${error instanceof Error ? error.name : ''}`)
    }
    const hooks: CallHooks = {
      before: note('before'),
      after: note('after'),
      error: note('error'),
      retry: note('retry'),
    }
    const api = client({ hooks, clock: pausingClock() })
    await api.tokens.get()
    wechat.steal()
    let fails = 1
    wechat.route(read, (_, response) => (fails-- > 0 ? response.destroy() && undefined : { menu: {} }) as object)
    await api.call(read)
    expect(seen).toEqual([
      'before menu.get 0 0 ',
      'retry menu.get 1 0 AccessTokenError',
      'retry menu.get 2 225 NetworkError',
      'after menu.get 3 225 ',
    ])
    expect(calls.size).toBe(1)
    wechat.route(read, { errcode: 46003, errmsg: 'menu no exist' })
    seen.length = 0
    await expect(api.call(read)).rejects.toThrow('46003')
    expect(seen).toEqual(['before menu.get 0 0 ', 'error menu.get 1 0 ApiError'])
  }))

it('a hook that throws is logged, and the call goes on', () =>
  onBench(async ({ wechat, client, logger }) => {
    wechat.route(read, { menu: {} })
    const broken = () => Promise.reject(new Error('exporter is down'))
    expect(await client({ hooks: [{ before: broken, after: broken }] }).call(read)).toEqual({ menu: {} })
    expect(logger.lines.filter(({ message }) => message.includes('hook threw')).length).toBe(4)
  }))
