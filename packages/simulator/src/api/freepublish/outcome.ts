import type { PublishJob } from './publish-jobs.js'
import type { PublishedArticle, PublishedArticles } from './published-articles.js'

/** How a publication stands, as `freepublish/get` and the push of its end tell it. */
export interface PublishOutcome {
  readonly publish_status: number
  readonly article_id?: string
  readonly article_detail?: {
    readonly count: number
    readonly item: readonly { readonly idx: number; readonly article_url: string }[]
  }
  readonly fail_idx: readonly number[]
}

export function outcomeOf(job: PublishJob, articles: PublishedArticles): PublishOutcome {
  const published = job.articleId === undefined ? undefined : articles.get(job.articleId)
  if (published !== undefined) return publishedOutcome(published)
  const all = job.draft.articles.map((_, at) => at + 1)
  return { publish_status: job.status, fail_idx: job.status === 1 ? [] : (job.failure?.failIdx ?? all) }
}

function publishedOutcome({ articleId, items }: PublishedArticle): PublishOutcome {
  const detail = items.map(({ url }, at) => ({ idx: at + 1, article_url: url }))
  // 5: the account has taken everything down since.
  const status = items.every(({ isDeleted }) => isDeleted) ? 5 : 0
  return {
    publish_status: status,
    article_id: articleId,
    article_detail: { count: detail.length, item: detail },
    fail_idx: [],
  }
}
