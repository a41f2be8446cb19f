import { parseArgs } from 'node:util'
import { consoleLogger } from '@wx/core'
import { aboutText, startSimulator } from '@wx/simulator'
import { playTour } from './tour/play.js'
import { story } from './tour/story.js'
import { startWorld } from './world.js'

const usage = `usage: demo [--port <port>]              serve the page and print its URL
       demo --about                      list what of WeChat is simulated, and what differs
       demo --tour                       play the story without a browser
       demo --tour --break <step>        put the robot to sleep during one step, to see the tour fail
       demo --break list                 list the steps`

const { values } = parseArgs({
  options: {
    about: { type: 'boolean', default: false },
    tour: { type: 'boolean', default: false },
    break: { type: 'string' },
    port: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) console.log(usage)
else if (values.break === 'list') console.log(story.map((it) => it.name).join('\n'))
else if (values.about) await about()
else if (values.tour) process.exitCode = await tour(values.break)
else if (values.break !== undefined) fail('--break goes with --tour')
else await serve(values.port)

async function about(): Promise<void> {
  const simulator = await startSimulator()
  console.log(aboutText(await simulator.about()))
  await simulator.close()
}

async function tour(broken: string | undefined): Promise<number> {
  if (broken !== undefined && !story.some((it) => it.name === broken)) {
    fail(`there is no step '${broken}'; the steps are ${story.map((it) => it.name).join(', ')}`)
    return 2
  }
  return (await playTour({ broken, print: (line) => console.log(line) })) ? 0 : 1
}

async function serve(port: string | undefined): Promise<void> {
  if (port !== undefined && !/^\d{1,5}$/.test(port)) return fail('--port takes a number')
  const world = await startWorld({ logger: consoleLogger, port: Number(port ?? 0) })
  for (const account of [world.account, world.shop]) {
    const { ok, reason } = await account.connect(world.urlOf(account))
    if (!ok) throw new Error(`the simulator did not accept the robot's URL: ${reason}`)
  }
  await world.user.follow()
  console.log(`WeChat on your machine: ${world.simulator.consoleUrl}`)
  console.log('Open it, write as 小明, and see what goes over the wire. Ctrl+C ends it.')
  console.log(`A page with web OAuth and JS-SDK: ${world.siteUrl}/me`)
  const end = (): void => {
    void world.close().then(() => process.exit(0))
  }
  process.once('SIGINT', end).once('SIGTERM', end)
}

function fail(message: string): void {
  console.error(`${message}\n${usage}`)
  process.exitCode = 2
}
