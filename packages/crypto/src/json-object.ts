import { isUtf8 } from 'node:buffer'

export type JsonObject = Record<string, unknown>

/** An object, as opposed to null, a list or a bare value. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The JSON object that these bytes hold; undefined when they hold anything else. What the parser says of bad text is
 * dropped: it quotes the text.
 */
export function parseJsonObject(bytes: Buffer, parse: (text: string) => unknown = JSON.parse): JsonObject | undefined {
  try {
    const value: unknown = isUtf8(bytes) ? parse(bytes.toString()) : undefined
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
