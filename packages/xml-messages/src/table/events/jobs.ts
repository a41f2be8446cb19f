import type { EventCommon } from '../../common.js'
import { plain } from '../ack.js'
import { opt, type RowsOf, req } from '../row.js'

/** Originality of one article. */
export interface CheckedArticle {
  readonly articleIdx: number | undefined
  readonly userDeclareState: number | undefined
  readonly auditState: number | undefined
  readonly originalArticleUrl: string | undefined
  readonly originalArticleType: number | undefined
  readonly canReprint: number | undefined
  readonly needReplaceContent: number | undefined
  readonly needShowReprintSource: number | undefined
}

/** What the originality check found. */
export interface CopyrightCheck {
  readonly count: number | undefined
  readonly resultList: readonly CheckedArticle[]
  readonly checkState: number | undefined
}

/** Address of one article. */
export interface ArticleUrl {
  readonly articleIdx: number | undefined
  readonly articleUrl: string | undefined
}

/** Addresses of the articles that were sent. */
export interface ArticleUrls {
  readonly count: number | undefined
  readonly resultList: readonly ArticleUrl[]
}

/** One published article. */
export interface PublishedArticle {
  readonly idx: number | undefined
  readonly articleUrl: string | undefined
}

/** The articles that were published. */
export interface PublishedArticles {
  readonly count: number | undefined
  readonly item: readonly PublishedArticle[]
}

/** How publishing went. */
export interface PublishOutcome {
  readonly publishId: string
  readonly publishStatus: number | undefined
  readonly articleId: string | undefined
  readonly articleDetail: PublishedArticles | undefined
  readonly failIdx: readonly number[]
}

/** Sending to many is done. */
export interface MassSendJobFinishEvent extends EventCommon {
  readonly event: 'masssendjobfinish'
  /** `MsgID` of the job. */
  readonly messageId: string
  /** `send success`, `send fail` or `err(…)` with the reason. */
  readonly status: string
  readonly totalCount: number | undefined
  readonly filterCount: number | undefined
  readonly sentCount: number | undefined
  readonly errorCount: number | undefined
  readonly copyrightCheckResult: CopyrightCheck | undefined
  readonly articleUrlResult: ArticleUrls | undefined
}

/** A template message was delivered, or not. */
export interface TemplateSendJobFinishEvent extends EventCommon {
  readonly event: 'templatesendjobfinish'
  /** `MsgID`: id of the template message. */
  readonly messageId: string
  /** `success`, `failed:user block` or `failed: system failed`. */
  readonly status: string
}

/** Publishing a draft is done. */
export interface PublishJobFinishEvent extends EventCommon {
  readonly event: 'publishjobfinish'
  readonly publishEventInfo: PublishOutcome
}

/** Results of sending and publishing. */
export interface JobEvents {
  readonly masssendjobfinish: MassSendJobFinishEvent
  readonly templatesendjobfinish: TemplateSendJobFinishEvent
  readonly publishjobfinish: PublishJobFinishEvent
}

export const jobRows: RowsOf<JobEvents> = {
  masssendjobfinish: {
    wire: 'MASSSENDJOBFINISH',
    section: 'A2',
    doc: 'Sending to many is done.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      messageId: req('id', 'MsgID', 'MsgId'),
      status: req('string', 'Status'),
      totalCount: req('integer', 'TotalCount'),
      filterCount: req('integer', 'FilterCount'),
      sentCount: req('integer', 'SentCount'),
      errorCount: req('integer', 'ErrorCount'),
      copyrightCheckResult: {
        kind: 'object',
        path: 'CopyrightCheckResult',
        required: false,
        of: {
          count: opt('integer', 'Count'),
          resultList: {
            kind: 'list',
            path: 'ResultList.item',
            required: false,
            of: {
              articleIdx: opt('integer', 'ArticleIdx'),
              userDeclareState: opt('integer', 'UserDeclareState'),
              auditState: opt('integer', 'AuditState'),
              originalArticleUrl: opt('string', 'OriginalArticleUrl'),
              originalArticleType: opt('integer', 'OriginalArticleType'),
              canReprint: opt('integer', 'CanReprint'),
              needReplaceContent: opt('integer', 'NeedReplaceContent'),
              needShowReprintSource: opt('integer', 'NeedShowReprintSource'),
            },
          },
          checkState: opt('integer', 'CheckState'),
        },
      },
      articleUrlResult: {
        kind: 'object',
        path: 'ArticleUrlResult',
        required: false,
        of: {
          count: opt('integer', 'Count'),
          resultList: {
            kind: 'list',
            path: 'ResultList.item',
            required: false,
            of: { articleIdx: opt('integer', 'ArticleIdx'), articleUrl: opt('string', 'ArticleUrl') },
          },
        },
      },
    },
  },
  templatesendjobfinish: {
    wire: 'TEMPLATESENDJOBFINISH',
    section: 'A2',
    doc: 'A template message was delivered, or not.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: { messageId: req('id', 'MsgID', 'MsgId'), status: req('string', 'Status') },
  },
  publishjobfinish: {
    wire: 'PUBLISHJOBFINISH',
    aliases: ['FREEPUBLISHJOBFINISH'],
    section: 'A2',
    doc: 'Publishing a draft is done.',
    status: 'current',
    audience: 'official-account',
    ack: plain,
    replies: false,
    fields: {
      publishEventInfo: {
        kind: 'object',
        path: 'PublishEventInfo',
        required: true,
        of: {
          publishId: req('id', 'publish_id'),
          publishStatus: req('integer', 'publish_status'),
          articleId: opt('string', 'article_id'),
          articleDetail: {
            kind: 'object',
            path: 'article_detail',
            required: false,
            of: {
              count: opt('integer', 'count'),
              item: {
                kind: 'list',
                path: 'item',
                required: false,
                of: { idx: opt('integer', 'idx'), articleUrl: opt('string', 'article_url') },
              },
            },
          },
          failIdx: { kind: 'list', path: 'fail_idx', required: false, of: 'integer' },
        },
      },
    },
  },
}
