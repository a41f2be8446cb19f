import { deskScript } from './desk-script.js'
import { messageScript } from './message-script.js'

/**
 * The console's script, for the browser: plain JavaScript without a build step. All that came over the wire is put in
 * as text (`textContent`), never as markup; a test holds it to that.
 */
export const pageScript: string = `'use strict'
const $ = (id) => document.getElementById(id)
let state = { accounts: [], exchanges: [], faults: [], now: 0 }
const chosen = { account: undefined, openid: undefined, exchange: undefined, submenu: undefined, agent: undefined, guest: undefined }

// ---- helpers

function make(tag, options, ...children) {
  const element = document.createElement(tag)
  const { className, text, onclick } = options || {}
  if (className) element.className = className
  if (text !== undefined) element.textContent = text
  if (onclick) { element.type = 'button'; element.addEventListener('click', onclick) }
  element.append(...children)
  return element
}

/** Chinese with the English beside it. */
function bilingual(zh, en) {
  const english = make('span', { text: en })
  english.lang = 'en'
  return [zh + ' ', english]
}

function notice(text, isBad) {
  $('notice').textContent = text
  $('notice').className = isBad ? 'notice bad' : 'notice'
  $('notice').hidden = text === ''
}

async function call(method, path, body) {
  const request = { method, headers: { 'content-type': 'application/json' } }
  if (body !== undefined) request.body = JSON.stringify(body)
  const response = await fetch('/_sim' + path, request)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}

const fail = (error) => notice(error.message, true)

function run(work) {
  return (event) => {
    event.preventDefault()
    notice('')
    Promise.resolve(work(event)).catch(fail)
  }
}

const account = () => state.accounts.find((it) => it.id === chosen.account)
const user = () => account() && account().users.find((it) => it.openid === chosen.openid)
const accountPath = () => '/accounts/' + encodeURIComponent(chosen.account)
const userPath = () => accountPath() + '/users/' + encodeURIComponent(chosen.openid)
const clockText = (ms) => new Date(ms).toLocaleTimeString('zh-CN', { hour12: false })

// ---- account and user

function fillSelect(select, options, value) {
  const wanted = JSON.stringify(options)
  if (select.dataset.options !== wanted) {
    select.dataset.options = wanted
    select.replaceChildren(...options.map(([id, text]) => {
      const option = make('option', { text })
      option.value = id
      return option
    }))
  }
  select.value = value === undefined ? '' : value
}

function choose() {
  if (!account()) chosen.account = state.accounts[0] && state.accounts[0].id
  if (account() && !user()) chosen.openid = account().users[0] && account().users[0].openid
}

function showSetup() {
  fillSelect($('account'), state.accounts.map((it) => [it.id, it.name + ' ' + it.id]), chosen.account)
  fillSelect($('user'), (account() ? account().users : []).map((it) => [it.openid, it.nickname]), chosen.openid)
  $('new-user').disabled = !account()
  const config = account() ? { id: account().id, url: account().url, format: account().format, ...account().config } : {}
  $('settings').replaceChildren(...Object.entries(config).flatMap(([name, value]) =>
    [make('dt', { text: name }), make('dd', { text: value === undefined ? '—' : String(value) })]))
  showClient(account() ? account().clientConfig : {})
  $('now').textContent = new Date(state.now).toLocaleString('zh-CN', { hour12: false })
}

/** What an API client needs, each with a button that copies it. */
function showClient(values) {
  const shown = JSON.stringify(values)
  if ($('client-settings').dataset.shown === shown) return
  $('client-settings').dataset.shown = shown
  $('client-settings').replaceChildren(...Object.entries(values).flatMap(([name, value]) => {
    const copy = make('button', { text: '复制 copy', onclick: run(async () => {
      await navigator.clipboard.writeText(value)
      notice('✓ ' + name)
    }) })
    copy.setAttribute('aria-label', '复制 copy ' + name)
    return [make('dt', { text: name }), make('dd', { text: value }, copy)]
  }))
}

${messageScript}
// ---- phone

let drawn
function showPhone() {
  const who = user()
  $('title').textContent = account()
    ? account().name + (who ? ' · ' + who.nickname + (who.isFollowing ? '' : '（未关注 not following）') + (who.seesTyping ? ' · 正在输入… typing…' : '') : '（请新建用户 create a user）')
    : '请先新建账号 Create an account first'
  const chat = $('chat')
  const isAtEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 40
  const lines = JSON.stringify([chosen.openid, who && who.lines])
  // Drawn anew only when it changed: pictures would be asked for again, and what is selected would be lost.
  if (lines !== drawn) chat.replaceChildren(...(who ? who.lines.map(chatLine) : []))
  drawn = lines
  if (isAtEnd) chat.scrollTop = chat.scrollHeight
  const isMini = Boolean(account()) && account().kind === 'miniProgram'
  for (const button of document.querySelectorAll('.official')) button.hidden = isMini
  for (const button of document.querySelectorAll('.mini')) button.hidden = !isMini
  for (const control of document.querySelectorAll('#tools button, #write *')) control.disabled = !who
  showMenu(who && !isMini ? who.menu.button : [])
}

function showMenu(buttons) {
  $('menu').replaceChildren(...buttons.map((button, index) => {
    if (!button.sub_button) return make('div', {}, make('button', { text: button.name, onclick: tap(button) }))
    const toggle = () => { chosen.submenu = chosen.submenu === index ? undefined : index; showPhone() }
    const top = make('button', { text: '≡ ' + button.name, onclick: toggle })
    top.setAttribute('aria-expanded', String(chosen.submenu === index))
    const part = make('div', {}, top)
    if (chosen.submenu === index) {
      part.prepend(make('div', { className: 'sub' }, ...button.sub_button.map((it) => make('button', { text: it.name, onclick: tap(it) }))))
    }
    return part
  }))
}

function tap(button) {
  return run(async () => {
    chosen.submenu = undefined
    showPhone()
    await call('POST', userPath() + '/tap', { button: button.key || button.name })
  })
}

${deskScript}
// ---- wire

function outcomeText(line) {
  if (line.outcome === 'open') return '进行中 open'
  const isAnswered = line.outcome === 'answered' || (line.kind === 'api' && line.outcome === 'refused')
  if (isAnswered) return String(line.status) + (line.errcode ? ' · ' + line.errcode : '') + ' · ' + line.tookMs + ' ms'
  return { timeout: '超时 timeout', refused: '连接失败 refused', dropped: '断开 dropped' }[line.outcome]
}

function showWire() {
  const which = $('which').value
  const lines = state.exchanges.filter((line) => which === '' || isCall(line) === (which === 'api')).reverse()
  $('exchanges').replaceChildren(...lines.map((line) => {
    const mark = line.ok === undefined ? '' : line.ok ? '✓' : '×'
    const button = make('button', { onclick: run(() => showDetail(line.id)) },
      make('span', { text: clockText(line.at) }),
      make('span', { text: line.title + (line.attempt > 1 ? ' · 第 ' + line.attempt + ' 次 #' + line.attempt : '') }),
      make('span', { text: outcomeText(line) }),
      make('span', { text: mark, className: line.ok === false ? 'bad' : 'good' }))
    if (line.id === chosen.exchange) button.setAttribute('aria-current', 'true')
    return make('li', {}, button)
  }))
}

const block = (title, text) => make('div', {}, make('h3', { text: title }), make('pre', { text: text === '' ? '（空 empty）' : text }))
const headersText = (headers) => Object.entries(headers).map(([name, value]) => name + ': ' + value).join('\\n')

const isCall = (it) => it.kind === 'api' || it.kind === 'customerMessage'

const titleOf = ({ kind, title, request }) => kind === 'api' ? title : title + ' · ' + request.method + ' ' + request.url

/** A call of the API: nothing is sealed there, so each side is one text. */
const callParts = ({ request, answer }) => [
  make('div', { className: 'pair' }, block('参数 query', request.query), block('请求 request', request.body),
    block('请求头 request headers', headersText(request.headers))),
  ...(answer ? [make('div', { className: 'pair' }, block('回答 answer (' + answer.status + ')', answer.body),
    block('回答头 answer headers', headersText(answer.headers)))] : []),
]

function pushParts({ request, answer }) {
  const parts = [make('div', { className: 'pair' },
    block('推送明文 plaintext', request.plaintext), block('推送密文 on the wire', request.body),
    block('参数 query', request.query), block('待签名串 string to sign', request.stringToSign),
    block('请求头 request headers', headersText(request.headers)))]
  if (answer) {
    parts.push(make('div', { className: 'pair' },
      block('回复明文 answer, decrypted', answer.plaintext), block('回复原文 answer on the wire', answer.body),
      block('回复头 answer headers (' + answer.status + ')', headersText(answer.headers))))
  }
  return parts
}

async function showDetail(id) {
  const exchange = await call('GET', '/exchanges/' + encodeURIComponent(id))
  const { request, verdict } = exchange
  chosen.exchange = id
  const parts = [make('h3', { text: titleOf(exchange) })]
  if (verdict) {
    const words = { reply: '用户看到回复 the reply is shown', nothing: '用户看不到内容 nothing is shown', banner: '用户看到故障提示 the banner is shown' }
    const list = verdict.findings.length > 0 ? verdict.findings.map((it) => it.zh + ' — ' + it.en) : verdict.reasons
    parts.push(make('p', { className: verdict.ok ? 'good' : 'bad', text: (verdict.ok ? '✓ ' : '× ') + words[verdict.shown] }),
      make('ul', {}, ...list.map((text) => make('li', { text }))))
  }
  if (exchange.problem) parts.push(make('p', { className: 'bad', text: exchange.problem }))
  parts.push(...(isCall(exchange) ? callParts : pushParts)(exchange))
  $('detail').replaceChildren(...parts)
  $('detail').hidden = false
  showWire()
}

// ---- what can be done

for (const button of document.querySelectorAll('[data-advance]')) {
  button.addEventListener('click', run(async () => {
    await call('POST', '/clock/advance', { ms: Number(button.dataset.advance) })
    await refresh()
  }))
}
for (const button of document.querySelectorAll('[data-send]')) {
  button.addEventListener('click', run(() => call('POST', userPath() + '/send', { type: button.dataset.send })))
}
for (const button of document.querySelectorAll('[data-act]')) {
  button.addEventListener('click', run(() => {
    const body = {}
    if (button.dataset.act === 'scan') {
      const scene = window.prompt('场景值、ticket 或二维码链接 Scene, ticket or link of the code', '123')
      if (!scene) return undefined
      body.scene = scene
    }
    return call('POST', userPath() + '/' + button.dataset.act, body)
  }))
}
$('write').addEventListener('submit', run((event) => {
  const input = event.target.elements.content
  const content = input.value
  input.value = ''
  return call('POST', userPath() + '/send', { type: 'text', content })
}))
$('connect').addEventListener('submit', run(async (event) => {
  const result = await call('POST', accountPath() + '/connect', { url: event.target.elements.url.value })
  notice((result.ok ? '✓ ' : '× ') + result.reason, !result.ok)
}))
$('new-account').addEventListener('submit', run(async (event) => {
  const made = await call('POST', '/accounts', Object.fromEntries(new FormData(event.target)))
  const first = await call('POST', '/accounts/' + encodeURIComponent(made.id) + '/users', {})
  chosen.account = made.id
  chosen.openid = first.openid
  $('config').open = true
  await refresh()
}))
$('new-user').addEventListener('click', run(async () => {
  chosen.openid = (await call('POST', accountPath() + '/users', {})).openid
  await refresh()
}))
$('account').addEventListener('change', () => { chosen.account = $('account').value; chosen.openid = undefined; show() })
$('user').addEventListener('change', () => { chosen.openid = $('user').value; show() })

$('which').addEventListener('change', showWire)

// ---- live

function show() {
  choose()
  showSetup()
  showPhone()
  showDesk()
  showWire()
}

async function refresh() {
  state = await call('GET', '/state')
  show()
}

let isAsked = false
function soon() {
  if (isAsked) return
  isAsked = true
  setTimeout(() => {
    isAsked = false
    refresh().catch(fail)
  }, 30)
}
const events = new EventSource('/_sim/events')
events.addEventListener('state', soon)
events.addEventListener('exchange', (event) => {
  soon()
  if (JSON.parse(event.data).id === chosen.exchange) showDetail(chosen.exchange).catch(fail)
})
`
