import { type Profiler, Session } from 'node:inspector'

/** Microseconds between two looks. */
const interval = 200

/** Records what this process spends its time on. */
export interface Recording {
  start(): Promise<void>
  stop(): Promise<Profiler.Profile>
}

export function recordProfile(): Recording {
  let session: Session | undefined
  const post = (method: string, params?: object): Promise<object> =>
    new Promise((resolve, reject) => {
      session?.post(method, params, (error, result) => (error === null ? resolve(result ?? {}) : reject(error)))
    })
  return {
    async start() {
      session = new Session()
      session.connect()
      await post('Profiler.enable')
      await post('Profiler.setSamplingInterval', { interval })
      await post('Profiler.start')
    },
    async stop() {
      const { profile } = (await post('Profiler.stop')) as Profiler.StopReturnType
      session?.disconnect()
      return profile
    },
  }
}
