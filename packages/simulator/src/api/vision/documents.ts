import type { JsonAnswer } from '../answer.js'
import type { Size } from './picture.js'

/** What is read from every picture: the simulator cannot see. `size` is the picture's. */
export type ReadDocument = (size: Size) => JsonAnswer

/** The whole picture, corner by corner. */
const everywhere = ({ w, h }: Size) => ({
  pos: {
    left_top: { x: 0, y: 0 },
    right_top: { x: w, y: 0 },
    right_bottom: { x: w, y: h },
    left_bottom: { x: 0, y: h },
  },
})

/**
 * A sample by id of the endpoint: the fields of the official pages, filled with what belongs to nobody.
 * https://developers.weixin.qq.com/doc/offiaccount/Intelligent_Interface/OCR.html
 */
export const documents: Readonly<Record<string, ReadDocument>> = {
  'ocr.bankCard': () => ({ number: '6222000000000000000' }),
  'ocr.businessLicense': (size) => ({
    reg_num: '91000000000000000X',
    serial: '0000000000',
    legal_representative: '张三',
    type_of_organization: '有限责任公司',
    enterprise_name: '示例有限公司',
    type_of_enterprise: '有限责任公司',
    address: '广东省广州市示例路1号',
    business_scope: '软件开发',
    registered_capital: '100万元',
    paid_in_capital: '100万元',
    valid_period: '2020年01月01日至长期',
    registered_date: '2020年01月01日',
    cert_position: everywhere(size),
    img_size: size,
  }),
  'ocr.driverLicense': () => ({
    id_num: '440000199001010000',
    name: '张三',
    sex: '男',
    nationality: '中国',
    address: '广东省广州市示例路1号',
    birth_date: '1990-01-01',
    issue_date: '2012-01-01',
    car_class: 'C1',
    valid_from: '2018-01-01',
    valid_to: '2028-01-01',
    official_seal: '广东省广州市公安局交通警察支队',
  }),
  'ocr.idCard': () => ({
    type: 'Front',
    name: '张三',
    id: '440000199001010000',
    addr: '广东省广州市示例路1号',
    gender: '男',
    nationality: '汉',
  }),
  'ocr.printedText': (size) => ({ items: [{ text: '示例文字', ...everywhere(size) }], img_size: size }),
  'ocr.vehicleLicense': (size) => ({
    plate_num: '粤A00000',
    vehicle_type: '小型轿车',
    owner: '张三',
    addr: '广东省广州市示例路1号',
    use_character: '非营运',
    model: '示例牌SL0000',
    vin: 'L0000000000000000',
    engine_num: '00000000',
    register_date: '2020-01-01',
    issue_date: '2020-01-01',
    plate_num_b: '粤A00000',
    record: '000000000000',
    passengers_num: '5人',
    total_quality: '1800kg',
    prepare_quality: '1400kg',
    overall_size: '4500×1800×1500mm',
    card_position_front: everywhere(size),
    card_position_back: everywhere(size),
    img_size: size,
  }),
}
