import { createRequire } from 'node:module'
import { hasPeers, peerRequire } from '../peers.js'
import { type Op, op } from './op.js'

interface SaxesParser {
  on(event: 'opentag', handler: (tag: { readonly name: string }) => void): void
  on(event: 'text' | 'cdata', handler: (text: string) => void): void
  write(text: string): SaxesParser
  close(): void
}

interface Saxes {
  readonly SaxesParser: new () => SaxesParser
}

interface Xml2js {
  parseString(
    xml: string,
    options: { readonly trim: boolean },
    done: (error: Error | null, result: unknown) => void,
  ): void
}

/** XML readers alone, with the least around them that makes an object: what a kit's own reading has to be held against. */
export function xmlReaders(bodies: (count: number) => readonly Buffer[]): readonly Op[] {
  const { SaxesParser } = createRequire(import.meta.resolve('@wx/xml-messages'))('saxes') as Saxes
  const saxes = op('saxes alone', bodies, (body) => {
    const fields: Record<string, string> = {}
    let name = ''
    const parser = new SaxesParser()
    const onText = (text: string): void => {
      fields[name] = text
    }
    parser.on('opentag', (tag) => {
      name = tag.name
    })
    parser.on('text', onText)
    parser.on('cdata', onText)
    parser.write(body.toString('utf8')).close()
    return fields
  })
  if (!hasPeers()) return [saxes]
  const xml2js = peerRequire('xml2js') as Xml2js
  const peer = op('xml2js alone', bodies, (body) => xml2js.parseString(body.toString('utf8'), { trim: true }, () => {}))
  return [saxes, peer]
}
