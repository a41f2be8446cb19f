import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultKinds } from './faults/kinds.js'
import { controlRoutes } from './server/routes.js'
import { defaultSettings } from './settings.js'

// The formatter pads tables.
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replace(/ +/g, ' ')

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

  it.each(Object.keys(defaultSettings))('has the setting %s', (name) => {
    expect(readme).toContain(`\`${name}\``)
  })
})
