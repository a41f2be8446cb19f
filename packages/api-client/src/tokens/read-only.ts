import { nothingToRead, ReadOnlyTokenError } from '../errors/token-errors.js'
import type { CredentialProvider, TokenSource } from './credential.js'
import { CredentialKeeper } from './keeper.js'
import type { CredentialStore } from './shared.js'

/**
 * Reads what others fetched and fails instead of fetching: for a developer's machine beside production, which must
 * never rob it of its token.
 * @param tokens a source, whose store is read; or the provider of another client
 */
export function readOnly(tokens: TokenSource | CredentialProvider): TokenSource {
  if (typeof tokens === 'function') return (context) => withoutWriting(tokens({ ...context, readOnly: true }))
  return () =>
    withoutWriting({
      put: (credential) => tokens.put(credential),
      get: async () => {
        const credential = await tokens.peek()
        if (credential === undefined) throw nothingToRead('token')
        return credential
      },
      peek: () => tokens.peek(),
      invalidate: (rejected) => tokens.invalidate(rejected),
    })
}

/**
 * Reads the token that another service keeps in a store, under the key a client with that `store` writes.
 * @param store anything with `get`; never written to
 */
export function fromStore(store: Pick<CredentialStore, 'get'>): TokenSource {
  return (context) =>
    withoutWriting(
      new CredentialKeeper(
        { ...context, store: { ...neverWritten, get: (key) => store.get(key) }, lock: undefined, readOnly: true },
        { kind: 'access_token', isHarmless: true, fetch: () => Promise.reject(nothingToRead('access_token')) },
      ),
    )
}

const neverWritten = { set: (): void => {} }

const withoutWriting = (provider: CredentialProvider): CredentialProvider => ({
  get: (options) => provider.get(options),
  peek: () => provider.peek(),
  invalidate: (rejected) => provider.invalidate(rejected),
  put: () =>
    Promise.reject(
      new ReadOnlyTokenError('this provider may only read tokens: put it into the client that owns them.'),
    ),
})
