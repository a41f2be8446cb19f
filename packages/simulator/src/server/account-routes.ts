import { ConfigError } from '@wx/core'
import type { WireTree } from '@wx/xml-messages'
import type { CreateAccountOptions } from '../account.js'
import type { FailedPublication } from '../api/freepublish/publish-jobs.js'
import type { JsapiPage } from '../api/jssdk/signature.js'
import type { CustomerMessage } from '../customer-service/message.js'
import type { Menu } from '../menu.js'
import type { CreateUserOptions, User } from '../user.js'
import {
  accountOf,
  accountPath,
  as,
  asObject,
  type ControlBody,
  type ControlRoute,
  number,
  optionalText,
  text,
} from './control-route.js'
import { viewAccount } from './views.js'

const jsapiPage = (body: ControlBody): JsapiPage => ({
  ...as<JsapiPage>(body),
  url: text(body, 'url'),
  nonceStr: text(body, 'nonceStr'),
  signature: text(body, 'signature'),
})

function failureOf({ status = 3, failIdx }: ControlBody): FailedPublication {
  if (status !== 2 && status !== 3 && status !== 4) throw new ConfigError('status', 'must be 2, 3 or 4')
  if (failIdx === undefined) return { status }
  const isPlaces = (it: unknown): it is number[] => Array.isArray(it) && it.every((one) => Number.isInteger(one))
  if (!isPlaces(failIdx)) throw new ConfigError('failIdx', 'must be a list of whole numbers')
  return { status, failIdx }
}

const openidsOf = (users: readonly User[]) => ({ openids: users.map(({ openid }) => openid) })

/** What is done with an account, and what happens on its side. */
export const accountRoutes: readonly ControlRoute[] = [
  {
    method: 'POST',
    path: '/_sim/accounts',
    doc: 'creates an account: the options of createAccount without handler',
    run: ({ simulator, body }) => viewAccount(simulator.createAccount(as<CreateAccountOptions>(body))),
  },
  {
    method: 'POST',
    path: `${accountPath}/connect`,
    doc: 'verifies { url } and pushes there from now on',
    run: (call) => accountOf(call).connect(text(call.body, 'url')),
  },
  {
    method: 'PUT',
    path: `${accountPath}/menu`,
    doc: 'sets the menu: the body of /cgi-bin/menu/create',
    run: (call) => accountOf(call).setMenu(as<Menu>(call.body)),
  },
  {
    method: 'POST',
    path: `${accountPath}/push`,
    doc: 'pushes { fields } as they are, or a sample { name, overrides? } of the table',
    run: (call) => {
      const { fields, overrides } = call.body
      if (typeof fields === 'object' && fields !== null) return accountOf(call).push(as<WireTree>(fields))
      return accountOf(call).pushEvent(text(call.body, 'name'), as<WireTree>(asObject(overrides)))
    },
  },
  {
    method: 'POST',
    path: `${accountPath}/customer-messages`,
    doc: 'sends { openid, message } as a customer message',
    run: (call) =>
      accountOf(call).customerMessages.send(
        text(call.body, 'openid'),
        as<CustomerMessage>(asObject(call.body['message'])),
      ),
  },
  {
    method: 'POST',
    path: `${accountPath}/check-jsapi`,
    doc: 'what WeChat says to wx.config: { url, nonceStr, timestamp, signature, jsApiList? }',
    run: (call) => accountOf(call).checkJsapi(jsapiPage(call.body)),
  },
  {
    method: 'POST',
    path: `${accountPath}/templates`,
    doc: 'adds a template as the page of a test account does: { title, content, example? }',
    run: (call) => {
      const { body } = call
      const example = optionalText(body, 'example') ?? ''
      const template = { title: text(body, 'title'), content: text(body, 'content'), example }
      return { templateId: accountOf(call).templates.add(template) }
    },
  },
  {
    method: 'POST',
    path: `${accountPath}/fail-next-publication`,
    doc: 'the next publication fails: { status?: 2, 3 or 4, failIdx? }',
    run: (call) => {
      accountOf(call).publishing.failNext(failureOf(call.body))
    },
  },
  {
    method: 'POST',
    path: `${accountPath}/comments`,
    doc: 'a user comments on an article: { openid, msgDataId, index?, content }',
    run: (call) => {
      const { body } = call
      const index = body['index'] === undefined ? 0 : number(body, 'index')
      const comment = { msgDataId: text(body, 'msgDataId'), index, content: text(body, 'content') }
      return { id: accountOf(call).comments.write(text(body, 'openid'), comment) }
    },
  },
  {
    method: 'DELETE',
    path: `${accountPath}/comments/:comment`,
    doc: 'the user takes a comment back',
    run: (call) => accountOf(call).comments.withdraw(call.path['comment'] ?? ''),
  },
  {
    method: 'POST',
    path: `${accountPath}/take-over`,
    doc: 'takes over the followers of another account: { from: its id }',
    run: (call) => {
      const other = call.simulator.account(text(call.body, 'from'))
      if (other === undefined) throw new ConfigError('from', 'must be the id of an account')
      return openidsOf(accountOf(call).takeOver(other))
    },
  },
  {
    method: 'POST',
    path: `${accountPath}/users`,
    doc: 'creates a user: the options of createUser',
    run: (call) => ({ openid: accountOf(call).createUser(as<CreateUserOptions>(call.body)).openid }),
  },
  {
    method: 'POST',
    path: `${accountPath}/users/many`,
    doc: 'creates many users: { count, … what they have in common }',
    run: (call) => {
      const { count: _, ...common } = call.body
      return openidsOf(accountOf(call).createUsers(number(call.body, 'count'), common))
    },
  },
]
