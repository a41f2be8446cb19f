import { eventRows, messageRows, platformRows } from '../src/index.js'
import type { AckFields, AckPlan } from '../src/table/ack.js'
import type { AnyRow, Audience, Field, Fields, Section } from '../src/table/row.js'

/** Where the page stands. */
export const pageUrl: URL = new URL('../../../docs/reference/messages.md', import.meta.url)

interface Chapter {
  readonly title: string
  /** What stands in `robot.on(…)` before the key. */
  readonly prefix: string
  readonly rows: Readonly<Record<string, AnyRow>>
}

const chapters: readonly Chapter[] = [
  { title: 'Messages', prefix: '', rows: messageRows },
  { title: 'Events', prefix: 'event:', rows: eventRows },
  { title: 'Third-party platform pushes', prefix: 'platform:', rows: platformRows },
]

const sections: { readonly [S in Section]?: string } = {
  M: 'What a user sends',
  A1: 'Following, menu, place',
  A2: 'Results of jobs',
  A3: 'Subscription notices',
  A4: 'Customer-service sessions',
  A5: 'Accreditation',
  A6: 'Privacy',
  A7: 'Cards',
  A8: 'Invoices',
  A9: 'Scanned products',
  A10: 'Shops and tools',
  B1: 'Mini program: service and content checks',
  B2: 'Mini program: reviews',
  B3: 'Mini program: orders and delivery',
  B4: 'Virtual payment',
  B5: 'Mini program: short dramas, books, live rooms',
  B6: 'Trade component, funds, complaints, Channels shop, couriers',
  C: 'Pushes to a third-party platform',
}

const audiences: { readonly [A in Audience]: string } = {
  'official-account': 'official accounts',
  'mini-program': 'mini programs',
  both: 'official accounts and mini programs',
  'third-party': 'third-party platforms',
}

const code = (text: string): string => `\`${text}\``
/** A bar would end the cell of a table, also within a code span. */
const cell = (text: string): string => text.replaceAll('|', '\\|')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

interface Line {
  readonly attribute: string
  readonly wire: string
  readonly type: string
}

const numberKinds = { integer: 'whole number', decimal: 'number', time: 'unix seconds', flag: 'true or false' } as const
const textKinds = {
  string: 'text',
  id: 'id (digits as text)',
  json: 'text that is JSON',
  base64: 'text that is base64',
} as const
const kinds: Readonly<Record<string, string>> = { ...numberKinds, ...textKinds }

/** The lines of a field: one of its own, then those of what it holds. */
function linesOf(attribute: string, field: Field, within = ''): readonly Line[] {
  const at = (path: string): string => `${within}${path}`
  const aliases = (field.aliases ?? []).map((path) => (path === '' ? 'the body itself' : code(at(path))))
  const line = (type: string, required: boolean, path = code(at(field.path))): Line => ({
    attribute: code(attribute),
    wire: [path, ...aliases].join(' or '),
    type: required ? type : `${type}, optional`,
  })
  const inner = (of: Fields, name: string, path: string): readonly Line[] =>
    Object.entries(of).flatMap(([key, it]) => linesOf(`${name}.${key}`, it, `${path}.`))
  switch (field.kind) {
    case 'object':
      return [line('structure', field.required), ...inner(field.of, attribute, at(field.path))]
    case 'list': {
      if (typeof field.of === 'string') return [line(`list: ${kinds[field.of]}`, true)]
      return [line('list', true), ...inner(field.of, `${attribute}[]`, at(field.path))]
    }
    case 'tree':
      return [line('structure as it came', true)]
    case 'point':
      return [line('latitude and longitude', field.required, `${code(at(field.path))}, ${code(at(field.longitude))}`)]
    default:
      return [line(kinds[field.kind] ?? field.kind, field.required)]
  }
}

const fieldsOf = (fields: Fields): string => {
  const lines = Object.entries(fields).flatMap(([attribute, field]) => linesOf(attribute, field))
  if (lines.length === 0) return 'No attributes of its own; whatever it holds is in `fields`.'
  return table(
    ['attribute', 'on the wire', 'type'],
    lines.map(({ attribute, wire, type }) => [attribute, wire, type]),
  )
}

const object = (fields: AckFields): string => code(JSON.stringify(fields))

function inWords(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600} h`
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`
}

function formOf({ form, yes }: AckPlan): string {
  if (form === 'success') return 'Acknowledged by `success`'
  return yes === undefined ? 'Only a handler can answer it' : `Acknowledged by ${object(yes)}`
}

function ackOf(ack: AckPlan): string {
  const refused = ack.form !== 'success' && ack.no !== undefined ? ` Refused by ${object(ack.no)}.` : ''
  const again = `delivered again after ${ack.retryAfterSeconds.map(inWords).join(', ')}`
  const guaranteed = ack.guaranteed ? ' **Money or goods:** not acknowledged when its handler failed.' : ''
  return `${formOf(ack)} within ${ack.deadlineMs / 1000} s; otherwise ${again}.${refused}${guaranteed}`
}

/** Most pushes are ordinary: the plan is told where it differs. */
const isOrdinary = (ack: AckPlan): boolean => ack === messageRows.text.ack

function entry(prefix: string, key: string, it: AnyRow): string {
  const spellings = [it.wire, ...(it.aliases ?? [])].map(code).join(' or ')
  const status = it.status === 'current' ? '' : ` ${it.status === 'legacy' ? 'Legacy' : 'Not on an official page'}.`
  const facts = `On the wire: ${spellings}. Sent to ${audiences[it.audience]}.${status}${it.replies ? ' A reply to it is shown.' : ''}`
  return [
    `#### ${code(`${prefix}${key}`)}`,
    it.docs === undefined ? it.doc : `${it.doc} ([official page](${it.docs}))`,
    facts,
    ...(isOrdinary(it.ack) ? [] : [ackOf(it.ack)]),
    fieldsOf(it.fields),
  ].join('\n\n')
}

function chapter({ title, prefix, rows }: Chapter): string {
  const bySection = new Map<Section, string[]>()
  for (const [key, it] of Object.entries(rows)) {
    const entries = bySection.get(it.section) ?? []
    entries.push(entry(prefix, key, it))
    bySection.set(it.section, entries)
  }
  const parts = [...bySection].map(([section, entries]) =>
    [`### ${sections[section] ?? section}`, ...entries].join('\n\n'),
  )
  return [`## ${title}`, ...parts].join('\n\n')
}

const counts = chapters.map(({ title, rows }) => `${Object.keys(rows).length} ${title.toLowerCase()}`)

const introduction = `# Messages, events, pushes

Everything \`@wx/xml-messages\` knows: ${counts.slice(0, -1).join(', ')} and ${counts.at(-1)}. This page is made from its
table by \`pnpm --filter @wx/xml-messages run docs\`; do not write in it.

The name of each is what \`robot.on(…)\` takes. Every message has \`id\`, \`source\`, \`target\`, \`time\`, \`raw\` and \`fields\`
(everything that was on the wire, untyped) beside the attributes below. What is not optional is \`''\` when it is a text
that is missing; a number, a flag or a place is \`undefined\` when what came is none; a list is always a list.

Unless it says otherwise: ${ackOf(messageRows.text.ack).replace(/^A/, 'a')}`

/** The page, as Markdown. */
export const referencePage = (): string => `${[introduction, ...chapters.map(chapter)].join('\n\n')}\n`
