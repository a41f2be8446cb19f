import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pushDifferences } from './api/about-pushes.js'
import { apiFaultKinds } from './faults/api-kinds.js'
import { faultKinds } from './faults/kinds.js'
import { controlRoutes } from './server/routes.js'
import { defaultSettings } from './settings.js'
import { startSimulator } from './simulator.js'
import { accountKeys, checkState, userKeys } from './state-file/check-state.js'

// The formatter pads tables.
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replace(/ +/g, ' ')

/** Of no use outside of the package. */
const internal = [
  'account.appSecret',
  'account.state',
  'account.desk',
  'account.mustListIp',
  'user.chat',
  'user.windows',
]
const unlisted = [...internal, 'agent.nickname', 'agent.avatarUrl', 'agent.invitation', 'agent.hears']

/** What can be done in the same process: `user.send`. */
async function waysOf(): Promise<readonly string[]> {
  const sim = await startSimulator()
  const account = sim.createAccount()
  const objects = { sim, account, user: account.createUser(), agent: account.agents.add('anna') }
  await sim.close()
  const named = Object.entries(objects).flatMap(([name, object]) => {
    const own = Object.getOwnPropertyNames(object)
    const shared = Object.getOwnPropertyNames(Object.getPrototypeOf(object)).filter((it) => !(it in Object.prototype))
    return [...own, ...shared].map((it) => `${name}.${it}`)
  })
  return named.filter((it) => !unlisted.includes(it))
}
const ways = await waysOf()

describe('the README', () => {
  it.each(controlRoutes.map(({ method, path, doc }) => [`| \`${method} ${path}\` | ${doc} |`]))(
    'has the route %s',
    (row) => {
      expect(readme).toContain(row)
    },
  )

  it.each(Object.entries(faultKinds).map(([name, { doc }]) => [name, doc]))('has the fault %s', (name, doc) => {
    expect(readme).toMatch(new RegExp(`^\\| \`${name}\` \\| .*\\| ${doc.replace(/[()^.]/g, '\\$&')} \\|$`, 'm'))
  })

  it.each(Object.entries(apiFaultKinds).map(([name, { doc }]) => [name, doc]))(
    'has the fault of calls %s',
    (name, doc) => {
      expect(readme).toContain(`| ${doc} |`)
      expect(readme).toContain(`| \`${name}\` |`)
    },
  )

  it.each(pushDifferences)('has the difference: %s', (difference) => {
    expect(readme).toContain(`- ${difference}`)
  })

  it.each(ways)('tells of %s', (way) => {
    expect(readme).toMatch(new RegExp(`\`${way.replace('.', '\\.')}[\`(]`))
  })

  it.each(Object.keys({ ...accountKeys, ...userKeys }))('has the option %s of an account or a user', (name) => {
    expect(readme).toContain(`\`${name}\``)
  })

  it('has a state that can be', () => {
    const example = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    expect(checkState(JSON.parse(example)).accounts).toHaveLength(1)
  })

  it.each(Object.keys(defaultSettings))('has the setting %s', (name) => {
    expect(readme).toContain(`\`${name}\``)
  })
})
