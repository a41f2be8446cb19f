import type { World } from '../../world.js'
import type { Article } from '../drafts/article.js'

/** A video that was made ready for a mass message. */
export interface MassVideo {
  readonly mediaId: string
  readonly title: string
  readonly description: string
}

interface Kept<T> {
  readonly value: T
  readonly createdAt: number
}

/** What was made ready for mass messages of one account; it is gone when temporary media are. */
export class MassUploads {
  readonly #world: World
  readonly #articles = new Map<string, Kept<readonly Article[]>>()
  readonly #videos = new Map<string, Kept<MassVideo>>()

  constructor(world: World) {
    this.#world = world
  }

  /** @returns the media id */
  addArticles(articles: readonly Article[]): string {
    return this.#add(this.#articles, articles)
  }

  /** @returns the media id */
  addVideo(video: MassVideo): string {
    return this.#add(this.#videos, video)
  }

  articles(mediaId: string): readonly Article[] | undefined {
    return this.#get(this.#articles, mediaId)
  }

  video(mediaId: string): MassVideo | undefined {
    return this.#get(this.#videos, mediaId)
  }

  #add<T>(to: Map<string, Kept<T>>, value: T): string {
    const mediaId = this.#world.ids.mediaId()
    to.set(mediaId, { value, createdAt: this.#world.clock.now() })
    return mediaId
  }

  #get<T>(from: Map<string, Kept<T>>, mediaId: string): T | undefined {
    const kept = from.get(mediaId)
    const { clock, settings } = this.#world
    return kept !== undefined && clock.now() < kept.createdAt + settings.mediaLifeMs ? kept.value : undefined
  }
}
