import { memoryCoordinator } from '@wx/context-store'
import { ConfigError, silentLogger, type WebRequest } from '@wx/core'
import { recordingLogger } from '@wx/core/testing'
import { signQuery } from '@wx/crypto/testing'
import { renderPush, samplePush } from '@wx/xml-messages/push'
import { describe, expect, it } from 'vitest'
import { RobotClosedError, RobotUsageError } from './errors.js'
import { closing, refused } from './respond.js'
import { Robot } from './robot.js'
import { type RobotCache, robotCache } from './robot-cache.js'
import { type RobotResolver, robots } from './robots.js'

let sent = 0
/** A text from a user, signed with the token of an account. */
function textTo(path: string, token: string): WebRequest {
  const body = renderPush(samplePush('message:text', { MsgId: String(10 ** 15 + sent++), Content: 'hello' }), 'xml')
  return { method: 'POST', path, query: signQuery({ token }).query, headers: {}, body }
}

const named = (name: string) =>
  new Robot({ token: `token${name}`, account: name, logger: silentLogger }).text(() => `from ${name}`)

describe('robots', () => {
  it('hands each request to the robot of its account', async () => {
    const [shop, help] = [named('Shop'), named('Help')]
    const handler = robots(({ path }) => (path === '/shop' ? shop : help))
    expect((await handler(textTo('/shop', 'tokenShop'))).body).toContain('from Shop')
    expect((await handler.handle(textTo('/help', 'tokenHelp'))).body).toContain('from Help')
    expect((await handler(textTo('/help', 'tokenShop'))).status).toBe(403)
    expect([shop.stats.handled, help.stats.handled]).toEqual([1, 1])
  })

  it('takes a resolver that looks the account up', async () => {
    const shop = named('Shop')
    const handler = robots(async ({ query }) => (query.includes('account=shop') ? shop : undefined))
    const { query, ...request } = textTo('/', 'tokenShop')
    expect((await handler({ ...request, query: `${query}&account=shop` })).body).toContain('from Shop')
  })

  it('refuses an unknown account exactly as the robot refuses a forged request, and says so in the log', async () => {
    const logger = recordingLogger()
    const shop = named('Shop')
    const handler = robots(({ path }) => (path === '/shop' ? shop : undefined), { logger })
    const unknown = await handler(textTo('/other', 'tokenShop'))
    expect(unknown).toEqual(await handler(textTo('/shop', 'tokenWrong')))
    expect(unknown).toEqual(refused)
    expect(logger.lines.map(({ fields }) => fields?.['reason'])).toEqual(['account-unknown'])
  })

  it('refuses and logs when the resolver fails, at once or later, or answers with something else', async () => {
    const failing: [RobotResolver, RegExp][] = [
      [() => Promise.reject(new Error('the database is down')), /resolver .* failed/],
      [
        () => {
          throw new Error('no')
        },
        /resolver .* failed/,
      ],
      [(() => ({ name: 'shop' })) as unknown as RobotResolver, /knows no robot/],
    ]
    for (const [resolve, line] of failing) {
      const logger = recordingLogger()
      expect(await robots(resolve, { logger })(textTo('/', 'tokenShop'))).toEqual(refused)
      expect(logger.lines.map(({ message }) => message)).toEqual([expect.stringMatching(line)])
    }
  })

  it('shows the same page as the robots, where they have one', async () => {
    const page = () => '<h1>nothing here</h1>'
    const shop = named('Shop').errorPage(page)
    const handler = robots(({ path }) => (path === '/shop' ? shop : undefined), {
      errorPage: page,
      logger: recordingLogger(),
    })
    expect(await handler(textTo('/other', 'tokenShop'))).toEqual(await handler(textTo('/shop', 'tokenWrong')))
  })

  it('closes the robots it has used, and lets WeChat come again from then on', async () => {
    const [shop, help] = [named('Shop'), named('Help')]
    const handler = robots(({ path }) => (path === '/shop' ? shop : help))
    await handler(textTo('/shop', 'tokenShop'))
    await handler.close()
    expect([shop.isClosed, help.isClosed]).toEqual([true, false])
    expect(await handler(textTo('/help', 'tokenHelp'))).toEqual(closing)
  })

  it('forgets the robots that were closed meanwhile', async () => {
    const closed: string[] = []
    const fake = (name: string) => ({
      isClosed: false,
      handle: async () => refused,
      async close() {
        this.isClosed = true
        closed.push(name)
      },
    })
    const byName = new Map(['/a', '/b'].map((name) => [name, fake(name)]))
    const handler = robots(({ path }) => byName.get(path))
    await handler(textTo('/a', 'tokenShop'))
    await byName.get('/a')?.close()
    await handler(textTo('/b', 'tokenShop'))
    await handler.close()
    expect(closed).toEqual(['/a', '/b'])
  })

  it('says what it needs', () => {
    expect(() => robots(named('Shop') as unknown as RobotResolver)).toThrow(RobotUsageError)
  })
})

describe('robotCache', () => {
  function cacheOf(max: number) {
    const made: string[] = []
    const cache: RobotCache<Robot> = robotCache(
      async (name) => {
        made.push(name)
        if (name === 'broken') throw new Error('no such table')
        return name === 'unknown' ? undefined : named(name)
      },
      { max },
    )
    return { cache, made }
  }

  it('makes a robot once, however many ask at the same time', async () => {
    const { cache, made } = cacheOf(10)
    const all = await Promise.all([cache.get('a'), cache.get('a'), cache.get('a')])
    expect(new Set(all).size).toBe(1)
    expect(await cache.get('a')).toBe(all[0])
    expect(made).toEqual(['a'])
  })

  it('closes what was not used for longest when there are too many', async () => {
    const { cache, made } = cacheOf(2)
    const [a, b] = [await cache.get('a'), await cache.get('b')]
    await cache.get('a')
    await cache.get('c')
    expect([a?.isClosed, b?.isClosed, cache.size]).toEqual([false, true, 2])
    await cache.get('b')
    expect(made).toEqual(['a', 'b', 'c', 'b'])
    expect(a?.isClosed).toBe(true)
  })

  it('remembers neither an unknown name nor a failure', async () => {
    const { cache, made } = cacheOf(1)
    const a = await cache.get('a')
    for (let round = 0; round < 2; round++) {
      expect(await cache.get('unknown')).toBeUndefined()
      await expect(cache.get('broken')).rejects.toThrow('no such table')
    }
    expect(made).toEqual(['a', 'unknown', 'broken', 'unknown', 'broken'])
    expect(await cache.get('a')).toBe(a)
  })

  it('makes another one after delete, also when the first was still being made', async () => {
    const { cache, made } = cacheOf(10)
    const first = cache.get('a')
    await cache.delete('a')
    const second = await cache.get('a')
    expect((await first)?.isClosed).toBe(true)
    expect(second?.isClosed).toBe(false)
    await cache.delete('a')
    expect(second?.isClosed).toBe(true)
    expect(await cache.get('a')).not.toBe(second)
    expect(made).toEqual(['a', 'a', 'a'])
  })

  it('does not hand out a robot that somebody closed', async () => {
    const { cache } = cacheOf(10)
    const a = await cache.get('a')
    await a?.close()
    expect((await cache.get('a'))?.isClosed).toBe(false)
  })

  it('closes all of them, those that are being made too', async () => {
    const { cache } = cacheOf(10)
    const a = await cache.get('a')
    const b = cache.get('b')
    await cache.close()
    expect([a?.isClosed, (await b)?.isClosed, cache.size]).toEqual([true, true, 0])
    await expect(cache.get('a')).rejects.toBeInstanceOf(RobotClosedError)
  })

  it('finishes what an evicted robot is at; with a shared coordinator its successor knows the answer', async () => {
    const coordinator = memoryCoordinator()
    let runs = 0
    let finish = (_: string): void => {}
    const cache = robotCache(
      (name) =>
        new Robot({ token: 'tokenShop', account: name, coordinator }).text(() => {
          runs++
          return new Promise<string>((resolve) => {
            finish = resolve
          })
        }),
      { max: 1 },
    )
    const handler = robots(({ path }) => cache.get(path))
    const push = textTo('/a', 'tokenShop')
    const first = handler(push)
    await new Promise((resolve) => setImmediate(resolve))
    await cache.get('/b')
    const again = handler(push)
    finish('done')
    expect((await first).body).toContain('done')
    expect((await again).body).toContain('done')
    expect(runs).toBe(1)
  })

  it('says what it needs', () => {
    expect(() => robotCache({} as unknown as () => undefined)).toThrow(RobotUsageError)
    for (const max of [0, 0.5, Number.NaN]) expect(() => robotCache(named, { max })).toThrow(ConfigError)
  })
})
