import { type ContextStore, joinKey, type UserContext } from '@wx/context-store'
import type { IncomingMessage } from '@wx/xml-messages'

/** What a robot notes of a user for itself, in a place of its own beside the sessions. */
export class Notes {
  readonly #store: ContextStore
  readonly #account: string | undefined
  readonly #place: string

  /** @param place keeps notes apart from each other; and from sessions, whose accounts are no joined keys */
  constructor(store: ContextStore, account: string | undefined, place: string) {
    this.#store = store
    this.#account = account
    this.#place = place
  }

  /** One text for each user. */
  userOf({ source, target }: IncomingMessage): string {
    return joinKey(this.#account ?? target, source)
  }

  read(message: IncomingMessage): Promise<UserContext> {
    return this.#store.open(message.source, this.#under(message))
  }

  /** Reads, changes and writes in one step; `change` may run more than once. */
  update<Result>(message: IncomingMessage, change: (note: UserContext) => Result): Promise<Result> {
    return this.#store.update(message.source, change, this.#under(message))
  }

  #under({ target }: IncomingMessage): { account: string } {
    return { account: joinKey(this.#account ?? target, this.#place) }
  }
}
