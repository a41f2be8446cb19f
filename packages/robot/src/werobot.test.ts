import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { recordingLogger } from '@wx/core/testing'
import { parseMessage } from '@wx/xml-messages'
import { type PushName, renderPush } from '@wx/xml-messages/push'
import { describe, expect, it } from 'vitest'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

/** What a developer who knows WeRoBot looks for, by its number: what it was called, and what it is called here. */
interface Row {
  readonly id: string
  readonly werobot: string
  readonly here: string
  /** A push that a handler of this name gets. */
  readonly push?: PushName
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const rows = JSON.parse(readFileSync(at('../werobot.json'), 'utf8')) as readonly Row[]
const lines = readFileSync(at('../README.md'), 'utf8').split('\n')

const robotOf = () => new Robot({ token: 'weixin', sessions: false, logger: recordingLogger() })
/** Registers under a name that only the table knows. */
const register = (robot: Robot, method: string, handler: () => string): void => {
  const found: unknown = Reflect.get(robot, method)
  if (typeof found !== 'function') throw new TypeError(`there is no robot.${method}`)
  found.call(robot, handler)
}

describe('every handler of WeRoBot has its counterpart', () => {
  for (const { id, werobot, here, push } of rows) {
    if (push === undefined) continue
    it(`${id}: @robot.${werobot} is robot.${here}, and gets its push`, async () => {
      const robot = robotOf()
      let runs = 0
      register(robot, here, () => {
        runs++
        return 'done'
      })
      const user = testUser(robot)
      expect((await user.push(user.message(push))).status).toBe(200)
      expect(runs).toBe(1)
    })
  }

  it('RT-11 RT-42: unknown and unknown_event get what nobody knows yet', async () => {
    const robot = robotOf()
    robot.unknown((ctx) => ctx.message.rawType).unknownEvent((ctx) => ctx.message.rawEvent)
    const user = testUser(robot)
    expect((await user.send({ MsgType: 'hologram' })).text).toBe('hologram')
    expect((await user.event('click', { Event: 'TELEPORT' })).text).toBe('TELEPORT')
  })

  it('RT-01 RT-02 RT-03: options, the handler of everything, and handlers by type', async () => {
    const robot = robotOf()
    robot.handler(() => 'everything').on('image', () => 'an image')
    const user = testUser(robot)
    expect((await user.send('hi')).text).toBe('everything')
    expect((await user.push(user.message('message:image'))).text).toBe('an image')
  })

  it('RT-43 RT-44 RT-45: clicks by key, filters by text and expression, with the match', async () => {
    const robot = robotOf()
    robot.click('help', () => 'helped')
    robot.filter('a', /^b(.)/, (ctx) => `heard ${ctx.match?.[1] ?? ctx.match?.[0]}`)
    robot.hears(['c'], () => 'c')
    const user = testUser(robot)
    const answers = [await user.event('click', { EventKey: 'help' })]
    for (const text of ['a', 'bx', 'c', 'd']) answers.push(await user.send(text))
    expect(answers.map(({ text, body }) => text ?? body)).toEqual(['helped', 'heard a', 'heard x', 'c', 'success'])
  })

  it('RT-46 RT-47 RT-48: one handler for several types, one argument, the first that answers', async () => {
    const robot = robotOf()
    robot.on(['text', 'location'], (ctx) => (ctx.message.type === 'location' ? 'here' : ''))
    robot.text((ctx) => `second: ${ctx.message.content}`)
    const user = testUser(robot)
    expect((await user.push(user.message('message:location'))).text).toBe('here')
    expect((await user.send('hi')).text).toBe('second: hi')
  })

  it('RT-49 RT-50 RT-51 RT-55: a body is parsed by itself, and what a robot answers is seen from outside', async () => {
    const user = testUser(robotOf().text(() => 'hi'))
    const message = parseMessage(renderPush(user.message('message:text', { Content: 'hello' }), 'xml'))
    expect(message.kind === 'message' && message.type === 'text' && message.content).toBe('hello')
    expect((await user.send('hello')).text).toBe('hi')
  })

  it('RT-52 RT-53: an error page of its own; a handler that fails is logged, and the reply is empty', async () => {
    const logger = recordingLogger()
    const robot = new Robot({ token: 'weixin', sessions: false, logger }).errorPage(() => '<h1>no</h1>')
    robot.text(() => {
      throw new Error('oops')
    })
    expect(await robot.handle({ method: 'GET', query: '' })).toMatchObject({ status: 403, body: '<h1>no</h1>' })
    expect((await testUser(robot).send('hi')).body).toBe('success')
    expect(logger.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  it('RT-54: the client and the cryptography are packages of their own, so a robot has neither', () => {
    expect(['client', 'crypto'].filter((it) => it in robotOf())).toEqual([])
  })
})

describe('the table of names', () => {
  it('has every row, RT-01 to RT-55, once', () => {
    const ids = Array.from({ length: 55 }, (_, index) => `RT-${String(index + 1).padStart(2, '0')}`)
    expect(rows.map(({ id }) => id)).toEqual(ids)
  })

  it('stands in the README, old name and new name in one line', () => {
    const missing = rows.filter(
      ({ werobot, here }) =>
        !lines.some((line) => line.startsWith('|') && line.includes(werobot) && line.includes(here)),
    )
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  it('has a test for every row', () => {
    const tests = readdirSync(at('.')).filter((name) => name.endsWith('.test.ts'))
    const cited = tests.map((name) => readFileSync(at(name), 'utf8')).join('\n')
    const missing = rows.filter(({ id, push }) => push === undefined && !cited.includes(id))
    expect(missing.map(({ id }) => id)).toEqual([])
  })
})
