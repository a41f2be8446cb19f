import { InvalidCodeError } from '@wx/api-client'
import {
  ConfigError,
  createRedactor,
  isWxError,
  pathMatcher,
  redact,
  redactingLogger,
  type WebHandler,
  type WebRequest,
  type WebResponse,
} from '@wx/core'
import { loginOf } from './login.js'
import { answerOnce } from './once.js'
import { type OAuthLogin, type OAuthParts, oauthSettings, type WebOAuthOptions } from './options.js'
import { localeOf, type PageReason, page, privateHeaders, redirectTo } from './pages.js'
import { returnToResolver } from './return-to.js'
import { type LoginState, stateKeeper } from './state.js'
import type { OAuthScope } from './tokens.js'

/** WeChat, or the way to it, failed; not the application's own code. */
class WeChatFailure {
  readonly error: unknown

  constructor(error: unknown) {
    this.error = error
  }
}

/**
 * Web login as a handler: its path sends the browser to WeChat, the callback logs the user in and sends the browser on.
 * @throws ConfigError naming the option that cannot work
 */
export function oauthHandler({ appId, calls, clock }: OAuthParts, options: WebOAuthOptions): WebHandler {
  const settings = oauthSettings(options, clock)
  const { redirectUri, onLogin, snapshotUsers = 'refuse', forcePopup = false, forceSnapShot = false } = settings
  const logger = redactingLogger(settings.logger, redact)
  const resolve = returnToResolver(settings.baseUrl, settings.returnTo?.origins ?? [])
  const fallback = resolve(settings.returnTo?.fallback ?? '/')
  if (fallback === undefined) throw new ConfigError('returnTo.fallback', 'a path, or an address of an allowed origin')
  const states = stateKeeper({
    appId,
    secrets: [settings.stateSecret].flat(),
    cookie: {
      name: settings.cookie?.name ?? 'wx_oauth',
      path: settings.cookie?.path ?? `${settings.prefix}${settings.callbackPath}`,
      secure: settings.cookie?.secure ?? redirectUri.startsWith('https:'),
    },
    clock,
  })
  const once = answerOnce(settings.memo ?? {}, { clock, logger })
  const isStart = pathMatcher(settings.path)
  const isCallback = pathMatcher(settings.callbackPath)

  const pageOf = (reason: PageReason, request: WebRequest, state?: LoginState): WebResponse => {
    const query = state === undefined ? '' : `?${new URLSearchParams({ returnTo: state.returnTo, scope: state.scope })}`
    const again = `${settings.prefix}${settings.path}${query}`
    return page(reason, { again, locale: settings.locale ?? localeOf(request) })
  }

  const toWeChat = async (returnTo: string, scope: OAuthScope): Promise<WebResponse> => {
    const { id, setCookie } = await states.issue({ returnTo, scope })
    const address = { redirectUri, scope, state: id, forcePopup, forceSnapShot }
    return redirectTo(await calls.authorizeUrl(address), { 'set-cookie': setCookie })
  }

  const start = (request: WebRequest, query: URLSearchParams): Promise<WebResponse> | WebResponse => {
    const wanted = query.get('returnTo')
    const returnTo = wanted === null ? fallback : resolve(wanted)
    if (returnTo === undefined) {
      logger.warn('a login was refused: what it should lead back to is no path and no allowed origin', { wanted })
      return pageOf('address', request)
    }
    const scope = query.get('scope')
    return toWeChat(returnTo, scope === 'snsapi_userinfo' || scope === 'snsapi_base' ? scope : settings.scope)
  }

  const answer = async (login: OAuthLogin, request: WebRequest, state: LoginState): Promise<WebResponse> => {
    if (login.isSnapshotUser && snapshotUsers !== 'allow') {
      return snapshotUsers === 'refuse' ? pageOf('snapshot', request, state) : snapshotUsers(login, request)
    }
    const said = (await onLogin(login, request)) ?? {}
    if (said.upgrade !== undefined) {
      if (login.scope === 'snsapi_userinfo' || state.scope === 'snsapi_userinfo') {
        throw new ConfigError('onLogin', 'asked for a profile that was asked for already: that would never end')
      }
      return toWeChat(login.returnTo, said.upgrade)
    }
    if (said.status !== undefined) return { ...said, headers: { ...privateHeaders, ...said.headers } }
    return redirectTo(login.returnTo, said.headers)
  }

  const callback = async (request: WebRequest, query: URLSearchParams): Promise<WebResponse> => {
    const cookies = [request.headers['cookie'] ?? []].flat().join('; ')
    const state = await states.verify(query.get('state') ?? '', cookies)
    if (state === undefined) return pageOf('expired', request)
    const code = query.get('code')
    // How a refusal comes back from the login on computers; WeChat's own browser just closes the page.
    if (code === null || code === '') return pageOf('declined', request, state)
    const login = async (): Promise<WebResponse> => {
      const known = await loginOf(code, state, { calls, settings }).catch((error: unknown) => {
        throw new WeChatFailure(error)
      })
      return answer(known, request, state)
    }
    try {
      return await once([appId, code, state.id], login, isSpent)
    } catch (thrown) {
      if (!(thrown instanceof WeChatFailure)) throw thrown
      if (isSpent(thrown)) return pageOf('spent', request, state)
      if (!isWxError(thrown.error)) throw thrown.error
      // WeChat's words may repeat what it was asked.
      logger.error('a login failed', { error: createRedactor({ secrets: [code] })(thrown.error) })
      return pageOf('failed', request, state)
    }
  }

  return async (request) => {
    const query = new URLSearchParams(request.query)
    const isBack = isCallback(request.path) && (query.has('state') || !isStart(request.path))
    if (!isBack && !isStart(request.path)) return plain(404, 'not found')
    if (request.method !== 'GET') return { ...plain(405, 'GET only'), headers: { ...plainHeaders, allow: 'GET' } }
    return isBack ? callback(request, query) : start(request, query)
  }
}

const isSpent = (thrown: unknown): boolean =>
  thrown instanceof WeChatFailure && thrown.error instanceof InvalidCodeError

const plainHeaders = { ...privateHeaders, 'content-type': 'text/plain; charset=utf-8' }

const plain = (status: number, body: string): WebResponse => ({ status, headers: plainHeaders, body })
