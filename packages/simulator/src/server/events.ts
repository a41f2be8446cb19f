import type { ServerResponse } from 'node:http'
import { type StateOf, viewExchangeLine } from './views.js'

/**
 * Server-sent events: `exchange` with a line of the list whenever one begins or ends, `state` when accounts, users or
 * chats changed (the page then asks for the state).
 */
export function streamEvents(response: ServerResponse, simulator: StateOf): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  const send = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  send('state', {})
  const stops = [
    simulator.exchanges.subscribe((exchange) => send('exchange', viewExchangeLine(exchange))),
    simulator.onChange(() => send('state', {})),
  ]
  response.once('close', () => {
    for (const stop of stops) stop()
  })
}
