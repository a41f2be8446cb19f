import type { LogFields, Logger } from '../logger.js'

export interface LogLine {
  readonly level: keyof Logger
  readonly message: string
  readonly fields: LogFields | undefined
}

/** A logger that keeps its lines, to be looked at by a test. */
export interface RecordingLogger extends Logger {
  readonly lines: readonly LogLine[]
}

export function recordingLogger(): RecordingLogger {
  const lines: LogLine[] = []
  const to = (level: keyof Logger) => (message: string, fields?: LogFields) => {
    lines.push({ level, message, fields })
  }
  return { lines, debug: to('debug'), info: to('info'), warn: to('warn'), error: to('error') }
}
