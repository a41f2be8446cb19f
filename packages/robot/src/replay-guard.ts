import { joinKey } from '@wx/context-store'
import { patienceMs } from './patience.js'
import type { PushQuery } from './query.js'
import { Refusal } from './refusal.js'
import type { Settings } from './settings.js'
import type { RobotStats } from './stats.js'

type GuardSettings = Pick<
  Settings,
  'coordinator' | 'localCoordinator' | 'ownsCoordinator' | 'account' | 'maxAgeSeconds' | 'clock' | 'logger'
>

/**
 * Remembers timestamp and nonce, which WeChat makes anew for every delivery (S5, `replayGuard`).
 * @throws Refusal when they were seen before
 */
export async function requireFirstUse(query: PushQuery, settings: GuardSettings, stats: RobotStats): Promise<void> {
  const { localCoordinator, ownsCoordinator, account, maxAgeSeconds, logger } = settings
  const key = joinKey('replay', account ?? '', query.timestamp ?? '', query.nonce ?? '')
  // Where no age limit is set, old requests cannot all be remembered; an hour is far beyond WeChat's own retries.
  const options = { ttlMs: 2_000 * (maxAgeSeconds ?? 1_800) }
  // Locally in any case: when the shared one fails, this process must know what it let in before.
  const isFirstHere = await localCoordinator.once(key, options)
  let isFirst = isFirstHere
  if (isFirstHere && !ownsCoordinator) {
    try {
      isFirst = await askInTime(settings, key, options)
    } catch (error) {
      stats.coordinatorErrors++
      logger.error('the shared coordinator failed (once); replays are told from the memory of this process', {
        step: 'once',
        error,
      })
    }
  }
  if (!isFirst) {
    throw new Refusal('replayed', 'a request with this timestamp and nonce was here before; somebody is replaying it')
  }
}

async function askInTime(
  { coordinator, clock }: GuardSettings,
  key: string,
  options: { readonly ttlMs: number },
): Promise<boolean> {
  const answered = new AbortController()
  const late = clock.sleep(patienceMs.once, answered.signal).then(() => {
    throw new Error(`no answer within ${patienceMs.once} ms`)
  })
  try {
    return await Promise.race([coordinator.once(key, options), late])
  } finally {
    // The race has its winner; the aborted sleep rejects and nobody waits for it.
    late.catch(() => {})
    answered.abort()
  }
}
