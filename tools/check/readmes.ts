/** What the READMEs show is true: every TypeScript fence type-checks, and every quick start runs. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Member, members } from '../house/house.js'
import { type Ran, run, tail, tool } from '../house/run.js'
import type { Findings } from './gate.js'
import { fencesOf, isQuickStart, isTypeScript } from './readmes/fences.js'
import { frontPageProblems, frontPages, linkProblems } from './readmes/front-page.js'
import { type Workbench, workbench } from './readmes/workbench.js'

const runner = fileURLToPath(new URL('./readmes/run-snippet.ts', import.meta.url))

interface Page {
  readonly path: string
  /** Whose README it is; undefined for the front page. */
  readonly member: Member | undefined
}

interface Snippet {
  /** `packages/core/README.md:15`, for the report. */
  readonly place: string
  readonly file: string
  readonly quickStart: boolean
}

/** The front page, the snippets of all READMEs, and where their links lead. */
export async function readmes(root: string): Promise<Findings> {
  const { problems, ...counted } = await snippets(root)
  return { ...counted, problems: [...frontPageProblems(root), ...linkProblems(root), ...problems] }
}

/** Type-checks and runs the snippets of every README. */
export async function snippets(root: string): Promise<Findings> {
  const pages: readonly Page[] = [
    ...frontPages.filter((path) => existsSync(join(root, path))).map((path) => ({ path, member: undefined })),
    ...members(root, 'packages').map((member) => ({ path: `${member.path}/README.md`, member })),
  ]
  const bench = await workbench(root)
  try {
    const problems: string[] = []
    const all: Snippet[] = []
    for (const page of pages) {
      const own = await extract(root, page, bench)
      if (!own.some((snippet) => snippet.quickStart)) problems.push(`${page.path}: no \`\`\`ts quickstart fence`)
      all.push(...own)
    }
    if (all.length > 0) problems.push(...(await typeProblems(bench, all)))
    const quickStarts = all.filter((snippet) => snippet.quickStart)
    for (const snippet of quickStarts) problems.push(...(await runProblems(bench, snippet)))
    return { looked: quickStarts.length, unit: 'quick starts', problems }
  } finally {
    await bench.remove()
  }
}

async function extract(root: string, { path, member }: Page, bench: Workbench): Promise<readonly Snippet[]> {
  if (!existsSync(join(root, path))) return []
  const found: Snippet[] = []
  for (const fence of fencesOf(readFileSync(join(root, path), 'utf8')).filter(isTypeScript)) {
    const name = `${basename(path).replaceAll('.', '-')}-line-${fence.line}.ts`
    const file = await bench.put(member, { name, code: fence.code })
    found.push({ place: `${path}:${fence.line}`, file, quickStart: isQuickStart(fence) })
  }
  return found
}

async function typeProblems(bench: Workbench, all: readonly Snippet[]): Promise<readonly string[]> {
  const ran = await run(tool('tsc'), ['-p', bench.folder, '--pretty', 'false'], { cwd: bench.folder })
  return ran.code === 0 ? [] : [`the fences do not type-check:\n${placed(bench, all, ran)}`]
}

/** A report that names README lines instead of temporary files. */
function placed(bench: Workbench, all: readonly Snippet[], ran: Ran): string {
  const short = tail(ran.output, 200).replaceAll(`${bench.folder}/`, '')
  return all.reduce(
    (text, { file, place }) => text.replaceAll(file.slice(bench.folder.length + 1), `${place} fence`),
    short,
  )
}

async function runProblems(bench: Workbench, snippet: Snippet): Promise<readonly string[]> {
  const ran = await run(tool('tsx'), ['--conditions=@wx/source', runner, snippet.file], {
    cwd: bench.folder,
    timeoutMs: 30_000,
  })
  return ran.code === 0 ? [] : [`${snippet.place}: exit code ${ran.code}:\n${placed(bench, [snippet], ran)}`]
}
