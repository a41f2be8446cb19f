/** The account everybody plays in the benchmark: made up, the same for every contestant. */
export interface Account {
  readonly token: string
  readonly appId: string
  readonly encodingAesKey: string
  /** The account's own id, the receiver of every message. */
  readonly originalId: string
}

export const account: Account = {
  token: 'benchToken2026',
  appId: 'wx0123456789abcdef',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  originalId: 'gh_0123456789ab',
}

/** Whether messages travel in the clear or sealed: the account's message mode. */
export type Form = 'plain' | 'secure'

export const forms: readonly Form[] = ['plain', 'secure']
