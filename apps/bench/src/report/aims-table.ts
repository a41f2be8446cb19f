import type { Aim } from '../aims.js'
import type { Results } from '../results.js'
import { table } from './table.js'

/** Each aim whose figure was measured. */
export function aimsTable(aims: readonly Aim[], results: Results): string {
  const rows = aims.flatMap((it) => {
    const value = it.find(results)
    return value === undefined ? [] : [[it.figure, it.aim, it.show(value), it.isMet(value) ? 'met' : '**missed**']]
  })
  const left = aims.length - rows.length
  return [
    table(['figure', 'aim', 'measured', ''], rows),
    ...(left > 0 ? [`${left} more were not measured in this run.`] : []),
  ].join('\n\n')
}
