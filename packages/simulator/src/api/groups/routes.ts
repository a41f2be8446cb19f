import { type ApiAnswer, bareAnswer, type JsonAnswer } from '../answer.js'
import { type Body, integerField, objectField } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { followerField, userOf } from '../users/find-user.js'
import { type Groups, systemGroups } from './groups.js'

const maxGroups = 100
const maxNameCharacters = 30
const maxOpenids = 50

/**
 * A name for a group.
 * @throws ApiRefusal 40051, 45017
 */
function nameField({ name }: Body): string {
  if (typeof name !== 'string' || name.trim() === '') refuse(40051, '"group.name" must be a text, and not empty')
  if ([...name].length > maxNameCharacters) refuse(45017, `a name has up to ${maxNameCharacters} characters`)
  return name
}

/** @throws ApiRefusal 40050 */
function groupField(body: Body, name: string, groups: Groups): number {
  const id = integerField(body, name, { errcode: 40050 })
  return groups.has(id) ? id : refuse(40050, `this account has no group ${id}`)
}

const isSystem = (id: number): boolean => systemGroups.some((it) => it.id === id)

/** @throws ApiRefusal 40050, 45016 */
function ownGroup({ state, body }: ApiCall): number {
  const id = groupField(objectField(body, 'group'), 'id', state.groups)
  return isSystem(id) ? refuse(45016, `group ${id} belongs to the platform`) : id
}

function create({ state: { groups }, body }: ApiCall): JsonAnswer {
  const name = nameField(objectField(body, 'group'))
  const own = groups.list().filter(({ id }) => !isSystem(id))
  if (own.length >= maxGroups) refuse(45018, `an account has up to ${maxGroups} groups`)
  return { group: groups.create(name) }
}

function list({ state: { followers, groups } }: ApiCall): JsonAnswer {
  const counts = new Map<number, number>()
  for (const openid of followers.values()) {
    const id = groups.of(openid)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return { groups: groups.list().map((it) => ({ ...it, count: counts.get(it.id) ?? 0 })) }
}

function update(call: ApiCall): undefined {
  const id = ownGroup(call)
  call.state.groups.rename(id, nameField(objectField(call.body, 'group')))
}

function moveUser(call: ApiCall): undefined {
  const id = groupField(call.body, 'to_groupid', call.state.groups)
  call.state.groups.move(followerField(call).openid, id)
}

function batchMoveUsers({ account, state, body }: ApiCall): undefined {
  const id = groupField(body, 'to_groupid', state.groups)
  const { openid_list: openids } = body
  if (!Array.isArray(openids) || openids.length === 0) refuse(40031, '"openid_list" must be a list of openids')
  if (openids.length > maxOpenids) refuse(45019, `one call moves up to ${maxOpenids} users`)
  const users = openids.map((it: unknown) => userOf(account, it))
  const gone = users.find((it) => !it.isFollowing)
  if (gone !== undefined) refuse(40003, `${gone.openid} does not follow this account`)
  for (const user of users) state.groups.move(user.openid, id)
}

/** @throws ApiRefusal 48001 for an account of today */
const ofOldAccount =
  (run: (call: ApiCall) => ApiAnswer) =>
  (call: ApiCall): ApiAnswer =>
    call.account.legacyGroups
      ? run(call)
      : refuse(48001, 'groups gave way to tags: call /cgi-bin/tags, or create the account with legacyGroups')

interface Answering {
  readonly id: string
  readonly run: (call: ApiCall) => ApiAnswer
}

const answering: readonly Answering[] = [
  { id: 'group.create', run: (call) => bareAnswer(create(call)) },
  { id: 'group.list', run: list },
  { id: 'group.getByOpenid', run: (call) => bareAnswer({ groupid: call.state.groups.of(followerField(call).openid) }) },
  { id: 'group.update', run: update },
  { id: 'group.moveUser', run: moveUser },
  { id: 'group.batchMoveUsers', run: batchMoveUsers },
  {
    id: 'group.delete',
    run: (call) => {
      call.state.groups.delete(ownGroup(call))
      return undefined
    },
  },
]

export const groupRoutes: readonly ApiRoute[] = answering.map(({ id, run }) => ({
  id,
  run: ofOldAccount(run),
  source:
    'https://developer.aliyun.com/article/242454 (a copy of the withdrawn official page) and the global error codes',
  differences: [
    'Only accounts with legacyGroups answer; what WeChat answers to groups/* today is not published, here 48001.',
    'Groups and tags know nothing of each other; only group 1 is the blacklist of today.',
    'The official page named 500 groups at first and 100 later; here 100.',
    'Whether two groups may have one name is not published; here they may.',
  ],
}))
