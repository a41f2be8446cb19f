import type { Agent } from '../../customer-service/agents/agent.js'
import type { JsonAnswer } from '../answer.js'
import { optionalText } from '../fields.js'
import { formatOf } from '../media/file-format.js'
import { wireSeconds } from '../paging.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'

/** Bytes of an avatar: those of any picture, as none are published for it. */
const maxAvatarBytes = 10 * 2 ** 20

/** The agent a call names, in its body or its query. */
const accountOf = ({ body, query }: ApiCall): string => optionalText(body, 'kf_account') ?? query['kf_account'] ?? ''

const nicknameOf = ({ body }: ApiCall): string => optionalText(body, 'nickname', { errcode: 65403 }) ?? ''

function invitationOf({ invitation }: Agent, now: number): JsonAnswer {
  if (invitation === undefined) return {}
  return {
    invite_wx: invitation.wechatId,
    invite_expire_time: wireSeconds(invitation.expiresAt),
    invite_status: now < invitation.expiresAt ? 'waiting' : 'expired',
  }
}

const shown = (agent: Agent, now: number): JsonAnswer => ({
  kf_account: agent.account,
  kf_headimgurl: agent.avatarUrl,
  kf_id: agent.id,
  kf_nick: agent.nickname,
  ...(agent.wechatId === undefined ? invitationOf(agent, now) : { kf_wx: agent.wechatId }),
})

function list({ account, world }: ApiCall): JsonAnswer {
  const now = world.clock.now()
  return { kf_list: account.agents.list().map((it) => shown(it, now)) }
}

function listOnline({ account: { agents } }: ApiCall): JsonAnswer {
  const online = agents.list().filter((it) => it.isOnline)
  return {
    kf_online_list: online.map((it) => ({
      kf_account: it.account,
      status: 1,
      kf_id: it.id,
      accepted_case: agents.floor.sessionsOf(it).length,
    })),
  }
}

function add(call: ApiCall): undefined {
  call.account.agents.roster.add(accountOf(call), nicknameOf(call))
}

function update(call: ApiCall): undefined {
  call.account.agents.roster.rename(accountOf(call), nicknameOf(call))
}

function remove(call: ApiCall): undefined {
  const { roster, floor } = call.account.agents
  const agent = roster.get(accountOf(call))
  floor.leave(agent)
  roster.remove(agent.account)
}

function invite(call: ApiCall): undefined {
  const wechatId = optionalText(call.body, 'invite_wx', { errcode: 65409 }) ?? ''
  const served = call.accounts.filter(({ agents }) => agents.list().some((it) => it.wechatId === wechatId)).length
  call.account.agents.roster.invite(accountOf(call), wechatId, served)
}

async function uploadHeadImage(call: ApiCall): Promise<undefined> {
  const agent = call.account.agents.roster.get(accountOf(call))
  const { bytes } = (await call.form()).file('media')
  const format = formatOf(bytes)
  if (format?.name !== 'jpg') refuse(40005, 'the avatar must be a jpg')
  if (bytes.length > maxAvatarBytes) refuse(40009, `the avatar has more than ${maxAvatarBytes} bytes`)
  const { hosted } = call.state
  if (agent.avatarUrl !== '') hosted.drop(agent.avatarUrl)
  agent.avatarUrl = hosted.put({ bytes, format })
}

export const agentRoutes: readonly ApiRoute[] = [
  {
    id: 'customService.listAccounts',
    run: list,
    differences: ['WeChat shows a picture of its own for an agent without avatar; here kf_headimgurl is empty.'],
  },
  { id: 'customService.listOnlineAccounts', run: listOnline },
  {
    id: 'customService.addAccount',
    run: add,
    differences: [
      'Real test accounts answer 61450, as seen in public; here they have agents.',
      'The form for mini programs, with kf_wx instead of kf_account, is not simulated.',
      'After the @ stands the WeChat id of the account (option `wechatId`), its original id when it has none.',
    ],
  },
  { id: 'customService.updateAccount', run: update },
  {
    id: 'customService.deleteAccount',
    run: remove,
    differences: ['What becomes of the sessions of a deleted agent is not published; here they end without a push.'],
  },
  {
    id: 'customService.inviteWorker',
    run: invite,
    differences: [
      'How long an invitation stands is not published; here a day.',
      'Whether the WeChat id belongs to somebody is not looked up, only its form.',
    ],
  },
  {
    id: 'customService.uploadHeadImage',
    run: uploadHeadImage,
    differences: ['How many bytes an avatar may have is not published; here 10 MB, as any picture.'],
  },
]
