/** A group of followers, as tags were before 2016. */
export interface Group {
  readonly id: number
  readonly name: string
}

/** Everybody who is in no other group. */
const ungrouped: Group = { id: 0, name: '未分组' }
/** Whoever is in it is blacklisted. */
const blocked: Group = { id: 1, name: '黑名单' }
const starred: Group = { id: 2, name: '星标组' }

/** They belong to the platform. */
export const systemGroups: readonly Group[] = [ungrouped, blocked, starred]

const firstOwnId = 100

/** What the groups ask after the blacklist, which is group 1. */
export interface Blacklist {
  has(openid: string): boolean
  add(openid: string): void
  delete(openid: string): void
}

/** The groups of one account: a follower is in one of them. Checks nothing: the routes do. */
export class Groups {
  readonly #blacklist: Blacklist
  readonly #groups = new Map<number, Group>(systemGroups.map((it) => [it.id, it]))
  readonly #ofUser = new Map<string, number>()
  #nextId = firstOwnId

  constructor(blacklist: Blacklist) {
    this.#blacklist = blacklist
  }

  list(): readonly Group[] {
    return [...this.#groups.values()]
  }

  has(id: number): boolean {
    return this.#groups.has(id)
  }

  create(name: string): Group {
    const group = { id: this.#nextId++, name }
    this.#groups.set(group.id, group)
    return group
  }

  rename(id: number, name: string): void {
    this.#groups.set(id, { id, name })
  }

  /** Its members are in no group then. */
  delete(id: number): void {
    this.#groups.delete(id)
    for (const [openid, group] of this.#ofUser) if (group === id) this.#ofUser.delete(openid)
  }

  of(openid: string): number {
    return this.#blacklist.has(openid) ? blocked.id : (this.#ofUser.get(openid) ?? ungrouped.id)
  }

  move(openid: string, id: number): void {
    if (id === blocked.id) this.#blacklist.add(openid)
    else this.#blacklist.delete(openid)
    if (id === blocked.id || id === ungrouped.id) this.#ofUser.delete(openid)
    else this.#ofUser.set(openid, id)
  }

  /** The user leaves the group. */
  forget(openid: string): void {
    this.#ofUser.delete(openid)
  }
}
