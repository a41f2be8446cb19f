import type { Account } from '../../account.js'
import { hostOf } from '../../web-domains.js'
import { mayUse } from '../permissions.js'
import type { OpenCall } from '../route.js'
import type { Scope } from './grants.js'

/** Where an authorisation begins: in WeChat, or beside a QR code on a computer. */
export interface Flow {
  /** Of `@wx/endpoints`. */
  readonly endpoint: 'oauth.authorizeUrl' | 'oauth.qrConnectUrl'
  readonly scopes: readonly Scope[]
  /** Where a refusal leads: back to the page without a code, or nowhere. */
  readonly refusalLeadsBack: boolean
}

/** A link to the authorisation that is in order. */
export interface Link {
  readonly account: Account
  readonly redirectUri: string
  readonly scope: Scope
  readonly state: string
  readonly isSnapshotForced: boolean
}

/** Thrown for a link that WeChat shows an error page for. */
export class LinkError {
  /** Undefined where the page is known to have none. */
  readonly code: number | undefined
  readonly words: string
  readonly advice: string
  constructor(words: string, advice: string, code?: number) {
    this.words = words
    this.advice = advice
    this.code = code
  }
}

/**
 * What the numbers of the error page mean.
 * https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html
 */
const words = {
  10003: 'redirect_uri域名与后台配置不一致',
  10005: '此公众号并没有这些scope的权限',
  10006: '必须关注此测试号',
  10010: 'scope不能为空',
  10011: 'redirect_uri不能为空',
  10012: 'appid不能为空',
} as const

/** @throws LinkError always */
export function refuseLink(code: keyof typeof words, advice: string): never {
  throw new LinkError(words[code], advice, code)
}

const refuseParameter = (name: string, advice: string): never => {
  throw new LinkError(`${name} 参数错误`, advice)
}

const allScopes: readonly string[] = ['snsapi_base', 'snsapi_userinfo', 'snsapi_login'] satisfies readonly Scope[]

/** @throws LinkError */
export function readLink({ query, accounts }: OpenCall, flow: Flow): Link {
  const { appid = '', redirect_uri: redirectUri = '', scope: asked = '', state = '' } = query
  if (appid === '') refuseLink(10012, 'the link has no appid')
  if (redirectUri === '') refuseLink(10011, 'the link has no redirect_uri')
  if (asked === '') refuseLink(10010, `the link has no scope: ${flow.scopes.join(' or ')}`)
  const account = accounts.find(({ config }) => config.appId === appid)
  if (account === undefined) return refuseParameter('AppID', 'no account of this simulator has that AppID')
  if (query['response_type'] !== 'code') refuseParameter('response_type', 'response_type must be code')
  const scope = flow.scopes.find((it) => it === asked)
  if (scope === undefined) return refuseScope(asked, flow)
  mustHaveScope(account, flow)
  mustLeadHome(account, redirectUri)
  if (!/^[a-zA-Z0-9]{0,128}$/.test(state)) refuseParameter('state', 'state may have 128 letters and digits')
  return { account, redirectUri, scope, state, isSnapshotForced: query['forceSnapShot'] === 'true' }
}

function refuseScope(asked: string, { scopes }: Flow): never {
  const advice = `scope must be ${scopes.join(' or ')} here, not ${JSON.stringify(asked)}`
  if (allScopes.includes(asked)) refuseLink(10005, advice)
  throw new LinkError('Scope 参数错误或没有 Scope 权限', advice)
}

function mustHaveScope(account: Account, { endpoint }: Flow): void {
  if (mayUse(account, endpoint)) return
  const what = account.verified ? account.kind : `unverified ${account.kind}`
  refuseLink(10005, `a ${what} account has no web OAuth; verified service accounts and test accounts have it`)
}

function mustLeadHome({ oauthDomains }: Account, redirectUri: string): void {
  const host = hostOf(redirectUri)
  if (host === undefined || !/^https?:$/.test(new URL(redirectUri).protocol)) {
    refuseLink(10003, 'redirect_uri must be a whole http or https URL, encoded once')
  }
  if (oauthDomains === undefined || oauthDomains.includes(host)) return
  refuseLink(10003, `${host} is not in oauthDomains of the account: ${oauthDomains.join(', ')}`)
}

/** The page's address with what WeChat adds: before the fragment, and the rest untouched. */
export function leadBack({ redirectUri, state }: Link, code?: string): string {
  const [, page = '', fragment = ''] = /^([^#]*)(.*)$/s.exec(redirectUri) ?? []
  const given = [...(code === undefined ? [] : [`code=${code}`]), `state=${state}`].join('&')
  const joint = !page.includes('?') ? '?' : /[?&]$/.test(page) ? '' : '&'
  // A header takes neither Chinese nor line breaks.
  return `${page}${joint}${given}${fragment}`.replace(/[^\x21-\x7e]/gu, encodeURIComponent)
}
