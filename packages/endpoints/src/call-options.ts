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
  /**
   * Overrules the row's `retry` for this call, where you know better: `safe` repeats it after a broken connection or a
   * busy server, even when it may have been carried out; `never` does not.
   */
  readonly retry?: 'safe' | 'never'
}
