import { ManualClock } from '@wx/core'
import { describe, expect, it } from 'vitest'
import { memoryCoordinator } from './memory-coordinator.js'
import { coordinatorContract } from './testing/index.js'

describe('memoryCoordinator keeps the contract', () => {
  coordinatorContract(
    { describe, it, expect },
    {
      create() {
        const clock = new ManualClock()
        const coordinator = memoryCoordinator({ clock })
        return { coordinator, peers: [coordinator], advance: (ms) => clock.advance(ms) }
      },
    },
  )
})
