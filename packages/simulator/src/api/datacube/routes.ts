import type { JsonAnswer } from '../answer.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { askedDays } from './calendar.js'
import { interfaceByHour, interfaceSummary } from './interface-reports.js'
import { upstreamByHour, upstreamDistribution, upstreamMessages } from './message-reports.js'
import { eachDay, eachMonth, eachWeek, type Period, type PeriodsOf } from './periods.js'
import { userCumulate, userSummary } from './user-reports.js'

const daysAsked = ({ body, world }: ApiCall, maxDays: number) => askedDays(body, { maxDays, now: world.clock.now() })

interface Report {
  readonly id: string
  readonly maxDays: number
  /** Days when not given. */
  readonly periods?: PeriodsOf
  readonly rows: (call: ApiCall, periods: readonly Period[]) => readonly JsonAnswer[]
  readonly differences?: readonly string[]
}

const report = ({ id, maxDays, periods = eachDay, rows, differences = [] }: Report): ApiRoute => ({
  id,
  run: (call) => ({ list: rows(call, periods(daysAsked(call, maxDays), call.world.clock.now())) }),
  differences: ['Figures are there at once after midnight in China, not at eight in the morning.', ...differences],
})

const notCounted = 'Places that users send are not counted; cards of mini programs and files count as type 6.'

const messages = (make: typeof upstreamMessages) => (call: ApiCall, periods: readonly Period[]) =>
  make(call.state.statistics.messages, periods)

const callbacks = (make: typeof interfaceSummary) => (call: ApiCall, periods: readonly Period[]) =>
  make(call.state.statistics.callbacks, periods)

const counted = [
  'Every delivery is counted, repeated ones too; it fails without an answer or with a status other than 200.',
]

export const datacubeRoutes: readonly ApiRoute[] = [
  {
    id: 'datacube.getUserSummary',
    run: (call) => ({ list: userSummary(call.state.statistics.follows, daysAsked(call, 7)) }),
    differences: ['Users who follow from the moment they are created count as followers, but were never won.'],
  },
  {
    id: 'datacube.getUserCumulate',
    run: (call) => ({ list: userCumulate(call.account.users, call.state.statistics.follows, daysAsked(call, 7)) }),
  },
  report({
    id: 'datacube.getUpstreamMessage',
    maxDays: 7,
    rows: messages(upstreamMessages),
    differences: [notCounted],
  }),
  report({
    id: 'datacube.getUpstreamMessageHour',
    maxDays: 1,
    rows: messages(upstreamByHour),
    differences: [notCounted],
  }),
  report({
    id: 'datacube.getUpstreamMessageWeek',
    maxDays: 30,
    periods: eachWeek,
    rows: messages(upstreamMessages),
    differences: [notCounted],
  }),
  report({
    id: 'datacube.getUpstreamMessageMonth',
    maxDays: 30,
    periods: eachMonth,
    rows: messages(upstreamMessages),
    differences: [notCounted],
  }),
  report({ id: 'datacube.getUpstreamMessageDistribution', maxDays: 15, rows: messages(upstreamDistribution) }),
  report({
    id: 'datacube.getUpstreamMessageDistributionWeek',
    maxDays: 30,
    periods: eachWeek,
    rows: messages(upstreamDistribution),
  }),
  report({
    id: 'datacube.getUpstreamMessageDistributionMonth',
    maxDays: 30,
    periods: eachMonth,
    rows: messages(upstreamDistribution),
  }),
  report({
    id: 'datacube.getInterfaceSummary',
    maxDays: 30,
    rows: callbacks(interfaceSummary),
    differences: counted,
  }),
  report({
    id: 'datacube.getInterfaceSummaryHour',
    maxDays: 1,
    rows: callbacks(interfaceByHour),
    differences: counted,
  }),
]
