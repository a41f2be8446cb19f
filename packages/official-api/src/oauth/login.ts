import { PermissionError } from '@wx/api-client'
import type { OAuthCalls } from './calls.js'
import type { OAuthLogin, OAuthSettings } from './options.js'
import type { LoginState } from './state.js'
import { coversProfile, type OAuthTokens, type OAuthUser } from './tokens.js'

/**
 * Who came back with a code, with the profile where the user agreed to it.
 * @throws InvalidCodeError, ApiError, TransportError
 */
export async function loginOf(
  code: string,
  state: LoginState,
  { calls, settings }: { readonly calls: OAuthCalls; readonly settings: OAuthSettings },
): Promise<OAuthLogin> {
  const tokens = await calls.exchangeCode(code)
  const { openid, unionid, isSnapshotUser } = tokens
  const isRefused = isSnapshotUser && (settings.snapshotUsers ?? 'refuse') === 'refuse'
  const user = isRefused || !coversProfile(tokens) ? undefined : await profileOf(tokens, calls, settings)
  return {
    openid,
    ...(unionid === undefined ? {} : { unionid }),
    ...(user === undefined ? {} : { user }),
    isSnapshotUser,
    scope: coversProfile(tokens) ? 'snsapi_userinfo' : 'snsapi_base',
    returnTo: state.returnTo,
    tokens,
  }
}

async function profileOf(
  { openid, accessToken, isSnapshotUser }: OAuthTokens,
  calls: OAuthCalls,
  { lang }: OAuthSettings,
): Promise<OAuthUser | undefined> {
  try {
    return await calls.userInfo(openid, accessToken, lang)
  } catch (error) {
    // Snapshots have had profiles and have had none: WeChat was seen to answer 48001 for theirs.
    if (isSnapshotUser && error instanceof PermissionError) return undefined
    throw error
  }
}
