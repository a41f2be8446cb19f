import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pageUrl, referencePage } from '../../scripts/reference-page.js'
import { eventRows, messageRows, platformRows } from '../index.js'

describe('the reference page', () => {
  it('is what the table gives (`pnpm --filter @wx/xml-messages run docs` writes it)', () => {
    expect(readFileSync(pageUrl, 'utf8')).toBe(referencePage())
  })

  it('has every row', () => {
    const page = referencePage()
    const names = [
      ...Object.keys(messageRows),
      ...Object.keys(eventRows).map((key) => `event:${key}`),
      ...Object.keys(platformRows).map((key) => `platform:${key}`),
    ]
    expect(names.filter((name) => !page.includes(`\n#### \`${name}\`\n`))).toEqual([])
  })
})
