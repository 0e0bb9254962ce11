// First steps, the keyboard, and finding things.
import { picture, steps, text, topic } from '../help-topic.ts'

export const firstSteps = topic(
  'start',
  ['First steps', '开始使用'],
  text(
    'Kith keeps your customers in one encrypted workspace on your own machines. It needs no account and no network; everything described here works with the cable pulled out.',
    'Kith 把客户资料放在自己电脑上的一个加密工作区里，不需要账号，也不需要网络。这里讲到的一切，拔掉网线也能用。',
  ),
  steps(
    [
      'Bring in what you have: Import in the rail takes a CSV file and shows every cell it does not understand before anything is written.',
      '先把已有资料带进来：左侧“导入”接受 CSV 文件，写入之前会标出每个看不懂的单元格。',
    ],
    ['Or press Ctrl+N for a new contact, Ctrl+Shift+C for a new company.', '或按 Ctrl+N 新建联系人，Ctrl+Shift+C 新建公司。'],
    [
      'On Home, type what is to be done in one line: “call Anna tomorrow 3pm”.',
      '在首页用一行话写下要做的事：“明天下午3点 给张三回电”。',
    ],
    [
      'Whatever you do can be taken back with Ctrl+Z, also days later in the history.',
      '做过的任何事都能按 Ctrl+Z 撤销，几天后也可以在历史里撤销。',
    ],
  ),
  picture('home', 'Home: what is to be done today, and what changed.', '首页：今天要做的事，以及最近的变化。'),
)

export const finding = topic(
  'search',
  ['Search and do anything', '搜索与操作'],
  text(
    'Ctrl+K (⌘K on a Mac) opens one box for everything. Type a name, a part of it, pinyin or its initials (zhangsan, zs), any part of a phone number in any writing (8013, 138 0013, +86-138), a part of an address or e-mail, or a ticket number.',
    '按 Ctrl+K（Mac 上为 ⌘K）打开一个万能输入框。可以输入名称或其中一部分、全拼或首字母（zhangsan、zs）、电话号码的任意一段和任意写法（8013、138 0013、+86-138）、地址或邮箱的一部分，或工单编号。',
  ),
  text(
    'What is called exactly so stands first, then what fits best, then what was changed last. Below the records stand actions: everything a key or a menu does, and the pages of the settings. Begin with > to see actions only.',
    '名称完全一致的排在最前，其次是最吻合的，再次是最近改动的。记录下面是操作：按键和菜单能做的一切，以及设置的各个页面。以 > 开头则只列出操作。',
  ),
  picture('palette', 'One box for records and actions.', '一个输入框，既找记录也做操作。'),
)

export const keys = topic(
  'keys',
  ['Keyboard', '键盘'],
  text(
    'Everything can be done without the mouse. Press ? on any screen for the keys that work there; from that list all keys can be printed. In lists, j and k or the arrows move, Enter opens, x selects, / searches. g and then a letter goes somewhere: g c to the companies, g h home.',
    '不用鼠标也能完成一切。在任何画面按 ? 可以看到此处可用的按键，并可在那里打印全部按键。列表中用 j、k 或方向键移动，Enter 打开，x 选择，/ 搜索。按 g 再按一个字母可以跳转：g c 到公司，g h 回首页。',
  ),
  text(
    'In forms, Ctrl+Enter saves and Esc closes; it asks only if something was typed. Enter while a Chinese input method is composing never submits.',
    '在表单里，Ctrl+Enter 保存，Esc 关闭；只有写过内容时才会询问。用中文输入法组词时按 Enter 不会提交。',
  ),
)
