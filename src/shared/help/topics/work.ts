// The day's work: tasks, calendar, reminders, deals; and what keeps it all safe.
import { picture, steps, text, topic } from '../help-topic.ts'

export const tasks = topic(
  'tasks',
  ['Tasks and reminders', '任务与提醒'],
  text(
    'Press q anywhere and write one line: “call Anna tomorrow 3pm”, “every monday send the report”. Kith shows what it understood – what, when, who – and you can correct each part before Enter saves it.',
    '在任何地方按 q，写一行话：“明天下午3点 给张三回电”“每周一 发周报”。Kith 会显示它理解的内容——做什么、什么时候、和谁——每一项都可以改，按 Enter 保存。',
  ),
  text(
    'A task may repeat, for example on the last Friday of a month. Completing it completes this one time only. Reminders come as notifications of the system and can be put off; what fell due while Kith was closed is listed when it starts.',
    '任务可以重复，例如每月最后一个周五；完成只算这一次。提醒以系统通知的形式出现，可以推迟；Kith 关闭期间到期的，会在启动时列出来。',
  ),
)

export const calendar = topic(
  'calendar',
  ['Calendar and working days', '日历与工作日'],
  text(
    'The calendar shows a month, a week or a day. Drag to move or to make an appointment longer; drag across an empty place to make a new one. Days without a time never shift, whatever the time zone of the machine.',
    '日历有月、周、日三种视图。拖动可以移动或延长日程，在空白处拖动可以新建。没有时间的日期不会移动，无论电脑的时区是什么。',
  ),
  picture('calendar', 'A week of tasks and appointments.', '一周的任务和日程。'),
  text(
    'Working time in the settings knows several intervals a day, days off and working Saturdays (调休). “Three working days later” is counted by it.',
    '设置里的“工作时间”支持一天多个时段、休息日和调休上班日。“三个工作日后”就按它计算。',
  ),
)

export const calls = topic(
  'calls',
  ['Logging a call in four keys', '四个键记录通话'],
  steps(
    ['On a record press c.', '在记录上按 c。'],
    ['Choose the outcome with one key.', '用一个键选择结果。'],
    ['Write a note if there is one, and when to go on.', '需要的话写一句备注，以及下一步的时间。'],
    ['Ctrl+Enter saves the call, and the next step as a task.', '按 Ctrl+Enter 保存通话，下一步自动成为任务。'],
  ),
)

export const deals = topic(
  'deals',
  ['Deals on the board', '商机看板'],
  text(
    'Drag a card to another stage, or press m on it and choose the stage. Each column says how many deals it holds, their sum, and the sum weighted by the probability of the stage. A lost deal asks for the reason.',
    '把卡片拖到别的阶段，或在卡片上按 m 选择阶段。每列显示商机数、合计，以及按阶段概率加权的合计。输单时会询问原因。',
  ),
  picture('board', 'The board of a pipeline.', '销售管道的看板。'),
)

export const orders = topic(
  'orders',
  ['Products and orders', '产品与订单'],
  text(
    'An order belongs to a company, a person or both, and has lines. Pick a product below the lines: its price is taken over, and the quantity is open to be typed. Enter keeps a value, Tab goes on to the next one, Alt with an arrow moves the line. A quantity below zero is something sent back.',
    '订单属于公司、联系人或两者，由明细组成。在明细下方选择产品，单价自动带出，随即输入数量。按 Enter 保存，按 Tab 到下一格，按 Alt 加方向键移动该行。数量为负表示退货。',
  ),
  text(
    'Prices may have four digits behind the mark; amounts are added exactly and rounded once, where they are shown. The page of a product tells where it was sold, that of a customer what was ordered.',
    '单价最多四位小数；金额精确相加，只在显示时取整一次。产品页显示销售记录，客户页显示全部订单。',
  ),
)

export const undoing = topic(
  'undo',
  ['Undo and history', '撤销与历史'],
  text(
    'Ctrl+Z takes back your last change, Ctrl+Shift+Z makes it again, on any screen. Ctrl+Shift+H opens the history beside the screen: every change in words, with who made it and when. Each can be taken back, an import or a bulk change as a whole, also days later. If a later change stands on it, Kith names that change first.',
    '在任何画面，Ctrl+Z 撤销上一步，Ctrl+Shift+Z 重做。Ctrl+Shift+H 在旁边打开历史：每处改动都用文字写明谁在什么时候做的。每一项都能撤销，导入和批量修改作为整体撤销，几天后也可以。如果后来的改动以它为基础，Kith 会先指出那处改动。',
  ),
  picture('history', 'The history beside a list.', '列表旁边的历史。'),
)

export const safety = topic(
  'safety',
  ['Password, recovery key, lock', '密码、恢复密钥与锁定'],
  text(
    'The workspace is encrypted with your password. If it is forgotten, only the recovery key opens the workspace again; it was shown once when the workspace was made. Keep it on paper, away from the machine. Nobody else can read the data, and nobody can restore it without password or key.',
    '工作区用你的密码加密。忘记密码时，只有恢复密钥能重新打开工作区；它只在创建工作区时显示过一次。请写在纸上，不要和电脑放在一起。别人读不到数据，没有密码和密钥也没有人能恢复。',
  ),
  text(
    'Ctrl+L locks the workspace. What you were typing is kept, encrypted.',
    '按 Ctrl+L 锁定工作区。正在输入的内容会加密保留。',
  ),
)

export const leftOut = topic(
  'left-out',
  ['What Kith leaves out', 'Kith 不做的事'],
  text(
    'Kith works without a cloud. So there are no web forms, no live chat, no tracking of mails, no webhooks and no hosted artificial intelligence. Nothing is sent to anyone.',
    'Kith 不依赖云端，所以没有网页表单、在线聊天、邮件追踪、Webhook，也没有云端人工智能。不会向任何人发送任何数据。',
  ),
)
