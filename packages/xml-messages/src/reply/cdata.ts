import { hasUnfit, isWellFormed, replaceUnfit, toWellFormed } from '../characters.js'

/** Leaves out the characters that would make WeChat take a reply for garbage. */
export function fitForXml(value: string): string {
  const text = hasUnfit(value) ? replaceUnfit(value, '') : value
  return isWellFormed(text) ? text : toWellFormed(text)
}

/** A text as an XML value that reads back as itself. Nothing in it is escaped: the chat would show the escapes. */
export function cdata(value: string): string {
  const text = fitForXml(value)
  return `<![CDATA[${text.includes(']]>') ? text.replaceAll(']]>', ']]]]><![CDATA[>') : text}]]>`
}
