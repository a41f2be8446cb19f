import { type EndpointRow, endpoints } from '@wx/endpoints'
import type { Account } from '../account.js'

/** What an account is as far as permissions go. */
export type Standing = Account['kind'] | 'verifiedSubscription' | 'verifiedService'

/** Who may call an endpoint, or the endpoints of a domain. */
export interface PermissionRule {
  /** Id of an endpoint, or the domain that its id begins with. */
  readonly of: string
  readonly may: readonly Standing[]
  readonly source: string
}

const docs = 'https://developers.weixin.qq.com/doc'
/** The table of what each kind of account may call. */
const table = `${docs}/service/en/Getting_Started/Explanation_of_interface_privileges.html`
/** The part «适用范围» of an endpoint's own page, which is newer than the table. */
const scopeOf = (page: string): string => `${docs}/${page}`

const verified: readonly Standing[] = ['verifiedSubscription', 'verifiedService']
const services: readonly Standing[] = ['service', 'verifiedService']
const verifiedService: readonly Standing[] = ['verifiedService']
const official: readonly Standing[] = ['subscription', 'verifiedSubscription', ...services]
const all: readonly Standing[] = [...official, 'miniProgram']

/** Only what a source says; where an id and its domain have a rule, the id's holds. */
export const permissionRules: readonly PermissionRule[] = [
  { of: 'ai.semanticSearch', may: verifiedService, source: table },
  { of: 'autoReply', may: official, source: scopeOf('offiaccount/Message_Management/Getting_Auto_Reply_Rules.html') },
  { of: 'blacklist', may: verified, source: table },
  {
    of: 'customService',
    may: [...verified, 'miniProgram'],
    source: scopeOf('subscription/api/customer/servicermanage/api_addkfaccount.md'),
  },
  { of: 'draft', may: official, source: scopeOf('service/api/draftbox/draftmanage/api_draft_count') },
  { of: 'group', may: verified, source: table },
  { of: 'material', may: official, source: scopeOf('subscription/api/material/permanent/api_getmaterialcount.html') },
  { of: 'material.get', may: all, source: scopeOf('subscription/api/material/permanent/api_getmaterial.html') },
  { of: 'media', may: all, source: scopeOf('subscription/api/material/temporary/api_uploadtempmedia.html') },
  { of: 'media.getJssdk', may: verified, source: scopeOf('subscription/api/material/temporary/api_gethdvoice.html') },
  {
    of: 'menu',
    may: ['verifiedSubscription', ...services],
    source: scopeOf('service/api/custommenu/api_deletemenu'),
  },
  {
    of: 'menu.getCurrentSelfMenuInfo',
    may: official,
    source: scopeOf('offiaccount/Custom_Menus/Querying_Custom_Menus.html'),
  },
  ...['menu.addConditional', 'menu.deleteConditional', 'menu.tryMatch'].map((of) => ({
    of,
    may: verified,
    source: scopeOf('service/api/custommenu/api_deleteconditionalmenu'),
  })),
  { of: 'message.custom', may: [...verified, 'miniProgram'], source: table },
  { of: 'message.mass', may: verified, source: scopeOf('service/api/notify/message/api_getspeed') },
  {
    of: 'message.mass.send',
    may: verifiedService,
    source: `${docs}/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html`,
  },
  { of: 'message.template', may: verifiedService, source: scopeOf('service/api/notify/template/api_getindustry') },
  { of: 'message.template.sendOneTimeSubscribe', may: verified, source: table },
  { of: 'message.template.oneTimeSubscribeUrl', may: verified, source: table },
  { of: 'oauth', may: verifiedService, source: table },
  { of: 'qrcode', may: verifiedService, source: table },
  { of: 'shorten.longToShort', may: verifiedService, source: table },
  { of: 'tag', may: verified, source: scopeOf('service/api/usermanage/tag/api_gettags.html') },
  { of: 'user', may: verified, source: table },
]

const rows = new Map(endpoints.map((row) => [row.id, row]))

/** What an account counts as. A mini program and a test account are what they are, verified or not. */
function standingOf({ kind, verified: isVerified }: Pick<Account, 'kind' | 'verified'>): Standing {
  if (!isVerified || kind === 'test' || kind === 'miniProgram') return kind
  return kind === 'service' ? 'verifiedService' : 'verifiedSubscription'
}

/**
 * Who may call an endpoint: what its row says, else the rule that names it or its domain, else everybody whose platform
 * has it. The list of the page for test accounts is not published: they may do all that official accounts may.
 */
export function permissionOf(row: EndpointRow): Omit<PermissionRule, 'of'> | undefined {
  const { id, permission } = row
  if (permission !== undefined) return { may: verified, source: permission.source }
  const fitting = permissionRules.filter(({ of }) => id === of || id.startsWith(`${of}.`))
  const rule = fitting.sort((one, other) => other.of.length - one.of.length)[0]
  if (rule !== undefined) return rule
  return row.platform === 'officialAccount' ? { may: official, source: row.docs ?? table } : undefined
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
