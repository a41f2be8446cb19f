import type { Receiver } from './delivery/order.js'
import { sendWithin } from './delivery/send-within.js'
import type { Target } from './delivery/target.js'
import { pushHeaders, queryText, signedQuery } from './delivery/wire.js'
import type { RawAnswer } from './judge/facts.js'
import type { World } from './world.js'

/** What the console's URL verification found. */
export interface ConnectResult {
  readonly ok: boolean
  /** What was wrong and what to do, in words; `the URL is verified` when it is. */
  readonly reason: string
  readonly status: number | undefined
  /** The answer as text. */
  readonly body: string
  /** Bytes that were due and bytes that came, in hex; undefined when they are the same. */
  readonly hex: { readonly expected: string; readonly received: string } | undefined
}

interface Look {
  readonly raw: RawAnswer
  readonly url: string
  readonly echo: string
  readonly body: string
}

interface Diagnosis {
  /** Whether this is what happened. */
  readonly test: (look: Look) => boolean
  readonly words: (look: Look) => string
}

const status = ({ raw }: Look): number => (raw.outcome === 'answered' ? raw.status : 0)
const location = ({ raw }: Look): string => (raw.outcome === 'answered' ? (raw.headers['location'] ?? '') : '')

function differsInSlashOnly({ url, ...look }: Look): boolean {
  if (!URL.canParse(url) || !URL.canParse(location({ url, ...look }), url)) return false
  const [from, to] = [new URL(url).pathname, new URL(location({ url, ...look }), url).pathname]
  return from !== to && from.replace(/\/$/, '') === to.replace(/\/$/, '')
}

/** What goes wrong in practice, the first that fits counts. Each was reported by users of such kits. */
const diagnoses: readonly Diagnosis[] = [
  {
    test: ({ raw }) => raw.outcome === 'timeout',
    words: ({ raw }) => `the server did not answer in time: ${raw.outcome === 'answered' ? '' : raw.problem}`,
  },
  {
    test: ({ raw }) => raw.outcome === 'refused',
    words: ({ raw }) =>
      `nobody listens there (${raw.outcome === 'answered' ? '' : raw.problem}); is the server running, is the port right?`,
  },
  {
    test: ({ raw }) => raw.outcome === 'dropped',
    words: ({ raw }) =>
      `the connection broke before the answer was complete (${raw.outcome === 'answered' ? '' : raw.problem}); was the response ended?`,
  },
  {
    test: (look) => status(look) >= 300 && status(look) < 400 && differsInSlashOnly(look),
    words: (look) =>
      `the server redirects to ${location(look)}, which differs in the trailing slash only; WeChat follows no redirect: enter that URL, or accept both`,
  },
  {
    test: (look) => status(look) >= 300 && status(look) < 400,
    words: (look) =>
      `the server redirects (${status(look)} to ${location(look) || 'nowhere'}); WeChat follows no redirect`,
  },
  {
    test: (look) => status(look) === 401 || status(look) === 403,
    words: (look) =>
      `the server refuses with ${status(look)}: probably its token is not the account's (blanks? another account?), or a login or CSRF filter stands before it`,
  },
  {
    test: (look) => status(look) === 404,
    words: () => 'the server knows no such path (404); check the path of the URL, the trailing slash included',
  },
  {
    test: (look) => status(look) === 405,
    words: () => 'the server does not take GET there (405); WeChat verifies with GET and pushes with POST',
  },
  { test: (look) => status(look) >= 500, words: (look) => `the server failed with ${status(look)}; see its log` },
  { test: (look) => status(look) !== 200, words: (look) => `the status must be 200, it is ${status(look)}` },
  {
    test: ({ body }) => body === '',
    words: () => 'the body is empty; answer with the value of echostr and nothing else',
  },
  {
    test: ({ body, echo }) => body === `"${echo}"`,
    words: () => 'there are quotes around echostr: it was serialised as JSON; send it as text/plain',
  },
  {
    test: ({ body, echo }) => body === `\ufeff${echo}`,
    words: () => 'a byte order mark (EF BB BF) stands before echostr; save the source or template without BOM',
  },
  {
    test: ({ body, echo }) => body !== echo && body.trim() === echo && /[\r\n]/.test(body),
    words: () => 'there is a line break around echostr; nothing may stand before or after it',
  },
  {
    test: ({ body, echo }) => body !== echo && body.trim() === echo,
    words: () => 'there are blanks around echostr; nothing may stand before or after it',
  },
  {
    test: ({ body, echo }) => body !== echo && body.includes(echo),
    words: () => 'echostr is there, but not alone; a page around it, a debug bar, a print?',
  },
  {
    test: ({ body }) => /^\s*</.test(body),
    words: () => 'the answer is a page, not echostr; does another application answer on this URL?',
  },
  {
    test: ({ body, echo }) => body !== echo && /^[+-]?\d/.test(body) && Number(body) === Number(echo),
    words: () => 'echostr went through a number and lost digits; hand the text on as it is',
  },
  { test: ({ body, echo }) => body !== echo, words: () => 'the body is not echostr' },
]

/**
 * Verifies a URL as the console does when it is saved: a signed GET, whose answer must be `echostr` byte for byte.
 * https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html
 */
export async function verifyTarget(
  target: Target,
  receiver: Pick<Receiver, 'id' | 'sealing'>,
  world: World,
): Promise<ConnectResult> {
  const { clock, ids, settings, exchanges } = world
  const at = clock.now()
  const echo = ids.echo()
  const { parameters, stringToSign } = signedQuery(receiver.sealing.credentials, { now: at, ids })
  const query = queryText({ ...parameters, echostr: echo })
  const { 'content-type': _, ...headers } = pushHeaders('xml')
  const entry = exchanges.open({
    kind: 'verification',
    at,
    account: receiver.id,
    openid: undefined,
    title: 'GET echostr',
    attempt: 1,
    request: { method: 'GET', url: target.url, query, headers, body: '', plaintext: '', stringToSign },
  })
  const raw = await sendWithin(
    target,
    { method: 'GET', query, headers, body: new Uint8Array() },
    { clock, limitMs: settings.verificationDeadlineMs, closing: world.closing },
  )
  const bytes = raw.outcome === 'answered' ? Buffer.from(raw.body) : Buffer.alloc(0)
  const body = bytes.toString('utf8')
  const look: Look = { raw, url: target.url, echo, body }
  const wrong = diagnoses.find((it) => it.test(look))
  const reason = wrong === undefined ? 'the URL is verified' : wrong.words(look)
  const expected = Buffer.from(echo, 'utf8')
  entry.finish({
    outcome: raw.outcome,
    problem: raw.outcome === 'answered' ? undefined : raw.problem,
    answer:
      raw.outcome === 'answered' ? { status: raw.status, headers: raw.headers, body, plaintext: body } : undefined,
    tookMs: clock.now() - at,
    verdict: {
      ok: wrong === undefined,
      shown: 'nothing',
      reasons: wrong === undefined ? [] : [reason],
      findings: [],
    },
  })
  return {
    ok: wrong === undefined,
    reason,
    status: raw.outcome === 'answered' ? raw.status : undefined,
    body,
    hex: bytes.equals(expected) ? undefined : { expected: expected.toString('hex'), received: bytes.toString('hex') },
  }
}
