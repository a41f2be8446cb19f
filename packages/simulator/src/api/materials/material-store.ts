import type { World } from '../../world.js'
import type { HostedFiles } from '../media/hosted-files.js'
import type { NewMedia } from '../media/media-store.js'
import type { StoredMedia } from '../media/stored-media.js'

/** What is told of a video when it is uploaded. */
export interface VideoDescription {
  readonly title: string
  readonly introduction: string
}

/** A permanent file. */
export interface Material extends StoredMedia {
  /** Of a video; undefined for anything else. */
  readonly description: VideoDescription | undefined
}

/** Lists and counts know no thumbs: a thumb is a picture there. */
export type MaterialShelf = 'image' | 'voice' | 'video'

export const shelfOf = ({ type }: Pick<StoredMedia, 'type'>): MaterialShelf => (type === 'thumb' ? 'image' : type)

/** Permanent files of one account. */
export class MaterialStore {
  readonly #world: World
  readonly #hosted: HostedFiles
  readonly #kept = new Map<string, Material>()
  readonly #counts: Record<MaterialShelf, number> = { image: 0, voice: 0, video: 0 }

  constructor(world: World, hosted: HostedFiles) {
    this.#world = world
    this.#hosted = hosted
  }

  add(media: NewMedia, description?: VideoDescription): Material {
    const { ids, clock } = this.#world
    const stored = {
      ...media,
      description,
      mediaId: ids.mediaId(),
      createdAt: clock.now(),
      url: this.#hosted.put(media),
    }
    this.#kept.set(stored.mediaId, stored)
    this.#counts[shelfOf(stored)] += 1
    return stored
  }

  get(mediaId: string): Material | undefined {
    return this.#kept.get(mediaId)
  }

  /** False when there is none of that id. */
  delete(mediaId: string): boolean {
    const material = this.#kept.get(mediaId)
    if (material === undefined) return false
    this.#kept.delete(mediaId)
    this.#hosted.drop(material.url)
    this.#counts[shelfOf(material)] -= 1
    return true
  }

  count(shelf: MaterialShelf): number {
    return this.#counts[shelf]
  }

  /** The newest first. */
  list(shelf: MaterialShelf): readonly Material[] {
    return [...this.#kept.values()].filter((it) => shelfOf(it) === shelf).reverse()
  }
}
