// What is said of files whose content is on other computers of the office.
import { catalogue } from '#shared/base/messages.ts'

export const arrivalsMessages = catalogue(
  {
    'arrivals.asking': 'On another computer, being looked for',
    'arrivals.coming': 'On {device}, being fetched: {percent, number} %',
    'arrivals.waiting': 'On {device}, next to be fetched',
    'arrivals.nowhere': 'Not here: no computer that has it is connected',
    'arrivals.trouble': 'Could not be fetched: {why}',
    'arrivals.preview.nowhere':
      'The content of this file is on another computer that is not connected now. It comes by itself once that computer is there.',
    'arrivals.keep_all': 'Keep all files on this computer',
    'arrivals.keep_all_hint':
      'Off: files up to {megabytes, number} MB are fetched by themselves, larger ones when somebody opens their record.',
  },
  {
    'arrivals.asking': '位于其他电脑，正在查找',
    'arrivals.coming': '位于{device}，正在获取：{percent, number}%',
    'arrivals.waiting': '位于{device}，即将获取',
    'arrivals.nowhere': '不在本机：拥有此文件的电脑均未连接',
    'arrivals.trouble': '无法获取：{why}',
    'arrivals.preview.nowhere': '此文件的内容位于另一台目前未连接的电脑上。该电脑连接后会自动获取。',
    'arrivals.keep_all': '在本机保留所有文件',
    'arrivals.keep_all_hint': '关闭时，不超过 {megabytes, number} MB 的文件会自动获取，更大的文件在有人打开其记录时获取。',
  },
)
