/** What a robot counts; read it from `robot.stats`. Numbers only grow. */
export interface RobotStats {
  /** Deliveries that were verified and read. */
  received: number
  /** Requests that were refused, for whatever reason. */
  refused: number
  /** Messages whose handlers ran. */
  handled: number
  /** Deliveries of a message that had been claimed before. */
  duplicates: number
  /** Handlers that failed or ran out of time. */
  handlerErrors: number
  /** Guaranteed pushes left to WeChat's own retry because they are not done. */
  unacknowledged: number
  /** Messages turned away because their user's line was full. */
  overflow: number
  /** Late answers that went out through the pusher. */
  pushed: number
  /** Pushes that failed. */
  pushErrors: number
  /** Answers that had no way out. */
  undelivered: number
  /** Late answers that their user fetched (`deadline.onTimeout: 'resume'`). */
  resumed: number
  /** Late answers that nobody fetched in time, or that never came. */
  expired: number
  /** Times a shared coordinator could not be reached and the local one took over. */
  coordinatorErrors: number
  /** Sessions, late answers and push windows that could not be loaded or saved. */
  sessionErrors: number
}

export const emptyStats = (): RobotStats => ({
  received: 0,
  refused: 0,
  handled: 0,
  duplicates: 0,
  handlerErrors: 0,
  unacknowledged: 0,
  overflow: 0,
  pushed: 0,
  pushErrors: 0,
  undelivered: 0,
  resumed: 0,
  expired: 0,
  coordinatorErrors: 0,
  sessionErrors: 0,
})
