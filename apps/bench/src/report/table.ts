/** A Markdown table whose columns line up in a terminal too; all but the first stand at the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(3, width(title), ...rows.map((row) => width(row[i] ?? ''))))
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((size, i) => pad(cells[i] ?? '', size, i === 0)).join(' | ')} |`
  const rule = `| ${widths.map((size, i) => (i === 0 ? '-'.repeat(size) : `${'-'.repeat(size - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

const width = (text: string): number => [...text].length

const pad = (text: string, size: number, left: boolean): string => {
  const blank = ' '.repeat(size - width(text))
  return left ? text + blank : blank + text
}

/** Microseconds out of nanoseconds. */
export const micros = (ns: number): string => (ns / 1000).toFixed(ns < 10_000 ? 2 : 1)

export const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1)
