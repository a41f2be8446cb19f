import { kindOfValue, RobotUsageError } from './errors.js'

/** What a text must be (string: exactly; expression: somewhere in it) for a handler of `hears` to run. */
export type Rule = string | RegExp

/**
 * A function that finds the first rule a text fits. Texts are compared as they are sent, without blanks at both ends.
 * @returns the match: of an expression the groups too, of a string the text alone; undefined when nothing fits
 * @throws RobotUsageError when there is no rule, or something else than a rule
 */
export function ruleMatcher(rules: readonly Rule[]): (text: string) => RegExpMatchArray | undefined {
  if (rules.length === 0)
    throw new RobotUsageError('hears and filter need at least one rule: a string or a regular expression')
  for (const rule of rules) {
    if (typeof rule !== 'string' && !(rule instanceof RegExp)) {
      throw new RobotUsageError(`a rule is a string or a regular expression, not ${kindOfValue(rule)}`)
    }
  }
  // A global or sticky expression remembers where it stopped: the second user would not be heard.
  const own = rules.map((rule) =>
    typeof rule === 'string' ? rule.trim() : new RegExp(rule.source, rule.flags.replace(/[gy]/g, '')),
  )
  return (text) => {
    const trimmed = text.trim()
    for (const rule of own) {
      if (typeof rule === 'string') {
        if (rule === trimmed) return Object.assign([trimmed], { index: 0, input: text }) as RegExpMatchArray
      } else {
        const match = rule.exec(text)
        if (match !== null) return match
      }
    }
    return undefined
  }
}
