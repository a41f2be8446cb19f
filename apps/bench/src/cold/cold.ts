import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { hasPeers, peerRequire } from '../peers.js'
import { median } from '../statistics.js'

/** What importing a module costs a process that has just begun, beyond Node itself. */
export interface ColdImport {
  readonly name: string
  /** On the wall: what a user waits. */
  readonly ms: number
  /** Milliseconds of CPU, of all threads: does not depend on what else the machine does. */
  readonly cpuMs: number
  readonly rss: number
}

type Sample = Omit<ColdImport, 'name'>

/** A module everybody has: what importing costs at all. */
const nothing = { name: '(nothing)', url: 'node:process' }

const script =
  'const t = performance.now(), c = process.cpuUsage();' +
  'import(process.argv[1]).then(() => {' +
  'const ms = performance.now() - t, { user, system } = process.cpuUsage(c);' +
  'console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, rss: process.memoryUsage().rss })) })'

const ours = [
  { name: '@wx/core', url: import.meta.resolve('@wx/core') },
  { name: '@wx/crypto', url: import.meta.resolve('@wx/crypto') },
  { name: '@wx/xml-messages', url: import.meta.resolve('@wx/xml-messages') },
  { name: '@wx/context-store', url: import.meta.resolve('@wx/context-store') },
  { name: '@wx/robot', url: import.meta.resolve('@wx/robot') },
  { name: '@wx/adapters-express', url: import.meta.resolve('@wx/adapters-express') },
  { name: '@wx/endpoints', url: import.meta.resolve('@wx/endpoints') },
  { name: '@wx/api-client', url: import.meta.resolve('@wx/api-client') },
  { name: '@wx/official-api', url: import.meta.resolve('@wx/official-api') },
  { name: '@wx/simulator', url: import.meta.resolve('@wx/simulator') },
]

const peers = ['wechat', 'co-wechat', 'co-wechat-api', 'node-easywechat', 'tnwx']

/** Imports each module in processes of its own, in turns. */
export function coldImports(rounds: number, core: number | undefined): readonly ColdImport[] {
  const modules = [
    ...ours,
    ...(hasPeers() ? peers.map((name) => ({ name, url: pathToFileURL(peerRequire.resolve(name)).href })) : []),
  ].map((it) => ({ ...it, samples: [] as Sample[] }))
  const bare: Sample[] = []
  for (let round = 0; round < rounds; round++) {
    bare.push(importOnce(nothing.url, core))
    for (const { url, samples } of modules) samples.push(importOnce(url, core))
  }
  const beyond = (samples: readonly Sample[], value: (sample: Sample) => number): number =>
    median(samples.map(value)) - median(bare.map(value))
  return modules.map(({ name, samples }) => ({
    name,
    ms: beyond(samples, (it) => it.ms),
    cpuMs: beyond(samples, (it) => it.cpuMs),
    rss: beyond(samples, (it) => it.rss),
  }))
}

function importOnce(url: string, core: number | undefined): Sample {
  const command = [process.execPath, '-e', script, url]
  const [file = '', ...args] = core === undefined ? command : ['taskset', '-c', String(core), ...command]
  const { status, stdout, stderr } = spawnSync(file, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`importing ${url} failed: ${stderr}`)
  return JSON.parse(stdout) as Sample
}
