import type { Simulator } from '../simulator.js'

/** What was pushed of that event, in order: the fields by name, those inside others too. */
export function pushed(sim: Pick<Simulator, 'exchanges'>, event: string): readonly Readonly<Record<string, string>>[] {
  return sim.exchanges
    .list()
    .filter((it) => it.kind === 'push' && it.title === `event ${event}`)
    .map(({ request }) => fieldsOf(request.plaintext))
}

const element = /<(\w+)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/g

const fieldsOf = (xml: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...xml.matchAll(element)].map(([, name, cdata, text]) => [name, cdata ?? text ?? '']))
