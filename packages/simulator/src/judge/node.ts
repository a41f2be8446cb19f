/** One element of an answer, whether it was written in XML or in JSON. */
export interface AnswerNode {
  readonly name: string
  /** Text of a leaf; empty when there are children. */
  readonly text: string
  readonly children: readonly AnswerNode[]
}

export const childrenOf = (node: AnswerNode, name: string): readonly AnswerNode[] =>
  node.children.filter((child) => child.name === name)

export const childOf = (node: AnswerNode, name: string): AnswerNode | undefined =>
  node.children.find((child) => child.name === name)

/** Text at a path below the node, or undefined when a step is missing. */
export function textAt(node: AnswerNode, ...path: readonly string[]): string | undefined {
  let at: AnswerNode | undefined = node
  for (const name of path) at = at === undefined ? undefined : childOf(at, name)
  return at?.text
}

/** Something that could not be read, and where. */
export interface ReadProblem {
  readonly problem: string
  /** From 1; 0 when it is not known. */
  readonly line: number
  readonly column: number
}

export type ReadResult = { readonly ok: true; readonly root: AnswerNode } | ({ readonly ok: false } & ReadProblem)
