import type { Account } from '../../account.js'
import type { User } from '../../user.js'
import { type RawAnswer, redirectAnswer } from '../answer.js'
import type { OpenCall } from '../route.js'
import type { Visitor } from './grants.js'
import { type Flow, type Link, LinkError, leadBack, readLink, refuseLink } from './link.js'
import { ownParameters } from './own-parameters.js'
import { type Choose, closedPage, consentPage, errorPage, pickerPage } from './pages.js'

export const inWeChat: Flow = {
  endpoint: 'oauth.authorizeUrl',
  scopes: ['snsapi_base', 'snsapi_userinfo'],
  refusalLeadsBack: false,
}

export const onComputer: Flow = {
  endpoint: 'oauth.qrConnectUrl',
  scopes: ['snsapi_login'],
  refusalLeadsBack: true,
}

/** The page of an authorisation: asks who it is and what that person says, then leads back. */
export function authorize(call: OpenCall, flow: Flow): RawAnswer {
  try {
    return answer(call, readLink(call, flow), flow)
  } catch (error) {
    if (error instanceof LinkError) return errorPage(error)
    throw error
  }
}

function answer(call: OpenCall, link: Link, flow: Flow): RawAnswer {
  const openid = call.query[ownParameters.user]
  const choose = chooser(call)
  if (openid === undefined) return pickerPage(link, choose, call.world.apiUrl())
  const user = userOf(link.account, openid)
  if (link.account.kind === 'test' && !user.isFollowing) refuseLink(10006, 'the user does not follow the test account')
  const consent = call.query[ownParameters.consent] ?? usualConsent(link)
  switch (consent) {
    case 'agree':
      return lead(link, realVisitor(user))
    case 'snapshot':
      return lead(link, snapshotVisitor(call, user))
    case 'refuse':
      return flow.refusalLeadsBack ? redirectAnswer(leadBack(link)) : closedPage()
    default:
      return consentPage(link, (choice) => choose({ user: user.openid, ...choice }), user)
  }
}

/** What happens before anybody says anything: undefined where the user is asked. */
function usualConsent({ scope, isSnapshotForced }: Link): string | undefined {
  if (scope === 'snsapi_base') return 'agree'
  return scope === 'snsapi_userinfo' && isSnapshotForced ? 'snapshot' : undefined
}

function userOf(account: Account, openid: string): User {
  // Nobody can open a test account's pages without following it.
  const user = openid === 'new' ? account.createUser({ isFollowing: account.kind === 'test' }) : account.user(openid)
  if (user !== undefined) return user
  throw new LinkError(
    '没有这个用户',
    `the account has no user ${openid}; leave out ${ownParameters.user} to choose one`,
  )
}

const lead = (link: Link, visitor: Visitor): RawAnswer =>
  redirectAnswer(leadBack(link, link.account.state.oauth.issueCode({ visitor, scope: link.scope })))

const realVisitor = ({ openid, nickname, profile }: User): Visitor => ({
  openid,
  nickname,
  language: profile.language,
  unionid: profile.unionid,
  isSnapshot: false,
})

/** Everything a snapshot page learns is made up, and another time something else. */
function snapshotVisitor({ world }: OpenCall, { profile }: User): Visitor {
  return {
    openid: world.ids.openid(),
    nickname: '微信用户',
    language: '',
    unionid: profile.unionid === undefined ? undefined : world.ids.openid(),
    isSnapshot: true,
  }
}

function chooser({ request }: OpenCall): Choose {
  return ({ user, consent }) => {
    const query = new URLSearchParams(request.query)
    if (user !== undefined) query.set(ownParameters.user, user)
    if (consent !== undefined) query.set(ownParameters.consent, consent)
    return `?${query}`
  }
}
