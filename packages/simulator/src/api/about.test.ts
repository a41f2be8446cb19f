import { endpoints } from '@wx/endpoints'
import { describe, expect, it, onTestFinished } from 'vitest'
import { judgeRules } from '../judge/judge.js'
import { startSimulator } from '../simulator.js'
import { aboutText } from './about.js'
import { apiRoutes } from './routes.js'

async function started() {
  const sim = await startSimulator()
  onTestFinished(() => sim.close())
  return sim
}

describe('about', () => {
  it('has every endpoint, and which of them are simulated', async () => {
    const { counts, endpoints: all } = (await started()).about()
    expect(all.map((it) => it.id)).toEqual(endpoints.map((it) => it.id))
    const simulated = all.filter((it) => it.isSimulated)
    expect(simulated.map((it) => it.id).sort()).toEqual(apiRoutes.map((it) => it.id).sort())
    expect(counts).toEqual({
      known: endpoints.length,
      simulated: apiRoutes.length,
      notSimulated: endpoints.length - apiRoutes.length,
    })
  })

  it('names a source for each endpoint that is simulated, and says differences in sentences', async () => {
    for (const { id, isSimulated, source, differences } of (await started()).about().endpoints) {
      if (isSimulated) expect([id, source]).toEqual([id, expect.stringMatching(/\S/)])
      for (const difference of differences) expect([id, difference]).toEqual([id, expect.stringMatching(/\S\.$/)])
    }
  })

  it('says who may call it and how often, where that is known', async () => {
    const { endpoints: all } = (await started()).about()
    expect(all.find((it) => it.id === 'menu.create')).toMatchObject({
      method: 'POST',
      path: '/cgi-bin/menu/create',
      may: ['verifiedSubscription', 'service', 'verifiedService'],
      dailyLimit: 1_000,
    })
    expect(all.find((it) => it.id === 'network.getCallbackIp')).toMatchObject({ may: undefined, dailyLimit: undefined })
    expect(all.filter((it) => it.path.includes('?action=')).length).toBeGreaterThan(3)
  })

  it('has the other half: rules with their sources, and differences', async () => {
    const { pushes } = (await started()).about()
    expect(pushes.rules.map((it) => it.id)).toEqual(judgeRules.map((it) => it.id))
    for (const { source } of pushes.rules) expect(source).not.toBe('')
    expect(pushes.differences.length).toBeGreaterThan(2)
  })

  it('travels over HTTP as it is', async () => {
    const sim = await started()
    const answer = await fetch(`${sim.consoleUrl}_sim/about`)
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(sim.about())))
  })

  it('is a text that has all of it', async () => {
    const about = (await started()).about()
    const text = aboutText(about)
    expect(text).toContain(`${about.counts.simulated} of ${about.counts.known} endpoints`)
    const named = new Set(text.split(/\s+/))
    for (const { id, isSimulated } of about.endpoints) {
      const name = isSimulated ? id : id.slice(id.indexOf('.') + 1)
      expect([id, named.has(name)]).toEqual([id, true])
    }
    for (const { id } of about.pushes.rules) expect(text).toContain(id)
  })
})
