import type { World } from '../world.js'
import { CommentStore } from './comments/comment-store.js'
import { Statistics } from './datacube/statistics.js'
import { DraftStore } from './drafts/draft-store.js'
import { PublishJobs } from './freepublish/publish-jobs.js'
import { PublishedArticles } from './freepublish/published-articles.js'
import { MaterialStore } from './materials/material-store.js'
import { HostedFiles } from './media/hosted-files.js'
import { MediaStore } from './media/media-store.js'

/** What an account has uploaded, written and published, what readers wrote below, and what is counted. */
export interface ContentState {
  readonly hosted: HostedFiles
  readonly media: MediaStore
  readonly materials: MaterialStore
  readonly drafts: DraftStore
  readonly articles: PublishedArticles
  readonly publishing: PublishJobs
  readonly comments: CommentStore
  readonly statistics: Statistics
}

export function contentState(world: World): ContentState {
  const hosted = new HostedFiles(world)
  const drafts = new DraftStore(world)
  const articles = new PublishedArticles(world)
  return {
    hosted,
    media: new MediaStore(world, hosted),
    materials: new MaterialStore(world, hosted),
    drafts,
    articles,
    publishing: new PublishJobs(world, { drafts, articles }),
    comments: new CommentStore(world, articles),
    statistics: new Statistics(world.clock),
  }
}
