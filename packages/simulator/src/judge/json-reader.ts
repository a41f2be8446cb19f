import type { AnswerNode, ReadResult } from './node.js'

/** Reads a JSON answer into the same shape as an XML one: members become children, lists become repeated children. */
export function readJson(text: string): ReadResult {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { ok: false, problem: 'the JSON is not an object', line: 1, column: 1 }
    }
    return { ok: true, root: toNode('xml', value) }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : 'unreadable', ...positionIn(error) }
  }
}

function toNode(name: string, value: unknown): AnswerNode {
  if (typeof value !== 'object' || value === null) {
    return { name, text: value === null || value === undefined ? '' : String(value), children: [] }
  }
  const children = Object.entries(value).flatMap(([key, inner]) =>
    Array.isArray(inner) ? inner.map((item) => toNode(key, item)) : [toNode(key, inner)],
  )
  return { name, text: '', children }
}

/** Some releases of the engine say where, some do not. */
function positionIn(error: unknown): { line: number; column: number } {
  const found = error instanceof Error ? /line (\d+) column (\d+)/.exec(error.message) : null
  return { line: Number(found?.[1] ?? 0), column: Number(found?.[2] ?? 0) }
}
