import { htmlAnswer, type RawAnswer } from './answer.js'
import { articlePages } from './drafts/pages.js'
import { jssdkPages } from './jssdk/pages.js'
import { mediaPages } from './media/pages.js'
import { oauthPages } from './oauth/pages.js'
import type { ApiPage, PageVisit } from './page.js'

/** Every address below `sim.apiUrl` that is no endpoint. A domain is a line here. */
export const apiPages: readonly ApiPage[] = [...mediaPages, ...oauthPages, ...jssdkPages, ...articlePages]

interface FoundPage {
  readonly page: ApiPage
  readonly path: Readonly<Record<string, string>>
}

function findPage(method: string, path: string): FoundPage | undefined {
  const parts = path.split('/')
  for (const page of apiPages) {
    const wanted = page.path.split('/')
    if (page.method !== method || wanted.length !== parts.length) continue
    if (!wanted.every((part, at) => part.startsWith(':') || part === parts[at])) continue
    const named = wanted.flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), parts[at] ?? '']] : []))
    return { page, path: Object.fromEntries(named) as Record<string, string> }
  }
  return undefined
}

/** What is at that address; undefined where no page has it, so that it is looked for among the endpoints. */
export async function showPage(visit: Omit<PageVisit, 'path'>): Promise<RawAnswer | undefined> {
  const found = findPage(visit.request.method, visit.request.path)
  if (found === undefined) return undefined
  const answer = await found.page.show({ ...visit, path: found.path })
  return answer ?? htmlAnswer('<!doctype html><title>404</title><p>There is nothing here (any more).</p>', 404)
}
