import type { World } from '../../world.js'
import type { FileFormat } from './file-format.js'
import type { HostedFiles } from './hosted-files.js'
import type { MediaType, StoredMedia } from './stored-media.js'

/** What is put into the store. */
export interface NewMedia {
  readonly type: MediaType
  readonly bytes: Uint8Array
  readonly format: FileFormat
  readonly fileName: string
}

/**
 * Temporary media of one account: uploaded ones and those of users' messages. They are gone after three days.
 * https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/New_temporary_materials.html
 */
export class MediaStore {
  readonly #world: World
  readonly #hosted: HostedFiles
  readonly #kept = new Map<string, StoredMedia>()

  constructor(world: World, hosted: HostedFiles) {
    this.#world = world
    this.#hosted = hosted
  }

  /** @param mediaId one of its own when not given; what stood behind it is replaced */
  add(media: NewMedia, mediaId: string = this.#world.ids.mediaId()): StoredMedia {
    this.sweep()
    this.#drop(this.#kept.get(mediaId))
    const createdAt = this.#world.clock.now()
    const stored = { ...media, mediaId, createdAt, url: this.#hosted.put(media) }
    this.#kept.set(mediaId, stored)
    return stored
  }

  /** Undefined for an id that is unknown, or older than three days. */
  get(mediaId: string): StoredMedia | undefined {
    this.sweep()
    return this.#kept.get(mediaId)
  }

  /** Forgets what is past its time. The oldest stand first. */
  sweep(): void {
    const { clock, settings } = this.#world
    for (const stored of this.#kept.values()) {
      if (clock.now() < stored.createdAt + settings.mediaLifeMs) return
      this.#drop(stored)
    }
  }

  #drop(stored: StoredMedia | undefined): void {
    if (stored === undefined) return
    this.#hosted.drop(stored.url)
    this.#kept.delete(stored.mediaId)
  }
}
