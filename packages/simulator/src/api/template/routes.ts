import type { JsonAnswer } from '../answer.js'
import { integerField, textField, textsField } from '../fields.js'
import { refuse } from '../refusal.js'
import type { ApiCall, ApiRoute } from '../route.js'
import { type Industry, industryOf } from './industries.js'
import { templateLibrary } from './library.js'
import { send } from './send.js'

const noIndustry: Industry = { first_class: '', second_class: '' }

/** Industry codes come as texts and, from many clients, as numbers. */
const industryField = ({ body }: ApiCall, name: string): string => String(integerField(body, name, { errcode: 40102 }))

function setIndustry(call: ApiCall): undefined {
  call.state.templates.setIndustries(industryField(call, 'industry_id1'), industryField(call, 'industry_id2'))
}

function getIndustry({ state }: ApiCall): JsonAnswer {
  const [primary, secondary] = state.templates.industries ?? [noIndustry, noIndustry]
  return { primary_industry: primary, secondary_industry: secondary }
}

function add({ state, body }: ApiCall): JsonAnswer {
  const shortId = textField(body, 'template_id_short', { errcode: 40037 })
  const keywords =
    body['keyword_name_list'] === undefined ? [] : textsField(body, 'keyword_name_list', { errcode: 40246 })
  return { template_id: state.templates.addFromLibrary(shortId, keywords) }
}

function list({ state }: ApiCall): JsonAnswer {
  return {
    template_list: state.templates.list().map(({ templateId, title, content, example, industry }) => {
      const own = industryOf(industry)
      return {
        template_id: templateId,
        title,
        primary_industry: own?.first_class ?? '',
        deputy_industry: own?.second_class ?? '',
        content,
        example,
      }
    }),
  }
}

function remove({ state, body }: ApiCall): undefined {
  const templateId = textField(body, 'template_id', { errcode: 40037 })
  if (!state.templates.delete(templateId)) refuse(40037, 'the account has no template of that id')
}

const library = `The library is a small one of the simulator (WeChat shows its own in the console only): ${templateLibrary.map(({ shortId, title }) => `${shortId} ${title}`).join(', ')}; keywords in account.templates.library.`

export const templateRoutes: readonly ApiRoute[] = [
  {
    id: 'message.template.setIndustry',
    run: setIndustry,
    differences: [
      'A month is a calendar month in China, and setting the industries for the first time counts; neither is published.',
    ],
  },
  {
    id: 'message.template.getIndustry',
    run: getIndustry,
    differences: ['What an account without industries is answered is not published; here empty names.'],
  },
  {
    id: 'message.template.add',
    run: add,
    differences: [library, 'How many keywords of a category template can be taken is not published; here all.'],
  },
  { id: 'message.template.list', run: list },
  { id: 'message.template.delete', run: remove },
  {
    id: 'message.template.send',
    run: send,
    differences: [
      'What is answered to a client_msg_id that was used within ten minutes is not published; here the first msgid, and nothing is sent.',
      'Refusals of sending too much (43117), of the same message within a minute (40241) and of banned templates (43116) are seen in public, but their rules are not published: they do not happen here.',
      "Values of templates of an industry are cut to 20 characters; the rules of a category template's keys (47003) are those of subscription messages where its page says nothing.",
      'Whether the mini program is linked to the account is not looked up.',
      'Who unfollows before the message goes out makes its job fail with "failed: system failed"; that is not published.',
    ],
  },
]
