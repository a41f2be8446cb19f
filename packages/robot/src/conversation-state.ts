import type { UserContext } from '@wx/context-store'

/** Where a user is in a conversation. It stands in the session, so it lives and goes with it. */
export interface ConversationState {
  readonly name: string
  readonly step: string
  readonly data: Readonly<Record<string, unknown>>
  /** When the question was asked, ms. */
  readonly at: number
}

/** A dot, so that it is nobody's field by chance. */
const key = 'wx.conversation'

/** The session of any robot, under the one name that is ours. */
const asPlain = <Session extends object>(session: UserContext<Session>): UserContext =>
  session as unknown as UserContext

export function readState<Session extends object>(session: UserContext<Session>): ConversationState | undefined {
  const stored = asPlain(session).get(key)
  if (typeof stored !== 'object' || stored === null) return undefined
  const { name, step, data, at } = stored as Partial<Record<keyof ConversationState, unknown>>
  const isWhole = typeof name === 'string' && typeof step === 'string' && typeof at === 'number'
  return isWhole && typeof data === 'object' && data !== null ? (stored as ConversationState) : undefined
}

/** @throws ContextValueError when JSON cannot say the data */
export function writeState<Session extends object>(session: UserContext<Session>, state: ConversationState): void {
  asPlain(session).set(key, state)
}

export function dropState<Session extends object>(session: UserContext<Session>): boolean {
  return asPlain(session).delete(key)
}
