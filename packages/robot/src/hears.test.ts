import { silentLogger } from '@wx/core'
import { describe, expect, it } from 'vitest'
import type { Rule } from './hears.js'
import { Robot } from './robot.js'
import { testUser } from './testing/index.js'

const newRobot = () => new Robot({ token: 'weixin', sessions: false, logger: silentLogger })

/** What a robot with this one rule answers: the match, or undefined when it did not fit. */
async function matched(rules: Rule | readonly Rule[], content: string) {
  const robot = newRobot()
  robot.hears(rules, (ctx) => JSON.stringify([...(ctx.match ?? [])]))
  const { text } = await testUser(robot).send(content)
  return text === undefined ? undefined : (JSON.parse(text) as unknown)
}

describe('hears', () => {
  it('a string fits the whole text, blanks at both ends left out', async () => {
    expect(await matched('help', 'help')).toEqual(['help'])
    expect(await matched(' help ', '  help\n')).toEqual(['help'])
    for (const other of ['help me', 'HELP', 'hel', 'xhelp']) expect(await matched('help', other)).toBeUndefined()
  })

  it('an expression fits anywhere, with its groups', async () => {
    expect(await matched(/(\d+) (apples|pears)/i, 'give me 12 Pears please')).toEqual(['12 Pears', '12', 'Pears'])
    expect(await matched(/^\d+$/, 'give me 12')).toBeUndefined()
  })

  it('a list fits when any of it does, the first one that fits giving the match', async () => {
    const rules = ['hi', /(h)(e)/, 'hello', /./]
    expect(await matched(rules, 'hi')).toEqual(['hi'])
    expect(await matched(rules, 'hello')).toEqual(['he', 'h', 'e'])
    expect(await matched(rules, 'x')).toEqual(['x'])
  })

  for (const flags of ['g', 'y', 'gy', 'giy']) {
    it(`an expression with the flags ${flags} hears the second user as well as the first`, async () => {
      const robot = newRobot()
      const rule = new RegExp('hello', flags)
      robot.hears(rule, () => 'heard')
      robot.hears([rule], () => 'never')
      for (let i = 0; i < 4; i++) expect((await testUser(robot).send('say hello')).text).toBe('heard')
      expect(rule.lastIndex).toBe(0)
    })
  }

  it('named groups are in the match', async () => {
    const robot = newRobot()
    robot.hears(/^weather (?<city>\w+)$/, (ctx) => `sunny in ${ctx.match?.groups?.['city']}`)
    expect((await testUser(robot).send('weather Paris')).text).toBe('sunny in Paris')
  })

  it('only texts are heard', async () => {
    const robot = newRobot()
    robot.hears(/.*/, () => 'heard')
    expect((await testUser(robot).send({ MsgType: 'image', MediaId: 'm1' })).text).toBeUndefined()
    expect((await testUser(robot).event('click', { EventKey: 'help' })).text).toBeUndefined()
  })

  it('a match is gone for the handlers that come after', async () => {
    const robot = newRobot()
    robot.hears(/h(.)/, async (ctx) => void expect(ctx.match?.[1]).toBe('i'))
    robot.text((ctx) => (ctx.match === undefined ? 'no match' : 'the match of another handler'))
    expect((await testUser(robot).send('hi')).text).toBe('no match')
  })

  it('filter takes the rules one by one (RT-44)', async () => {
    const robot = newRobot()
    robot.filter('a', /^b+$/, () => 'heard')
    const user = testUser(robot)
    expect((await user.send('a')).text).toBe('heard')
    expect((await user.send('bbb')).text).toBe('heard')
    expect((await user.send('c')).text).toBeUndefined()
  })

  it('refuses no rule, and what is none', () => {
    expect(() => newRobot().hears([], () => 'never')).toThrow(/at least one rule/)
    expect(() => newRobot().filter(() => 'never')).toThrow(/at least one rule/)
    for (const wrong of [undefined, null, 1, {}, ['a', null], [['a']]]) {
      expect(() => newRobot().hears(wrong as never, () => 'never')).toThrow(
        /a rule is a string or a regular expression/,
      )
    }
    expect(() => newRobot().filter('a' as never)).toThrow('robot.filter needs a function')
  })
})
