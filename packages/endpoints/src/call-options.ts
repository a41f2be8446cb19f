/**
 * What a caller may say about one call, besides its fields.
 *
 * Open: a client that understands more adds it by declaration merging
 * (`declare module '@wx/endpoints' { interface CallOptions { … } }`).
 */
export interface CallOptions {
  /** Ends the call, its waiting and its retries. */
  readonly signal?: AbortSignal
  /** Time for one attempt, in milliseconds. */
  readonly timeoutMs?: number
  /** Overrules the row's word on repeating the call, where you know better. */
  readonly retry?: 'safe' | 'never'
}
