import type { Profiler } from 'node:inspector'

/** Where the time went: a function, without those it called. */
export interface SelfTime {
  readonly name: string
  /** `@wx/robot/engine.js:40`, `node:internal/…`, or empty for what is no JavaScript. */
  readonly place: string
  /** Of all time that was work, 0 to 1. */
  readonly share: number
}

interface Row {
  readonly name: string
  readonly place: string
  micros: number
}

/** Adds a profile up by function, the most expensive first. */
export function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly SelfTime[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const rows = new Map<string, Row>()
  let total = 0
  samples.forEach((id, i) => {
    const frame = frames.get(id)
    const micros = timeDeltas[i] ?? 0
    if (frame === undefined || isNoWork(frame)) return
    total += micros
    const key = `${frame.functionName} ${frame.url}:${frame.lineNumber}`
    const row = rows.get(key)
    if (row === undefined) rows.set(key, { name: frame.functionName || '(anonymous)', place: placeOf(frame), micros })
    else row.micros += micros
  })
  return [...rows.values()]
    .sort((a, b) => b.micros - a.micros)
    .map(({ name, place, micros }) => ({ name, place, share: micros / total }))
}

/** Waiting, and the profiler's own starting and stopping. */
const isNoWork = ({ functionName, url }: { readonly functionName: string; readonly url: string }): boolean =>
  functionName === '(idle)' || (functionName === 'dispatch' && url === '')

/** Without the machine's folders: what comes after the last `node_modules`, `packages` or `apps`. */
function placeOf({ url, lineNumber }: { readonly url: string; readonly lineNumber: number }): string {
  if (url === '') return ''
  const own = /.*\/(?:packages|apps)\/([^/]+)\/(?:dist|src)\/(.*)$/.exec(url)
  const installed = /.*\/node_modules\/(.*)$/.exec(url)
  const short = own !== null ? `@wx/${own[1]}/${own[2]}` : (installed?.[1] ?? url.replace(/^file:.*\//, ''))
  return `${short}:${lineNumber + 1}`
}

/** Whose code the time was spent in: a package, Node, the collector, or native code. */
export function byOwner(times: readonly SelfTime[]): readonly { readonly owner: string; readonly share: number }[] {
  const owners = new Map<string, number>()
  for (const { name, place, share } of times) {
    const owner = ownerOf(name, place)
    owners.set(owner, (owners.get(owner) ?? 0) + share)
  }
  return [...owners].map(([owner, share]) => ({ owner, share })).sort((a, b) => b.share - a.share)
}

function ownerOf(name: string, place: string): string {
  if (place === '') return name.startsWith('(') ? name : 'native code'
  if (place.startsWith('node:')) return place.startsWith('node:internal/crypto') ? 'node:crypto' : 'node'
  return /^(?:@[^/]+\/)?[^/:]+/.exec(place)?.[0] ?? place
}
