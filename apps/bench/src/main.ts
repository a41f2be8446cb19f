import { writeFile } from 'node:fs/promises'
import { findCores } from './child/cores.js'
import { forms } from './message/account.js'
import { type Options, readOptions, usage } from './options.js'
import { profile } from './profile/profile.js'
import { profileTables } from './report/profile-tables.js'
import { report } from './report/report.js'
import { runSections } from './run-sections.js'
import { type Field, openField } from './webhook/field.js'

const onStep = (step: string): void => console.error(`… ${step}`)

function optionsOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exit(2)
  }
}

async function profileAll(folder: string, field: Field): Promise<void> {
  for (const form of forms) {
    onStep(`profiling, ${form}`)
    console.log(`## Where the robot's time goes, ${form}\n\n${profileTables(await profile(form, folder, field))}\n`)
  }
}

async function benchAll(options: Options, field: Field): Promise<void> {
  const results = await runSections(options, field, onStep)
  console.log(report(results))
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(results, undefined, 2)}\n`)
  // Slow is for people to judge; wrong is not.
  if (results.standings?.some((it) => it.wrong > 0)) process.exitCode = 1
}

const options = optionsOrExit()
const field = openField(findCores())
try {
  await (options.profile === undefined ? benchAll(options, field) : profileAll(options.profile, field))
} finally {
  field.load.stop()
}
