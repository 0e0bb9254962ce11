// `README.txt` of an export: what lies in the folder, in both languages.
import type { PackageFacts } from './data-package.ts'
import { speechIn } from './speech.ts'

export const readMe = ({ workspaceName, exportedAt, files, tables }: PackageFacts): string => {
  const list = tables.map(
    ({ table, written }) =>
      `  ${table}.csv  ${written.rows}  ${speechIn('en')(`exported.table.${table}`)} / ${speechIn('zh-CN')(`exported.table.${table}`)}`,
  )
  return [
    `${workspaceName} · ${exportedAt}`,
    '',
    'This folder holds everything that was in the workspace at this moment, archived records too, in open formats:',
    '',
    '- One CSV file for each table (UTF-8, comma, first row the names of the columns). Rows refer to each other by their ids.',
    '  Days are 2026-11-22, moments are UTC, amounts are whole cents. Values are exact, nothing is changed for spreadsheets:',
    '  to look at data in Excel, export the list there instead.',
    '- datapackage.json describes every table and column (Frictionless Data Package).',
    `- files/ holds the ${files} attached files as they were added; attachments.csv says which belongs to which record.`,
    '',
    'Not part of it: the history of changes, what only one computer remembers (drafts, recently opened, watched folders), and passwords.',
    'The files are not encrypted. Keep the folder where only you can read it.',
    'To take it in again: in a new, empty workspace open Settings, Export everything, and choose this folder.',
    '',
    '本文件夹包含导出时工作区中的全部数据（包括已归档的记录），均为开放格式：',
    '',
    '- 每张表一个 CSV 文件（UTF-8 编码，逗号分隔，首行为列名）。各行通过编号互相引用。',
    '  日期形如 2026-11-22，时间为 UTC，金额以分为单位。数值保持原样，未为电子表格作任何改动：',
    '  如需在 Excel 中查看，请在列表中使用“导出”。',
    '- datapackage.json 说明每张表和每一列（Frictionless Data Package 格式）。',
    `- files/ 中是 ${files} 个附件的原文件；attachments.csv 说明每个附件属于哪条记录。`,
    '',
    '不包含：修改历史、仅保存在某台电脑上的内容（草稿、最近打开、监视的文件夹）以及密码。',
    '这些文件未加密，请保存在只有您能读取的地方。',
    '如需恢复：在新建的空工作区中打开“设置 → 导出全部”，选择本文件夹。',
    '',
    ...list,
    '',
  ].join('\r\n')
}
