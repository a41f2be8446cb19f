import type { ApiClient } from '@wx/api-client'
import type { Reply } from '@wx/xml-messages'
import { expectTypeOf, it } from 'vitest'
import { customMessagePusher } from './index.js'

/** What a robot asks for, by shape: neither package knows the other. */
interface RobotPusher {
  send(openid: string, reply: Reply): Promise<unknown>
}

it('fits where a robot wants a pusher', () => {
  expectTypeOf(customMessagePusher({} as ApiClient)).toExtend<RobotPusher>()
  // @ts-expect-error an option that does not exist
  customMessagePusher({} as ApiClient, { agent: 'ann@shop' })
})
