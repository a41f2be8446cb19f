import type { CallOptions, TagApi, TagCreateAnswer, TagListAnswer } from '@wx/endpoints'
import { idNumber, optionsOf, text, texts } from '../arguments/check.js'
import { chunksOf } from '../arguments/chunks.js'
import { given } from '../arguments/given.js'
import { listOf, partOf } from '../binding/answer.js'
import { openidPages } from '../binding/pages.js'
import type { Shorthands } from './shorthands.js'

/** Tags on followers: an account has up to 100, a follower carries up to 20. */
export interface TagsDomain extends TagApi {
  /**
   * Creates a tag.
   *
   * @returns the tag with its id
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  add(name: string, options?: CallOptions): Promise<TagCreateAnswer['tag']>
  /**
   * Renames a tag.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  rename(tagId: number, name: string, options?: CallOptions): Promise<void>
  /**
   * Deletes a tag; one that more than 100,000 users carry must be emptied first.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  remove(tagId: number, options?: CallOptions): Promise<void>
  /**
   * All tags, with how many users carry each.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  all(options?: CallOptions): Promise<TagListAnswer['tags']>
  /**
   * Openids of the users who carry a tag, 10,000 at a time as they are needed.
   *
   * @param options `from`: the openid after which to go on
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  usersOf(tagId: number, options?: CallOptions & { readonly from?: string }): AsyncGenerator<string, void, undefined>
  /**
   * Puts a tag on users, 50 in a call and one call after the other. When one fails, all may be repeated.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  tag(openids: readonly string[], tagId: number, options?: CallOptions): Promise<void>
  /**
   * Takes a tag off users, 50 in a call and one call after the other. When one fails, all may be repeated.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  untag(openids: readonly string[], tagId: number, options?: CallOptions): Promise<void>
  /**
   * Ids of the tags a user carries.
   *
   * @see https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
   */
  of(openid: string, options?: CallOptions): Promise<readonly number[]>
}

const perCall = 50

export const tagsShorthands = (api: TagApi): Shorthands<TagsDomain, TagApi> => ({
  add: async (name, options) =>
    partOf('tags.create', await api.create({ tag: { name: text('name', name) } }, options), 'tag'),
  async rename(tagId, name, options) {
    await api.update({ tag: { id: idNumber('tagId', tagId), name: text('name', name) } }, options)
  },
  async remove(tagId, options) {
    await api.delete({ tag: { id: idNumber('tagId', tagId) } }, options)
  },
  all: async (options) => listOf('tags.list', await api.list({}, options), 'tags'),
  usersOf(tagId, options) {
    const tagid = idNumber('tagId', tagId)
    const { from, ...rest } = optionsOf(options)
    return openidPages('tags.listUsers', (next) => api.listUsers(given({ tagid, next_openid: next }), rest), from)
  },
  async tag(openids, tagId, options) {
    const tagid = idNumber('tagId', tagId)
    for (const chunk of chunksOf(texts('openids', openids), perCall)) {
      await api.batchTagging({ openid_list: chunk, tagid }, options)
    }
  },
  async untag(openids, tagId, options) {
    const tagid = idNumber('tagId', tagId)
    for (const chunk of chunksOf(texts('openids', openids), perCall)) {
      await api.batchUntagging({ openid_list: chunk, tagid }, options)
    }
  },
  of: async (openid, options) =>
    listOf('tags.listByUser', await api.listByUser({ openid: text('openid', openid) }, options), 'tagid_list'),
})
