import { OpenidList } from '../users/openid-list.js'

/** A tag that followers can carry. */
export interface Tag {
  readonly id: number
  readonly name: string
  readonly count: number
}

interface Kept {
  readonly id: number
  name: string
  readonly members: OpenidList
}

/** Every account has it: followers with a star in the console. */
const starred = { id: 2, name: '星标组' }

/** Ids below belong to the platform. */
const firstOwnId = 100

/** The tags of one account, and who carries them. Checks nothing: the routes do. */
export class Tags {
  readonly #tags = new Map<number, Kept>([[starred.id, { ...starred, members: new OpenidList() }]])
  readonly #ofUser = new Map<string, readonly number[]>()
  #nextId = firstOwnId

  list(): readonly Tag[] {
    return [...this.#tags.values()].map(shown)
  }

  get(id: number): Tag | undefined {
    const tag = this.#tags.get(id)
    return tag === undefined ? undefined : shown(tag)
  }

  named(name: string): Tag | undefined {
    return this.list().find((it) => it.name === name)
  }

  create(name: string): Tag {
    const tag = { id: this.#nextId++, name, members: new OpenidList() }
    this.#tags.set(tag.id, tag)
    return shown(tag)
  }

  rename(id: number, name: string): void {
    const tag = this.#tags.get(id)
    if (tag !== undefined) tag.name = name
  }

  delete(id: number): void {
    for (const openid of this.members(id)) this.untag(id, openid)
    this.#tags.delete(id)
  }

  /** Openids of those who carry the tag, in the order in which they got it; none for a tag that does not exist. */
  members(id: number): readonly string[] {
    return this.#tags.get(id)?.members.values() ?? []
  }

  /** The same for reading page by page. */
  memberList(id: number): OpenidList | undefined {
    return this.#tags.get(id)?.members
  }

  /** Ids of the tags a user carries, in the order in which they were put on. */
  of(openid: string): readonly number[] {
    return this.#ofUser.get(openid) ?? []
  }

  tag(id: number, openid: string): void {
    const members = this.#tags.get(id)?.members
    if (members === undefined || members.has(openid)) return
    members.add(openid)
    this.#ofUser.set(openid, [...this.of(openid), id])
  }

  untag(id: number, openid: string): void {
    this.#tags.get(id)?.members.delete(openid)
    this.#ofUser.set(
      openid,
      this.of(openid).filter((it) => it !== id),
    )
  }

  /** Takes all tags off a user. */
  forget(openid: string): void {
    for (const id of this.of(openid)) this.untag(id, openid)
    this.#ofUser.delete(openid)
  }
}

const shown = ({ id, name, members }: Kept): Tag => ({ id, name, count: members.size })
