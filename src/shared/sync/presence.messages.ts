// Who else has a record open, and what others change on it meanwhile.
import { catalogue } from '#shared/base/messages.ts'

export const presenceMessages = catalogue(
  {
    'presence.at': '{name} ({device})',
    'presence.also_here': '{count, plural, one {{who} has this open too} other {{who} have this open too}}',
    'presence.others': '{count} others',
    'presence.changed_now': '{who} changed this record just now.',
    'presence.changed_then': '{who} changed this record ({when}).',
    'presence.told': '{news} {changes}',
    'presence.more_changes': '{count, plural, one {And 1 more change.} other {And # more changes.}}',
    'presence.seen': 'Got it',
  },
  {
    'presence.at': '{name}（{device}）',
    'presence.also_here': '{count, plural, other {{who}也打开了此记录}}',
    'presence.others': '另外 {count} 人',
    'presence.changed_now': '{who}刚刚修改了此记录。',
    'presence.changed_then': '{who}于 {when} 修改了此记录。',
    'presence.told': '{news}{changes}',
    'presence.more_changes': '{count, plural, other {另有 # 处修改。}}',
    'presence.seen': '知道了',
  },
)
