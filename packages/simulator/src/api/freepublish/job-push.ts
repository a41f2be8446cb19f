import type { WireTree } from '@wx/xml-messages'
import type { PublishOutcome } from './outcome.js'
import type { PublishJob } from './publish-jobs.js'

/**
 * What the push `PUBLISHJOBFINISH` tells.
 * https://developers.weixin.qq.com/doc/offiaccount/Publish/Callback_on_finish.html
 */
export function publishEventInfo({ publishId }: PublishJob, outcome: PublishOutcome): WireTree {
  const { article_id, article_detail, fail_idx } = outcome
  return {
    publish_id: publishId,
    publish_status: String(outcome.publish_status),
    ...(article_id === undefined ? {} : { article_id }),
    ...(article_detail === undefined
      ? {}
      : {
          article_detail: {
            count: String(article_detail.count),
            item: article_detail.item.map(({ idx, article_url }) => ({ idx: String(idx), article_url })),
          },
        }),
    ...(fail_idx.length === 0 ? {} : { fail_idx: fail_idx.map(String) }),
  }
}
