import { OfficialAccount } from '../official-account.js'

/** One call as it was on the wire. */
export interface RecordedCall {
  /** `POST /cgi-bin/menu/create` */
  readonly endpoint: string
  readonly host: string
  /** Without the account's token; that of a user is left in it. */
  readonly query: Readonly<Record<string, string>>
  /** The same, one by one: a name may stand there several times. */
  readonly pairs: readonly (readonly [string, string])[]
  readonly hasToken: boolean
  /** JSON, read; of a form its fields, files as their bytes; undefined without a body. */
  readonly body: unknown
}

/** What the fake WeChat answers: an object becomes JSON, bytes a file. */
export type Answer = object | Uint8Array

export interface RecordingAccount {
  readonly account: OfficialAccount
  /** Everything that was called, in order. */
  readonly calls: RecordedCall[]
}

const accountToken = 'the-token'

/**
 * An account on a fake WeChat that answers every call, and writes down what came.
 * @param token false: it has to be fetched first
 */
export async function recordingAccount(
  answer: (call: RecordedCall) => Answer = () => ({}),
  { token = true }: { readonly token?: boolean } = {},
): Promise<RecordingAccount> {
  const calls: RecordedCall[] = []
  const account = new OfficialAccount({
    appId: 'wx0123456789abcdef',
    appSecret: 'secret',
    retry: { attempts: 1 },
    fetch: async (url, init) => {
      const call = await read(url, init)
      calls.push(call)
      const answered = answer(call)
      return answered instanceof Uint8Array
        ? new Response(new Uint8Array(answered))
        : new Response(JSON.stringify(answered), { headers: { 'content-type': 'application/json' } })
    },
  })
  if (token) await account.tokens.put({ token: accountToken, expiresAt: Date.now() + 7_200_000 })
  return { account, calls }
}

async function read(url: string, init: RequestInit): Promise<RecordedCall> {
  const { host, pathname, searchParams } = new URL(url)
  const hasToken = searchParams.get('access_token') === accountToken
  if (hasToken) searchParams.delete('access_token')
  const query = Object.fromEntries(searchParams)
  const endpoint = `${init.method ?? 'GET'} ${pathname}`
  return { endpoint, host, query, pairs: [...searchParams], hasToken, body: await bodyOf(init) }
}

async function bodyOf({ body, headers }: RequestInit): Promise<unknown> {
  if (body === undefined || body === null) return undefined
  const type = new Headers(headers).get('content-type') ?? ''
  const received = new Response(body, { headers: { 'content-type': type } })
  if (type.startsWith('application/json')) return received.json()
  if (!type.startsWith('multipart/form-data')) return new Uint8Array(await received.arrayBuffer())
  const fields = [...(await received.formData())].map(
    async ([name, value]): Promise<[string, unknown]> => [
      name,
      typeof value === 'string' ? value : new Uint8Array(await value.arrayBuffer()),
    ],
  )
  return Object.fromEntries(await Promise.all(fields))
}
