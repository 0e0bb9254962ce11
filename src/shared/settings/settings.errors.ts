// What can go wrong with settings.
import { catalogue } from '#shared/base/messages.ts'

export const settingsErrors = catalogue(
  {
    'validation.time_zone_unknown': 'This time zone is not known. Choose one from the list, such as Asia/Shanghai.',
    'validation.currency_unknown': 'This currency is not known. Use a code such as CNY or EUR.',
  },
  {
    'validation.time_zone_unknown': '没有这个时区，请从列表中选择，例如 Asia/Shanghai。',
    'validation.currency_unknown': '没有这种货币，请使用 CNY、EUR 之类的代码。',
  },
)
