import { hkdfSync, randomBytes } from 'node:crypto'
import { type Clock, ConfigError } from '@wx/core'
import type { OAuthScope } from './tokens.js'

/**
 * How a login is tied to the browser that began it.
 *
 * WeChat brings back a `state` of at most 128 letters and digits: a JWT, with its dots, dashes and length, is none. So
 * the JWT, which says where the login leads and until when it counts, stays in a cookie of the browser, and WeChat gets
 * its `jti` alone: 32 random hex digits. Both must come back and belong together: the state without the cookie is
 * somebody else's link (whoever sends you the address of his own callback would log you in as himself), and the cookie
 * without the state is no answer of WeChat's.
 *
 * The cookie is left in place when it was used: WeChat's browser asks for the callback twice, and the second time has
 * to pass as well. What a code may be used for a second time is the business of the memo, not of the state.
 */
export interface LoginState {
  /** What WeChat brings back. */
  readonly id: string
  /** Whole address; checked before it was signed. */
  readonly returnTo: string
  readonly scope: OAuthScope
}

export interface StateOptions {
  readonly appId: string
  /** The first signs, all verify. */
  readonly secrets: readonly string[]
  readonly cookie: { readonly name: string; readonly path: string; readonly secure: boolean }
  readonly clock: Clock
}

/** Signs and verifies states. */
export interface StateKeeper {
  /** Begins a login: what WeChat is given, and the header that leaves the rest with the browser. */
  issue(login: Omit<LoginState, 'id'>): Promise<{ readonly id: string; readonly setCookie: string }>
  /** @returns undefined when the two do not belong together, or came too late */
  verify(id: string, cookies: string): Promise<LoginState | undefined>
}

/** How long the user may look at WeChat's page. */
const lifeSeconds = 600

/** So many logins of one browser may be under way side by side; a bounded number, for cookies travel with each request. */
const slots = 4

/** @throws ConfigError for a secret that can be guessed, or a cookie that cannot be set */
export function stateKeeper({ appId, secrets, cookie, clock }: StateOptions): StateKeeper {
  if (secrets.length === 0 || secrets.some((it) => typeof it !== 'string')) {
    throw new ConfigError(
      'stateSecret',
      'missing, or no text: is the variable of the environment set that it comes from?',
    )
  }
  if (secrets.some((it) => it.length < 32)) {
    throw new ConfigError('stateSecret', 'whoever knows it can log others in: give 32 random characters at least')
  }
  if (!/^[\w-]+$/.test(cookie.name)) throw new ConfigError('cookie.name', 'letters, digits, "_" and "-"')
  const keys = secrets.map((secret) => new Uint8Array(hkdfSync('sha256', secret, '', 'wx web oauth state', 32)))
  const claims = { issuer: 'wx-oauth', audience: appId }
  const nameOf = (id: string): string => `${cookie.name}_${Number.parseInt(id.charAt(0), 16) % slots}`

  return {
    async issue({ returnTo, scope }) {
      const { SignJWT } = await import('jose')
      const id = randomBytes(16).toString('hex')
      const now = Math.floor(clock.now() / 1000)
      const jwt = await new SignJWT({ returnTo, scope })
        .setProtectedHeader({ alg: 'HS256' })
        .setJti(id)
        .setIssuer(claims.issuer)
        .setAudience(claims.audience)
        .setIssuedAt(now)
        .setExpirationTime(now + lifeSeconds)
        .sign(keys[0] as Uint8Array)
      // Lax: the way back from WeChat's page is a navigation from another site, which a strict cookie would miss.
      const secure = cookie.secure ? '; Secure' : ''
      const attributes = `Path=${cookie.path}; Max-Age=${lifeSeconds}; HttpOnly; SameSite=Lax${secure}`
      return { id, setCookie: `${nameOf(id)}=${jwt}; ${attributes}` }
    },

    async verify(id, cookies) {
      if (!/^[\da-f]{32}$/.test(id)) return undefined
      const { jwtVerify } = await import('jose')
      const options = { ...claims, algorithms: ['HS256'], currentDate: new Date(clock.now()) }
      for (const jwt of cookieValues(cookies, nameOf(id))) {
        for (const key of keys) {
          const verified = await jwtVerify(jwt, key, options).catch(() => undefined)
          if (verified?.payload.jti !== id) continue
          const { returnTo, scope } = verified.payload as unknown as LoginState
          return { id, returnTo, scope }
        }
      }
      return undefined
    },
  }
}

/** All of a name: another site below the same domain may have set one beside ours. */
const cookieValues = (header: string, name: string): string[] =>
  header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
