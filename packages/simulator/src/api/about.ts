import { judgeRules } from '../judge/judge.js'
import type { Severity } from '../judge/rule.js'
import { pushDifferences } from './about-pushes.js'
import { createCatalog } from './catalog.js'
import { apiPages } from './pages.js'
import { permissionOf, type Standing } from './permissions.js'
import { quotaOf } from './quota-limits.js'

/** What is known and simulated of one endpoint. */
export interface AboutEndpoint {
  readonly id: string
  readonly method: 'GET' | 'POST'
  /** With its action, where several endpoints share a path. */
  readonly path: string
  readonly isSimulated: boolean
  /** Where its behaviour is known from; undefined where no page is left. */
  readonly source: string | undefined
  /** What the real one does and this one does not, one sentence each. */
  readonly differences: readonly string[]
  /** Kinds of account that may call it; undefined where no source says. */
  readonly may: readonly Standing[] | undefined
  /** Calls a day; undefined where no source says. */
  readonly dailyLimit: number | undefined
}

/** Something below `sim.apiUrl` that is no endpoint. */
export interface AboutPage {
  readonly method: string
  readonly path: string
  readonly doc: string
}

/** A rule that answers to pushes are judged by. */
export interface AboutRule {
  readonly id: string
  readonly severity: Severity
  readonly source: string
  readonly en: string
  readonly zh: string
}

/** What this simulator is and is not, as data. */
export interface About {
  readonly counts: { readonly known: number; readonly simulated: number; readonly notSimulated: number }
  readonly endpoints: readonly AboutEndpoint[]
  readonly pages: readonly AboutPage[]
  readonly pushes: { readonly rules: readonly AboutRule[]; readonly differences: readonly string[] }
}

export function aboutSimulator(): About {
  const endpoints = createCatalog().entries.map(({ row, route }): AboutEndpoint => {
    const { id, method, path, action } = row
    return {
      id,
      method,
      path: action === undefined ? path : `${path}?action=${action}`,
      isSimulated: route !== undefined,
      source: route?.source ?? row.docs,
      differences: route?.differences ?? [],
      may: permissionOf(row)?.may,
      dailyLimit: quotaOf(row)?.limit,
    }
  })
  const simulated = endpoints.filter((it) => it.isSimulated).length
  return {
    counts: { known: endpoints.length, simulated, notSimulated: endpoints.length - simulated },
    endpoints,
    pages: apiPages.map(({ method, path, doc }) => ({ method, path, doc })),
    pushes: {
      rules: judgeRules.map(({ id, severity, source, en, zh }) => ({ id, severity, source, en, zh })),
      differences: pushDifferences,
    },
  }
}

/** The same as text, for a terminal. */
export function aboutText({ counts, endpoints, pages, pushes }: About): string {
  const simulated = endpoints.filter((it) => it.isSimulated)
  const width = Math.max(...simulated.map(({ path }) => path.length), ...pages.map(({ path }) => path.length), 0)
  const address = (method: string, path: string): string => `${method.padEnd(4)} ${path.padEnd(width)}`
  return [
    `${counts.simulated} of ${counts.known} endpoints of WeChat are simulated.`,
    '',
    ...simulated.flatMap(({ id, method, path, source, differences }) => [
      `${address(method, path)}  ${id}${source === undefined ? '' : `  ${source}`}`,
      ...differences.map((it) => `     - ${it}`),
    ]),
    '',
    `Not simulated, answered with HTTP 501: ${counts.notSimulated}.`,
    ...byDomain(endpoints.filter((it) => !it.isSimulated)),
    '',
    'Pages:',
    ...pages.map(({ method, path, doc }) => `${address(method, path)}  ${doc}`),
    '',
    'Answers to pushes are judged by:',
    ...pushes.rules.map(({ id, source }) => `${id}  ${source}`),
    '',
    'Pushes, known differences:',
    ...pushes.differences.map((it) => `- ${it}`),
    '',
  ].join('\n')
}

/** One line for each domain: `card: batchGet create …`. */
function byDomain(endpoints: readonly AboutEndpoint[]): readonly string[] {
  const domains = new Map<string, string[]>()
  for (const { id } of endpoints) {
    const [domain = '', ...name] = id.split('.')
    domains.set(domain, [...(domains.get(domain) ?? []), name.join('.')])
  }
  return [...domains].map(([domain, names]) => `${domain}: ${names.join(' ')}`)
}
