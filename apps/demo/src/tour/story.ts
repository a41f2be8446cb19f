import { attacks } from './scenes/attacks.js'
import { calls } from './scenes/calls.js'
import { jobs } from './scenes/jobs.js'
import { pages } from './scenes/pages.js'
import { pushes } from './scenes/pushes.js'
import type { Step } from './step.js'

/** The tour, in the order in which it is played: later scenes stand on earlier ones. */
export const story: readonly Step[] = [...pushes, ...attacks, ...calls, ...jobs, ...pages]
