import type { World } from '../../world.js'
import type { Draft, DraftStore } from '../drafts/draft-store.js'
import type { PublishedArticles } from './published-articles.js'

/** Why publishing fails: 2 not original, 3 failed, 4 refused by review. */
export type PublishFailure = 2 | 3 | 4

/** What becomes of a publication that fails. */
export interface FailedPublication {
  /** 3 when not given. */
  readonly status?: PublishFailure
  /** Which articles it is about, from 1; all when not given. */
  readonly failIdx?: readonly number[]
}

/** Decides about publications that are yet to come. */
export interface PublishControl {
  /** The next publication that is submitted fails, as one that the review refuses. The draft stays. */
  failNext(how?: FailedPublication): void
}

/** One publication. */
export interface PublishJob {
  /** 64 bits, as digits. */
  readonly publishId: string
  readonly msgDataId: string
  readonly draft: Draft
  readonly failure: FailedPublication | undefined
  /** 1 while it runs, then 0 or how it failed. */
  readonly status: 0 | 1 | PublishFailure
  /** Undefined until it is published. */
  readonly articleId: string | undefined
}

/** Where published drafts go. */
interface Shelves {
  readonly drafts: DraftStore
  readonly articles: PublishedArticles
}

/** Publications of one account: under way, done and failed. */
export class PublishJobs implements PublishControl {
  readonly #world: World
  readonly #shelves: Shelves
  readonly #jobs = new Map<string, PublishJob>()
  #failure: FailedPublication | undefined
  #platform: string | undefined

  constructor(world: World, shelves: Shelves) {
    this.#world = world
    this.#shelves = shelves
  }

  /** Whom the push of its end comes from: an openid of the platform. */
  get platformOpenid(): string {
    this.#platform ??= this.#world.ids.openid()
    return this.#platform
  }

  failNext(how: FailedPublication = {}): void {
    this.#failure = how
  }

  isRunning(mediaId: string): boolean {
    return [...this.#jobs.values()].some(({ draft, status }) => status === 1 && draft.mediaId === mediaId)
  }

  start(draft: Draft): PublishJob {
    const { ids } = this.#world
    const failure = this.#failure
    this.#failure = undefined
    const begun = { publishId: ids.messageId(), msgDataId: ids.messageId(), draft, failure, articleId: undefined }
    const job = { ...begun, status: 1 as const }
    this.#jobs.set(job.publishId, job)
    return job
  }

  /** Ends one: the draft becomes articles, unless it fails. */
  finish(job: PublishJob): PublishJob {
    const { failure, draft, msgDataId, publishId } = job
    const end = failure === undefined ? this.#publish(draft, msgDataId) : { status: failure.status ?? 3 }
    const ended: PublishJob = { ...job, ...end }
    this.#jobs.set(publishId, ended)
    return ended
  }

  get(publishId: string): PublishJob | undefined {
    return this.#jobs.get(publishId)
  }

  #publish(draft: Draft, msgDataId: string): Pick<PublishJob, 'status' | 'articleId'> {
    const { drafts, articles } = this.#shelves
    const { articleId } = articles.publish(draft.articles, 'publish', msgDataId)
    drafts.delete(draft.mediaId)
    return { status: 0, articleId }
  }
}
