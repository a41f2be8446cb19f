/** A call as it arrived, whatever carried it. */
export interface ApiRequest {
  readonly method: string
  /** Below `sim.apiUrl`: `/cgi-bin/menu/create`. */
  readonly path: string
  /** Without question mark. */
  readonly query: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Where it comes from. */
  readonly ip: string
}

/** What goes back. */
export interface ApiResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | string
}

/** Bytes of a call that are read; WeChat takes no file above 10 MB. */
export const maxApiBodyBytes: number = 20 * 2 ** 20
