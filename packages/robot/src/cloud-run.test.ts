import { renderPush, samplePush } from '@wx/xml-messages/push'
import { describe, expect, it } from 'vitest'
import type { RobotMode, RobotOptions } from './options.js'
import { refused } from './respond.js'
import { reasonsIn, type Stage, stage } from './testing/stage.js'

const probes = ['{"action":"CheckContainerPath"}', '<xml><action>CheckContainerPath</action></xml>']
const text = renderPush(samplePush('message:text'), 'json')

/** An unsigned request, as cloud hosting sends it. */
const fromCloud = ({ robot }: Stage, body: string, headers: Record<string, string> = {}, query = '') =>
  robot.handle({ method: 'POST', query, body, headers })

const inCloud = (mode: RobotMode = 'plain', options: Partial<RobotOptions> = {}) =>
  stage(mode, { cloudRun: true, ...options })

describe('the probe of cloud hosting', () => {
  it('is answered success without a signature where cloudRun is set, in every mode', async () => {
    for (const mode of ['plain', 'compatible', 'secure'] as const) {
      for (const probe of probes) {
        const set = inCloud(mode)
        expect(await fromCloud(set, probe)).toMatchObject({ status: 200, body: 'success' })
        expect(set.handled).toEqual([])
      }
    }
  })

  it('is refused like everything unsigned where it is not', async () => {
    for (const probe of probes) {
      const set = stage('plain')
      expect(await fromCloud(set, probe, { 'x-wx-source': 'wx' })).toEqual(refused)
      expect(reasonsIn(set)).toEqual(['parameter-missing'])
    }
  })
})

describe('a push by the channel of cloud hosting', () => {
  it('is taken unsigned with x-wx-source, and answered', async () => {
    const set = inCloud()
    const answer = await fromCloud(set, text, { 'x-wx-source': 'wx_message' })
    expect(JSON.parse(String(answer.body))).toMatchObject({ MsgType: 'text', Content: 'handled' })
    expect(set.handled).toHaveLength(1)
  })

  it('is refused without the header, or with an empty one', async () => {
    for (const headers of [{}, { 'x-wx-source': ' ' }, { 'x-wx-openid': 'oAda' }]) {
      const set = inCloud()
      expect(await fromCloud(set, text, headers)).toEqual(refused)
      expect(reasonsIn(set)).toEqual(['source-missing'])
      expect(set.handled).toEqual([])
    }
  })

  it('is refused where cloudRun is not set: the header alone opens nothing', async () => {
    const set = stage('plain')
    expect(await fromCloud(set, text, { 'x-wx-source': 'wx_message' })).toEqual(refused)
    expect(set.handled).toEqual([])
  })

  it('is refused in secure mode: the flag is no way around encryption', async () => {
    const set = inCloud('secure')
    expect(await fromCloud(set, text, { 'x-wx-source': 'wx_message' })).toEqual(refused)
    expect(reasonsIn(set)).toEqual(['plaintext-refused'])
  })

  it('is refused with half a signature, and with a wrong one', async () => {
    const halves = ['signature=ab', 'timestamp=1', 'nonce=1', 'encrypt_type=aes', 'msg_signature=ab']
    for (const query of [...halves, 'signature=ab&timestamp=1&nonce=1']) {
      const set = inCloud()
      expect(await fromCloud(set, text, { 'x-wx-source': 'wx_message' }, query)).toEqual(refused)
      expect(set.handled).toEqual([])
    }
  })

  it('is handled once, however often it comes, and passes a replay guard that it has no nonce for', async () => {
    const set = inCloud('plain', { replayGuard: true, maxAgeSeconds: 300 })
    for (let delivery = 1; delivery <= 3; delivery++) {
      expect((await fromCloud(set, text, { 'x-wx-source': 'wx_message' })).status).toBe(200)
    }
    expect(set.handled).toHaveLength(1)
    expect(set.robot.stats.duplicates).toBe(2)
  })

  it('leaves signed pushes as they are', async () => {
    const set = inCloud()
    const { params, body } = set.push('plain', set.text())
    expect((await set.post(params, body)).status).toBe(200)
    expect((await set.post({ ...params, signature: '0'.repeat(40) }, body)).status).toBe(403)
  })
})
