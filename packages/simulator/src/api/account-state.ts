import type { World } from '../world.js'
import { AccessTokens } from './tokens/access-tokens.js'

/** What the platform keeps for one account and its API changes. A domain is a line here. */
export interface AccountState {
  readonly tokens: AccessTokens
}

export const accountState = (world: World): AccountState => ({
  tokens: new AccessTokens(world),
})
