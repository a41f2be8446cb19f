import type { EventCommon } from '../../common.js'

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
