/** Fields of a log line; they are redacted before a logger of the user's sees them. */
export type LogFields = Readonly<Record<string, unknown>>

/** What the kit writes its log lines to. `console` fits; so does any logger with these four methods. */
export interface Logger {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}

/** Shared, so that it can be recognised: what is written nowhere need not be redacted first. */
const nowhere = (): void => {}

/** Says nothing. */
export const silentLogger: Logger = { debug: nowhere, info: nowhere, warn: nowhere, error: nowhere }

/** Warnings and errors to standard error, the rest nowhere: the default of long-lived objects. */
export const consoleLogger: Logger = {
  debug: nowhere,
  info: nowhere,
  warn: (message, fields) => (fields === undefined ? console.warn(message) : console.warn(message, fields)),
  error: (message, fields) => (fields === undefined ? console.error(message) : console.error(message, fields)),
}

/**
 * A logger that hands every message and every field through `redact` first.
 * @param redact see `createRedactor`
 */
export function redactingLogger(logger: Logger, redact: (value: unknown) => unknown): Logger {
  const line = (level: keyof Logger): Logger[keyof Logger] => {
    if (logger[level] === nowhere) return nowhere
    return (message, fields) => {
      const text = redact(message) as string
      if (fields === undefined) logger[level](text)
      else logger[level](text, redact(fields) as LogFields)
    }
  }
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') }
}
