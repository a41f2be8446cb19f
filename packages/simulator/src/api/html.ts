import { RawAnswer } from './answer.js'

/** Text that may stand in HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

const style = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 26rem; padding: 2rem 1rem; color: #111 }
h1 { font-size: 1.25rem } small { color: #666; overflow-wrap: anywhere } ul { list-style: none; padding: 0 }
a.choice { display: flex; gap: .75rem; align-items: center; padding: .6rem; color: inherit; text-decoration: none;
  border: 1px solid #ddd; border-radius: .5rem; margin: .5rem 0 }
a.choice:hover, a.choice:focus { border-color: #07c160 } img { border-radius: .25rem }
a.agree { background: #07c160; color: #fff } a.agree, a.refuse, a.snapshot { justify-content: center }`

/** A page without scripts. */
export function htmlPage(title: string, body: string, status = 200): RawAnswer {
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>${escaped(title)}</title><style>${style}</style><h1>${escaped(title)}</h1>${body}</html>`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'",
  }
  return new RawAnswer(html, { status, headers })
}
