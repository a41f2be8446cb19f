import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Fixture, fixture } from '../house/fixture.js'
import { pnpmPin } from '../house/house.js'
import { home } from '../house/run.js'
import { type Findings, passes } from './gate.js'
import { fencesOf } from './readmes/fences.js'
import { frontPageProblems, linkProblems } from './readmes/front-page.js'
import { snippets } from './readmes.js'

// Other programs run here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const quickStart = (code: string) => ['# A package', '', '```ts quickstart', code, '```', ''].join('\n')

/** Quick starts, one package each; undefined is one that must pass, otherwise what the gate must say. */
const pages: Readonly<Record<string, readonly [string, string | undefined]>> = {
  core: ["import { one } from '@wx/core'\n\nif (one !== 1) throw new Error('not one')", undefined],
  crypto: [
    "import { createServer } from 'node:http'\n\nsetTimeout(() => createServer().listen(80, '0.0.0.0', () => {}))\nsetInterval(() => {}, 1000)",
    undefined,
  ],
  queue: ["throw new Error('it broke')", 'it broke'],
  endpoints: ["import { two } from '@wx/core'\n\nconsole.log(two)", "has no exported member 'two'"],
  simulator: [
    "import { connect } from 'node:net'\n\nconnect({ host: '192.0.2.1', port: 9 })",
    'must work without network, but it connects to 192.0.2.1',
  ],
  robot: [
    "import { createServer } from 'node:http'\n\ncreateServer().listen(1)\nvoid Promise.reject(new Error('later'))",
    'later',
  ],
}

describe('the snippets of READMEs', () => {
  let house: Fixture
  let found: Findings
  beforeAll(async () => {
    const source = { 'src/index.ts': 'export const one = 1\n' }
    const packages = Object.entries(pages).map(([name, [code]]) => [
      name,
      { files: { ...source, 'README.md': quickStart(code) } },
    ])
    const noFence = { files: { ...source, 'README.md': '# A package\n' } }
    house = await fixture({ ...Object.fromEntries(packages), 'api-client': noFence })
    found = await snippets(house.root)
  })
  afterAll(() => house.remove())

  it.each(Object.keys(pages))('of %s are judged', (name) => {
    const said = pages[name]?.[1]
    const own = found.problems.filter((problem) => problem.includes(`packages/${name}/README.md:3`))
    if (said === undefined) expect(own).toEqual([])
    else expect(own).toContainEqual(expect.stringContaining(said))
  })

  it('are due from every README', () => {
    expect(found.problems).toContain('packages/api-client/README.md: no ```ts quickstart fence')
  })

  it('do not pass when there are none', async () => {
    const empty = await fixture({})
    expect(passes(await snippets(empty.root))).toBe(false)
    await empty.remove()
  })
})

describe('fences', () => {
  it('are found with their line, those in lists without their indentation, longer ones whole', () => {
    const text = '- a\n\n  ```ts\n  const a = 1\n  ```\n\n````md\n```ts\nb\n```\n````\n'
    expect(fencesOf(text)).toEqual([
      { info: 'ts', code: 'const a = 1\n', line: 3 },
      { info: 'md', code: '```ts\nb\n```\n', line: 7 },
    ])
  })
})

describe('the front pages', () => {
  const page = (title: string) =>
    [
      `# ${title}`,
      '',
      '```sh',
      `npx -y ${pnpmPin(home)} demo`,
      `npx -y ${pnpmPin(home)} test`,
      '```',
      '## Two',
      '',
    ].join('\n')

  const problemsWith = async (english: string | undefined, chinese: string | undefined) => {
    const house = await fixture({})
    if (english !== undefined) await house.write('README.md', english)
    if (chinese !== undefined) await house.write('README.zh-CN.md', chinese)
    const problems = frontPageProblems(house.root)
    await house.remove()
    return problems
  }

  it('pass when they are alike and show the two commands', async () => {
    expect(await problemsWith(page('Kit'), page('工具'))).toEqual([])
  })

  it('must both be there', async () => {
    expect(await problemsWith(page('Kit'), undefined)).toEqual(['README.zh-CN.md is missing'])
  })

  it('must have the same headings', async () => {
    expect(await problemsWith(page('Kit'), `${page('工具')}\n### Three\n`)).toEqual([
      'README.zh-CN.md: its headings are not those of README.md (3 and 2)',
    ])
  })

  it('must have the same fences: the same commands, and code of the same length', async () => {
    const [said] = await problemsWith(page('Kit'), page('工具').replace(' test', ' test --watch'))
    expect(said).toContain('its code fences are not those of README.md, the first that differs is number 1')
    const withCode = (title: string, code: string) => `${page(title)}${quickStart(code)}`
    expect(await problemsWith(withCode('Kit', "'hello'"), withCode('工具', "'你好'"))).toEqual([])
    const [longer] = await problemsWith(withCode('Kit', "'hello'"), withCode('工具', "'你好'\n'再见'"))
    expect(longer).toContain('the first that differs is number 2')
  })

  it('may have comments of their own', async () => {
    const remarked = (title: string, remark: string) => page(title).replace(' test\n', ` test  # ${remark}\n`)
    expect(await problemsWith(remarked('Kit', 'all tests'), remarked('工具', '全部测试'))).toEqual([])
  })

  it('must show the commands in the first screen', async () => {
    const low = (title: string) => page(title).replace('\n\n', '\n'.repeat(40))
    expect(await problemsWith(low('Kit'), low('工具'))).toHaveLength(4)
  })
})

describe('links', () => {
  it('must lead to files that are there', async () => {
    const house = await fixture({})
    await house.write('docs/a.md', '[b](b.md) [c](c.md#part) [web](https://example.org) `[no](link)`\n')
    await house.write('docs/b.md', '[up](#top)\n')
    expect(linkProblems(house.root)).toEqual(['docs/a.md: links to c.md, which is not there'])
    await house.remove()
  })
})
