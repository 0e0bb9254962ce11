// The page of the public pool, on which nobody is surprised: how many customers would go back is said before it is decided.
import { catalogue } from '#shared/base/messages.ts'

const due = (ending: string): string =>
  `{companies, plural, =0 {} one {1 company} other {{companies, number} companies}}{both, select, yes { and } other {}}{contacts, plural, =0 {} one {1 contact} other {{contacts, number} contacts}}${ending}`
const dueZh =
  '{companies, plural, =0 {} other { {companies, number} 家公司}}{both, select, yes {和} other {}}{contacts, plural, =0 {} other { {contacts, number} 位联系人}}'

export const poolMessages = catalogue(
  {
    'pool.title': 'Public pool',
    'pool.help':
      'Customers whom nobody has done anything about for long lose their owner and lie in the public pool, where anyone may claim them. Customers with an open deal stay where they are.',
    'pool.rules': 'Rules',
    'pool.is_on': 'Use the public pool',
    'pool.idle_days': 'Days without an activity',
    'pool.idle_days_help': 'Counted from the last call, note, meeting, mail or message, not from the creation.',
    'pool.cap': 'At most per person',
    'pool.cap_help': 'How many companies, and how many contacts, one may claim. Empty: as many as they like.',
    'pool.unlimited': 'No limit',
    'pool.counting': 'Counting who would be returned …',
    'pool.nobody_due': 'Nobody would be returned now.',
    'pool.would_go': `With this rule ${due(' would be returned now.')}`,
    'pool.confirm_on': 'Use the public pool?',
    'pool.confirm_days': 'Shorten the time?',
    'pool.confirm_text': `${due('')} would lose their owner. Kith returns up to 500 a day by itself; to return all at once, use “Return now” afterwards.`,
    'pool.confirm_do_on': 'Use the public pool',
    'pool.confirm_do_days': 'Shorten the time',
    'pool.said.saved': 'Changed the public pool',
    'pool.now': 'Return now',
    'pool.now_help': 'Kith does this by itself once a day, up to 500 at a time.',
    'pool.is_due': due(' {total, plural, one {has} other {have}} been idle for too long.'),
    'pool.none_due': 'Nobody has been idle for too long.',
    'pool.return': '{count, plural, one {Return 1 now} other {Return {count, number} now}}',
    'pool.return_title': 'Return to the public pool?',
    'pool.return_text': `${due('')} will lose their owner at once. You can take it back.`,
    'pool.step.looking': 'Looking for idle customers',
    'pool.step.returning': 'Returning them',
    'pool.progress': '{done, number} of {total, number}',
    'pool.said.returned':
      '{count, plural, =0 {Nobody had to be returned} one {Returned 1 customer to the public pool} other {Returned {count, number} customers to the public pool}}',
  },
  {
    'pool.title': '公海',
    'pool.help': '长期无人跟进的客户会失去负责人，进入公海，任何人都可以领取。有进行中商机的客户不受影响。',
    'pool.rules': '规则',
    'pool.is_on': '启用公海',
    'pool.idle_days': '无跟进天数',
    'pool.idle_days_help': '从最近一次电话、备注、会面、邮件或消息算起，不是从创建日期算起。',
    'pool.cap': '每人上限',
    'pool.cap_help': '每人最多可领取的公司数和联系人数，留空则不限。',
    'pool.unlimited': '不限',
    'pool.counting': '正在统计将收回的客户…',
    'pool.nobody_due': '目前没有需要收回的客户。',
    'pool.would_go': `按此规则，现在将收回${dueZh}。`,
    'pool.confirm_on': '启用公海？',
    'pool.confirm_days': '缩短天数？',
    'pool.confirm_text': `${dueZh}将失去负责人。Kith 每天自动收回最多 500 个；如需一次收回，请随后使用“立即收回”。`,
    'pool.confirm_do_on': '启用公海',
    'pool.confirm_do_days': '缩短天数',
    'pool.said.saved': '已修改公海设置',
    'pool.now': '立即收回',
    'pool.now_help': 'Kith 每天自动收回一次，每次最多 500 个。',
    'pool.is_due': `${dueZh}已超过规定天数无人跟进。`,
    'pool.none_due': '没有超过规定天数无人跟进的客户。',
    'pool.return': '立即收回 {count, number} 个',
    'pool.return_title': '收回到公海？',
    'pool.return_text': `${dueZh}将立即失去负责人。可以撤销。`,
    'pool.step.looking': '正在查找闲置客户',
    'pool.step.returning': '正在收回',
    'pool.progress': '{done, number} / {total, number}',
    'pool.said.returned': '{count, plural, =0 {没有需要收回的客户} other {已收回 {count, number} 个客户到公海}}',
  },
)
