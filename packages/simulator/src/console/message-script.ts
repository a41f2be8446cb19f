/** The part of the console's script that draws one line of a chat. */
export const messageScript: string = `
// ---- messages

const eventWords = {
  follow: '关注了账号 followed', unfollow: '取消关注 unfollowed', tap: '点击菜单 tapped', scan: '扫码 scanned',
  reportLocation: '上报位置 reported', enterSession: '进入客服会话 entered',
}
const typeWords = {
  image: '图片 image', voice: '语音 voice', video: '视频 video', shortvideo: '小视频 short video', location: '位置 place',
  link: '链接 link', music: '音乐 music', miniprogrampage: '小程序 mini program', file: '文件 file',
}
const cardWords = {
  mpnews: '图文草稿 draft', mpnewsarticle: '已发布图文 published article', wxcard: '卡券 coupon',
  image: '图片 pictures', miniprogrampage: '小程序 mini program', link: '链接 link',
}
const viaWords = {
  customerMessage: '客服消息 customer message', agent: '人工客服 agent', template: '模板消息 template message',
  mass: '群发 mass message', preview: '群发预览 preview of a mass message',
}

const kind = (text) => make('span', { className: 'kind', text })

/** What can be opened as a link, in a page of its own; anything else as it is. */
function linked(address, className, ...children) {
  if (!/^https?:\\/\\//.test(address || '')) return make('span', { className }, ...children)
  const link = make('a', { className }, ...children)
  link.setAttribute('href', address)
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noreferrer')
  return link
}

/** Pictures of the simulator's own only: the page loads nothing from elsewhere. */
function picture(address) {
  if (!String(address).startsWith(location.origin + '/')) return []
  const image = make('img', { className: 'cover' })
  image.setAttribute('src', address)
  image.setAttribute('alt', '')
  return [image]
}

const articleCard = ({ title, description, picUrl, url }) => linked(url, 'article', ...picture(picUrl),
  make('strong', { text: title }), ...(description ? [kind(description)] : []))

/** A line of a template: what stands before the first colon is its label. */
function templateLine(text) {
  const [, label, value] = /^([^：:]{1,12})[：:](.*)$/.exec(text) || []
  if (label === undefined) return [make('dd', { className: 'whole', text })]
  return [make('dt', { text: label }), make('dd', { text: value.trim() })]
}

function templateCard({ title, content, url, miniprogram }) {
  const lines = make('dl', { className: 'lines' }, ...content.split('\\n').filter(Boolean).flatMap(templateLine))
  const more = miniprogram ? kind('小程序 mini program: ' + miniprogram.appid + ' ' + miniprogram.pagepath)
    : url ? linked(url, 'more', '查看详情 Details ›') : undefined
  return [make('strong', { text: title }), lines, ...(more ? [more] : [])]
}

/** Whatever else a message has, as lines: nothing is left out. */
const rest = (values, shown) => Object.entries(values)
  .filter(([name, value]) => !shown.includes(name) && value !== undefined && value !== '')
  .map(([name, value]) => kind(name + ': ' + (typeof value === 'string' ? value : JSON.stringify(value))))

function menuCard({ head_content: head, list, tail_content: tail, ...others }) {
  const entries = list.map(({ id, content }) => make('button', { text: content, className: 'entry',
    onclick: run(() => call('POST', userPath() + '/tap-message-menu', { id: String(id) })) }))
  return [head || '', ...entries, ...(tail ? [make('span', { text: tail })] : []), ...rest(others, [])]
}

function plainCard(word, body) {
  const { title, description, url, picUrl, thumb_url: thumb } = body
  const parts = title ? [articleCard({ title, description, url, picUrl: picUrl || thumb })] : []
  return [kind('[' + word + ']'), ...parts, ...rest(body, ['title', 'description', 'url', 'thumb_url'])]
}

function contentOf(line) {
  if (line.type === 'news') return line.articles.map(articleCard)
  if (line.type === 'template') return templateCard(line)
  if (line.type === 'card' && line.msgtype === 'msgmenu') return menuCard(line.body)
  if (line.type === 'card') return plainCard(cardWords[line.msgtype] || line.msgtype, line.body)
  const parts = typeWords[line.type] ? [kind('[' + typeWords[line.type] + ']')] : []
  if (line.title) parts.push(make('strong', { text: line.title }), line.content ? '\\n' : '')
  if (line.content) parts.push(line.content)
  return [...parts, ...rest(line, ['from', 'at', 'via', 'type', 'title', 'content'])]
}

function chatLine(line) {
  if (line.from === 'user') {
    if (eventWords[line.type]) return make('li', { className: 'event', text: (eventWords[line.type] + ' ' + line.text).trim() })
    const item = make('li', { className: 'user' })
    if (typeWords[line.type]) item.append(kind('[' + typeWords[line.type] + ']'))
    item.append(line.text)
    return item
  }
  if (line.type === 'banner') return make('li', { className: 'banner' }, line.content, ...line.reasons.map(kind))
  const isCard = line.type === 'news' || line.type === 'template' || line.type === 'card'
  const item = make('li', { className: isCard ? 'card' : '' })
  if (line.via !== 'reply') item.append(kind(viaWords[line.via] || line.via))
  item.append(...contentOf(line))
  return item
}
`
