import type { User } from '../../user.js'
import type { AccountState } from '../account-state.js'
import type { JsonAnswer } from '../answer.js'

/** What the platform withdrew at the end of 2021 (and `language` later); the names still come, and are empty. */
const withdrawn = { nickname: '', sex: 0, language: '', city: '', province: '', country: '', headimgurl: '' }

/** What an account may know of one of its users. */
export function userInfo({ openid, profile, subscription, remark }: User, { tags, groups }: AccountState): JsonAnswer {
  const unionid = profile.unionid === undefined ? {} : { unionid: profile.unionid }
  if (subscription === undefined) return { subscribe: 0, openid, ...unionid, tagid_list: [] }
  return {
    subscribe: 1,
    openid,
    ...withdrawn,
    subscribe_time: subscription.time,
    ...unionid,
    remark,
    groupid: groups.of(openid),
    tagid_list: tags.of(openid),
    subscribe_scene: subscription.scene,
    qr_scene: subscription.qrScene,
    qr_scene_str: subscription.qrSceneStr,
  }
}
