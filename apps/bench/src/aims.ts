import type { KitId } from './calls/kits.js'
import type { Form } from './message/account.js'
import type { Results } from './results.js'
import type { ContestantId } from './servers/contestants.js'
import { pairedRatio } from './statistics.js'

/** What we want to reach, from the project's page on performance. */
export interface Aim {
  readonly figure: string
  readonly aim: string
  /** The figure in these results; undefined when they do not hold it. */
  find(results: Results): number | undefined
  isMet(value: number): boolean
  show(value: number): string
}

/** How much more CPU `other` needs than `robot`, round by round. */
export function ratioOf(
  results: Results,
  form: Form,
  [over, under]: readonly [ContestantId, ContestantId],
): number | undefined {
  const find = (id: ContestantId) => results.standings?.find((it) => it.id === id && it.form === form)
  const [a, b] = [find(over), find(under)]
  return a === undefined || b === undefined ? undefined : pairedRatio(a.cpu, b.cpu)
}

interface RatioAim {
  readonly figure: string
  readonly form: Form
  readonly of: readonly [over: ContestantId, under: ContestantId]
  readonly least: number
  readonly glory?: number
}

const ratios: readonly RatioAim[] = [
  { figure: 'node:http, against the limit', form: 'plain', of: ['limit', 'robot'], least: 0.8, glory: 0.85 },
  { figure: 'node:http, against the limit', form: 'secure', of: ['limit', 'robot'], least: 0.85, glory: 0.95 },
  {
    figure: "express 5, against the limit's work in it",
    form: 'plain',
    of: ['express-limit', 'express-robot'],
    least: 0.9,
  },
  {
    figure: "express 5, against the limit's work in it",
    form: 'secure',
    of: ['express-limit', 'express-robot'],
    least: 0.9,
  },
  { figure: "koa 3, against the limit's work in it", form: 'plain', of: ['koa-limit', 'koa-robot'], least: 0.85 },
  { figure: "koa 3, against the limit's work in it", form: 'secure', of: ['koa-limit', 'koa-robot'], least: 0.85 },
  { figure: 'node:http, against express + wechat', form: 'plain', of: ['express-wechat', 'robot'], least: 5 },
  { figure: 'node:http, against express + wechat', form: 'secure', of: ['express-wechat', 'robot'], least: 3.5 },
  { figure: 'node:http, against koa + co-wechat', form: 'plain', of: ['koa-co-wechat', 'robot'], least: 3 },
  { figure: 'node:http, against koa + co-wechat', form: 'secure', of: ['koa-co-wechat', 'robot'], least: 2.7 },
]

const ofRatio = ({ figure, form, of, least, glory }: RatioAim): Aim => ({
  figure: `${figure}, ${form}`,
  aim: `≥ ${least} ×${glory === undefined ? '' : ` (glory: ${glory})`}`,
  find: (results) => ratioOf(results, form, of),
  isMet: (value) => value >= least,
  show: (value) => `${value.toFixed(2)} ×`,
})

const extraMegabytes = 12

const ofMemory = (form: Form): Aim => ({
  figure: `memory after load beyond the limit's, ${form}`,
  aim: `≤ ${extraMegabytes} MB`,
  find({ memory }) {
    const find = (id: ContestantId) => memory?.find((it) => it.id === id && it.form === form)?.rss
    const [limit, robot] = [find('limit'), find('robot')]
    return limit === undefined || robot === undefined ? undefined : (robot - limit) / 2 ** 20
  },
  isMet: (value) => value <= extraMegabytes,
  show: (value) => `${value.toFixed(1)} MB`,
})

const ofCold = (name: string, most: number): Aim => ({
  figure: `cold import of ${name}, CPU`,
  aim: `≤ ${most} ms`,
  // By CPU: on a busy machine the time on the wall is the neighbours'.
  find: ({ cold }) => cold?.find((it) => it.name === name)?.cpuMs,
  isMet: (value) => value <= most,
  show: (value) => `${value.toFixed(1)} ms`,
})

/** "Flat" and "linear" have no number in the aims; this much is taken for noise. */
const flat = 1.25

const flatness = (figure: string, find: Aim['find']): Aim => ({
  figure,
  aim: `flat (≤ ${flat} ×)`,
  find,
  isMet: (value) => value <= flat,
  show: (value) => `${value.toFixed(2)} ×`,
})

/** What has to hold of every storm that stands on one store, or on one process: the last case has neither. */
const ofStorms = (id: KitId): Aim => ({
  figure: `token requests, or calls that failed, of 200 at once in the worst case: ${id}`,
  aim: '≤ 1, 0 failed',
  find({ tokens }) {
    const rows = tokens?.filter(({ title }) => !title.includes('without a store')).flatMap((it) => it.rows)
    const own = rows?.filter((it) => it.id === id) ?? []
    return own.length === 0 ? undefined : Math.max(...own.map((it) => (it.failed > 0 ? it.failed : it.tokenRequests)))
  },
  isMet: (value) => value <= 1,
  show: (value) => String(value),
})

const quotient = (last: number | undefined, first: number | undefined): number | undefined =>
  last === undefined || first === undefined ? undefined : last / first

/** Every aim the benchmark can judge. */
export const aims: readonly Aim[] = [
  ...ratios.map(ofRatio),
  ofMemory('plain'),
  ofMemory('secure'),
  ofCold('@wx/robot', 20),
  ofCold('@wx/official-api', 60),
  ofStorms('official-api'),
  ofStorms('official-api-classic'),
  flatness('CPU of a message, 100,000 users against 10', ({ growth }) =>
    quotient(growth?.users.at(-1)?.ns, growth?.users[0]?.ns),
  ),
  flatness('CPU of a message, the last ten minutes of an hour against the first', ({ growth }) =>
    quotient(growth?.hour.at(-1)?.ns, growth?.hour[0]?.ns),
  ),
  flatness('parse time for each KB, 100 KB against 10 KB', ({ growth }) => {
    const [, ten, hundred] = growth?.size ?? []
    return ten && hundred && hundred.nestedNs / hundred.kilobytes / (ten.nestedNs / ten.kilobytes)
  }),
]
