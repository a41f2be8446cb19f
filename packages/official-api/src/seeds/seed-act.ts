import type { OfficialAccount } from '../official-account.js'
import type { SeedMethod } from './seed-methods.js'

/** What a case speaks of: made up for a fake WeChat, real for one that knows them. */
export interface SeedFixture {
  readonly appId: string
  readonly openid: string
  /** Two at least. */
  readonly openids: readonly string[]
  /** A WeChat id. */
  readonly wxName: string
  readonly tagId: number
  readonly groupId: number
  readonly menuId: string
  readonly templateId: string
  /** Number of a template in the library, and keywords that it has. */
  readonly templateShortId: string
  readonly templateKeywords: readonly string[]
  /** An agent, `name@account`. */
  readonly kfAccount: string
  /** Media ids of uploaded files: the image is temporary, the thumb permanent. */
  readonly imageId: string
  readonly voiceId: string
  readonly videoId: string
  readonly thumbId: string
  /** Of a permanent image. */
  readonly materialId: string
  /** Of one permanent article. */
  readonly newsId: string
  readonly draftId: string
  /** Of a mass message of two articles that was sent. */
  readonly msgId: string
  /** Of a QR code. */
  readonly ticket: string
  readonly image: Uint8Array
  readonly video: Uint8Array
  /** Address of a picture. */
  readonly imageUrl: string
  /** Of web login. */
  readonly code: string
  readonly userToken: string
  readonly refreshToken: string
  /** Of a template for subscription notices. */
  readonly subscribeTemplateId: string
  /** Number of such a template in the library; it has the keywords 1 and 2. */
  readonly subscribeTid: string
  /** Categories of the library, with commas between. */
  readonly categoryIds: string
}

/** What one call carries beside its token: fields of the query, and the body; a file of a form by its bytes. */
export interface Wire {
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Something the seeds do, and how it is done here. */
export interface SeedAct {
  /** The seeds' methods. */
  readonly of: readonly SeedMethod[]
  /** As the README says it. */
  readonly here: string
  /** Why it is done otherwise. */
  readonly note?: string
  /** Ids of the endpoints called here, where they are not the seed's own. */
  readonly calls?: readonly string[]
  /** Left out where nothing is called. */
  readonly run?: (account: OfficialAccount, fixture: SeedFixture) => Promise<unknown>
  /** What the calls carry, in order. */
  readonly wire?: (fixture: SeedFixture) => readonly Wire[]
}

/** Reads an iterator to its end. */
export async function all<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const item of source) found.push(item)
  return found
}
