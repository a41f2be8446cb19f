import type { World } from '../world.js'
import { Groups } from './groups/groups.js'
import { Menus } from './menu/menus.js'
import { Tags } from './tags/tags.js'
import { Migrations } from './users/migrations.js'
import { OpenidList } from './users/openid-list.js'

/** What the platform keeps of an account's users, and of the menus they see. */
export interface PeopleState {
  /** In the order in which they followed. */
  readonly followers: OpenidList
  readonly blacklist: OpenidList
  readonly tags: Tags
  /** Of an account of the time before tags. */
  readonly groups: Groups
  readonly menus: Menus
  /** Followers taken over from other accounts. */
  readonly migrations: Migrations
}

export function peopleState({ ids }: World): PeopleState {
  const blacklist = new OpenidList()
  return {
    followers: new OpenidList(),
    blacklist,
    tags: new Tags(),
    groups: new Groups(blacklist),
    menus: new Menus(() => ids.menuId()),
    migrations: new Migrations(),
  }
}
