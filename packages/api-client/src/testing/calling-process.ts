/** One of several processes that share a token: calls side by side when told to, and tells how they went. */
import { silentLogger } from '@wx/core'
import { ApiClient } from '../client.js'
import { classicToken } from '../tokens/access-token.js'
import { sharedAt } from './shared-over-http.js'

const [, , baseUrl = '', shared = '', appSecret = ''] = process.argv
const store = sharedAt(shared)
const client = new ApiClient({
  appId: 'wx0123456789abcdef',
  appSecret,
  baseUrl,
  store,
  lock: store,
  tokens: classicToken(),
  logger: silentLogger,
})

process.on('message', async (count: number) => {
  const calls = Array.from({ length: count }, () => client.call('GET /cgi-bin/menu/get'))
  const ended = await Promise.allSettled(calls)
  process.send?.(ended.filter(({ status }) => status === 'rejected').length)
})
process.send?.('ready')
