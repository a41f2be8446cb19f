import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { limitListener } from '../limit/listener.js'
import { createLimit } from '../limit/webhook.js'
import { type Form, forms } from '../message/account.js'
import { expressListener } from '../servers/ours.js'
import { Load, type LoadResult } from './load.js'

const servers: Server[] = []
const loads: Load[] = []

afterEach(() => {
  for (const load of loads.splice(0)) load.rest()
  for (const server of servers.splice(0)) server.close()
})

async function run(listener: RequestListener, form: Form): Promise<LoadResult> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const load = new Load()
  loads.push(load)
  load.fill({ form, from: 0, count: 64, connections: 4, users: 3 })
  const { port } = server.address() as AddressInfo
  await load.connect({ port, connections: 4, answers: true, ownCore: false })
  return load.go(true)
}

describe('the load', () => {
  it.each(forms)('finds the answers of the limit and of the robot right (%s)', async (form) => {
    for (const listener of [limitListener(createLimit({ form })), expressListener(form, 'async')]) {
      expect(await run(listener, form)).toMatchObject({ requests: 64, checked: 4, wrong: 0 })
    }
  })

  it('finds constants wrong, and says what they were', async () => {
    const result = await run((request, response) => {
      request.resume()
      response.end('success')
    }, 'plain')
    expect(result.wrong).toBe(result.checked)
    expect(result.wrongExample).toContain('success')
  })

  it('finds every status but 200 wrong', async () => {
    const result = await run((request, response) => {
      request.resume()
      response.statusCode = 403
      response.end('forbidden')
    }, 'plain')
    expect(result).toMatchObject({ wrong: 64, checked: 0 })
  })
})
