/** The part of the console's script that is the desk of a customer-service agent. */
export const deskScript: string = `
// ---- desk of an agent

const service = () => account() ? account().service : { agents: [], waiting: [] }
const agent = () => service().agents.find((it) => it.account === chosen.agent)
const agentPath = () => accountPath() + '/agents/' + encodeURIComponent(chosen.agent)
const nameOf = (openid) => (account().users.find((it) => it.openid === openid) || { nickname: openid }).nickname
const atDesk = (act, body) => run(async () => {
  await call('POST', agentPath() + '/' + act, body)
  await refresh()
})

/** What the agent heard and what was said to the user, in order. */
function talk(openid) {
  const heard = agent().inbox.filter((it) => it.openid === openid).map(({ at, text }) => ({ at, text, className: '' }))
  const lines = account().users.find((it) => it.openid === openid)?.lines || []
  const said = lines.filter((it) => it.via === 'agent').map(({ at, content }) => ({ at, text: content, className: 'user' }))
  return [...heard, ...said].sort((one, other) => one.at - other.at)
}

function waitingItem({ openid, latest }) {
  const take = make('button', { onclick: atDesk('take', { openid }) }, ...bilingual('接入', 'Take'))
  take.disabled = !agent() || !agent().isOnline
  return make('li', { className: 'row' }, make('span', { className: 'grow', text: nameOf(openid) + ' · ' + clockText(latest) }), take)
}

function sessionItem({ openid }) {
  const open = make('button', { text: nameOf(openid), className: 'grow', onclick: () => { chosen.guest = openid; showDesk() } })
  open.setAttribute('aria-pressed', String(chosen.guest === openid))
  const others = service().agents.filter((it) => it.isOnline && it !== agent())
  return make('li', { className: 'row' }, open,
    ...others.slice(0, 1).map((it) => make('button', { onclick: atDesk('hand-over', { openid, to: it.account }) }, ...bilingual('转给' + it.nickname, 'Hand over'))),
    make('button', { onclick: atDesk('close', { openid }) }, ...bilingual('结束', 'Close')))
}

function showDesk() {
  const { agents, waiting } = service()
  if (!agent()) chosen.agent = agents[0] && agents[0].account
  const who = agent()
  const sessions = who ? who.sessions : []
  if (!sessions.some((it) => it.openid === chosen.guest)) chosen.guest = sessions[0] && sessions[0].openid
  fillSelect($('agent'), agents.map((it) => [it.account, it.nickname + (it.isOnline ? ' · 在线 online' : ' · 离线 offline')]), chosen.agent)
  $('agent').disabled = !who
  $('new-agent').disabled = !account()
  $('presence').disabled = !who
  $('presence').replaceChildren(...(who && who.isOnline ? bilingual('下线', 'Go offline') : bilingual('上线', 'Go online')))
  $('auto-accept').disabled = Boolean(who && who.isOnline)
  if (who && who.isOnline) $('auto-accept').checked = who.autoAccept > 0
  $('waiting-count').textContent = waiting.length > 0 ? '（' + waiting.length + ' 人等待 waiting）' : ''
  $('waiting').replaceChildren(...waiting.map(waitingItem))
  $('sessions').replaceChildren(...sessions.map(sessionItem))
  $('talk').replaceChildren(...(chosen.guest ? talk(chosen.guest).map(({ text, className }) => make('li', { className, text })) : []))
  $('talk').scrollTop = $('talk').scrollHeight
  for (const control of $('say').elements) control.disabled = !chosen.guest
}

$('agent').addEventListener('change', () => { chosen.agent = $('agent').value; showDesk() })
$('new-agent').addEventListener('click', run(async () => {
  const number = service().agents.length + 1
  chosen.agent = (await call('POST', accountPath() + '/agents', { name: 'kf' + number, nickname: '客服' + number })).account
  await refresh()
}))
$('presence').addEventListener('click', run(async () => {
  const act = agent().isOnline ? 'offline' : 'online'
  await call('POST', agentPath() + '/' + act, act === 'online' ? { autoAccept: $('auto-accept').checked ? 10 : 0 } : {})
  await refresh()
}))
$('say').addEventListener('submit', run(async (event) => {
  const input = event.target.elements.content
  const text = input.value
  input.value = ''
  await call('POST', agentPath() + '/say', { openid: chosen.guest, text })
}))
`
