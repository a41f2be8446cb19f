import { byOwner, type SelfTime } from '../profile/self-time.js'
import { table } from './table.js'

const shown = 40

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** Where a profile's time went, by owner and by function. */
export const profileTables = (times: readonly SelfTime[]): string =>
  [
    table(
      ['owner', 'self time'],
      byOwner(times).map(({ owner, share }) => [owner, percent(share)]),
    ),
    table(
      ['function', 'self time', 'where'],
      times.slice(0, shown).map(({ name, share, place }) => [name, percent(share), place]),
    ),
  ].join('\n\n')
