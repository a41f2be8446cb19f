import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { systemClock } from '@wx/core'
import { expect, it } from 'vitest'
import { canaries } from '../testing/bench.js'
import { serveShared } from '../testing/shared-over-http.js'
import { startWeChat } from '../testing/wechat-server.js'

const script = fileURLToPath(new URL('../testing/calling-process.ts', import.meta.url))
const conditions = process.env['WX_TEST_DIST'] === '1' ? [] : ['--conditions=@wx/source']
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

it('four processes with one store and lock fetch one classic token, cold and after a theft, and no call fails', async () => {
  const [wechat, shared] = await Promise.all([
    startWeChat({ clock: systemClock, tokenPrefix: canaries.token }),
    serveShared(),
  ])
  wechat.route('GET /cgi-bin/menu/get', { menu: {} })
  const processes = Array.from({ length: 4 }, () =>
    fork(script, [wechat.origin, shared.origin, canaries.appSecret], {
      execArgv: ['--import', tsx, ...conditions],
    }),
  )
  const failures = (calls: number): Promise<unknown[]> =>
    Promise.all(
      processes.map(async (it) => {
        const answer = once(it, 'message')
        it.send(calls)
        return (await answer)[0] as unknown
      }),
    )
  try {
    await Promise.all(processes.map((it) => once(it, 'message')))
    expect(await failures(25)).toEqual([0, 0, 0, 0])
    expect(wechat.tokenFetches()).toBe(1)
    wechat.steal()
    expect(await failures(25)).toEqual([0, 0, 0, 0])
    expect(wechat.tokenFetches()).toBe(2)
  } finally {
    for (const it of processes) it.kill()
    await Promise.all([wechat.close(), shared.close()])
  }
}, 60_000)
