import type { Clock, WebHandler } from '@wx/core'
import { describe, expectTypeOf, it } from 'vitest'
import type { JudgedReply, PushResult, Simulator, startSimulator, User } from './index.js'

describe('types', () => {
  it('the clock can be moved and given to a robot', () => {
    expectTypeOf<Simulator['clock']>().toExtend<Clock & { advance(ms: number): Promise<void> }>()
    expectTypeOf<Awaited<ReturnType<typeof startSimulator>>>().toEqualTypeOf<Simulator>()
  })

  it('a reply narrows by its type', () => {
    const content = (reply: JudgedReply): string | undefined => (reply.type === 'text' ? reply.content : undefined)
    expectTypeOf(content).returns.toEqualTypeOf<string | undefined>()
    expectTypeOf<Extract<JudgedReply, { type: 'none' }>>().toEqualTypeOf<{ readonly type: 'none' }>()
  })

  it('a user sends what there is, and nothing else', () => {
    const send = (user: User): Promise<PushResult> => user.send({ type: 'text', content: 'a' })
    expectTypeOf(send).returns.resolves.toHaveProperty('verdict')
    // @ts-expect-error a text has a content
    expectTypeOf<{ type: 'text' }>().toExtend<Parameters<User['send']>[0]>()
    // @ts-expect-error nobody can send a sticker
    expectTypeOf<{ type: 'sticker' }>().toExtend<Parameters<User['send']>[0]>()
  })

  it('an account takes any web handler', () => {
    expectTypeOf<Parameters<Simulator['createAccount']>[0]>().exclude<undefined>().toHaveProperty('handler')
    expectTypeOf<WebHandler>().toBeFunction()
  })
})
