/** A template of the library of an industry: every keyword is in it. */
export interface IndustryTemplate {
  readonly title: string
  /** Code of the industry. */
  readonly industry: string
  /** What stands before each keyword. */
  readonly keywords: readonly string[]
  readonly example: string
}

/** A template of the library of categories: an account takes the keywords it wants. */
export interface CategoryTemplate {
  readonly title: string
  /** One of {@link categories}. */
  readonly category: number
  /** Key of each keyword by its name; the key's letters say what its value may be. */
  readonly keywords: Readonly<Record<string, string>>
}

/** What an account offers, as it says in the console: every account of the simulator offers all of it. */
export const categories: readonly { readonly id: number; readonly name: string }[] = [
  { id: 307, name: '线上购物' },
  { id: 402, name: '预约服务' },
  { id: 616, name: '停车服务' },
]

/** A template that `message.template.add` can take. */
export interface LibraryTemplate {
  /** `template_id_short`. */
  readonly shortId: string
  readonly title: string
  /** Of a category template: the keywords to choose from. One of an industry has all of its own. */
  readonly keywords: readonly string[]
}

/** A few of each kind, made up for the simulator: WeChat's own library is in the console only. */
export const industryTemplates: Readonly<Record<string, IndustryTemplate>> = {
  TM00001: {
    title: '订单支付成功通知',
    industry: '1',
    keywords: ['订单编号', '支付金额', '支付时间'],
    example:
      '您好，您的订单已支付成功\n订单编号：20260101001\n支付金额：39.80元\n支付时间：2026-01-01 12:00\n感谢您的惠顾',
  },
  OPENTM200000001: {
    title: '软件到期提醒',
    industry: '2',
    keywords: ['软件名称', '到期时间'],
    example: '您好，您的软件即将到期\n软件名称：演示软件\n到期时间：2026-12-31\n请及时续费',
  },
  OPENTM200000002: {
    title: '账户变动提醒',
    industry: '7',
    keywords: ['变动金额', '变动时间', '账户余额'],
    example:
      '您好，您的账户有变动\n变动金额：100.00元\n变动时间：2026-01-01 12:00\n账户余额：900.00元\n如有疑问请致电客服',
  },
  OPENTM200000003: {
    title: '快递发货通知',
    industry: '13',
    keywords: ['快递公司', '快递单号'],
    example: '您好，您的包裹已发出\n快递公司：演示快递\n快递单号：1234567890\n请注意查收',
  },
  OPENTM200000004: {
    title: '上课提醒',
    industry: '16',
    keywords: ['课程名称', '上课时间', '上课地点'],
    example: '您好，您的课程即将开始\n课程名称：英语\n上课时间：2026-01-01 12:00\n上课地点：一号教室\n请准时参加',
  },
  OPENTM200000005: {
    title: '其它事项提醒',
    industry: '41',
    keywords: ['事项', '时间'],
    example: '您好\n事项：演示\n时间：2026-01-01 12:00\n谢谢',
  },
}

export const categoryTemplates: Readonly<Record<string, CategoryTemplate>> = {
  43216: {
    title: '订单支付成功通知',
    category: 307,
    keywords: {
      订单编号: 'character_string1',
      支付金额: 'amount2',
      支付时间: 'time3',
      商品名称: 'thing4',
      商品数量: 'number5',
    },
  },
  46001: {
    title: '预约成功通知',
    category: 402,
    keywords: {
      预约人: 'name1',
      预约时间: 'time2',
      预约地点: 'thing3',
      联系电话: 'phone_number4',
      预约状态: 'phrase5',
    },
  },
  47123: { title: '活动开始提醒', category: 402, keywords: { 时间: 'time1', 地点: 'thing2', 金额: 'amount3' } },
  48201: {
    title: '车辆进场通知',
    category: 616,
    keywords: { 车牌号: 'car_number1', 进场日期: 'date2', 车位: 'letter3', 标记: 'symbol4', 类型: 'const5' },
  },
}

/** All of it. */
export const templateLibrary: readonly LibraryTemplate[] = [
  ...Object.entries(industryTemplates).map(([shortId, { title, keywords }]) => ({ shortId, title, keywords })),
  ...Object.entries(categoryTemplates).map(([shortId, { title, keywords }]) => ({
    shortId,
    title,
    keywords: Object.keys(keywords),
  })),
]
