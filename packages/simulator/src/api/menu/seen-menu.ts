import type { User } from '../../user.js'
import type { AccountState } from '../account-state.js'
import type { PublishedMenu } from './menus.js'

/** The menu that a user sees now. */
export const seenMenu = (user: User, { menus, tags }: AccountState): PublishedMenu =>
  menus.seenBy({ lastTagId: tags.of(user.openid).at(-1), platform: user.profile.platform })
