import { type AccountStanding, type EndpointRow, endpoints } from '@wx/endpoints'
import type { Account } from '../account.js'

/** What an account is as far as permissions go. */
export type Standing = AccountStanding | 'test'

/** Who may call an endpoint, and the page it is known from. */
interface Allowed {
  readonly may: readonly Standing[]
  readonly source: string | undefined
}

const official: readonly Standing[] = ['subscription', 'verifiedSubscription', 'service', 'verifiedService']

const rows = new Map(endpoints.map((row) => [row.id, row]))

/** What an account counts as. A mini program and a test account are what they are, verified or not. */
function standingOf({ kind, verified }: Pick<Account, 'kind' | 'verified'>): Standing {
  if (!verified || kind === 'test' || kind === 'miniProgram') return kind
  return kind === 'service' ? 'verifiedService' : 'verifiedSubscription'
}

/**
 * Who may call an endpoint: what its row says, else everybody whose platform has it. The list of the page for test
 * accounts is not published: they may do all that official accounts may.
 */
export function permissionOf({ permission, platform, docs }: EndpointRow): Allowed | undefined {
  if (permission !== undefined) return permission
  return platform === 'officialAccount' ? { may: official, source: docs } : undefined
}

/**
 * Whether the account may call the endpoint.
 * @param id of `@wx/endpoints`, such as `oauth.authorizeUrl`
 */
export function mayUse(account: Pick<Account, 'kind' | 'verified'>, id: string): boolean {
  const row = rows.get(id)
  if (row === undefined || (account.kind === 'test' && row.platform !== 'miniProgram')) return true
  return permissionOf(row)?.may.includes(standingOf(account)) ?? true
}
