/** The long fuzz run: `pnpm --filter @wx/xml-messages fuzz -- --seconds 60 --seed 1`. Ends with 1 when something does not hold. */
import { parseArgs } from 'node:util'
import { growths, steep } from './fuzz/growth.js'
import { oddPushes } from './fuzz/odd-pushes.js'
import { fuzz } from './fuzz/run.js'

// pnpm hands on the `--` that stands before the options, too.
const args = process.argv.slice(2).filter((it) => it !== '--')
const { values } = parseArgs({
  args,
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32))
const end = performance.now() + Number(values.seconds) * 1000

console.log(`seed ${seed}`)
const { cases, read, finding } = fuzz({
  seed,
  corpus: oddPushes.map(({ body }) => body),
  goesOn: () => performance.now() < end,
})
console.log(`${cases} bodies, ${read} of them read, the others refused`)
if (finding !== undefined) {
  console.error(`case ${finding.case}: ${finding.problem}`)
  console.error(
    JSON.stringify(typeof finding.body === 'string' ? finding.body : Buffer.from(finding.body).toString('base64')),
  )
}

const all = growths()
for (const { shape, milliseconds, factor } of all) {
  const isSteep = factor > steep ? ': more than linear' : ''
  console.log(
    `${shape}: ${milliseconds.toFixed(2)} ms, ${factor.toFixed(1)} times that for eight times the size${isSteep}`,
  )
}
process.exitCode = finding === undefined && all.every(({ factor }) => factor <= steep) ? 0 : 1
