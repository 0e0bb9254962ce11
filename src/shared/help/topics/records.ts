// Records: what stands on them, the timeline, files, the office's own fields, the public pool.
import { picture, steps, text, topic } from '../help-topic.ts'

export const records = topic(
  'records',
  ['Companies and contacts', '公司与联系人'],
  text(
    'A record shows its properties on the left, what happened in the middle, and figures and what needs attention on the right. Click a value to change it. A company or contact may have several phone numbers, e-mails, addresses and messengers; one of each is the main one.',
    '记录左侧是属性，中间是往来，右侧是数字和需要注意的事。点一下值就能修改。公司和联系人可以有多个电话、邮箱、地址和即时通讯号，每种有一个是主要的。',
  ),
  picture('record', 'A company with its timeline.', '一家公司和它的跟进记录。'),
  text(
    'A person may work for several companies, with a role at each, and people may be related to each other. The lifecycle stage is kept with its date; going back is allowed. Each property has its own history, from which a single earlier value can be restored.',
    '一个人可以在几家公司任职，各有职务；人与人之间也可以有关系。客户阶段带日期保存，允许退回。每个属性都有自己的历史，可以单独恢复某个旧值。',
  ),
  text(
    'The star puts a record among your favourites in the rail, where Alt+↑ and Alt+↓ change their order. The stages of the lifecycle and the tags are named, ordered and merged in the settings.',
    '点亮星标，记录就会出现在左侧栏的收藏里，用 Alt+↑ 和 Alt+↓ 调整顺序。生命周期阶段和标签在设置里命名、排序、合并。',
  ),
)

export const newRecords = topic(
  'new',
  ['New records quickly', '快速新建'],
  text(
    'Paste what you have into the form of a new company or contact: “张三 13800138000 上海市浦东新区…” or the signature of a mail. Kith proposes the fields; nothing is stored before you say so.',
    '在新建公司或联系人的表单里，直接粘贴“张三 13800138000 上海市浦东新区…”或邮件签名，Kith 会提出各字段的建议；确认之前什么都不会保存。',
  ),
  picture('new-company', 'The form of a new company.', '新建公司的表单。'),
  text(
    'What you type into a form is kept on this machine while you type. After a crash or a power cut it is there again when the form is opened.',
    '表单里输入的内容会随时保存在本机。程序崩溃或断电之后，重新打开表单时内容还在。',
  ),
)

export const timeline = topic(
  'timeline',
  ['Timeline and files', '往来与文件'],
  text(
    'Notes, calls, meetings, mails, tasks, tickets, deals and changes of a record stand in one timeline, newest first. Choose kinds above it to see only those. Important notes can be pinned.',
    '一条记录的备注、电话、会面、邮件、任务、工单、商机和改动都在同一条时间线上，最新的在前。可以按类型筛选；重要的备注可以置顶。',
  ),
  text(
    'Files are added by dropping them onto the record or with the button of the Files tab. They are encrypted in the workspace, and the same file is stored once. A mail (.eml, .msg), a business card (.vcf) or an appointment (.ics) that is dropped onto a record is filed by what it is; dropping the same mail again does not store it twice. Programs are warned about before they are opened.',
    '把文件拖到记录上，或在“文件”标签里点按钮，就能添加文件。文件加密保存在工作区里，相同的文件只存一份。拖入邮件（.eml、.msg）、名片（.vcf）或日程（.ics）会按内容归档；同一封邮件再次拖入不会重复保存。打开可执行文件之前会提醒。',
  ),
)

export const ownFields = topic(
  'fields',
  ['Fields of your own', '自定义字段'],
  steps(
    [
      'Open Settings, then Fields, and choose companies, contacts, deals or tickets.',
      '打开设置里的“字段”，选择公司、联系人、商机或工单。',
    ],
    [
      'Add a field and choose its type: text, number, money, date, choice, person and so on.',
      '添加字段并选择类型：文本、数字、金额、日期、选项、人员等。',
    ],
    [
      'It is there at once in forms, lists, filters, sorting, search and the history.',
      '它立即出现在表单、列表、筛选、排序、搜索和历史中。',
    ],
  ),
  picture('fields', 'The fields of companies.', '公司的字段。'),
  text(
    'Renaming a choice renames it everywhere. Before a choice that is used is removed, Kith asks what the records get instead. A removed field keeps its data and can be put back. Rules show or require a field only under a condition; they hold everywhere, also in bulk changes.',
    '给选项改名，各处随之改变。删除用过的选项之前，Kith 会问这些记录改成什么。移除的字段会保留数据，随时可以放回。规则可以按条件显示字段或要求必填；在任何地方都有效，批量修改也不例外。',
  ),
)

export const pool = topic(
  'pool',
  ['The public pool', '公海'],
  text(
    'Customers nobody takes care of can go to the public pool, from which anyone may claim them. In the settings you say after how many days without activity a customer goes back to the pool, and how many customers one person may hold. Customers with an open deal stay where they are.',
    '无人照看的客户可以放入公海，任何人都能认领。在设置里规定多少天没有跟进就退回公海，以及一个人最多持有多少客户。有进行中商机的客户不会退回。',
  ),
  text(
    'Before you switch the pool on, or shorten the time, Kith says how many customers would go. By itself it returns up to 500 a day; “Return now” in the settings returns all that are due, with progress, and can be taken back.',
    '启用公海或缩短天数之前，Kith 会说明将有多少客户被收回。它每天自动收回最多 500 个；在设置里用“立即收回”可以一次收回全部到期的客户，显示进度，也可以撤销。',
  ),
)
