import { aims } from '../aims.js'
import { forms } from '../message/account.js'
import type { Results } from '../results.js'
import { aimsTable } from './aims-table.js'
import {
  callTable,
  coldTable,
  growthTables,
  memoryTable,
  partTables,
  sizeTable,
  stormTables,
} from './section-tables.js'
import { webhookTable } from './webhook-table.js'

/** Share of the machine that others may use without spoiling the figures. */
const quiet = 0.1

/** The whole report, as Markdown. */
export function report(results: Results): string {
  const { machine, standings, parts, calls, tokens, cold, sizes, growth, memory } = results
  const blocks = [
    '# @wx: what it costs',
    `Node ${machine.node} (V8 ${machine.v8}), ${machine.platform}, ${machine.cores} × ${machine.cpu}, ${machine.memoryGb} GB. ` +
      (machine.pinned
        ? 'Server and load on one core each.'
        : 'Processes could not be bound to cores (no taskset, or one core only): take the figures with care.'),
  ]
  if (machine.busyBefore > quiet) {
    blocks.push(
      `**The machine is busy**: before the run others used ${(100 * machine.busyBefore).toFixed(0)} % of its CPU. Caches are shared, so ` +
        'what stands below is noise to a good part; repeat it on an idle machine before you believe a ratio.',
    )
  }
  if (standings !== undefined) {
    blocks.push(
      '## A whole webhook over HTTP',
      'CPU of the server process for one request (median of the rounds), beside the limit: bare Node with every check, written by hand for ' +
        'this one message. `× limit` is the median of the ratios of the rounds; 1.00 is the limit, less is slower.',
      ...forms.map((form) => `### ${form}\n\n${webhookTable(results, form)}`),
    )
  }
  if (parts !== undefined) blocks.push('## Parts, without sockets', ...partTables(parts))
  if (calls !== undefined) blocks.push('## Calling WeChat', callTable(calls))
  if (tokens !== undefined) blocks.push('## Token storms', ...stormTables(tokens))
  if (cold !== undefined) blocks.push('## Cold import, beyond Node', coldTable(cold))
  if (sizes !== undefined) blocks.push('## Install size', sizeTable(sizes))
  if (growth !== undefined) blocks.push('## Growth', ...growthTables(growth))
  if (memory !== undefined) blocks.push('## Memory after load', memoryTable(memory))
  blocks.push('## Aims', aimsTable(aims, results))
  return `${blocks.join('\n\n')}\n`
}
