// What is said of the machines of the office.
import { catalogue } from '#shared/base/messages.ts'

export const devicesMessages = catalogue(
  {
    'history.did.devices.admit': 'Added a computer',
    'history.did.devices.rename': 'Renamed a computer',
    'history.did.devices.settleLetter': 'Gave this computer numbers of its own',
    'history.did.devices.remove': 'Removed a computer',
    'devices.tooMany': 'An office has at most {most} computers. Remove one that is not used any more first.',
  },
  {
    'history.did.devices.admit': '添加了电脑',
    'history.did.devices.rename': '重命名了电脑',
    'history.did.devices.settleLetter': '为这台电脑分配了单独的编号',
    'history.did.devices.remove': '移除了电脑',
    'devices.tooMany': '一个办公室最多 {most} 台电脑。请先移除一台不再使用的。',
  },
)
