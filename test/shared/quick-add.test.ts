// One typed line becomes a task or a meeting. Today is Sunday, 22 November 2026, ten in the morning.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { understandLine } from '#shared/activities/quick-add/understand-line.ts'

const now = { today: '2026-11-22', time: '10:00' }
const understood = (line: string) => {
  const { title, dueOn, dueTime, durationMinutes, recurrence } = understandLine(line, now)
  return [title, dueOn, dueTime, durationMinutes, recurrence]
}

test.each([
  ['明天下午3点 给张三回电', '给张三回电', '2026-11-23', '15:00'],
  ['后天 10:30 开会', '开会', '2026-11-24', '10:30'],
  ['下周三 拜访华腾', '拜访华腾', '2026-11-25', null],
  ['周五 交报告', '交报告', '2026-11-27', null],
  ['月底 对账', '对账', '2026-11-30', null],
  ['3号 付款', '付款', '2026-12-03', null],
  ['11月5日 送花', '送花', '2027-11-05', null],
  ['下午3点半 打电话', '打电话', '2026-11-22', '15:30'],
  ['今晚八点 和李四吃饭', '和李四吃饭', '2026-11-22', '20:00'],
  ['三天后 跟进', '跟进', '2026-11-25', null],
  ['半小时后 关窗', '关窗', '2026-11-22', '10:30'],
  ['明早9点 晨会', '晨会', '2026-11-23', '09:00'],
  ['明天三点 客户来', '客户来', '2026-11-23', '15:00'],
  ['９：３０ 例会', '例会', '2026-11-23', '09:30'],
  ['下个月1号 交租', '交租', '2026-12-01', null],
  ['12/3 发货', '发货', '2026-12-03', null],
  ['call Anna tomorrow 3pm', 'call Anna', '2026-11-23', '15:00'],
  ['send offer in 3 days', 'send offer', '2026-11-25', null],
  ['pay invoice end of month', 'pay invoice', '2026-11-30', null],
  ['tonight 8 dinner', 'dinner', '2026-11-22', '20:00'],
  ['next week plan budget', 'plan budget', '2026-11-23', null],
  ['tomorrow morning stand-up', 'stand-up', '2026-11-23', '09:00'],
  ['dec 5 birthday of Tom', 'birthday of Tom', '2026-12-05', null],
  ['ring Ms May at noon', 'ring Ms May', '2026-11-22', '12:00'],
])('%s', (line, title, dueOn, dueTime) => {
  expect(understood(line).slice(0, 3)).toEqual([title, dueOn, dueTime])
})

test.each([
  ['每周一 发周报', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-23'],
  ['每月最后一个周五 盘点', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27'],
  ['每周一三五 打卡', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-23'],
  ['每月31号 结账', 'FREQ=MONTHLY;BYMONTHDAY=31', '2026-12-31'],
  ['每月底 结账', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30'],
  ['每个工作日 打卡', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-23'],
  ['every monday and thursday report', 'FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-23'],
  ['every last friday of the month inventory', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27'],
  ['every 2 weeks on tuesday sync', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2026-11-24'],
  ['every weekday coffee', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-23'],
  ['every 31st close the books', 'FREQ=MONTHLY;BYMONTHDAY=31', '2026-12-31'],
])('%s repeats', (line, rule, first) => {
  const { recurrence, dueOn } = understandLine(line, now)
  expect([recurrence, dueOn]).toEqual([rule, first])
})

test('how long, how urgent, when to remind and whether it is a meeting are understood', () => {
  expect(understandLine('紧急 提前10分钟提醒 明天9点到11点 与华腾开会', now)).toMatchObject({
    ...{ kind: 'meeting', title: '与华腾开会', dueTime: '09:00', durationMinutes: 120, priority: 'high', reminderMinutes: 10 },
  })
  expect(understandLine('meet Bob next friday at 10:30 for 1 hour', now)).toMatchObject({
    ...{ kind: 'meeting', title: 'meet Bob', dueOn: '2026-11-27', dueTime: '10:30', durationMinutes: 60 },
  })
})

test('what may be a name is offered, the most telling first', () => {
  const names = (line: string) => understandLine(line, now).names.map(({ text }) => text)
  expect(names('明天下午3点 给张三回电')).toContain('张三')
  expect(names('call Anna tomorrow 3pm')[0]).toBe('Anna')
  expect(names('下午三点 与华腾软件开会')).toContain('华腾软件')
})

test.each(['买3个苹果', '报价3万', '5/12 call', 'call May', '张三 13800138000', '3号楼检修', '2026'])(
  '%s names no time',
  (line) => {
    expect(understood(line)).toEqual([line, null, null, null, null])
  },
)

test('the parts that were understood lie where they were typed', () => {
  const line = '给张三回电 明天下午3点'
  const { spans } = understandLine(line, now)
  expect(spans.map(({ from, to, meaning }) => [line.slice(from, to), meaning])).toEqual([
    ['明天', 'when'],
    ['下午3点', 'when'],
  ])
})

test.each(['三三周后', '三三天后', '三三个月后', '三三小时后', '每三三天', '每零天', '提前三三分钟提醒'])(
  '%s is no number, and stays in the title',
  (line) => {
    const { dueOn, recurrence, reminderMinutes } = understandLine(line, now)
    expect([recurrence, reminderMinutes]).toEqual([null, null])
    expect(dueOn === null || /^\d{4}-\d\d-\d\d$/u.test(dueOn)).toBe(true)
  },
)

test('whatever is typed, nothing fails, the title holds something and days are days', () => {
  expect.hasAssertions()
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(...'明天下周一三每月底3点半号0123456789:/-.!给张三后内提前分钟 call may at every in next fri'),
        maxLength: 40,
      }),
      (line) => {
        const { title, dueOn, dueTime, recurrence } = understandLine(line, now)
        expect(line.trim() === '' || title !== '').toBe(true)
        expect(dueOn).toBe(dueOn === null ? null : new Date(`${dueOn}T00:00:00Z`).toISOString().slice(0, 10))
        expect(dueTime ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/u)
        expect(recurrence ?? 'FREQ=').toMatch(/^FREQ=/u)
      },
    ),
    { numRuns: 2000 },
  )
})

test.each([
  ['call Anna tomorrow at 3', 'call Anna', '15:00', null],
  ['meet Sun Li on friday at 3pm', 'meet Sun Li', '15:00', null],
  ['重要客户拜访 明天', '重要客户拜访', null, null],
  ['紧急：明天给客户发合同', '给客户发合同', null, 'high'],
  ['fix the invoice tomorrow, urgent', 'fix the invoice', null, 'high'],
])('%s keeps what belongs to the matter', (line, title, dueTime, priority) => {
  const understood = understandLine(line, now)
  expect(understood).toMatchObject({ dueTime, priority })
  expect(understood.title.replace(/[,，\s]+$/u, '')).toBe(title)
})

test('what is to be repeated at an hour that is over begins on the next day', () => {
  expect(understandLine('每天早上8点 晨会', { today: '2026-11-22', time: '14:20' }).dueOn).toBe('2026-11-23')
  expect(understandLine('每天下午5点 晨会', { today: '2026-11-22', time: '14:20' }).dueOn).toBe('2026-11-22')
})

test('a line that names no day is for the day that a calendar is at, unless that time of it is over', () => {
  const at = (usualDay: string, line: string) => {
    const { dueOn, dueTime, recurrence } = understandLine(line, { ...now, usualDay })
    return [dueOn, dueTime, recurrence]
  }
  expect(at('2026-12-02', '给张三回电')).toEqual(['2026-12-02', null, null])
  expect(at('2026-12-02', 'call Anna 9am')).toEqual(['2026-12-02', '09:00', null])
  expect(at('2026-12-02', 'call Anna tomorrow')).toEqual(['2026-11-23', null, null])
  expect(at('2026-12-02', '每周五 例会')).toEqual(['2026-12-04', null, 'FREQ=WEEKLY;BYDAY=FR'])
  expect(at(now.today, 'call Anna 9am')).toEqual(['2026-11-23', '09:00', null])
  expect(at(now.today, 'call Anna')).toEqual([now.today, null, null])
})
