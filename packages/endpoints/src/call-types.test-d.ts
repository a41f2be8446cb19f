import { describe, expectTypeOf, it } from 'vitest'
import type {
  ApiRateLimit,
  BaseAnswer,
  CommentReply,
  Download,
  EndpointTypes,
  FileInput,
  KnownEndpoints,
  MenuApi,
  Rows,
} from './index.js'
import type { FittingTable } from './table.js'

// As a user would, who says '@wx/endpoints'. What is added here holds for every type test of the repository, so the
// endpoint it changes is one that nobody else looks at.
declare module './index.js' {
  interface UserEndpoints {
    'POST /endpoints-own-test/new': { request: { name: string }; answer: { brand_id: string } }
    'POST /ilink/api/reset_device': { answer: { ours: false } }
  }
}

type Of<Key extends keyof EndpointTypes> = EndpointTypes[Key]

describe('calls by name', () => {
  it('know request and answer', () => {
    expectTypeOf<Of<'POST /cgi-bin/tags/create'>['request']>().toEqualTypeOf<{ tag: { name: string } }>()
    expectTypeOf<Of<'POST /cgi-bin/tags/create'>['answer']['tag']>().toEqualTypeOf<{ id: number; name: string }>()
    expectTypeOf<Of<'POST /cgi-bin/menu/create'>['answer']>().toEqualTypeOf<BaseAnswer>()
    expectTypeOf<Of<'GET /cgi-bin/user/get'>['answer']['next_openid']>().toBeString()
    expectTypeOf<Of<'POST /cgi-bin/draft/add'>['answer']['media_id']>().toBeString()
    expectTypeOf<Of<'POST /cgi-bin/qrcode/create'>['answer']['ticket']>().toBeString()
    expectTypeOf<Of<'GET /cgi-bin/showqrcode'>['answer']>().toEqualTypeOf<Download>()
  })

  it('put the fields where they belong', () => {
    expectTypeOf<Of<'GET /cgi-bin/user/info'>['query']['openid']>().toBeString()
    expectTypeOf<Of<'GET /cgi-bin/user/info'>['body']>().toBeUndefined()
    expectTypeOf<Of<'POST /cgi-bin/media/upload'>['query']['type']>().toEqualTypeOf<
      'image' | 'voice' | 'video' | 'thumb'
    >()
    expectTypeOf<Of<'POST /cgi-bin/media/upload'>['body']['media']>().toEqualTypeOf<FileInput>()
    expectTypeOf<Of<'POST /cgi-bin/media/upload'>['body']>().not.toHaveProperty('type')
    expectTypeOf<Of<'POST /cgi-bin/tags/create'>['query']>().toBeUndefined()
    expectTypeOf<Of<'GET /cgi-bin/tags/get'>['query']>().toBeUndefined()
  })

  it('stay apart where a path is shared', () => {
    expectTypeOf<Of<'POST /card/invoice/setbizattr?action=set_contact'>['body']>().toHaveProperty('contact')
    expectTypeOf<Of<'POST /card/invoice/setbizattr?action=set_pay_mch'>['body']>().not.toHaveProperty('contact')
    expectTypeOf<'POST /card/invoice/setbizattr'>().not.toExtend<keyof KnownEndpoints>()
  })

  it('know what they do not know', () => {
    expectTypeOf<'POST /cgi-bin/no/such'>().not.toExtend<keyof EndpointTypes>()
    expectTypeOf<'GET /cgi-bin/tags/create'>().not.toExtend<keyof EndpointTypes>()
  })

  it("take a user's own, above ours", () => {
    expectTypeOf<Of<'POST /endpoints-own-test/new'>['answer']['brand_id']>().toBeString()
    expectTypeOf<Of<'POST /ilink/api/reset_device'>['answer']>().toEqualTypeOf<{ ours: false }>()
  })

  it("tell an endpoint's rates only where WeChat does, and a comment's one reply", () => {
    type Quota = Of<'POST /cgi-bin/openapi/quota/get'>['answer']
    expectTypeOf<Quota['quota']['remain']>().toBeNumber()
    expectTypeOf<Quota['rate_limit']>().toEqualTypeOf<ApiRateLimit | undefined>()
    expectTypeOf<Quota['component_rate_limit']>().toEqualTypeOf<ApiRateLimit | undefined>()
    type Comment = Of<'POST /cgi-bin/comment/list'>['answer']['comment'][number]
    expectTypeOf<Comment['reply']>().toEqualTypeOf<CommentReply | undefined>()
  })

  it('have ids as strings (P11)', () => {
    expectTypeOf<Of<'POST /cgi-bin/message/mass/send'>['answer']['msg_id']>().toBeString()
    expectTypeOf<Of<'POST /cgi-bin/freepublish/submit'>['answer']['publish_id']>().toBeString()
    expectTypeOf<Of<'POST /cgi-bin/freepublish/get'>['request']['publish_id']>().toEqualTypeOf<string | number>()
  })
})

describe('requests', () => {
  type Custom = Of<'POST /cgi-bin/message/custom/send'>['request']
  type Qr = Of<'POST /cgi-bin/qrcode/create'>['request']
  type Menu = Parameters<MenuApi['create']>[0]

  it('hang on their kind', () => {
    expectTypeOf<{ touser: 'o1'; msgtype: 'text'; text: { content: 'hi' } }>().toExtend<Custom>()
    expectTypeOf<{ touser: 'o1'; msgtype: 'text'; image: { media_id: 'm' } }>().not.toExtend<Custom>()
    expectTypeOf<{ touser: 'o1'; msgtype: 'smell'; smell: 'sweet' }>().not.toExtend<Custom>()
    expectTypeOf<{ msgtype: 'text'; text: { content: 'hi' } }>().not.toExtend<Custom>()
  })

  it('let a QR code carry what its action says', () => {
    expectTypeOf<{ action_name: 'QR_STR_SCENE'; action_info: { scene: { scene_str: 'a' } } }>().toExtend<Qr>()
    expectTypeOf<{ action_name: 'QR_STR_SCENE'; action_info: { scene: { scene_id: 1 } } }>().not.toExtend<Qr>()
  })

  it('know the buttons of a menu', () => {
    expectTypeOf<{ button: [{ type: 'click'; name: 'a'; key: 'b' }] }>().toExtend<Menu>()
    expectTypeOf<{ button: [{ name: 'a'; sub_button: [{ type: 'view'; name: 'a'; url: 'b' }] }] }>().toExtend<Menu>()
    expectTypeOf<{ button: [{ type: 'view'; name: 'a'; key: 'b' }] }>().not.toExtend<Menu>()
    expectTypeOf<{ button: [{ type: 'press'; name: 'a'; key: 'b' }] }>().not.toExtend<Menu>()
  })
})

describe('rows', () => {
  interface PetApi {
    list(): Promise<unknown>
    feed(request: { id: string }): Promise<unknown>
  }
  const list = { call: 'GET /pets' } as const

  it('are those of the interface, no fewer and no more', () => {
    expectTypeOf<keyof Rows<PetApi>>().toEqualTypeOf<'list' | 'feed'>()
    type Fits<Table> = Table extends FittingTable<PetApi, Table> ? true : false
    expectTypeOf<Fits<{ list: typeof list; feed: typeof list }>>().toEqualTypeOf<true>()
    expectTypeOf<Fits<{ list: typeof list }>>().toEqualTypeOf<false>()
    expectTypeOf<Fits<{ list: typeof list; feed: typeof list; stray: typeof list }>>().toEqualTypeOf<false>()
    expectTypeOf<Fits<{ list: typeof list; feed: { call: 'PUT /pets' } }>>().toEqualTypeOf<false>()
    type Feed<Name> = { call: 'POST /pets/feed'; query: readonly [Name] }
    expectTypeOf<Fits<{ list: typeof list; feed: Feed<'id'> }>>().toEqualTypeOf<true>()
    expectTypeOf<Fits<{ list: typeof list; feed: Feed<'di'> }>>().toEqualTypeOf<false>()
  })
})
