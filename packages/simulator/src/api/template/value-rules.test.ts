import { describe, expect, it } from 'vitest'
import { brokenRule } from './value-rules.js'

describe('a value of a category template', () => {
  it.each([
    ['thing1', '一二三四五六七八九十一二三四五六七八九十'],
    ['short_thing3', 'anything'],
    ['number12', '-3.14'],
    ['letter1', 'Abc'],
    ['symbol1', '!！¥'],
    ['character_string2', 'A-1 #2'],
    ['time1', '15:01'],
    ['time1', '2019年10月1日 15:01'],
    ['time1', '2023-09-12 19:43:07'],
    ['time1', '2019年10月1日~2019年10月7日'],
    ['date1', '2019年10月1日'],
    ['amount1', '￥100'],
    ['amount1', '39.80元'],
    ['phone_number1', '+86-0766-66888866'],
    ['car_number1', '粤A8Z888挂'],
    ['name1', '张三'],
    ['name1', 'Anna-Maria X.'],
    ['phrase1', '配送中'],
  ])('%s may be %s', (key, value) => {
    expect(brokenRule(key, value)).toBeUndefined()
  })

  it.each([
    ['thing1', '一二三四五六七八九十一二三四五六七八九十一'],
    ['number1', 'three'],
    ['number1', '1'.repeat(33)],
    ['letter1', 'a1'],
    ['symbol1', '!!!!!!'],
    ['character_string1', '编号1'],
    ['time1', 'tomorrow'],
    ['time1', '25:00'],
    ['date1', '10月1日'],
    ['amount1', '12345678901'],
    ['amount1', 'a lot'],
    ['phone_number1', '1'.repeat(18)],
    ['car_number1', '粤A12345678'],
    ['name1', '一二三四五六七八九十一'],
    ['name1', '张3'],
    ['phrase1', '一二三四五六'],
    ['phrase1', 'done'],
    ['const1', 'x'.repeat(21)],
  ])('%s may not be %s', (key, value) => {
    expect(brokenRule(key, value)).toBeTypeOf('string')
  })
})
