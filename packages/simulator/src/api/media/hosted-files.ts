import type { World } from '../../world.js'
import type { FileFormat } from './file-format.js'

export interface HostedFile {
  readonly bytes: Uint8Array
  readonly format: FileFormat
}

/** Files of one account that have an address, as pictures have at `mmbiz.qpic.cn`. */
export class HostedFiles {
  readonly #world: World
  readonly #byId = new Map<string, HostedFile>()

  constructor(world: World) {
    this.#world = world
  }

  /** The address it loads from until it is dropped. */
  put({ bytes, format }: HostedFile): string {
    const id = this.#world.ids.md5()
    this.#byId.set(id, { bytes, format })
    const base = this.#world.apiUrl()
    return format.contentType.startsWith('image/')
      ? `${base}/mmbiz/${id}/0?wx_fmt=${format.name}`
      : `${base}/vod/${id}/0.${format.name}`
  }

  get(id: string): HostedFile | undefined {
    return this.#byId.get(id)
  }

  /** What loads from that address. */
  at(url: string): HostedFile | undefined {
    return url.startsWith(`${this.#world.apiUrl()}/`) ? this.#byId.get(idOf(url)) : undefined
  }

  drop(url: string): void {
    this.#byId.delete(idOf(url))
  }

  /** Whether a picture of this account loads from there. */
  hasPicture(url: string): boolean {
    return url.startsWith(`${this.#world.apiUrl()}/mmbiz/`) && this.#byId.has(idOf(url))
  }
}

const idOf = (url: string): string => url.split('/').at(-2) ?? ''
