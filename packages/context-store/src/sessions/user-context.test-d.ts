import { describe, expectTypeOf, it } from 'vitest'
import { ContextStore } from './context-store.js'
import type { UserContext } from './user-context.js'

interface Session {
  step: number
  name?: string
}

declare const context: UserContext<Session>
declare const loose: UserContext

describe('UserContext types', () => {
  it('values have the type of their key', () => {
    expectTypeOf(context.get('step')).toEqualTypeOf<number | undefined>()
    expectTypeOf(context.get('step', 1)).toEqualTypeOf<number>()
    expectTypeOf(context.get('name', null)).toEqualTypeOf<string | null>()
    expectTypeOf(context.pop('name')).toEqualTypeOf<string | undefined>()
    expectTypeOf(context.setDefault('step', 1)).toEqualTypeOf<number>()
    expectTypeOf(context.keys()).toEqualTypeOf<('step' | 'name')[]>()
    expectTypeOf(context.entries()[0]).extract<['step', unknown]>().toEqualTypeOf<['step', number]>()
    // @ts-expect-error: no such key
    context.get('stepp')
    // @ts-expect-error: not the type of the key
    context.set('step', '1')
  })

  it('without a type, values are unknown', () => {
    expectTypeOf(loose.get('anything')).toEqualTypeOf<unknown>()
    expectTypeOf(loose.keys()).toEqualTypeOf<string[]>()
    loose.set('anything', { a: 1 })
  })

  it('a store hands its type on', () => {
    const store = new ContextStore<Session>()
    expectTypeOf(store.open('o1')).resolves.toEqualTypeOf<UserContext<Session>>()
    expectTypeOf(store.update('o1', (it) => it.get('step', 0))).resolves.toEqualTypeOf<number>()
  })
})
