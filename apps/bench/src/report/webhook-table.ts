import { ratioOf } from '../aims.js'
import type { Form } from '../message/account.js'
import type { Results } from '../results.js'
import { contestantOf } from '../servers/contestants.js'
import type { Standing } from '../webhook/measure.js'
import { table } from './table.js'

const head = ['', 'CPU µs', 'best round', '× limit', 'p50 ms', 'p99 ms', 'req/s', 'answers looked into', 'wrong']

/** Every contestant in one form. */
export function webhookTable(results: Results, form: Form): string {
  const standings = (results.standings ?? []).filter((it) => it.form === form)
  const notes = standings.flatMap(({ id }) => {
    const { label, note } = contestantOf(id)
    return form === 'plain' && note !== undefined ? [`${label}: ${note}.`] : []
  })
  const broken = standings.flatMap(({ id, wrongExample }) =>
    wrongExample === undefined ? [] : [`**${id}**: ${wrongExample.replaceAll('\n', ' ')}`],
  )
  return [
    table(
      head,
      standings.map((it) => row(it, results)),
    ),
    ...notes,
    ...broken,
  ].join('\n\n')
}

const row = (it: Standing, results: Results): readonly string[] => [
  contestantOf(it.id).label,
  it.cpuMedian.toFixed(1),
  Math.min(...it.cpu).toFixed(1),
  ratioOf(results, it.form, ['limit', it.id])?.toFixed(2) ?? '–',
  it.p50Ms.toFixed(2),
  it.p99Ms.toFixed(2),
  it.requestsPerSecond.toFixed(0),
  it.checked === 0 ? '(constant)' : String(it.checked),
  String(it.wrong),
]
