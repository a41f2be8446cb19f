import { eventRows, messageRows, platformRows } from '@wx/xml-messages'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sampleOf } from './sample.js'
import { stage } from './testing/stage.js'

const rows = Object.entries({ message: messageRows, event: eventRows, platform: platformRows }).flatMap(
  ([kind, table]) =>
    Object.entries(table).map(([key, row]) => ({ name: `${kind}:${key}`, wire: row.wire, form: row.ack.form })),
)

describe('every row of the table', () => {
  const answers = { success: 'success', errcode: '<xml><ErrCode>0</ErrCode></xml>', json: '{"result_code":0}' }

  it.each(rows)('$name can be pushed, sealed, and acknowledged', async (row) => {
    const staged = await stage(onTestFinished, { answer: () => answers[row.form] })
    const { deliveries, verdict } = await staged.account.pushEvent(row.name)
    expect(verdict).toMatchObject({ ok: true, shown: 'nothing' })
    expect(deliveries).toHaveLength(1)
    expect(deliveries[0]?.plaintext).toContain(row.wire)
    expect(deliveries[0]?.plaintext).toContain(
      row.name.startsWith('platform') ? staged.account.config.appId : staged.account.id,
    )
  })

  it('is found by its name on the wire; an event before a message of the same name', () => {
    expect(sampleOf('LOCATION')).toMatchObject({ MsgType: 'event' })
    expect(sampleOf('message:location')).toMatchObject({ MsgType: 'location' })
    expect(sampleOf('component_verify_ticket')).toMatchObject({ InfoType: 'component_verify_ticket' })
    expect(() => sampleOf('no_such_event')).toThrow(/no push "no_such_event"/)
  })
})
