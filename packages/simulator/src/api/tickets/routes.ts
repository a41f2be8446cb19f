import { refuse } from '../refusal.js'
import type { ApiRoute } from '../route.js'
import { ticketTypes } from './js-tickets.js'

export const ticketRoutes: readonly ApiRoute[] = [
  {
    id: 'ticket.getTicket',
    differences: [
      'When a ticket is replaced is not published: here the same one is given until it was not asked for during 7200 seconds.',
      'The code for an unknown type is not published; here 40097.',
      'The daily quota of its own is not counted.',
    ],
    run({ query, state }) {
      const type = ticketTypes.find((it) => it === query['type'])
      if (type === undefined) return refuse(40097, `type must be ${ticketTypes.join(' or ')}`)
      // Unlike other reading endpoints, this one says "ok" too.
      return { errcode: 0, errmsg: 'ok', ...state.tickets.get(type) }
    },
  },
]
