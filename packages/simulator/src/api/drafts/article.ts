/** One article, checked: as it is kept in a draft and published. */
export interface Article {
  readonly type: 'news' | 'newspic'
  readonly title: string
  readonly author: string
  readonly digest: string
  /** HTML without scripts and without pictures from elsewhere. */
  readonly content: string
  readonly contentSourceUrl: string
  /** Of the cover; of a picture post the first picture. */
  readonly thumbMediaId: string
  /** Where the cover loads. */
  readonly thumbUrl: string
  readonly showCoverPic: 0 | 1
  readonly needOpenComment: 0 | 1
  readonly onlyFansCanComment: 0 | 1
  /** Pictures of a picture post: where they load, by media id. */
  readonly pictures: readonly { readonly mediaId: string; readonly url: string }[]
  /** Fields that are kept as they came: how the cover is cut, which product stands below. */
  readonly asGiven: Readonly<Record<string, unknown>>
}
