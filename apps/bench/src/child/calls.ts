/** What a child process can be asked: name → what goes in and what comes out. Both travel as JSON. */
export type Calls = Readonly<Record<string, (input: never) => unknown>>

/** A question on its way to a child. */
export interface Question {
  readonly id: number
  readonly name: string
  readonly input: unknown
}

/** Its answer on the way back. */
export type Answer = { readonly id: number } & ({ readonly output: unknown } | { readonly error: string })
