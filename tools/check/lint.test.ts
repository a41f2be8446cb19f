import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Fixture, fixture } from '../house/fixture.js'
import { type Findings, passes } from './gate.js'
import { lint } from './lint.js'

// Other programs run here, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** Faults that must not pass, by the rule that catches them. */
const faults: Readonly<Record<string, string>> = {
  noFloatingPromises: "import { later } from './later.js'\n\nexport function go(): void {\n  later()\n}\n",
  noMisusedPromises: "import { later } from './later.js'\n\nexport const yes = (): number => (later() ? 1 : 2)\n",
  noDefaultExport: 'export default 1\n',
  noEnum: 'export enum Colour {\n  red,\n}\n',
  noNamespace: 'export namespace inner {\n  export const one = 1\n}\n',
  noExplicitAny: 'export const value: any = 1\n',
  noFocusedTests: "import { it } from 'vitest'\n\nit.only('counts', () => {})\n",
  noSkippedTests: "import { it } from 'vitest'\n\nit.skip('counts', () => {})\n",
  useImportType: "import { Later } from './later.js'\n\nexport const later: Later = async () => {}\n",
  noUnusedImports: "import { later } from './later.js'\n\nexport const one = 1\n",
  format: 'export const one   =   1;\n',
}

describe('lint', () => {
  let house: Fixture
  let found: Findings
  beforeAll(async () => {
    const named = Object.entries(faults).map(([rule, text]) => [`src/${rule}.ts`, text])
    const later = 'export type Later = () => Promise<void>\n\nexport const later: Later = async () => {}\n'
    house = await fixture({ core: { files: { 'src/later.ts': later, ...Object.fromEntries(named) } } })
    found = await lint(house.root)
  })
  afterAll(() => house.remove())

  it.each(Object.keys(faults))('catches %s, and nothing else in that file', (rule) => {
    const headings = found.problems.join('\n').match(new RegExp(`src/${rule}\\.ts\\S* \\S+`, 'g'))
    expect(headings?.map((heading) => heading.split(/[ /]/).at(-1))).toEqual([rule])
  })

  it('passes a good house', async () => {
    const good = await fixture({ core: { files: { 'src/index.ts': 'export const one = 1\n' } } })
    const findings = await lint(good.root)
    await good.remove()
    expect(findings.problems).toEqual([])
    expect(passes(findings)).toBe(true)
  })
})
