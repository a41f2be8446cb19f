import { fields, text } from '../arguments/check.js'

/** Values of a template's fields: `{ thing1: 'Tea' }`, or as WeChat spells it `{ thing1: { value: 'Tea' } }`. */
export type TemplateData<Value extends { value: string }> = Readonly<Record<string, string | Value>>

/** As it goes out: `{ thing1: { value: 'Tea' } }`. */
export function templateData<Value extends { value: string }>(
  data: TemplateData<Value>,
): Readonly<Record<string, Value | { value: string }>> {
  const values = Object.entries(fields('data', data, "{ thing1: 'Tea' }")).map(([name, value]) => {
    const field = typeof value === 'string' ? { value } : value
    if (typeof field?.value !== 'string') text(`data.${name}`, (field?.value ?? value) as string)
    return [name, field] as const
  })
  return Object.fromEntries(values)
}

/** A mini program's page that a tap opens. */
export interface MiniProgramPage {
  readonly appId: string
  readonly pagePath: string
}

export function miniProgramOf(page: MiniProgramPage): { appid: string; pagepath: string } {
  const { appId, pagePath } = fields('miniProgram', page, '{ appId, pagePath }')
  return { appid: text('miniProgram.appId', appId), pagepath: text('miniProgram.pagePath', pagePath) }
}
