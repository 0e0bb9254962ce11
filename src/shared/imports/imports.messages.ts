// The sentences of importing: what is wrong with a file, a plan, a row or a cell, and what to do about it.
import { catalogue } from '#shared/base/messages.ts'

const megabytes = '{megabytes, number} MB'

export const importsMessages = catalogue(
  {
    'imports.file.gone': 'The file “{name}” is no longer there. Choose it again.',
    'imports.file.unreadable': 'The file “{name}” may not be read. Another program may hold it, or you lack the right to it.',
    'imports.file.folder': '“{name}” is a folder. Choose a file.',
    'imports.file.empty': 'The file is empty.',
    'imports.file.headings_only': 'The file has headings but no rows below them.',
    'imports.file.too_big': `The file has ${megabytes}; at most {limit, number} MB can be imported at once. Split it into parts.`,
    'imports.file.too_many_rows':
      'The file has more than {limit, number} rows. Split it into parts and import them one after another.',
    'imports.file.too_many_columns': 'The file has {columns, number} columns; at most {limit, number} can be read.',
    'imports.file.excel':
      'This is an Excel workbook, whatever its name says. Open it and save it as “CSV UTF-8”, then choose that file.',
    'imports.file.pdf': 'This is a PDF, whatever its name says. Rows can only be read from a CSV file.',
    'imports.file.web_page':
      'This is a web page, as some programs name their Excel exports. Open it in Excel and save it as “CSV UTF-8”.',
    'imports.file.vcard': 'This is an address book (vCard). Only CSV files can be imported.',
    'imports.file.not_text': 'This is not a text file. Save the table as “CSV UTF-8” and choose that file.',
    'imports.file.encoding_unknown':
      'The writing of this file could not be recognised. Open it in the program it came from and save it as “CSV UTF-8”.',
    'imports.file.encoding_wrong': 'The file cannot be read as {encoding}. Choose another encoding.',
    'imports.file.quote_open':
      'A quotation mark in row {row, number} is never closed, so all that follows would be one cell. Mend the row and choose the file again.',
    'imports.file.changed': 'The file was changed after it was looked at: it has other columns now. Choose it again.',
    'imports.target.unwritable': 'The file “{name}” cannot be written. Choose another place.',
    'imports.target.is_source': 'The refused rows cannot be written over the file they come from. Choose another name.',

    'imports.plan.unknown_field': 'No field “{field}” can be imported here.',
    'imports.plan.field_twice': 'Two columns are meant to be “{field}”. Leave one of them out.',
    'imports.plan.nothing': 'Choose at least one column to import.',
    'imports.plan.stage_gone': 'A stage that was chosen for “{name}” is no longer in this pipeline.',
    'imports.plan.too_many_tags':
      'The column holds more than {limit, number} different tags. Leave it out, or choose another field for it.',
    'imports.plan.too_many_stages':
      'The column of stages holds more than {limit, number} different names. It may be another column.',
    'imports.plan.pipeline_gone': 'There is no pipeline to put the deals in.',

    'imports.row.without_name': 'The row has no name.',
    'imports.row.too_many_cells':
      'The row has {cells, number} cells, but there are {columns, number} headings. A text with a comma may lack its quotation marks.',
    'imports.row.quote_broken':
      'A quotation mark stands in the middle of a quoted text, so the cells of this row cannot be told apart.',
    'imports.text.too_long': 'The text has {length, number} characters; {max, number} fit.',
    'imports.text.control': 'The text holds control characters that cannot be shown.',

    'imports.date.unreadable': '“{value}” is not a date.',
    'imports.date.impossible': 'There is no day “{value}” in the calendar.',
    'imports.date.without_year': '“{value}” has no year.',
    'imports.date.other_order': '“{value}” does not follow the order of day, month and year that was chosen.',
    'imports.date.far_year': 'The year of “{value}” is not between 1900 and 2199.',
    'imports.date.two_digit_year': 'The year has two digits; {stored} is stored.',
    'imports.date.time_dropped': 'Only the day is kept, not the time: {stored} is stored.',

    'imports.amount.unreadable': '“{value}” is not an amount.',
    'imports.amount.negative': '“{value}” is negative; an amount cannot be.',
    'imports.amount.too_large': '“{value}” is too large.',
    'imports.amount.shortened': 'A spreadsheet shortened this to {value}; {stored} is stored, and the last digits may be wrong.',
    'imports.amount.rounded': 'There are more digits than the currency has; {stored} is stored.',
    'imports.amount.other_currency': 'The cell names a currency of its own; {stored} is stored.',
    'imports.amount.two_currencies': '“{value}” names another currency than the row, which says {currency}.',
    'imports.currency.unknown': '“{value}” is not a currency.',

    'imports.number.unreadable': '“{value}” is not a whole number.',
    'imports.number.not_whole': '“{value}” is not whole.',
    'imports.number.too_large': '“{value}” is too large.',
    'imports.year.unreadable': '“{value}” is not a year of four digits.',

    'imports.phone.shortened':
      'A spreadsheet shortened this number to {value}; its last digits are lost, so the phone stays empty.',
    'imports.phone.without_digits': '“{value}” has no digits; it is stored as it is.',
    'imports.email.unusual': '“{value}” does not look like one e-mail address; it is stored as it is.',
    'imports.website.unsafe': '“{value}” is not the address of a web page.',
    'imports.code.shortened': 'A spreadsheet shortened this to {value}; its last digits are lost, so it stays empty.',

    'imports.own.unreadable': '“{value}” cannot be stored in “{field}”.',
    'imports.own.no_choice': '“{field}” has no choice “{value}”.',
    'imports.own.not_found': 'There is no “{value}” that “{field}” could lead to.',
    'imports.own.ambiguous': 'Several are called “{value}”; “{field}” cannot tell which.',
    'imports.own.required': '“{field}” must be filled in.',
    'imports.own.rule': '{message}',
    'imports.own.broken': '“{field}” breaks a rule of the office.',

    'imports.kind.unknown': '“{value}” is no kind of company: customer, partner, competitor, supplier or other.',
    'imports.credit_code.odd': '{value} does not look like a valid credit code; it is stored as it is.',
    'imports.birthday.unusual': '“{value}” is not a birthday that Kith understands; it is stored as it is.',
    'imports.tags.too_long': 'The tag “{value}” is longer than {max, number} characters.',
    'imports.lifecycle.unknown': 'There is no lifecycle stage “{value}”.',

    'imports.company.ambiguous': 'There are several companies called “{name}”; the row does not say which.',
    'imports.company.also_there': 'There is a company called “{name}” already; this row makes a second one.',
    'imports.company.own_parent': 'The company would be its own parent; it is stored without one.',
    'imports.contact.ambiguous': 'There are several people called “{name}”; the row does not say which.',
    'imports.contact.also_there': '“{name}” is already a contact of this company; this row makes a second one.',
    'imports.contact.role_kept': 'A role needs a company; “{value}” is stored in the description.',
    'imports.owner.ambiguous': 'There are several people called “{name}” who own records; the row does not say which.',
    'imports.deal.without_title': 'The row has neither a title nor a product, a company or an id to make one of.',
    'imports.deal.also_there': 'There is a deal with the id “{value}” already; this row makes a second one.',
    'imports.deal.close_day_expected': 'The deal is open, so {stored} is stored as the day it is expected to close.',
    'imports.deal.open_but_closed': 'The deal is open, yet it was closed on {value} and is expected to close on another day.',
    'imports.deal.reason_kept': 'The deal is not lost, so the reason “{value}” is stored in the description.',

    'imports.refused.reason': 'Why this row was not imported',
    'imports.refused.cell': '{heading}: {reason}',
    'imports.step.reading': 'Reading the file',
    'imports.step.writing': 'Bringing the rows in',
    'imports.step.refused': 'Writing the refused rows',
  },
  {
    'imports.file.gone': '文件“{name}”已不在原处，请重新选择。',
    'imports.file.unreadable': '无法读取文件“{name}”：可能被其他程序占用，或您没有权限。',
    'imports.file.folder': '“{name}”是文件夹，请选择文件。',
    'imports.file.empty': '文件是空的。',
    'imports.file.headings_only': '文件只有表头，没有数据行。',
    'imports.file.too_big': `文件有 ${megabytes}，一次最多导入 {limit, number} MB，请拆分后再导入。`,
    'imports.file.too_many_rows': '文件超过 {limit, number} 行，请拆分后依次导入。',
    'imports.file.too_many_columns': '文件有 {columns, number} 列，最多可读取 {limit, number} 列。',
    'imports.file.excel': '这其实是 Excel 工作簿。请打开后另存为“CSV UTF-8”，再选择该文件。',
    'imports.file.pdf': '这其实是 PDF 文件。只能从 CSV 文件读取数据行。',
    'imports.file.web_page': '这其实是网页，有些软件会这样导出 Excel。请用 Excel 打开后另存为“CSV UTF-8”。',
    'imports.file.vcard': '这是通讯录文件（vCard）。只能导入 CSV 文件。',
    'imports.file.not_text': '这不是文本文件。请将表格另存为“CSV UTF-8”，再选择该文件。',
    'imports.file.encoding_unknown': '无法识别文件的编码。请在原来的软件中打开，另存为“CSV UTF-8”。',
    'imports.file.encoding_wrong': '文件不能按 {encoding} 读取，请选择其他编码。',
    'imports.file.quote_open': '第 {row, number} 行的引号没有闭合，后面的内容会被当成一个单元格。请修正该行后重新选择文件。',
    'imports.file.changed': '文件在检查之后被改动，列已不同，请重新选择。',
    'imports.target.unwritable': '无法写入文件“{name}”，请换一个位置。',
    'imports.target.is_source': '未导入的行不能覆盖原文件，请换一个文件名。',

    'imports.plan.unknown_field': '这里不能导入字段“{field}”。',
    'imports.plan.field_twice': '有两列都对应“{field}”，请去掉其中一列。',
    'imports.plan.nothing': '请至少选择一列导入。',
    'imports.plan.stage_gone': '为“{name}”选择的阶段已不在该销售管道中。',
    'imports.plan.too_many_tags': '该列有超过 {limit, number} 个不同的标签。请不导入这一列，或选择其他字段。',
    'imports.plan.too_many_stages': '阶段列有超过 {limit, number} 个不同的名称，可能选错了列。',
    'imports.plan.pipeline_gone': '没有可放置商机的销售管道。',

    'imports.row.without_name': '这一行没有名称。',
    'imports.row.too_many_cells':
      '这一行有 {cells, number} 个单元格，而表头只有 {columns, number} 列。含逗号的文本可能缺少引号。',
    'imports.row.quote_broken': '引号内的文本中又出现引号，无法区分这一行的单元格。',
    'imports.text.too_long': '文本有 {length, number} 个字符，最多 {max, number} 个。',
    'imports.text.control': '文本含有无法显示的控制字符。',

    'imports.date.unreadable': '“{value}”不是日期。',
    'imports.date.impossible': '日历上没有“{value}”这一天。',
    'imports.date.without_year': '“{value}”没有年份。',
    'imports.date.other_order': '“{value}”不符合所选的年月日顺序。',
    'imports.date.far_year': '“{value}”的年份不在 1900 至 2199 之间。',
    'imports.date.two_digit_year': '年份只有两位，将存为 {stored}。',
    'imports.date.time_dropped': '只保留日期，不保留时间：将存为 {stored}。',

    'imports.amount.unreadable': '“{value}”不是金额。',
    'imports.amount.negative': '“{value}”是负数，金额不能为负。',
    'imports.amount.too_large': '“{value}”过大。',
    'imports.amount.shortened': '表格软件把数字缩写成了 {value}，将存为 {stored}，末尾几位可能不准。',
    'imports.amount.rounded': '小数位多于该币种的位数，将存为 {stored}。',
    'imports.amount.other_currency': '单元格写明了另一币种，将存为 {stored}。',
    'imports.amount.two_currencies': '“{value}”的币种与该行的 {currency} 不一致。',
    'imports.currency.unknown': '“{value}”不是币种。',

    'imports.number.unreadable': '“{value}”不是整数。',
    'imports.number.not_whole': '“{value}”不是整数。',
    'imports.number.too_large': '“{value}”过大。',
    'imports.year.unreadable': '“{value}”不是四位年份。',

    'imports.phone.shortened': '表格软件把号码缩写成了 {value}，末尾几位已丢失，电话将留空。',
    'imports.phone.without_digits': '“{value}”没有数字，将原样保存。',
    'imports.email.unusual': '“{value}”不像一个邮箱地址，将原样保存。',
    'imports.website.unsafe': '“{value}”不是网页地址。',
    'imports.code.shortened': '表格软件把编号缩写成了 {value}，末尾几位已丢失，将留空。',

    'imports.own.unreadable': '“{value}”无法存入“{field}”。',
    'imports.own.no_choice': '“{field}”没有选项“{value}”。',
    'imports.own.not_found': '找不到“{field}”要关联的“{value}”。',
    'imports.own.ambiguous': '有多个“{value}”，无法确定“{field}”是哪一个。',
    'imports.own.required': '必须填写“{field}”。',
    'imports.own.rule': '{message}',
    'imports.own.broken': '“{field}”不符合规则。',

    'imports.kind.unknown': '“{value}”不是公司类型，应为客户、合作伙伴、竞争对手、供应商或其他。',
    'imports.credit_code.odd': '{value} 不像有效的统一社会信用代码，将按原样保存。',
    'imports.birthday.unusual': '“{value}”不是可识别的生日，将按原样保存。',
    'imports.tags.too_long': '标签“{value}”超过 {max, number} 个字符。',
    'imports.lifecycle.unknown': '没有名为“{value}”的生命周期阶段。',

    'imports.company.ambiguous': '有多家公司名为“{name}”，无法确定是哪一家。',
    'imports.company.also_there': '已有名为“{name}”的公司，这一行会再新建一家。',
    'imports.company.own_parent': '公司不能成为自己的上级公司，上级公司将留空。',
    'imports.contact.ambiguous': '有多位联系人名为“{name}”，无法确定是哪一位。',
    'imports.contact.also_there': '该公司已有联系人“{name}”，这一行会再新建一位。',
    'imports.contact.role_kept': '职务需要对应公司，“{value}”将存入描述。',
    'imports.owner.ambiguous': '有多位负责人名为“{name}”，无法确定是哪一位。',
    'imports.deal.without_title': '这一行既没有标题，也没有可用来命名的产品、公司或编号。',
    'imports.deal.also_there': '已有编号为“{value}”的商机，这一行会再新建一个。',
    'imports.deal.close_day_expected': '商机尚未结束，{stored} 将存为预计成交日期。',
    'imports.deal.open_but_closed': '商机尚未结束，却有成交日期 {value} 和另一个预计成交日期。',
    'imports.deal.reason_kept': '商机没有输单，原因“{value}”将存入描述。',

    'imports.refused.reason': '未导入的原因',
    'imports.refused.cell': '{heading}：{reason}',
    'imports.step.reading': '正在读取文件',
    'imports.step.writing': '正在导入数据',
    'imports.step.refused': '正在写出未导入的行',
  },
)

export type ImportMessageKey = keyof (typeof importsMessages)['en']
