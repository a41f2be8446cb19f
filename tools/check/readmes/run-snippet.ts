/**
 * Runs one snippet of a README: `tsx run-snippet.ts <file>`. Every server it starts is moved to a free port of
 * 127.0.0.1, and no connection may leave the machine. When the snippet is through and its servers listen, the process
 * ends well; a snippet without servers must come to its end by itself.
 */
import { Server, Socket } from 'node:net'
import { pathToFileURL } from 'node:url'

/** Milliseconds given to what a snippet set off without awaiting it, once its servers listen. */
const afterwards = 300

type Loose = (...args: readonly unknown[]) => unknown

const isCallback = (value: unknown): value is () => void => typeof value === 'function'
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const starting = new Set<Server>()
const state = { started: false, through: false }

/** Ends the process when the snippet is through and nothing it started is still on its way. */
function endWhenReady(): void {
  if (state.through && state.started && starting.size === 0) setTimeout(() => process.exit(), afterwards)
}

const listen = Server.prototype.listen as Loose
Server.prototype.listen = function (this: Server, ...args: unknown[]) {
  const { signal, path } = fieldsOf(args[0])
  if (typeof path === 'string' || typeof args[0] === 'string') return listen.apply(this, args) as Server
  state.started = true
  starting.add(this)
  for (const event of ['listening', 'close']) {
    this.once(event, () => {
      starting.delete(this)
      endWhenReady()
    })
  }
  const callback = args.find(isCallback)
  const moved = { host: '127.0.0.1', port: 0, ...(signal === undefined ? {} : { signal }) }
  return listen.apply(this, callback === undefined ? [moved] : [moved, callback]) as Server
}

const connect = Socket.prototype.connect as Loose
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  // net.connect hands over its arguments already sorted, as one list with the options first.
  const first: unknown = Array.isArray(args[0]) ? args[0][0] : args[0]
  const host = typeof first === 'object' ? fieldsOf(first)['host'] : args[1]
  if (typeof host === 'string' && !['127.0.0.1', '::1', 'localhost'].includes(host)) {
    throw new Error(`a README must work without network, but it connects to ${host}`)
  }
  return connect.apply(this, args) as Socket
}

const file = process.argv[2]
if (file === undefined) throw new Error('usage: tsx run-snippet.ts <file>')
await import(pathToFileURL(file).href)
state.through = true
endWhenReady()
