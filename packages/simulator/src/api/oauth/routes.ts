import type { Account } from '../../account.js'
import { refuse } from '../refusal.js'
import type { ApiRoute, OpenCall } from '../route.js'
import { authorize, inWeChat, onComputer } from './authorize.js'
import { faceUrl } from './face.js'
import type { Grant, UserTokens, Worth } from './grants.js'

const errorsOfCodes = 'https://developers.weixin.qq.com/community/develop/doc/0004ac14958bb052d112b519b66800'

function accountOf({ query, accounts }: OpenCall): Account {
  const { appid = '' } = query
  if (appid === '') refuse(41002, 'the query has no appid')
  const account = accounts.find(({ config }) => config.appId === appid)
  return account ?? refuse(40013, 'no account of this simulator has that AppID; see account.clientConfig')
}

function tradeCode(call: OpenCall) {
  const account = accountOf(call)
  const { secret = '', code = '', grant_type: grantType } = call.query
  if (secret === '') refuse(41004, 'the query has no secret')
  if (account.appSecret !== secret) refuse(40125, 'the AppSecret is another one; see account.clientConfig')
  if (code === '') refuse(41008, 'the query has no code')
  if (grantType !== 'authorization_code') refuse(40002, 'grant_type must be authorization_code')
  const tokens = account.state.oauth.trade(code)
  switch (tokens) {
    case 'used':
      return refuse(40163, 'the code was traded before: pages are loaded twice; keep what the first trade brought')
    case 'expired':
      return refuse(40029, 'the code is past its time; begin again with the authorisation link')
    case 'unknown':
      return refuse(40029, 'the account was never given that code: is it from another AppID, or in other letter case?')
    default:
      return granted(tokens, call)
  }
}

function refreshTokens(call: OpenCall) {
  const account = accountOf(call)
  const { refresh_token: token = '', grant_type: grantType } = call.query
  if (grantType !== 'refresh_token') refuse(40002, 'grant_type must be refresh_token')
  if (token === '') refuse(41003, 'the query has no refresh_token')
  const tokens = account.state.oauth.refresh(token)
  if (tokens === 'expired') return refuse(42002, 'the refresh token is past its time; the user must agree anew')
  if (typeof tokens === 'string') return refuse(40030, 'the account was never given that refresh_token')
  const { unionid: _, is_snapshotuser: __, ...refreshed } = granted(tokens, call)
  return refreshed
}

function granted({ accessToken, refreshToken, scope, visitor }: UserTokens, { world }: OpenCall) {
  return {
    access_token: accessToken,
    expires_in: world.settings.oauthTokenLifeSeconds,
    refresh_token: refreshToken,
    openid: visitor.openid,
    scope,
    // JSON leaves out what is undefined.
    is_snapshotuser: visitor.isSnapshot ? 1 : undefined,
    unionid: scope === 'snsapi_base' ? undefined : visitor.unionid,
  }
}

/**
 * What the user's token in the query stands for.
 * @throws ApiRefusal 41001, 41009, 40001, 42001, 40003
 */
function grantOf({ query, accounts }: OpenCall): Grant {
  const { access_token: token = '', openid = '' } = query
  if (token === '') refuse(41001, 'the query has no access_token')
  if (openid === '') refuse(41009, 'the query has no openid')
  const grant = accounts.map(({ state }): Worth<Grant> => state.oauth.check(token)).find((worth) => worth !== 'unknown')
  if (grant === 'expired') return refuse(42001, "the user's token is past its time; refresh it")
  if (grant === undefined || typeof grant === 'string') {
    return refuse(40001, 'no user agreed to that token; is it the token of an account?')
  }
  return grant.visitor.openid === openid ? grant : refuse(40003, 'the token is of another user')
}

function userInfo(call: OpenCall) {
  const { visitor, scope } = grantOf(call)
  if (scope === 'snsapi_base') refuse(48001, 'the user was not asked: scope snsapi_base gives the openid alone')
  return {
    openid: visitor.openid,
    nickname: visitor.nickname,
    sex: 0,
    language: '',
    city: '',
    province: '',
    country: '',
    headimgurl: faceUrl(call.world.apiUrl(), visitor.openid),
    privilege: [],
    unionid: visitor.unionid,
  }
}

const pageDifferences = [
  'Who uses the phone is chosen on a page, or with __user=openid (or new) and __consent=agree, refuse or snapshot in the link.',
  'An error page has the HTTP status 400; the real one is not published. Only errors with a published number show one.',
  'Without a state an empty one comes back, as observed; that is not published.',
  'The order of the parameters, which an official page asks for, is not checked.',
]

export const oauthRoutes: readonly ApiRoute[] = [
  {
    id: 'oauth.authorizeUrl',
    source: 'https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html',
    differences: [
      ...pageDifferences,
      'A follower who comes from the chat or the menu is asked here too, where WeChat asks nobody: forcePopup changes nothing.',
      'forceSnapShot always leads to a snapshot page; WeChat spares users who agreed lately. Its nickname is made up.',
    ],
    open: (call) => authorize(call, inWeChat),
  },
  {
    id: 'oauth.qrConnectUrl',
    source: 'https://developers.weixin.qq.com/doc/oplatform/Website_App/WeChat_Login/Wechat_Login.html',
    differences: [
      ...pageDifferences,
      'An account stands for the website application of an open-platform account; its openids are those of the account.',
    ],
    open: (call) => authorize(call, onComputer),
  },
  {
    id: 'oauth.getAccessToken',
    source: errorsOfCodes,
    differences: ['A code past its time is refused with 40029 as staff answers say; the general list also has 42003.'],
    open: tradeCode,
  },
  { id: 'oauth.refreshAccessToken', open: refreshTokens },
  {
    id: 'oauth.checkAccessToken',
    open: (call) => {
      grantOf(call)
      return undefined
    },
  },
  {
    id: 'oauth.getUserInfo',
    differences: ['The picture is a PNG made of the openid. lang changes nothing: places are empty since 2021.'],
    open: userInfo,
  },
]
