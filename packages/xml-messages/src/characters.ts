/** Node has had these since 20; TypeScript knows them from ES2024 on, which is more than the kit asks for elsewhere. */
type Es2024Text = string & { isWellFormed(): boolean; toWellFormed(): string }

/** Whether a text holds no half of a surrogate pair. */
export const isWellFormed = (text: string): boolean => (text as Es2024Text).isWellFormed()

/** The text with U+FFFD for every half of a surrogate pair. */
export const toWellFormed = (text: string): string => (text as Es2024Text).toWellFormed()

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
const unfit = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/
const unfitAll: RegExp = new RegExp(unfit, 'g')

/** Whether a text holds a character XML 1.0 (§2.2) does not admit. Halves of surrogate pairs are looked for apart. */
export const hasUnfit = (text: string): boolean => unfit.test(text)

/** The text with `by` in place of every character XML 1.0 does not admit. */
export const replaceUnfit = (text: string, by: string): string => text.replace(unfitAll, by)
