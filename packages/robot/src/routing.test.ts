import { silentLogger } from '@wx/core'
import { eventRows, messageRows, platformRows } from '@wx/xml-messages'
import { type PushName, samplePush } from '@wx/xml-messages/push'
import { describe, expect, it } from 'vitest'
import { exactFilters, type Filter } from './filters.js'
import { methodNames } from './method-names.js'
import { Robot } from './robot.js'
import type { Handler } from './router.js'
import { type TestUser, testUser } from './testing/index.js'

const newRobot = () => new Robot({ token: 'weixin', sessions: false, logger: silentLogger })

/** Sends one push of a filter, as `samplePush` writes it. */
function sendSample(user: TestUser, filter: Filter) {
  const name = filter.includes(':') ? filter : `message:${filter}`
  if (filter === 'unknown') return user.push({ ...samplePush('message:text'), MsgType: 'hologram' })
  if (filter === 'event:unknown') return user.push({ ...samplePush('event:view'), Event: 'NEVER_SEEN' })
  if (filter === 'platform:unknown') return user.push({ ...samplePush('platform:authorized'), InfoType: 'never_seen' })
  return user.push(samplePush(name as PushName))
}

/** The methods are found by name here: what is exhaustive has no literal names. */
type ByName = Readonly<Record<string, (handler: Handler<never, never>) => Robot>>

const methods = [...methodNames(exactFilters())]

describe('every type of the table is a method and a filter', () => {
  it('each under a name of its own', () => {
    const rows = [messageRows, eventRows, platformRows].flatMap((it) => Object.keys(it))
    expect(methods).toHaveLength(rows.length + 3)
    expect(new Set(methods.map(([, filter]) => filter)).size).toBe(methods.length)
    expect(methods.map(([name]) => name).filter((it) => !/^[a-z][A-Za-z0-9]*$/.test(it))).toEqual([])
  })

  for (const [method, filter] of methods) {
    it(`robot.${method} and '${filter}' get ${filter}, and nothing else`, async () => {
      const robot = newRobot()
      const seen: string[] = []
      const got = (by: string) => () => void seen.push(by)
      const others = methods.filter(([name]) => name !== method)
      ;(robot as unknown as ByName)[method]?.(got('method') as Handler<never, never>)
      robot.on(filter, got('filter'))
      for (const [name] of others) (robot as unknown as ByName)[name]?.(got(name) as Handler<never, never>)
      await sendSample(testUser(robot), filter)
      expect(seen).toEqual(['method', 'filter'])
    })
  }
})

describe('filters', () => {
  const textOf = async (robot: Robot, filter: Filter) => (await sendSample(testUser(robot), filter)).text

  it('a kind lets through all of its kind, the unknown ones included', async () => {
    const robot = newRobot()
    robot.on('message', () => 'a message')
    robot.on('event', () => 'an event')
    for (const filter of ['text', 'image', 'unknown'] as const) expect(await textOf(robot, filter)).toBe('a message')
    for (const filter of ['event:click', 'event:unknown'] as const) {
      expect(await textOf(robot, filter)).toBe('an event')
    }
  })

  it('a list lets through what any of it does, and meets a handler once', async () => {
    const robot = newRobot()
    const seen: string[] = []
    robot.on(['text', 'message', 'text', 'event:click'], (ctx) => void seen.push(ctx.message.kind))
    await textOf(robot, 'text')
    await textOf(robot, 'event:click')
    await textOf(robot, 'event:view')
    expect(seen).toEqual(['message', 'event'])
  })

  it('platform pushes are a kind of their own', async () => {
    const robot = newRobot()
    const seen: string[] = []
    robot.on('platform', (ctx) => void seen.push(ctx.message.infoType))
    await sendSample(testUser(robot), 'platform:component_verify_ticket')
    expect(seen).toEqual(['component_verify_ticket'])
  })

  it('unknown and unknownEvent say how WeChat spelled it', async () => {
    const robot = newRobot()
    robot.unknown((ctx) => `message ${ctx.message.rawType}`)
    robot.unknownEvent((ctx) => `event ${ctx.message.rawEvent}`)
    expect(await textOf(robot, 'unknown')).toBe('message hologram')
    expect(await textOf(robot, 'event:unknown')).toBe('event NEVER_SEEN')
  })

  const mistakes: readonly [string, string | undefined][] = [
    ['subscribe', 'event:subscribe'],
    ['event:Subscribe', 'event:subscribe'],
    ['message:text', 'text'],
    ['event:text', 'text'],
    ['TEXT', 'text'],
    ['txet', 'text'],
    ['event:subscrib', 'event:subscribe'],
    ['scancodePush', 'event:scancode_push'],
    ['authorized', 'platform:authorized'],
    ['events', 'event'],
    ['zzzzzz', undefined],
  ]
  for (const [given, meant] of mistakes) {
    it(`'${given}' is refused${meant === undefined ? '' : `, and '${meant}' proposed`}`, () => {
      const register = () => newRobot().on(given as Filter, () => 'never')
      expect(register).toThrow(`there is no filter '${given}'`)
      if (meant === undefined) expect(register).not.toThrow('did you mean')
      else expect(register).toThrow(`did you mean '${meant}'?`)
      expect(() => newRobot().on(['text', given as Filter], () => 'never')).toThrow('there is no filter')
    })
  }

  it('what is no text, and an empty list, are refused', () => {
    for (const wrong of [undefined, null, 1, {}, ['text', 1]]) {
      expect(() => newRobot().on(wrong as never, () => 'never')).toThrow(/a filter is a text/)
    }
    expect(() => newRobot().on([], () => 'never')).toThrow(/empty list/)
  })
})

describe('order', () => {
  it('handlers run in order of registration, filters and kinds mixed, until one answers', async () => {
    const robot = newRobot()
    const seen: string[] = []
    robot.on('message', () => void seen.push('kind'))
    robot.text(() => void seen.push('method'))
    robot.hears('hello', async () => void seen.push('hears'))
    robot.on(['image', 'text'], () => {
      seen.push('list')
      return 'answered'
    })
    robot.text(() => void seen.push('too late'))
    expect((await testUser(robot).send('hello')).text).toBe('answered')
    expect(seen).toEqual(['kind', 'method', 'hears', 'list'])
  })

  it('nothing, an empty text and an empty list let the next one try', async () => {
    const robot = newRobot()
    for (const nothing of [undefined, null, '', []]) {
      robot.text(() => nothing)
      robot.text(async () => nothing)
    }
    robot.text(() => 'the first that says something')
    expect((await testUser(robot).send('hello')).text).toBe('the first that says something')
  })

  it('robot.handler comes last wherever it was registered, several in their order', async () => {
    const robot = newRobot()
    const seen: string[] = []
    robot.handler(() => void seen.push('last 1'))
    robot.handler(() => void seen.push('last 2'))
    robot.text(() => void seen.push('text'))
    await testUser(robot).send('hello')
    await testUser(robot).event('view')
    expect(seen).toEqual(['text', 'last 1', 'last 2', 'last 1', 'last 2'])
  })

  it('a message that nobody answers is acknowledged', async () => {
    const robot = newRobot()
    robot.image(() => 'an image')
    const { status, body } = await testUser(robot).send('hello')
    expect([status, body]).toEqual([200, 'success'])
  })

  it('a probe of the hosting platform is acknowledged and reaches no handler', async () => {
    const robot = newRobot()
    robot.handler(() => 'never')
    const user = testUser(robot)
    for (const body of ['{"action":"CheckContainerPath"}', '<xml><action>CheckContainerPath</action></xml>']) {
      expect((await user.deliver(body)).body).toBe('success')
    }
  })

  it('several registrations chain', async () => {
    const robot = newRobot()
      .text(() => 'text')
      .click('a', () => 'a')
      .on('event:scan', () => 'scanned')
    expect((await testUser(robot).event('scan')).text).toBe('scanned')
  })
})

describe('click', () => {
  it('with a key handles that button, without one every button', async () => {
    const robot = newRobot()
    robot.click('help', () => 'help!')
    robot.click((ctx) => `button ${ctx.message.key}`)
    const user = testUser(robot)
    expect((await user.event('click', { EventKey: 'help' })).text).toBe('help!')
    expect((await user.event('click', { EventKey: 'HELP' })).text).toBe('button HELP')
  })

  it('refuses a key that is no text, and a missing handler', () => {
    expect(() => newRobot().click(1 as never, () => 'never')).toThrow('robot.click takes the key of a button as text')
    expect(() => newRobot().click('help' as never)).toThrow(
      'robot.click needs a function as its handler, and got string',
    )
    expect(() => newRobot().click('help', undefined as never)).toThrow('robot.click needs a function')
  })
})

describe('registration', () => {
  it('after the first message throws, and says why', async () => {
    const robot = newRobot()
    robot.text(() => 'hello')
    await testUser(robot).send('hello')
    const late: readonly [string, () => unknown][] = [
      ['use', () => robot.use((_, next) => next())],
      ['on', () => robot.on('text', () => 'late')],
      ['text', () => robot.text(() => 'late')],
      ['locationEvent', () => robot.locationEvent(() => 'late')],
      ['handler', () => robot.handler(() => 'late')],
      ['hears', () => robot.hears('x', () => 'late')],
      ['filter', () => robot.filter('x', () => 'late')],
      ['click', () => robot.click('x', () => 'late')],
      ['catch', () => robot.catch(() => 'late')],
      ['errorPage', () => robot.errorPage(() => 'late')],
    ]
    for (const [method, register] of late) {
      expect(register).toThrow(`robot.${method} was called after the first message`)
      expect(register).toThrow('register every handler before the robot is mounted')
    }
  })

  it('is still open after a request that was refused', async () => {
    const robot = newRobot()
    await robot.handle({ method: 'POST', query: '', body: '' })
    await robot.handle({ method: 'HEAD', query: '' })
    robot.text(() => 'hello')
    expect((await testUser(robot).send('hello')).text).toBe('hello')
  })

  it('needs a function, and names the method', () => {
    const wrong = [undefined, null, 'hello', {}, []] as never[]
    const methodsOf: readonly [string, (robot: Robot, handler: never) => unknown][] = [
      ['use', (robot, it) => robot.use(it)],
      ['on', (robot, it) => robot.on('text', it)],
      ['text', (robot, it) => robot.text(it)],
      ['unknownEvent', (robot, it) => robot.unknownEvent(it)],
      ['handler', (robot, it) => robot.handler(it)],
      ['hears', (robot, it) => robot.hears('x', it)],
      ['filter', (robot, it) => robot.filter('x', it)],
      ['catch', (robot, it) => robot.catch(it)],
    ]
    for (const [method, register] of methodsOf) {
      for (const it of wrong) expect(() => register(newRobot(), it)).toThrow(`robot.${method} needs a function`)
    }
  })
})
