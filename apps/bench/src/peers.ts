import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

const manifest = new URL('../peers/package.json', import.meta.url)

/** The other kits stand outside the workspace, with their own lockfile; this requires from there. */
export const peerRequire: NodeJS.Require = createRequire(manifest)

/** Whether `node apps/bench/install-peers.mjs` has been run. */
export const hasPeers = (): boolean => existsSync(new URL('./node_modules/wechat', manifest))
