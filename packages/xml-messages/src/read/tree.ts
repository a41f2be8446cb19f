import type { WireValue } from '../wire.js'

/** A wire tree while it is being built. */
export interface GrowingTree {
  [name: string]: WireValue
}

/** Nothing is inherited: `__proto__` and `toString` are names like any other. */
export const emptyTree = (): GrowingTree => Object.create(null) as GrowingTree

/** Adds a value; a name that comes again becomes a list, in document order. */
export function add(tree: GrowingTree, name: string, value: WireValue): void {
  const before = tree[name]
  if (before === undefined) tree[name] = value
  else if (isList(before)) (before as WireValue[]).push(value)
  else tree[name] = [before, value]
}

/** The narrowing `Array.isArray` does not give for readonly arrays. */
export const isList = (value: WireValue): value is readonly WireValue[] => Array.isArray(value)
