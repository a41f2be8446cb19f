import { ContextStore, joinKey } from '@wx/context-store'
import { ManualClock, silentLogger } from '@wx/core'
import { type IncomingMessage, parseMessage, type Reply, reply } from '@wx/xml-messages'
import { renderPush, samplePush } from '@wx/xml-messages/push'
import { describe, expect, it } from 'vitest'
import { LateAnswers } from './late-answers.js'
import { readEntries } from './late-entries.js'
import { readResume } from './resume-settings.js'
import { emptyStats } from './stats.js'

const message: IncomingMessage = parseMessage(renderPush(samplePush('message:text'), 'xml'))

function answers(keepSeconds = 3_600) {
  const clock = new ManualClock()
  const notes = new ContextStore({ clock })
  const stats = emptyStats()
  const resume = readResume({ onTimeout: 'resume', keepSeconds }, 'resume')
  if (resume === undefined) throw new Error('there are no settings of resume')
  const settings = { notes, account: 'gh_test', handlerTimeout: 60_000, leaseMs: 8_000, clock, logger: silentLogger }
  const late = new LateAnswers(settings, resume, stats)
  const ask = (key: string) => ({ key, message })
  const texts = async (count: number) => {
    const found: unknown[] = []
    for (let taken = 0; taken < count; taken++) {
      const it = await late.take(message)
      found.push(it.state === 'ready' && it.reply.type === 'text' ? it.reply.content : it.state)
    }
    return found
  }
  return { clock, late, notes, stats, ask, texts }
}

describe('late answers', () => {
  it('stand in the order of the questions, whichever is ready first', async () => {
    const { clock, late, ask, texts } = answers()
    for (const key of ['a', 'b', 'c']) {
      await late.promise(ask(key))
      await clock.advance(1_000)
    }
    for (const key of ['c', 'a']) {
      await late.keep(ask(key), [reply.text(key)])
      await clock.advance(1_000)
    }
    expect(await texts(3)).toEqual(['a', 'c', 'thinking'])
  })

  it('are not taken for promises when they are quicker than the note of the promise', async () => {
    const { late, ask, texts } = answers()
    await late.keep(ask('a'), [reply.text('quick')])
    await late.promise(ask('a'))
    expect(await texts(2)).toEqual(['quick', 'none'])
  })

  it('go back to where they stood when they did not reach the user', async () => {
    const { clock, late, ask, texts } = answers()
    await late.keep(ask('a'), [reply.text('1'), reply.text('2')])
    await clock.advance(1_000)
    await late.keep(ask('b'), [reply.text('3')])
    for (let round = 0; round < 2; round++) {
      const taken = await late.take(message)
      if (taken.state !== 'ready') throw new Error('there is nothing to take')
      await late.putBack(ask('resume'), taken)
    }
    expect(await texts(4)).toEqual(['1', '2', '3', 'none'])
    await late.keep(ask('c'), [reply.text('4')])
    const last = await late.take(message)
    if (last.state === 'ready') await late.putBack(ask('resume'), last)
    expect(await texts(2)).toEqual(['4', 'none'])
  })

  it('say whether more waits behind them, promises aside', async () => {
    const { late, ask } = answers()
    await late.keep(ask('a'), [reply.text('1'), reply.text('2')])
    await late.promise(ask('b'))
    const more = [await late.take(message), await late.take(message)].map((it) => it.state === 'ready' && it.more)
    expect(more).toEqual([true, false])
  })

  it('leave nothing in the store when all is read', async () => {
    const { late, ask, notes, texts } = answers()
    const keys = async () => (await notes.open(message.source, { account: joinKey('gh_test', 'late') })).keys()
    await late.keep(ask('a'), [reply.text('1')])
    expect(await keys()).toEqual(['entries'])
    await texts(1)
    expect(await keys()).toEqual([])
    expect(await late.isWaiting(message)).toBe(false)
  })

  it('are reported once when they expire, and a promise that was not kept as well', async () => {
    const { clock, late, ask, stats, texts } = answers(60)
    await late.promise(ask('a'))
    await late.keep(ask('b'), [reply.text('1'), reply.text('2')])
    await late.keep(ask('c'), [])
    await clock.advance(60_000)
    expect(await texts(2)).toEqual(['gone', 'none'])
    expect(stats.expired).toBe(2)
    await late.sweep()
    expect(stats.expired).toBe(2)
  })

  it('pass over what something else has written in their place', () => {
    const replies: Reply[] = [reply.text('x')]
    const good = { id: 'a', at: 1, until: 2, replies: replies.map((it) => JSON.stringify(it)) }
    expect(readEntries([good, null, 'x', { ...good, at: '1' }, { ...good, replies: [1] }])).toEqual([good])
    for (const stored of [undefined, null, 'x', {}]) expect(readEntries(stored)).toEqual([])
  })
})
