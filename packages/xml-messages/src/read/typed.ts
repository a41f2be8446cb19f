import type {
  AnyListField,
  AnyObjectField,
  AnyRow,
  Field,
  Fields,
  PointField,
  ScalarKind,
  TreeField,
} from '../table/row.js'
import type { WireTree, WireValue } from '../wire.js'
import { isList } from './tree.js'

const integerText = /^[+-]?\d+$/
const decimalText = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** `undefined` for what is not a number, and for what a number cannot hold exactly. */
function integer(text: string): number | undefined {
  const digits = text.trim()
  const value = integerText.test(digits) ? Number(digits) : Number.NaN
  return Number.isSafeInteger(value) ? value : undefined
}

/** `undefined` for what is not a number. */
function decimal(text: string): number | undefined {
  const digits = text.trim()
  const value = decimalText.test(digits) ? Number(digits) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}

/** Unix seconds; `0` for what is not a time. */
export function unixSeconds(text: string): number {
  const value = decimal(text)
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : 0
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
])

const flag = (text: string): boolean | undefined => flags.get(text.trim().toLowerCase())
const asItIs = (text: string): string => text

/** How the text of a leaf becomes its value (rule M4). */
const scalars: { readonly [K in ScalarKind]: (text: string) => string | number | boolean | undefined } = {
  string: asItIs,
  id: asItIs,
  json: asItIs,
  base64: asItIs,
  integer,
  decimal,
  time: integer,
  flag,
}

/** Whether a leaf of this kind stays text. */
const isText = (kind: ScalarKind): boolean => scalars[kind] === asItIs

/** Reads one attribute out of the structure it belongs to. */
type Reader = (tree: WireTree) => unknown
/** The typed attributes of one row, in the order of the table. */
export type Readers = readonly (readonly [attribute: string, read: Reader])[]

const isTree = (value: WireValue | undefined): value is WireTree => typeof value === 'object' && !Array.isArray(value)

/** What stands at a path, or `undefined`. A list on the way has no single value. */
function single(tree: WireTree, path: readonly string[]): WireValue | undefined {
  let value: WireValue | undefined = tree
  for (const name of path) {
    if (!isTree(value)) return undefined
    value = value[name]
  }
  return value
}

/** Everything that stands at a path: repeated elements on the way are all followed (quirks Q1 and Q2). */
function all(tree: WireTree, path: readonly string[]): readonly WireValue[] {
  let values: readonly WireValue[] = [tree]
  for (const name of path) {
    values = values.flatMap((value) => {
      const next = isTree(value) ? value[name] : undefined
      return next === undefined ? [] : isList(next) ? next : [next]
    })
  }
  return values
}

/** The places where a field may stand, each split into names; no name at all is the surrounding structure itself. */
const places = (field: Field): readonly (readonly string[])[] =>
  [field.path, ...(field.aliases ?? [])].map((path) => (path === '' ? [] : path.split('.')))

/** The text of a leaf: a structure or a list where text is expected counts as nothing (rule M18). */
function leaf(paths: readonly (readonly string[])[]): (tree: WireTree) => string | undefined {
  const [first] = paths
  const [name] = first ?? []
  if (paths.length === 1 && first?.length === 1 && name !== undefined) {
    return (tree) => {
      const value = tree[name]
      return typeof value === 'string' ? value : undefined
    }
  }
  return (tree) => {
    for (const path of paths) {
      const value = single(tree, path)
      if (typeof value === 'string') return value
    }
    return undefined
  }
}

function scalarReader(field: Field & { readonly kind: ScalarKind }): Reader {
  const text = leaf(places(field))
  const convert = scalars[field.kind]
  const missing = field.required && isText(field.kind) ? '' : undefined
  return (tree) => {
    const found = text(tree)
    return found === undefined ? missing : convert(found)
  }
}

function pointReader(field: PointField): Reader {
  const latitudeText = leaf(places(field))
  const longitudeText = leaf([field.longitude.split('.')])
  return (tree) => {
    const latitude = decimal(latitudeText(tree) ?? '')
    const longitude = decimal(longitudeText(tree) ?? '')
    return latitude === undefined || longitude === undefined ? undefined : [latitude, longitude]
  }
}

function treeReader(field: TreeField): Reader {
  const paths = places(field)
  return (tree) => {
    for (const path of paths) {
      const value = single(tree, path)
      if (isTree(value)) return value
    }
    return nothing
  }
}

function objectReader(field: AnyObjectField): Reader {
  const paths = places(field)
  const readers = compile(field.of)
  return (tree) => {
    let found: WireValue | undefined
    for (const path of paths) found ??= single(tree, path)
    if (found === undefined && !field.required) return undefined
    const structures = found === undefined ? [] : isList(found) ? found.filter(isTree) : [found].filter(isTree)
    return readInto({}, readers, structures[0] ?? nothing)
  }
}

const nothing: WireTree = Object.freeze(Object.create(null) as WireTree)

function listReader(field: AnyListField): Reader {
  const paths = places(field)
  const { of } = field
  const readers = typeof of === 'string' ? [] : compile(of)
  const item = (value: WireValue): unknown => {
    if (typeof of === 'string') return typeof value === 'string' ? scalars[of](value) : undefined
    return isTree(value) ? readInto({}, readers, value) : undefined
  }
  return (tree) => {
    for (const path of paths) {
      const items = all(tree, path)
        .map(item)
        .filter((it) => it !== undefined)
      if (items.length > 0) return items
    }
    return []
  }
}

function readerOf(field: Field): Reader {
  switch (field.kind) {
    case 'object':
      return objectReader(field)
    case 'list':
      return listReader(field)
    case 'point':
      return pointReader(field)
    case 'tree':
      return treeReader(field)
    default:
      return scalarReader(field)
  }
}

const compile = (fields: Fields): Readers =>
  Object.entries(fields).map(([attribute, field]) => [attribute, readerOf(field)] as const)

/** Reads every attribute of `readers` out of `tree` into `target`. */
export function readInto(target: Record<string, unknown>, readers: Readers, tree: WireTree): Record<string, unknown> {
  for (const [attribute, read] of readers) target[attribute] = read(tree)
  return target
}

/** The readers of the rows that were met. A memo, and nothing else: to compile all at import would cost every cold start. */
const compiled = new WeakMap<AnyRow, Readers>()

/** The readers of a row, compiled when it is met first. */
export function readersOf(row: AnyRow): Readers {
  const known = compiled.get(row)
  if (known !== undefined) return known
  const readers = compile(row.fields)
  compiled.set(row, readers)
  return readers
}
