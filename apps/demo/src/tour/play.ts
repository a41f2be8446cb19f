import { silentLogger } from '@wx/core'
import { startWorld } from '../world.js'
import { story } from './story.js'

export interface TourOptions {
  /** The step during which the robot is asleep: it must fail. */
  readonly broken: string | undefined
  readonly print: (line: string) => void
}

/**
 * Plays the tour, printing each step as it happens.
 * @returns whether every step went as it should; it stops at the first that did not
 */
export async function playTour({ broken, print }: TourOptions): Promise<boolean> {
  const world = await startWorld({ logger: silentLogger })
  try {
    for (const [index, step] of story.entries()) {
      world.putToSleep(step.name === broken)
      const number = String(index + 1).padStart(2)
      try {
        print(`✓ ${number} ${step.title} → ${await step.play(world)}`)
      } catch (error) {
        print(
          `✗ ${number} ${step.title}\n     ${(error instanceof Error ? error.message : String(error)).replaceAll('\n', '\n     ')}`,
        )
        print(`The tour ended at step '${step.name}'${broken === step.name ? ', which was broken on purpose' : ''}.`)
        return false
      }
    }
    print(`${story.length} steps, every one as it should be.`)
    return true
  } finally {
    await world.close()
  }
}
