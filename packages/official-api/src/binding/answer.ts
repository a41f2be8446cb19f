import { IncompleteAnswerError } from '../errors.js'

/**
 * The part of an answer that a call was made for.
 * @param method the endpoint's: `tags.create`
 * @throws IncompleteAnswerError when WeChat left it out
 */
export function partOf<Answer extends object, Name extends keyof Answer & string>(
  method: string,
  answer: Answer,
  name: Name,
): NonNullable<Answer[Name]> {
  const part = answer[name]
  if (part === undefined || part === null || part === '') throw new IncompleteAnswerError(method, name)
  return part
}

/**
 * The list that a call was made for.
 * @throws IncompleteAnswerError when WeChat left it out, or answered something else
 */
export function listOf<Answer extends object, Name extends keyof Answer & string>(
  method: string,
  answer: Answer,
  name: Name,
): NonNullable<Answer[Name]> {
  const part = partOf(method, answer, name)
  if (!Array.isArray(part)) throw new IncompleteAnswerError(method, `list ${name}`)
  return part
}
