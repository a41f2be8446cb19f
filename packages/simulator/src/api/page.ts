import type { Account } from '../account.js'
import type { World } from '../world.js'
import type { RawAnswer } from './answer.js'
import type { ApiRequest } from './request.js'

/** Somebody opens an address that an answer or a push has told. */
export interface PageVisit {
  readonly world: World
  readonly accounts: readonly Account[]
  /** What stands for the `:names` of the path. */
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly request: ApiRequest
}

/** Something below `sim.apiUrl` that is no endpoint: a picture, a video, an article, a page. */
export interface ApiPage {
  readonly method: 'GET' | 'POST'
  /** Parts that begin with a colon stand for anything but a slash: `/s/:id`. */
  readonly path: string
  readonly doc: string
  /** Undefined where nothing is there (any more): 404. */
  readonly show: (visit: PageVisit) => RawAnswer | undefined | Promise<RawAnswer | undefined>
}
