/** The script of the page about. Everything is put in as text; a link only where a source begins with https. */
export const aboutScript: string = `'use strict'
const $ = (id) => document.getElementById(id)
let about

function make(tag, options, ...children) {
  const element = document.createElement(tag)
  const { className, text } = options || {}
  if (className) element.className = className
  if (text !== undefined) element.textContent = text
  element.append(...children)
  return element
}

function readable(address) {
  try { return decodeURI(address) } catch { return address }
}

/** A source: a page of the platform as a link, anything else as it is. */
function source(text) {
  const address = /https:\\/\\/\\S+/.exec(text)
  if (!address) return make('span', { className: 'soft', text })
  const link = make('a', { className: 'source', text: readable(text) })
  link.setAttribute('href', address[0])
  link.setAttribute('rel', 'noreferrer')
  return link
}

const list = (sentences) => sentences.length === 0 ? [] : [make('ul', {}, ...sentences.map((text) => make('li', { text })))]

const kindWords = {
  test: '测试号', subscription: '订阅号', verifiedSubscription: '认证订阅号', service: '服务号', verifiedService: '认证服务号',
  miniProgram: '小程序',
}

function endpointCard(it) {
  const card = make('li', { className: it.isSimulated ? '' : 'missing' })
  const mark = it.isSimulated ? make('span', { className: 'good', text: '✓' }) : make('span', { className: 'soft', text: '—' })
  const limits = [
    it.dailyLimit === undefined ? '' : '每日 a day: ' + it.dailyLimit.toLocaleString('zh-CN'),
    it.may === undefined ? '' : '可调用 may call: ' + it.may.map((kind) => kindWords[kind] + ' ' + kind).join(', '),
  ].filter(Boolean)
  card.append(make('p', {}, mark, ' ', make('code', { text: it.method + ' ' + it.path }), ' ', make('span', { className: 'soft', text: it.id })))
  if (it.source) card.append(make('p', {}, source(it.source)))
  if (limits.length > 0) card.append(make('p', { className: 'soft', text: limits.join(' · ') }))
  card.append(...list(it.differences))
  return card
}

const pageCard = (it) => make('li', {}, make('p', {}, make('code', { text: it.method + ' ' + it.path })), make('p', { className: 'soft', text: it.doc }))

const ruleCard = (it) => make('li', {}, make('p', {}, make('code', { text: it.id }), ' ', make('span', { className: 'soft', text: it.severity })),
  make('p', { text: it.zh }), make('p', { className: 'soft', text: it.en }), make('p', {}, source(it.source)))

function show() {
  const { words, which } = $('filter').elements
  const wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean)
  const fits = (it) => {
    const text = JSON.stringify(it).toLowerCase()
    return wanted.every((word) => text.includes(word))
  }
  const endpoints = about.endpoints.filter((it) =>
    (which.value === 'all' || it.isSimulated === (which.value === 'simulated')) && fits(it))
    .sort((one, other) => Number(other.isSimulated) - Number(one.isSimulated))
  const { known, simulated } = about.counts
  $('counts').textContent = '已模拟 simulated: ' + simulated + ' / ' + known + ' · 符合 found: ' + endpoints.length
  $('endpoints').replaceChildren(...endpoints.map(endpointCard))
  $('pages').replaceChildren(...about.pages.filter(fits).map(pageCard))
  $('rules').replaceChildren(...about.pushes.rules.filter(fits).map(ruleCard))
  $('differences').replaceChildren(...about.pushes.differences.filter(fits).map((text) => make('li', { text })))
}

$('filter').addEventListener('input', () => { if (about) show() })
$('filter').addEventListener('submit', (event) => event.preventDefault())
fetch('/_sim/about').then(async (answer) => {
  about = await answer.json()
  show()
}).catch((error) => {
  $('notice').textContent = error.message
  $('notice').hidden = false
})
`
