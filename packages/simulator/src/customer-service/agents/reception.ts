import type { WireTree } from '@wx/xml-messages'
import type { PushResult } from '../../delivery/deliver.js'
import type { Agents } from './agents.js'

/** What becomes of a message that an agent has. */
const withAgent: PushResult = {
  reply: { type: 'none' },
  deliveries: [],
  verdict: { ok: true, shown: 'nothing', reasons: [], findings: [] },
}

/**
 * Brings what a user did to whom it is for: a message within a session to its agent, everything else to the robot, whose
 * answer may hand the user over.
 * @param push brings it to the robot
 */
export async function receive(fields: WireTree, agents: Agents, push: () => Promise<PushResult>): Promise<PushResult> {
  const { MsgType, FromUserName: openid } = fields
  // Events are for the robot alone, and cannot be handed over.
  if (MsgType === 'event' || typeof openid !== 'string') return push()
  const text = lineOf(fields)
  if (agents.floor.heard(openid, text)) return withAgent
  const result = await push()
  if (result.reply.type === 'transfer_customer_service') {
    const { kfAccount } = result.reply
    await agents.floor.transferred(openid, text, kfAccount === undefined ? undefined : agents.roster.find(kfAccount))
  }
  return result
}

/** As chat records have it. */
function lineOf({ MsgType, Content }: WireTree): string {
  return MsgType === 'text' && typeof Content === 'string' ? Content : `[${String(MsgType)}]`
}
