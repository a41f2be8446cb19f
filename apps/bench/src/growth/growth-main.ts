import { answerParent } from '../child/answer-parent.js'
import { growOverAnHour, type HourRow } from './hour.js'
import { growWithSize, type SizeRow } from './size.js'
import { growWithUsers, type UsersRow } from './users.js'

/** How costs grow with the number of users, with time, and with the size of a message. */
export interface Growth {
  readonly users: readonly UsersRow[]
  readonly hour: readonly HourRow[]
  readonly size: readonly SizeRow[]
}

const calls = {
  async measure({ rounds }: { readonly rounds: number }): Promise<Growth> {
    const size = growWithSize(rounds)
    const hour = await growOverAnHour()
    return { users: await growWithUsers(rounds), hour, size }
  },
}

export type GrowthCalls = typeof calls

answerParent(calls)
