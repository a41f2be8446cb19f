import type { World } from '../world.js'
import { type ContentState, contentState } from './content-state.js'
import { type MessageState, messageState } from './message-state.js'
import { RidLog } from './openapi/rids.js'
import { type PeopleState, peopleState } from './people-state.js'
import { Quotas } from './quotas.js'
import { AccessTokens } from './tokens/access-tokens.js'
import { type WebState, webState } from './web-state.js'

/** What the platform keeps for one account and its API changes. A domain is a line here. */
export interface AccountState extends ContentState, PeopleState, WebState, MessageState {
  readonly tokens: AccessTokens
  readonly quotas: Quotas
  readonly rids: RidLog
}

export const accountState = (world: World): AccountState => ({
  ...contentState(world),
  ...messageState(world),
  ...peopleState(world),
  ...webState(world),
  tokens: new AccessTokens(world),
  quotas: new Quotas(world),
  rids: new RidLog(world),
})
