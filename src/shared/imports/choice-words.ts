// What files call the values of fields with choices, in English and Chinese. Written as `foldHeading` leaves them.
import { type CellReading, empty, plain, refused, saysNothing, taken } from './cell.ts'
import { foldHeading } from './fold-heading.ts'

type Words = Readonly<Record<string, string>>

const PRIORITY: Words = {
  low: 'low minor lowest trivial 低 较低 不急',
  normal: 'normal medium middle standard moderate 中 普通 一般 正常 中等',
  high: 'high major important 高 较高 重要 优先',
  urgent: 'urgent critical highest blocker emergency 紧急 特急 加急 非常紧急',
}

/** By entity and field. The key is what is stored. */
const WORDS: Readonly<Record<string, Words>> = {
  'company.kind': {
    customer: 'customer client account prospect lead buyer 客户 潜在客户 意向客户 正式客户 老客户 买方',
    partner: 'partner reseller distributor agent 合作伙伴 伙伴 合作方 渠道 渠道商 代理商 经销商 分销商',
    competitor: 'competitor competition rival 竞争对手 竞争者 竞品 对手',
    supplier: 'supplier vendor 供应商 供货商 厂商 卖方',
    other: 'other others misc 其他 其它',
  },
  'order.status': {
    open: 'open new pending draft processing confirmed ordered 未完成 进行中 待处理 待发货 处理中 新建 待付款 已下单',
    done: 'done shipped completed complete delivered closed paid fulfilled 完成 已完成 已发货 已交付 已签收 已付款 交易成功',
    cancelled: 'cancelled canceled void refunded returned 取消 已取消 作废 已作废 已退款 交易关闭',
  },
  'deal.status': {
    open: 'open active inprogress ongoing pending onhold new unclosed 进行中 跟进中 商谈中 未关闭 未成交 未结束 打开 开启 暂停',
    won: 'won win closedwon closewon wonclosed success successful 赢单 成交 已成交 已赢单 已赢 赢 成功 中标 已签约',
    lost: 'lost lose closedlost closelost lostclosed failed unsuccessful abandoned cancelled canceled 输单 丢单 已输单 已丢单 失败 输 流失 已流失 未中标 取消 已取消 作废 放弃 已放弃',
  },
  'ticket.priority': PRIORITY,
  'activity.priority': { ...PRIORITY, high: `${PRIORITY['high'] ?? ''} ${PRIORITY['urgent'] ?? ''} urgent`, urgent: '' },
  'ticket.channel': {
    phone: 'phone call telephone 电话 来电 热线',
    email: 'email mail 邮件 电子邮件 邮箱',
    chat: 'chat livechat im messenger wechat socialmedia web webform portal 在线 聊天 微信 在线客服 网页 社交媒体',
    visit: 'visit inperson onsite shop 上门 来访 现场 到店',
    post: 'post letter mailpost 信件 邮寄 来信',
    other: 'other others 其他 其它',
  },
  'activity.kind': {
    note: 'note comment memo remark 备注 笔记 记录 便签 跟进记录',
    call: 'call phonecall phone 电话 通话 来电 去电 电话沟通 电话回访 电话跟进 打电话',
    meeting:
      'meeting appointment event visit demo vevent 会议 会面 拜访 预约 日程 活动 上门拜访 客户拜访 上门 来访 走访 面谈 见面 线上会议',
    email: 'email mail 邮件 电子邮件',
    task: 'task todo vtodo followup 任务 待办 待办事项',
  },
  'activity.outcome': {
    reached: 'reached connected answered success 接通 已接通 成功',
    no_answer: 'noanswer missed notreached 未接 无人接听 未接通',
    busy: 'busy 占线 忙线',
    voicemail: 'voicemail message leftmessage 留言 语音信箱',
    wrong_number: 'wrongnumber invalid 空号 号码错误 错号',
  },
  'activity.direction': {
    in: 'in incoming inbound received 呼入 来电 接听',
    out: 'out outgoing outbound sent dialed 呼出 去电 拨出',
  },
}

const byWord = (words: Words): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words).flatMap(([meaning, list]) =>
      list === ''
        ? []
        : [[meaning.replace('_', ''), meaning] as const, ...list.split(' ').map((word) => [word, meaning] as const)],
    ),
  )

const known = new Map(Object.entries(WORDS).map(([field, words]) => [field, byWord(words)]))

/** The value that a word of the file stands for; undefined where it is none that Kith knows. */
export const choiceOfWord = (entity: string, field: string, word: string): string | undefined =>
  known.get(`${entity}.${field}`)?.get(foldHeading(word))

/** Reads a cell of a field with choices. `chosen` is what the user said of single values, null for those to be left out. */
export const choiceReader =
  (
    entity: string,
    field: string,
    { values, chosen }: { values: readonly string[]; chosen: ReadonlyMap<string, string | null> },
  ) =>
  (cell: string): CellReading<string> => {
    const text = plain(cell)
    if (text === '') return empty
    const said = chosen.get(foldHeading(text))
    if (said !== undefined) return said === null || !values.includes(said) ? empty : taken(said)
    const meant = values.includes(text) ? text : choiceOfWord(entity, field, text)
    if (meant !== undefined && values.includes(meant)) return taken(meant)
    return saysNothing(text) ? empty : refused('imports.choice.unknown', { value: text })
  }

const YES = /^(?:yes|y|true|wahr|vrai|1|x|on|是|有|对|真|√|✓|✔)$/iu
const NO = /^(?:no|n|false|falsch|faux|0|off|否|无|没有|错|假|×|✗)$/iu

/** Yes or no, in the words that programs write. */
export const readFlag = (cell: string): CellReading<boolean> => {
  const text = plain(cell)
  if (YES.test(text)) return taken(true)
  if (NO.test(text)) return taken(false)
  return saysNothing(text) || text === '' ? empty : refused('imports.flag.unknown', { value: text })
}

export const isFlagWord = (cell: string): boolean => YES.test(cell) || NO.test(cell)
