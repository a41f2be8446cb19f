/** How much one body may ask for. Beyond, it is refused before anything is built. */
export interface ParseLimits {
  /** Bytes of the whole body. Default 1 MiB. */
  readonly bytes: number
  /** Structures inside structures, the root counted. Default 32. */
  readonly depth: number
  /** Elements (XML), or members and entries (JSON), in all. Default 10 000. */
  readonly elements: number
  /** XML attributes in all. Default 256. */
  readonly attributes: number
  /** UTF-16 units of a name. Default 256. */
  readonly nameLength: number
}

/** Options of `parseMessage` and `parseEnvelope`. */
export interface ParseOptions {
  /** Other limits than the default ones; what is left out keeps its default. */
  readonly limits?: Partial<ParseLimits>
}
