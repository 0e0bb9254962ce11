// The sentences about files as tables: what kind of file it is, and what is odd about the shape of its rows and cells.
import { catalogue } from '#shared/base/messages.ts'

export const tablesMessages = catalogue(
  {
    'imports.file.gone': 'The file “{name}” is no longer there. Choose it again.',
    'imports.file.unreadable': 'The file “{name}” may not be read. Another program may hold it, or you lack the right to it.',
    'imports.file.folder': '“{name}” is a folder. Choose a file.',
    'imports.file.empty': '“{name}” is empty.',
    'imports.file.headings_only': 'The file has headings but no rows below them.',
    'imports.file.changed': 'A file was changed after it was looked at. Choose it again.',
    'imports.file.pdf':
      '“{name}” is a PDF. Save the table from the program it comes from as an Excel workbook or CSV, and choose that file.',
    'imports.file.not_text':
      '“{name}” holds no table. Excel workbooks, CSV, address books (vCard) and calendars (ICS) can be read.',
    'imports.file.encoding_unknown':
      'The encoding of “{name}” could not be recognised. Open it in the program it comes from and save it as “CSV UTF-8”.',
    'imports.file.encoding_wrong': '“{name}” cannot be read as {encoding}. Choose another encoding.',
    'imports.file.quote_open':
      'A quotation mark in row {row, number} of “{name}” is never closed, so all that follows would be one cell. Mend the row and choose the file again.',
    'imports.file.archive': '“{name}” is a compressed archive. Unpack it and choose the table inside it.',
    'imports.file.json':
      '“{name}” holds data for programs (JSON). Export it as CSV or as an Excel workbook, and choose that file.',
    'imports.file.xml': '“{name}” is an XML file. Open it in a spreadsheet program and save it as an Excel workbook (.xlsx).',
    'imports.file.password':
      '“{name}” is protected by a password. Open it in the program it comes from, save it without a password, and choose that file.',
    'imports.file.old_excel':
      '“{name}” was written by a version of Excel before 1997. Open it in a spreadsheet program and save it as an Excel workbook (.xlsx).',
    'imports.file.numbers':
      '“{name}” is an Apple document. Open it in Numbers, choose “Export to” and then “Excel”, and choose that file.',
    'imports.file.other_office': '“{name}” is an Office document, but no workbook: it has no rows to import.',
    'imports.file.damaged': '“{name}” is damaged and cannot be read. Save it again in the program it comes from.',
    'imports.file.bomb': '“{name}” would grow to a size when unpacked that no real table has. It is not opened.',
    'imports.file.no_table': '“{name}” is a web page without a table.',

    'imports.table.not_understood':
      'None of the headings is known, so it is a guess what the rows are. Say what they are, and look at every column.',
    'imports.table.nothing':
      'Nothing to take in here: the rows name no firm or person, and no way to reach anybody. If they are records all the same, say what they are.',
    'imports.table.decoded_once':
      'The text was encoded twice by the program it comes from; it is put right as it is read. If it looks wrong below, choose another encoding.',
    'imports.table.encoded_twice':
      '“{value}” may be “{right}”, encoded twice by the program it comes from. Of a text file choose the encoding “UTF-8, encoded twice”; a workbook or an address book must be exported anew.',
    'imports.table.downward':
      'The labels stand below each other, so each card of them is read as one row. If it is a table after all, say in which row its headings stand.',
    'imports.row.line_left_out': '“{value}” stands in the card without a label; it is left out.',
    'imports.table.carried':
      '“{heading}” stands only in the first row of each group. It is taken for {rows, plural, one {the row} other {the {rows, number} rows}} below, too; this can be switched off where the columns are shown.',
    'imports.row.too_few_cells': 'The row has {cells, number} cells, but there are {columns, number} headings.',
    'imports.row.joined':
      '“{value}” is taken as one text although it lacks quotation marks: a blank follows the separator in it, and so the row fits the headings.',
    'imports.row.outside': 'The row is a total or a remark of the list, not one of its records. It is left out.',
    'imports.row.headings_again': 'The row repeats the headings. It is left out.',
    'imports.row.cell_beyond': '“{value}” stands in column {column}, which has no heading; it is left out.',
    'imports.cell.unreadable_sign': 'Characters of “{value}” are lost or cannot be read; they show as �.',
    'imports.cell.error': 'The cell shows the error {value} of a formula; it stays empty.',
    'imports.cell.precision_lost':
      'Excel keeps 15 digits of a number, so the last digits of {value} are lost in the file. Numbers of cards and accounts must be stored as text.',
    'imports.cell.not_a_day':
      'The number {value} is shown as a day, but there is no such day in Excel’s calendar; it stays empty.',
    'imports.cell.formula_unsaved':
      'The cell holds a formula without a result; it stays empty. Open the file in a spreadsheet program and save it once.',
  },
  {
    'imports.file.gone': '文件“{name}”已不在原处，请重新选择。',
    'imports.file.unreadable': '无法读取文件“{name}”：可能被其他程序占用，或您没有权限。',
    'imports.file.folder': '“{name}”是文件夹，请选择文件。',
    'imports.file.empty': '“{name}”是空的。',
    'imports.file.headings_only': '文件只有表头，没有数据行。',
    'imports.file.changed': '文件在检查之后被改动，请重新选择。',
    'imports.file.pdf': '“{name}”是 PDF。请在原来的软件中把表格另存为 Excel 工作簿或 CSV，再选择该文件。',
    'imports.file.not_text': '“{name}”里没有表格。可以读取 Excel 工作簿、CSV、通讯录（vCard）和日历（ICS）。',
    'imports.file.encoding_unknown': '无法识别“{name}”的编码。请在原来的软件中打开，另存为“CSV UTF-8”。',
    'imports.file.encoding_wrong': '“{name}”不能按 {encoding} 读取，请选择其他编码。',
    'imports.file.quote_open':
      '“{name}”第 {row, number} 行的引号没有闭合，后面的内容会被当成一个单元格。请修正该行后重新选择文件。',
    'imports.file.archive': '“{name}”是压缩包，请先解压，再选择里面的表格文件。',
    'imports.file.json': '“{name}”是供程序使用的数据（JSON）。请导出为 CSV 或 Excel 工作簿，再选择该文件。',
    'imports.file.xml': '“{name}”是 XML 文件，请用表格软件打开并另存为 Excel 工作簿（.xlsx）。',
    'imports.file.password': '“{name}”设有密码。请在原来的软件中打开，取消密码后另存，再选择该文件。',
    'imports.file.old_excel': '“{name}”由 1997 年以前的 Excel 生成，请用表格软件打开并另存为 Excel 工作簿（.xlsx）。',
    'imports.file.numbers': '“{name}”是苹果的文稿。请用 Numbers 打开，选择“导出为”→“Excel”，再选择导出的文件。',
    'imports.file.other_office': '“{name}”是 Office 文档，但不是工作簿，没有可导入的数据行。',
    'imports.file.damaged': '“{name}”已损坏，无法读取。请在原来的软件中重新保存。',
    'imports.file.bomb': '“{name}”解压后的大小远超正常表格，已拒绝打开。',
    'imports.file.no_table': '“{name}”是网页，里面没有表格。',

    'imports.table.not_understood': '没有认出任何表头，以下只是猜测。请先确认这是什么数据，并逐列检查。',
    'imports.table.nothing': '这里没有可导入的记录：各行没有公司或人员的名称，也没有联系方式。如果确实是记录，请选择数据内容。',
    'imports.table.decoded_once': '原来的软件对文字重复编码，读取时已还原。如果下面显示不正确，请选择其他编码。',
    'imports.table.encoded_twice':
      '“{value}”可能是被重复编码的“{right}”。文本文件请选择编码“UTF-8（重复编码）”；工作簿和通讯录请重新导出。',
    'imports.table.downward': '标签是竖排的，每张卡片按一行读取。如果其实是普通表格，请填写表头所在的行。',
    'imports.row.line_left_out': '卡片中的“{value}”没有标签，不导入。',
    'imports.table.carried': '“{heading}”只写在每组的第一行，下面 {rows, number} 行的空白按同组处理；可在列设置中关闭。',
    'imports.row.too_few_cells': '这一行只有 {cells, number} 个单元格，而表头有 {columns, number} 列。',
    'imports.row.joined': '“{value}”缺少引号，但分隔符后有空格，合并后该行正好与表头对应，因此按一个单元格读取。',
    'imports.row.outside': '这一行是表格的合计或说明，不是数据，将不导入。',
    'imports.row.headings_again': '这一行是重复的表头，将不导入。',
    'imports.row.cell_beyond': '“{value}”位于没有表头的 {column} 列，将不导入。',
    'imports.cell.unreadable_sign': '“{value}”中有丢失或无法识别的字符，显示为 �。',
    'imports.cell.error': '单元格显示公式错误 {value}，将留空。',
    'imports.cell.precision_lost':
      'Excel 只保留 15 位有效数字，{value} 的末尾几位在文件中已丢失。证件号、银行账号请在 Excel 中存为文本。',
    'imports.cell.not_a_day': '数值 {value} 以日期显示，但 Excel 的日历中没有这一天，将留空。',
    'imports.cell.formula_unsaved': '单元格是没有计算结果的公式，将留空。请用表格软件打开文件并保存一次。',
  },
)
