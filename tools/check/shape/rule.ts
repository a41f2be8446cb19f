import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { floorOf, readFloors } from '../../floors/floors.js'
import { type Manifest, type Member, readJson } from '../../house/house.js'
import { packageFiles } from '../../new-package/template.js'

/** A package, and the package the generator would have made in its place. */
export interface Subject {
  readonly root: string
  readonly member: Member
  /** Names of workspace packages it needs at run time. */
  readonly workspaceDependencies: readonly string[]
  /** What the generator writes for a package of this name, purpose and dependencies: path → text. */
  readonly template: Readonly<Record<string, string>>
}

/** One promise about the shape of every package. Says what is wrong, without the package's name. */
export interface ShapeRule {
  readonly id: string
  readonly find: (subject: Subject) => readonly string[]
}

export function subjectOf(root: string, member: Member): Subject {
  const { manifest, folder } = member
  const workspaceDependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
    .filter((name) => name.startsWith('@wx/'))
    .map((name) => name.slice('@wx/'.length))
  const template = packageFiles({
    name: folder,
    tag: floorOf(folder, readFloors(root)) ?? 'no floor',
    purpose: manifest.description ?? '',
    dependencies: workspaceDependencies,
  })
  return { root, member, workspaceDependencies, template }
}

/** A file of the package, '' when it is missing. */
export function textOf({ root, member }: Subject, path: string): string {
  const file = join(root, member.path, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** A JSON file of the package, {} when it is missing. */
export function jsonOf<T>(subject: Subject, path: string): Partial<T> {
  return existsSync(join(subject.root, subject.member.path, path))
    ? readJson<T>(subject.root, subject.member.path, path)
    : {}
}

/** The generator's package.json. */
export const templateManifest = ({ template }: Subject): Manifest =>
  JSON.parse(template['package.json'] ?? '{}') as Manifest
