/** What every contestant's handler answers: short, and different for each message, so that mix-ups show. */
export const answerTo = (content: string): string => `收到 ${content.slice(0, 9)}`
