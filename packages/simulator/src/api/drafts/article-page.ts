import { RawAnswer } from '../answer.js'
import { escaped } from '../html.js'
import type { Article } from './article.js'

export interface ArticlePageOptions {
  /** Name of the account. */
  readonly account: string
  /** A line in the place of the date: that it is a preview, or when it was published. */
  readonly note: string
}

/** The page of an article. What is left of its author's HTML runs nothing and loads pictures only. */
export function articlePage(article: Article, { account, note }: ArticlePageOptions): RawAnswer {
  const byline = [article.author, account, note].filter((it) => it !== '').map(escaped)
  const source = article.contentSourceUrl
  const original = /^https?:/i.test(source) ? `<p><a href="${escaped(source)}">阅读原文</a></p>` : ''
  const cover = article.showCoverPic === 1 ? picture(article.thumbUrl) : ''
  return page(
    article.title,
    `<h1>${escaped(article.title)}</h1><p class="by">${byline.join(' · ')}</p>${cover}` +
      `${article.pictures.map(({ url }) => picture(url)).join('')}<article>${article.content}</article>${original}`,
  )
}

/** What stands in the place of an article that was taken down. */
export const deletedPage = (): RawAnswer => page('该内容已被发布者删除', '<h1>该内容已被发布者删除</h1>')

const picture = (url: string): string => `<img src="${escaped(url)}" alt="">`

const style =
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.75 system-ui,sans-serif;overflow-wrap:anywhere}' +
  'h1{font-size:1.5rem;line-height:1.4}img{max-width:100%}.by{color:#6b6b6b;font-size:.95rem}'

const page = (title: string, body: string): RawAnswer =>
  new RawAnswer(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<link rel="icon" href="data:,"><title>${escaped(title)}</title><style>${style}</style>${body}</html>`,
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "sandbox; default-src 'none'; img-src * data:; style-src 'unsafe-inline'",
      },
    },
  )
