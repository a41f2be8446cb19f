import { bareAnswer, type JsonAnswer } from '../answer.js'
import { type Body, integerField, objectField } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { followerField, followersField } from '../users/find-user.js'
import { openidPage } from '../users/openid-page.js'
import type { Tag, Tags } from './tags.js'

const maxTags = 100
const maxNameBytes = 30
const maxTagsOfUser = 20
const maxOpenids = 50
/** A tag that more followers carry must be taken off them first. */
const maxCountToDelete = 100_000
/** Neither 0 (no group), 1 (blacklist) nor 2 (starred) may be changed. */
const systemTags = [0, 1, 2]

/**
 * A name that no other tag has.
 * @param own the tag that is renamed
 * @throws ApiRefusal 45157, 45158
 */
function nameField(tag: Body, tags: Tags, own?: number): string {
  const { name } = tag
  if (typeof name !== 'string' || name.trim() === '') refuse(45157, '"tag.name" must be a text, and not empty')
  if (Buffer.byteLength(name) > maxNameBytes) refuse(45158, `a name has up to ${maxNameBytes} bytes of UTF-8`)
  const same = tags.named(name)
  if (same !== undefined && same.id !== own) refuse(45157, `tag ${same.id} has that name already`)
  return name
}

/** @throws ApiRefusal 45159 */
const tagOf = (tags: Tags, id: number): Tag => tags.get(id) ?? refuse(45159, `this account has no tag ${id}`)

/** @throws ApiRefusal 45159 */
const tagField = ({ state, body }: ApiCall): Tag => tagOf(state.tags, integerField(body, 'tagid', { errcode: 45159 }))

/** @throws ApiRefusal 45058, 45159 */
function ownTag({ state, body }: ApiCall): Tag {
  const id = integerField(objectField(body, 'tag'), 'id', { errcode: 45159 })
  if (systemTags.includes(id)) refuse(45058, `tag ${id} belongs to the platform`)
  return tagOf(state.tags, id)
}

function create({ state: { tags }, body }: ApiCall): JsonAnswer {
  const name = nameField(objectField(body, 'tag'), tags)
  const own = tags.list().filter(({ id }) => !systemTags.includes(id))
  if (own.length >= maxTags) refuse(45056, `an account has up to ${maxTags} tags`)
  return { tag: { id: tags.create(name).id, name } }
}

function update(call: ApiCall): undefined {
  const { id } = ownTag(call)
  const { tags } = call.state
  tags.rename(id, nameField(objectField(call.body, 'tag'), tags, id))
}

function remove(call: ApiCall): undefined {
  const { id, count } = ownTag(call)
  if (count > maxCountToDelete) refuse(45057, `${count} followers carry the tag; take it off them first`)
  call.state.tags.delete(id)
}

function batchTagging(call: ApiCall): undefined {
  const { id } = tagField(call)
  const { tags } = call.state
  // All of them are right, or nothing is done.
  const openids = followersField(call, maxOpenids)
  const full = openids.find((it) => !tags.of(it).includes(id) && tags.of(it).length >= maxTagsOfUser)
  if (full !== undefined) refuse(45059, `${full} carries ${maxTagsOfUser} tags already`)
  for (const openid of openids) tags.tag(id, openid)
}

function batchUntagging(call: ApiCall): undefined {
  const { id } = tagField(call)
  for (const openid of followersField(call, maxOpenids)) call.state.tags.untag(id, openid)
}

function listUsers(call: ApiCall): JsonAnswer {
  const members = call.state.tags.memberList(tagField(call).id)
  return members === undefined ? {} : openidPage(members, call.body['next_openid'])
}

const unknownTag = 'Which code an unknown tag is refused with is not published for this endpoint; here 45159.'
const unfollowed =
  'An openid of somebody who unfollowed is refused with 49003, as developers report; the page of today names 40003.'
const lists = 'Which code an openid_list that is no list of texts is refused with is not published; here 40031.'

export const tagRoutes: readonly ApiRoute[] = [
  {
    id: 'tag.create',
    run: (call) => bareAnswer(create(call)),
    differences: ['Ids of new tags begin with 100 and grow; how WeChat chooses them is not published.'],
  },
  {
    id: 'tag.list',
    run: ({ state }) => ({ tags: state.tags.list() }),
    differences: ['Of the tags that belong to the platform only 2, the starred followers, is listed.'],
  },
  { id: 'tag.update', run: update, differences: [unknownTag] },
  { id: 'tag.delete', run: remove, differences: [unknownTag] },
  {
    id: 'tag.listByUser',
    run: (call) => bareAnswer({ tagid_list: call.state.tags.of(followerField(call).openid) }),
    differences: [
      'What becomes of the tags of somebody who unfollows is not published; here they are lost.',
      'Which of 40003 and 49003 somebody who unfollowed is refused with is not published; here 40003.',
    ],
  },
  { id: 'tag.batchTagging', run: batchTagging, differences: [unfollowed, lists] },
  { id: 'tag.batchUntagging', run: batchUntagging, differences: [unfollowed, lists] },
  {
    id: 'tag.listUsers',
    run: (call) => bareAnswer(listUsers(call)),
    differences: ['In which order WeChat lists them is not published; here in the order in which they got the tag.'],
  },
]
