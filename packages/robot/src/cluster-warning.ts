import type { Cluster } from 'node:cluster'
import type { Logger } from '@wx/core'

/**
 * Several processes with a memory each: a redelivery that reaches another one would be handled again. `node:cluster`
 * tells its workers; PM2 numbers its instances, and says how many there are.
 * @see https://pm2.keymetrics.io/docs/usage/environment/
 */
export function warnOfCluster(logger: Logger): void {
  // Asked for when it is needed: importing it would cost every cold start. The types are those of the ES module.
  const { isWorker } = process.getBuiltinModule('node:cluster') as unknown as Cluster
  const isNumbered = process.env['NODE_APP_INSTANCE'] !== undefined
  if (isNumbered ? process.env['instances'] === '1' : !isWorker) return
  logger.warn(
    'this process is one of several (a cluster), and the robot remembers deliveries in its own memory: ' +
      'a message that WeChat delivers again to another process is handled twice; share a coordinator between them',
  )
}
