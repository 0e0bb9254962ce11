// What is said about phones, addresses, codes and birthdays that look odd.
import { catalogue } from '#shared/base/messages.ts'

export const recordsMessages = catalogue(
  {
    'validation.email_several': 'One address stands here. Add the others as further e-mail addresses.',
    'validation.website_unsafe': 'Only addresses of web pages can stand here: they begin with http:// or https://.',
    'validation.birthday': 'There is no such day. Write 1990-05-12, or 05-12 without the year.',
    'validation.birthday_ahead': 'This day still lies ahead.',
    'validation.birthday_too_old': 'Nobody is that old. Please check the year.',

    'records.warning.phone_without_digits': 'There is no number in this phone.',
    'records.warning.phone_too_short': 'This phone number looks too short.',
    'records.warning.phone_too_long': 'This phone number looks too long.',
    'records.warning.phone_unknown': 'This is not a phone number that we know. Please check it.',
    'records.warning.email_host_without_dot': 'This e-mail address only works inside one network.',
    'records.warning.credit_code_length': 'A unified social credit code has 18 characters.',
    'records.warning.credit_code_letters': 'A unified social credit code never holds the letters I, O, S, V and Z.',
    'records.warning.credit_code_check':
      'The check digit does not fit. Some codes of the first years are like that; please compare it.',
    'records.phone.extension': '{number} ext. {extension}',
  },
  {
    'validation.email_several': '这里只能填一个邮箱，其余请添加为其他邮箱。',
    'validation.website_unsafe': '这里只能填写以 http:// 或 https:// 开头的网页地址。',
    'validation.birthday': '没有这一天。请写成 1990-05-12，不含年份则写 05-12。',
    'validation.birthday_ahead': '这一天还没有到。',
    'validation.birthday_too_old': '没有人活到这个岁数，请核对年份。',

    'records.warning.phone_without_digits': '电话中没有数字。',
    'records.warning.phone_too_short': '电话号码似乎太短。',
    'records.warning.phone_too_long': '电话号码似乎太长。',
    'records.warning.phone_unknown': '无法识别这个电话号码，请核对。',
    'records.warning.email_host_without_dot': '这个邮箱只能在内部网络中使用。',
    'records.warning.credit_code_length': '统一社会信用代码应为 18 位。',
    'records.warning.credit_code_letters': '统一社会信用代码不含字母 I、O、S、V、Z。',
    'records.warning.credit_code_check': '校验码不符。早期发放的个别代码如此，请核对。',
    'records.phone.extension': '{number} 转 {extension}',
  },
)
