import type { RawAnswer } from '../answer.js'
import type { ApiPage, PageVisit } from '../page.js'
import { articlePage, deletedPage } from './article-page.js'
import { articlePath, articleUrl } from './article-url.js'

function showArticle({ accounts, world, path }: PageVisit): RawAnswer | undefined {
  const url = articleUrl(world.apiUrl(), path['id'] ?? '')
  for (const { name, state } of accounts) {
    const published = state.articles.onPage(url)
    if (published?.isDeleted === true) return deletedPage()
    if (published !== undefined) return articlePage(published, { account: name, note: '' })
    const draft = state.drafts.onPage(url)
    if (draft !== undefined) return articlePage(draft, { account: name, note: '预览' })
  }
  return undefined
}

export const articlePages: readonly ApiPage[] = [
  { method: 'GET', path: articlePath, doc: 'an article, or the preview of a draft', show: showArticle },
]
