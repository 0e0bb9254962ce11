// 中文示例数据：国内各城市的公司，金额以人民币计。Sample data in Chinese, amounts in yuan.
import { faker } from '@faker-js/faker/locale/zh_CN'
import type { Culture } from './culture.ts'

const BRANDS =
  '云启 华恒 瑞丰 启明 博远 天盛 佳禾 汇川 安泰 卓越 金桥 鼎新 宏图 星河 正源 嘉信 恒达 百川 同创 海纳 新锐 盛和 东方 致远 凯旋'.split(
    ' ',
  )
const PINYIN =
  'yunqi huaheng ruifeng qiming boyuan tiansheng jiahe huichuan antai zhuoyue jinqiao dingxin hongtu xinghe zhengyuan jiaxin hengda baichuan tongchuang haina xinrui shenghe dongfang zhiyuan kaixuan'.split(
    ' ',
  )
const TRADES: readonly (readonly [word: string, industry: string])[] = [
  ['科技', '信息技术'],
  ['贸易', '批发零售'],
  ['机械', '机械制造'],
  ['物流', '交通物流'],
  ['医疗器械', '医疗健康'],
  ['餐饮管理', '餐饮'],
  ['建材', '建筑建材'],
  ['教育咨询', '教育培训'],
]
const AREA_CODES: Readonly<Record<string, string>> = {
  ...{ 上海: '021', 北京: '010', 广州: '020', 深圳: '0755', 杭州: '0571', 成都: '028', 武汉: '027', 苏州: '0512' },
}
const STREETS = ['人民路', '中山路', '解放路', '建设大道', '科技园路', '滨江大道', '文化路', '创业路']
const CALLED = '敏 伟 静 磊 洋 婷 强 娟 涛 明 霞 杰 丽 鹏 慧 波 莉 勇 燕 峰'.split(' ')
const CALLED_PINYIN = 'min wei jing lei yang ting qiang juan tao ming xia jie li peng hui bo lily yong yan feng'.split(' ')

export const chineseCulture: Culture = {
  faker,
  currency: 'CNY',
  places: [
    { city: '上海', country: '中国' },
    { city: '北京', country: '中国' },
    { city: '广州', country: '中国' },
    { city: '深圳', country: '中国' },
    { city: '杭州', country: '中国' },
    { city: '成都', country: '中国' },
    { city: '武汉', country: '中国' },
    { city: '苏州', country: '中国' },
  ],
  company: ({ city }, number) => {
    const brand = number % BRANDS.length
    const [word, industry] = TRADES[number % TRADES.length] ?? ['科技', '信息技术']
    return {
      name: `${city}${BRANDS[brand] ?? ''}${word}有限公司`,
      industry,
      domain: `${PINYIN[brand] ?? 'gongsi'}${number + 1}.example`,
    }
  },
  person: () => {
    const place = faker.number.int({ min: 0, max: CALLED.length - 1 })
    const family = faker.person.lastName()
    const isSingle = faker.datatype.boolean(0.3)
    const given = isSingle ? (CALLED[place] ?? '敏') : faker.person.firstName()
    const number = faker.number.int({ min: 10, max: 99 })
    return { name: `${family}${given}`, mailbox: `${CALLED_PINYIN[place] ?? 'min'}${number}` }
  },
  // Behind an area code numbers begin with 2 to 8: this one is nobody's.
  phone: ({ city }) => faker.helpers.replaceSymbols(`${AREA_CODES[city] ?? '010'}-12######`),
  address: ({ city }) => `${city}市${faker.helpers.arrayElement(STREETS)}${faker.number.int({ min: 1, max: 999 })}号`,
  roles: ['总经理', '采购经理', '采购专员', '信息部主管', '办公室主任', '生产厂长', '财务总监'],
  products: [
    { name: '年度维护服务', priceMinor: 3_800_000 },
    { name: '备件套装', priceMinor: 960_000 },
    { name: '员工培训', priceMinor: 1_500_000 },
    { name: '检测与报告', priceMinor: 1_280_000 },
    { name: '控制柜', priceMinor: 12_600_000 },
    { name: '整条生产线', priceMinor: 58_000_000 },
  ],
  dealTitle: (product, company) => `${company} ${product}`,
  lossReasons: ['价格偏高', '选择了其他供应商', '项目推迟到明年', '今年没有预算'],
  notes: [
    '对接人上午比较忙，建议下午两点以后联系。',
    '采购流程：先由生产厂长确认技术要求，再由采购经理议价。',
    '每年六月做下半年预算，报价最好在五月前发出。',
    '客户希望看看同行业的案例。',
    '春节前不安排上门拜访。',
  ],
  calls: ['询问交货时间', '沟通报价内容', '回复发票问题', '客户希望再出一个方案'],
  meetings: ['上门拜访', '向管理层演示方案', '季度回访', '展会现场交流'],
  emails: ['发送报价单', '发送案例资料', '确认会面时间', '回复合同问题'],
  tasks: ['回电话', '发送修改后的报价', '准备拜访资料', '询问决策进展', '确认交货日期', '寄送合同'],
  sources: ['行业展会', '老客户介绍', '官网咨询', '电话拜访', '招标信息'],
  tags: [
    { name: '重点客户', colour: 'violet' },
    { name: '框架协议', colour: 'blue' },
    { name: '示范案例', colour: 'green' },
    { name: '回款较慢', colour: 'orange' },
  ],
  plans: [
    { kind: 'meeting', title: '新方案演示', ahead: 0, dueTime: '14:00', durationMinutes: 60, location: '二号会议室' },
    { kind: 'call', title: '沟通遗留问题', ahead: 1, dueTime: '10:00', durationMinutes: 30, location: null },
    { kind: 'meeting', title: '上门拜访', ahead: 2, dueTime: '09:30', durationMinutes: 120, location: '客户现场' },
    { kind: 'meeting', title: '合同谈判', ahead: 3, dueTime: '15:00', durationMinutes: 90, location: null },
    { kind: 'call', title: '回访上线情况', ahead: 4, dueTime: '11:00', durationMinutes: 15, location: null },
  ],
  weekly: '梳理未结报价',
  pinned: '价格按框架协议执行，额外折扣须先与总经理沟通。',
  messenger: 'wechat',
  tickets: [
    {
      subject: '控制柜显示 14 号故障',
      request: '今天早上开始屏幕显示 14 号故障，生产线停了，请问怎么处理？',
      reply: '请先断开总电源一分钟再合闸。如果故障仍在，我们今天安排工程师上门。',
      note: '和三月份是同一个故障，上门时带备用主板。',
    },
    {
      subject: '发票抬头有误',
      request: '上次开的发票抬头还是旧名称，需要重开才能付款。',
      reply: '发票已重开并寄出，后续发票都按新抬头开具。',
      note: '客户资料中的抬头已更新。',
    },
    {
      subject: '到货数量不足',
      request: '送货单上是八箱，实际只收到六箱。',
      reply: '另外两箱已经补发，预计周四送到。',
      note: '两箱滞留在物流中转站。',
    },
    {
      subject: '培训时间能否调整',
      request: '培训能不能推迟一周？部门一半的人在休假。',
      reply: '可以，新的时间已经确认。',
      note: '已通知讲师。',
    },
    {
      subject: '新同事无法登录门户',
      request: '我们新来的同事登录不了门户网站。',
      reply: '已重新发送邀请邮件，两天内有效。',
      note: '第一次的邮箱地址填错了一个字母。',
    },
  ],
}
