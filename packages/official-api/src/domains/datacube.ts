import { ConfigError } from '@wx/core'
import type { CallOptions, DatacubeApi, DatacubeGetArticleSummaryRequest } from '@wx/endpoints'
import { fields, optionsOf, shown } from '../arguments/check.js'
import { type Day, dayNumber, dayText } from '../arguments/days.js'
import type { Shorthands } from './shorthands.js'

/** Days that one call may span, as each method's page says. Figures of weeks and months are not cut in pieces. */
const longestSpan = {
  getArticleSummary: 1,
  getArticleTotal: 1,
  getInterfaceSummary: 30,
  getInterfaceSummaryHour: 1,
  getUpstreamMessage: 7,
  getUpstreamMessageDistribution: 15,
  getUpstreamMessageHour: 1,
  getUserCumulate: 7,
  getUserRead: 3,
  getUserReadHour: 1,
  getUserShare: 7,
  getUserShareHour: 1,
  getUserSummary: 7,
} as const

/** Figures by day that may be asked for over any span. */
export type DailyFigures = keyof typeof longestSpan

/** One line of such figures. */
export type FigureOf<Method extends DailyFigures> = NonNullable<
  Awaited<ReturnType<DatacubeApi[Method]>>['list']
>[number]

/** From one day to another, both included, in the time of Shanghai. */
export interface DaySpan {
  readonly from: Day
  /** Yesterday at the latest. */
  readonly to: Day
}

/** Figures of followers, articles, messages and calls. */
export interface DatacubeDomain extends DatacubeApi {
  /**
   * Figures of any span: `between('getUserSummary', { from: '2026-01-01', to: '2026-01-31' })`. One call is made after
   * the other, each of as many days as WeChat takes.
   *
   * @param method one of those with figures by day
   * @throws ConfigError for a day that is none, or a span that ends before it begins
   * @see https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html
   */
  between<Method extends DailyFigures>(
    method: Method,
    span: DaySpan,
    options?: CallOptions,
  ): Promise<readonly FigureOf<Method>[]>
}

type Ask<Figure> = (
  request: DatacubeGetArticleSummaryRequest,
  options?: CallOptions,
) => Promise<{ readonly list?: readonly Figure[] }>

export const datacubeShorthands = (api: DatacubeApi): Shorthands<DatacubeDomain, DatacubeApi> => ({
  async between<Method extends DailyFigures>(method: Method, span: DaySpan, options?: CallOptions) {
    if (typeof method !== 'string' || !Object.hasOwn(longestSpan, method)) {
      throw new ConfigError('method', `must be one of ${Object.keys(longestSpan).join(', ')}, not ${shown(method)}`)
    }
    const { from, to } = fields('span', span, "{ from: '2026-01-01', to: '2026-01-31' }")
    const [first, last] = [dayNumber('span.from', from), dayNumber('span.to', to)]
    if (first > last) throw new ConfigError('span.to', 'lies before span.from')
    optionsOf(options)
    const days = longestSpan[method]
    const ask = api[method] as Ask<FigureOf<Method>>
    const figures: FigureOf<Method>[] = []
    for (let begin = first; begin <= last; begin += days) {
      const request = { begin_date: dayText(begin), end_date: dayText(Math.min(begin + days - 1, last)) }
      figures.push(...((await ask(request, options)).list ?? []))
    }
    return figures
  },
})
