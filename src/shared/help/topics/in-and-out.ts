// What comes in from files, and what looks twice there.
import { picture, steps, text, topic } from '../help-topic.ts'

export const importing = topic(
  'import',
  ['Import', '导入'],
  text(
    'Kith reads tables of almost any program: CSV and text files in any encoding, workbooks of Excel, WPS, LibreOffice and Google, address books (vCard) and calendars (ICS). Several files or sheets can come in together; they find each other by their codes, as orders find their customers.',
    'Kith 能读几乎所有程序的表格：任何编码的 CSV 和文本文件，Excel、WPS、LibreOffice、谷歌的工作簿，通讯录（vCard）和日历（ICS）。多个文件或工作表可以一起导入，靠编号互相对应，例如订单对应客户。',
  ),
  picture('import', 'The first step: the file.', '第一步：选择文件。'),
  steps(
    [
      'Choose the files or drop them onto the page. What was recognised stands beside them and can be changed.',
      '选择文件，或拖到页面上。识别结果显示在旁边，可以修改。',
    ],
    [
      'Look at the columns: each says where it goes. What cannot be told from the file, such as whether 03/04 is in March or in April, is asked.',
      '查看各列：每列都标明去向。文件本身看不出来的会问您，例如 03/04 是三月还是四月。',
    ],
    [
      'Check: every row says whether it is new, an update, there already, or stays out and why. Bad cells can be mended on the spot, rows left out or written into a record of your choice.',
      '检查：每一行都说明是新增、更新、已有，还是不导入及其原因。有问题的单元格可以当场修改，行可以跳过，或写入您指定的记录。',
    ],
    [
      'Bring them in. It is one step: all of it or nothing, and it can be taken back days later.',
      '导入。这是一个整体操作：要么全部成功，要么什么都不变；几天后也能撤回。',
    ],
  ),
  text(
    'Name the source of a file if several feed the same customers. A weaker source never overwrites what a stronger one wrote; what you type by hand is the strongest unless you say otherwise. The history of a field tells which file its value came from.',
    '如果同一批客户由多个来源提供数据，请为文件注明来源。弱来源不会覆盖强来源写入的值；手工输入默认最强。字段的历史会说明值来自哪个文件。',
  ),
  text(
    'Import, Sources and mappings: put the sources in order there, the strongest first. A single field can have an order of its own, when the shop knows the phone numbers best and accounting the addresses. A source that no import names can be removed.',
    '在“导入 > 来源与对应关系”中排列来源，最强的在前。单个字段也可以有自己的顺序，例如电话以网店为准、地址以财务为准。没有导入用到的来源可以删除。',
  ),
)

export const watchedFolders = topic(
  'watched-folders',
  ['Files taken in by themselves', '自动导入文件'],
  text(
    'A folder into which a shop system or another program writes its files can be watched: Import, Watched folders. Kith looks into it every few minutes and takes in new files as a saved mapping says. Taken files move into the folder “Imported” beside them.',
    '收银系统等程序存放文件的文件夹可以设为监控：在“导入 > 监控文件夹”中添加。Kith 每隔几分钟查看一次，按保存的对应关系导入新文件，导入后移到旁边的“已导入”文件夹。',
  ),
  text(
    'A file in which something is doubtful waits for you, or its good rows are taken and the others kept in a file beside it: you choose. Each folder has its log, and every taking can be undone. The command line does the same: kith import.',
    '有疑问的文件会等您处理，或者先导入没问题的行、其余另存：由您选择。每个文件夹都有导入记录，每次导入都可以撤销。命令行也可以导入：kith import。',
  ),
)

export const duplicates = topic(
  'duplicates',
  ['Duplicates', '查重'],
  text(
    'While you type a new company or person, Kith says what is there already: the same number, e-mail or code in whatever writing, or a name that is alike, and who looks after it.',
    '新建公司或联系人时，Kith 会提示已有的记录：号码、邮箱或代码相同（不论写法），或名称相近，并说明由谁负责。',
  ),
  text(
    'Fields of your own that no two records may share count as codes. Where a company or person is made on the way, with a deal or an order, “Use it” takes the one that is there instead.',
    '设为“不得重复”的自定义字段和编号一样比较。在商机、订单等表单里顺便新建公司或联系人时，点“就用它”可以改用已有的记录。',
  ),
  text(
    '“Look for duplicates” (Ctrl+K) compares all records of a kind and shows those that look alike, with what speaks for it and against it. Choose “Merge…”, or “Not a duplicate”, which everyone’s Kith remembers. Nothing is ever merged by itself.',
    '“查找重复记录”（Ctrl+K）会比较同类的所有记录，列出看起来重复的，并说明理由。您可以“合并…”，或标为“不是重复”，全办公室都会记住。Kith 从不自动合并。',
  ),
)
