/**
 * Microseconds of CPU this process has used, all its threads together. Unlike the time on the wall it does not count
 * what other processes do on the same core, and it does count the collector's and the compiler's threads.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}
