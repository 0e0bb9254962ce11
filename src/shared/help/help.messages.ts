// The frame of the help; what it says is in topics/.
import { catalogue } from '#shared/base/messages.ts'

export const helpMessages = catalogue(
  {
    'help.title': 'Help',
    'help.topics': 'Topics',
    'help.search': 'Search the help',
    'help.nothing': 'No topic holds “{text}”.',
    'help.see': 'See also',
  },
  {
    'help.title': '帮助',
    'help.topics': '主题',
    'help.search': '搜索帮助',
    'help.nothing': '没有包含“{text}”的主题。',
    'help.see': '另请参阅',
  },
)
