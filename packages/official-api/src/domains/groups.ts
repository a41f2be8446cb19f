import type { CallOptions, GroupApi, GroupCreateAnswer, GroupListAnswer } from '@wx/endpoints'
import { idNumber, text, texts } from '../arguments/check.js'
import { chunksOf } from '../arguments/chunks.js'
import { listOf, partOf } from '../binding/answer.js'
import type { Shorthands } from './shorthands.js'

/** Groups of followers, each in one; tags took their place. */
export interface GroupsDomain extends GroupApi {
  /**
   * Creates a group.
   *
   * @deprecated Legacy: use `tags.add`.
   */
  add(name: string, options?: CallOptions): Promise<GroupCreateAnswer['group']>
  /**
   * Renames a group.
   *
   * @deprecated Legacy: use `tags.rename`.
   */
  rename(groupId: number, name: string, options?: CallOptions): Promise<void>
  /**
   * Deletes a group; its members fall back to the default one.
   *
   * @deprecated Legacy: use `tags.remove`.
   */
  remove(groupId: number, options?: CallOptions): Promise<void>
  /**
   * All groups, with how many users each holds.
   *
   * @deprecated Legacy: use `tags.all`.
   */
  all(options?: CallOptions): Promise<GroupListAnswer['groups']>
  /**
   * Id of the group a follower is in.
   *
   * @deprecated Legacy: use `tags.of`.
   */
  of(openid: string, options?: CallOptions): Promise<number>
  /**
   * Moves followers to a group: one, or many, 50 in a call and one call after the other.
   *
   * @deprecated Legacy: use `tags.tag`.
   */
  move(openids: string | readonly string[], groupId: number, options?: CallOptions): Promise<void>
}

const perCall = 50

export const groupsShorthands = (api: GroupApi): Shorthands<GroupsDomain, GroupApi> => ({
  add: async (name, options) =>
    partOf('groups.create', await api.create({ group: { name: text('name', name) } }, options), 'group'),
  async rename(groupId, name, options) {
    await api.update({ group: { id: idNumber('groupId', groupId), name: text('name', name) } }, options)
  },
  async remove(groupId, options) {
    await api.delete({ group: { id: idNumber('groupId', groupId) } }, options)
  },
  all: async (options) => listOf('groups.list', await api.list({}, options), 'groups'),
  of: async (openid, options) =>
    partOf('groups.getByOpenid', await api.getByOpenid({ openid: text('openid', openid) }, options), 'groupid'),
  async move(openids, groupId, options) {
    const to_groupid = idNumber('groupId', groupId)
    if (typeof openids === 'string') {
      await api.moveUser({ openid: text('openids', openids), to_groupid }, options)
      return
    }
    for (const chunk of chunksOf(texts('openids', openids), perCall)) {
      await api.batchMoveUsers({ openid_list: chunk, to_groupid }, options)
    }
  },
})
