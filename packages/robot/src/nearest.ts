/** A name as somebody remembers it: without its prefix, its separators and its capitals. */
const core = (name: string): string =>
  name
    .slice(name.indexOf(':') + 1)
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toLowerCase()

/** The name that was probably meant: alike but for prefix, separators, capitals and a typing error or two. */
export function nearest(given: string, names: Iterable<string>): string | undefined {
  const wanted = core(given)
  // Short names are all near each other.
  let best = { name: undefined as string | undefined, distance: wanted.length < 5 ? 2 : 3 }
  for (const name of names) {
    const distance = editDistance(wanted, core(name))
    if (distance < best.distance) best = { name, distance }
  }
  return best.name
}

/** Letters to insert, take out, change or swap with a neighbour, to make one word of the other. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + change)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(before, j - 2) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return at(last, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY
