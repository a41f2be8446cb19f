/** Writes the reference page of all messages: `pnpm --filter @wx/xml-messages run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { pageUrl, referencePage } from './reference-page.js'

mkdirSync(new URL('.', pageUrl), { recursive: true })
writeFileSync(pageUrl, referencePage())
