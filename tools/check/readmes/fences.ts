/** A fenced block of a Markdown text. */
export interface Fence {
  /** What stands after the backticks: `ts quickstart`. */
  readonly info: string
  readonly code: string
  /** Line of the opening fence, from 1. */
  readonly line: number
}

/** The fenced blocks of a Markdown text, in order; those in lists lose their indentation. */
export function fencesOf(markdown: string): readonly Fence[] {
  const fences: Fence[] = []
  let open: { readonly mark: string; readonly indent: string; readonly info: string; readonly line: number } | undefined
  let code: string[] = []
  for (const [at, line] of markdown.split('\n').entries()) {
    const [, indent = '', mark, info = ''] = /^(\s*)(`{3,})\s*(.*?)\s*$/.exec(line) ?? []
    if (open === undefined) {
      if (mark !== undefined) open = { mark, indent, info, line: at + 1 }
      code = []
    } else if (mark === open.mark && info === '') {
      fences.push({ info: open.info, code: `${code.join('\n')}\n`, line: open.line })
      open = undefined
    } else {
      code.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line)
    }
  }
  return fences
}

/** Whether it is TypeScript that must type-check. */
export const isTypeScript = ({ info }: Fence): boolean => info.split(' ')[0] === 'ts'

/** Whether it must run as well. */
export const isQuickStart = (fence: Fence): boolean =>
  isTypeScript(fence) && fence.info.split(' ').includes('quickstart')
