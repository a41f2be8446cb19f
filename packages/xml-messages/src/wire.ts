/** One value as it stood on the wire: a text, a structure, or several siblings of the same name. */
export type WireValue = string | WireTree | readonly WireValue[]

/**
 * The wire tree: keys as WeChat spells them, leaves as text (a JSON number keeps its digits, a JSON boolean is `true` or
 * `false`, a JSON `null` is absent), repeated names as a list in document order. It has no prototype, so that an
 * element called `__proto__` or `toString` is plain data.
 */
export interface WireTree {
  readonly [name: string]: WireValue
}

/** How a body is written. */
export type WireFormat = 'xml' | 'json'
