import { type EventTypes, eventRows } from '../table/event-rows.js'
import { type MessageTypes, messageRows } from '../table/messages.js'
import { type PlatformTypes, platformRows } from '../table/platform.js'
import type { AnyRow, Field, Fields, ScalarKind } from '../table/row.js'
import type { WireTree, WireValue } from '../wire.js'

/** Which push: a row's kind and key, as in `event:scan`. */
export type PushName =
  | `message:${keyof MessageTypes & string}`
  | `event:${keyof EventTypes & string}`
  | `platform:${keyof PlatformTypes & string}`

interface Growing {
  [name: string]: WireValue
}

/** Numbers and flags that tell an honest reader from one that guesses: no two kinds look alike. */
const samples: { readonly [K in ScalarKind]: (name: string) => string } = {
  string: (name) => `${name} 示例`,
  id: () => '9007199254740993123',
  json: (name) => JSON.stringify({ [name]: true }),
  base64: () => 'aGVsbG8=',
  integer: () => '7',
  decimal: () => '23.134521',
  time: () => '1482048670',
  flag: () => '1',
}

/** Puts a value at a dotted path, making the structures on the way. */
function put(tree: Growing, path: string, value: WireValue): void {
  const names = path.split('.')
  const last = names.pop() ?? ''
  let at = tree
  for (const name of names) {
    const next: Growing = isStructure(at[name]) ? { ...at[name] } : {}
    at[name] = next
    at = next
  }
  at[last] = value
}

const isStructure = (value: WireValue | undefined): value is WireTree =>
  typeof value === 'object' && !Array.isArray(value)

function structure(fields: Fields): Growing {
  const tree: Growing = {}
  for (const field of Object.values(fields)) putField(tree, field)
  return tree
}

function putField(tree: Growing, field: Field): void {
  switch (field.kind) {
    case 'object':
      put(tree, field.path, structure(field.of))
      break
    case 'list': {
      const item = typeof field.of === 'string' ? samples[field.of](field.path) : structure(field.of)
      put(tree, field.path, [item, item])
      break
    }
    case 'tree':
      put(tree, field.path, { id: samples.id('id'), name: samples.string('name') })
      break
    case 'point':
      put(tree, field.path, '23.134521')
      put(tree, field.longitude, '113.358803')
      break
    default:
      put(tree, field.path, samples[field.kind](field.path))
  }
}

const tables: Readonly<Record<string, Readonly<Record<string, AnyRow>>>> = {
  message: messageRows,
  event: eventRows,
  platform: platformRows,
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/**
 * A legal push for a row of the table, every documented field filled in.
 *
 * @param name kind and key of the row: `message:text`, `event:scan`, `platform:authorized`.
 * @param overrides wire fields that replace or join the sample's, at the top.
 * @throws RangeError when there is no such row.
 */
export function samplePush(name: PushName, overrides: WireTree = {}): WireTree {
  const [kind, key = ''] = name.split(':')
  const table = own(tables, kind ?? '')
  const row = table === undefined ? undefined : own(table, key)
  if (row === undefined) throw new RangeError(`there is no row ${name}`)
  const fields = structure(row.fields)
  const time = { CreateTime: '1482048670' }
  if (kind === 'platform') return { AppId: 'wxcomponent0000001', ...time, InfoType: row.wire, ...fields, ...overrides }
  const people = { ToUserName: 'gh_0123456789ab', FromUserName: 'oSample-openid-0000000000001', ...time }
  if (kind === 'event') return { ...people, MsgType: 'event', Event: row.wire, ...fields, ...overrides }
  return { ...people, MsgType: row.wire, MsgId: '1234567890123456789', ...fields, ...overrides }
}
