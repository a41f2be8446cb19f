import type { CallCost } from '../calls/call-cost.js'
import type { TokenStorm } from '../calls/token-storm.js'
import type { ColdImport } from '../cold/cold.js'
import type { InstallSize } from '../cold/install-size.js'
import type { Growth } from '../growth/growth-main.js'
import type { MemoryRow } from '../memory/memory.js'
import type { PartResult } from '../parts/op.js'
import { contestantOf } from '../servers/contestants.js'
import { megabytes, micros, table } from './table.js'

/** A table for each part; the first row is what the others are compared with. */
export const partTables = (parts: readonly PartResult[]): readonly string[] =>
  parts.map(({ title, rows }) => {
    const base = rows[0]?.ns ?? Number.NaN
    return table(
      [title, 'µs', '× the first'],
      rows.map(({ label, ns }) => [label, micros(ns), (ns / base).toFixed(2)]),
    )
  })

export const coldTable = (cold: readonly ColdImport[]): string =>
  table(
    ['', 'ms', 'CPU ms', 'MB'],
    cold.map(({ name, ms, cpuMs, rss }) => [name, ms.toFixed(1), cpuMs.toFixed(1), megabytes(rss)]),
  )

export const callTable = (calls: readonly CallCost[]): string =>
  table(
    ['One call (POST of a menu)', 'CPU µs', '× bare fetch'],
    calls.map(({ label, ns, ratio }) => [label, micros(ns), ratio.toFixed(2)]),
  )

export const stormTables = (storms: readonly TokenStorm[]): readonly string[] =>
  storms.map(({ title, rows }) =>
    table(
      [`200 calls at once: ${title}`, 'token requests', 'failed calls'],
      rows.map(({ label, tokenRequests, failed }) => [label, String(tokenRequests), String(failed)]),
    ),
  )

export const sizeTable = (sizes: readonly InstallSize[]): string =>
  table(
    ['Installed', 'MB', 'packages'],
    sizes.map(({ name, bytes, packages }) => [name, megabytes(bytes), String(packages)]),
  )

export const growthTables = ({ users, hour, size }: Growth): readonly string[] => [
  table(
    ['Users (after 100,000 messages)', 'µs for a message'],
    users.map((it) => [it.users.toLocaleString('en'), micros(it.ns)]),
  ),
  table(
    ['Minute of a busy hour', 'µs for a message', 'heap MB'],
    hour.map((it) => [`${it.fromMinute}–${it.fromMinute + 10}`, micros(it.ns), megabytes(it.heapUsed)]),
  ),
  table(
    ['Size of a message', 'flat: µs', 'µs for each KB', 'nested: µs', 'µs for each KB'],
    size.map((it) => [
      `${it.kilobytes} KB`,
      micros(it.flatNs),
      micros(it.flatNs / it.kilobytes),
      micros(it.nestedNs),
      micros(it.nestedNs / it.kilobytes),
    ]),
  ),
]

export const memoryTable = (memory: readonly MemoryRow[]): string =>
  table(
    ['', 'messages', 'RSS MB', 'heap MB', 'heap bytes for each further message'],
    memory.map((it) => [
      `${contestantOf(it.id).label}, ${it.form}`,
      it.messages.toLocaleString('en'),
      megabytes(it.rss),
      megabytes(it.heapUsed),
      it.bytesPerMessage.toFixed(0),
    ]),
  )
