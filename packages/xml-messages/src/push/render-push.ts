import { RenderError } from '../errors.js'
import { isList } from '../read/tree.js'
import { cdata, fitForXml, isElementName } from '../reply/body.js'
import type { WireFormat, WireTree, WireValue } from '../wire.js'

/** What WeChat writes without quotes or CDATA section when it is digits. Never through a JS number: 19 digits. */
const bare: ReadonlySet<string> = new Set(['CreateTime', 'MsgId', 'MsgID'])
const digits = /^(?:0|[1-9]\d*)$/

const isBare = (name: string, value: string): boolean => bare.has(name) && digits.test(value)

function element(name: string, value: WireValue): string {
  if (isList(value)) return value.map((item) => element(name, item)).join('')
  if (!isElementName(name)) throw new RenderError(`${JSON.stringify(name)} cannot be the name of an element`)
  if (typeof value !== 'string') return `<${name}>${elements(value)}</${name}>`
  return `<${name}>${isBare(name, value) ? value : cdata(value)}</${name}>`
}

const elements = (tree: WireTree): string =>
  Object.keys(tree)
    .map((name) => element(name, tree[name] ?? ''))
    .join('')

function json(name: string, value: WireValue): string {
  if (typeof value === 'string') return isBare(name, value) ? value : JSON.stringify(fitForXml(value))
  if (isList(value)) return `[${value.map((item) => json(name, item)).join(',')}]`
  const members = Object.keys(value).map((key) => `${JSON.stringify(key)}:${json(key, value[key] ?? '')}`)
  return `{${members.join(',')}}`
}

/**
 * Writes a push as WeChat writes it: texts in CDATA sections (XML) or quotes (JSON), `CreateTime` and message ids bare.
 *
 * @throws RenderError when a name cannot be the name of an XML element.
 */
export function renderPush(fields: WireTree, format: WireFormat): string {
  return format === 'json' ? json('', fields) : `<xml>${elements(fields)}</xml>`
}
