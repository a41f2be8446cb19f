import { aboutHtml } from './about-html.js'
import { aboutScript } from './about-script.js'
import { pageHtml } from './html.js'
import { pageScript } from './script.js'
import { pageStyle } from './style.js'

export interface Page {
  readonly type: string
  readonly body: string
}

/** The console and the page about: texts, served as they are. Path → page. */
export const pages: Readonly<Record<string, Page>> = Object.assign(Object.create(null) as Record<string, Page>, {
  '/': { type: 'text/html; charset=utf-8', body: pageHtml },
  '/console.css': { type: 'text/css; charset=utf-8', body: pageStyle },
  '/console.js': { type: 'text/javascript; charset=utf-8', body: pageScript },
  '/about': { type: 'text/html; charset=utf-8', body: aboutHtml },
  '/about.js': { type: 'text/javascript; charset=utf-8', body: aboutScript },
})
