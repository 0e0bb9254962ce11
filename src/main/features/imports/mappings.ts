// Mappings that are remembered by the shape of the files they were made for.
import type { InspectedTable } from '#shared/imports/inspection.ts'
import { type ColumnPlan, type ImportPlan, importPlan } from '#shared/imports/plan.ts'
import { foldHeading } from '#shared/imports/fold-heading.ts'
import { build } from '#main/db/builder.ts'
import type { Db } from '#main/db/database.ts'
import { isActive } from '#main/db/selection.ts'

/** The headings of all tables: files with the same ones have the same shape, whatever their names and rows. */
export const shapeOf = (tables: readonly { readonly columns: readonly { readonly heading: string }[] }[]): string =>
  tables.map(({ columns }) => columns.map(({ heading }) => foldHeading(heading)).join('|')).join('\n')

export interface StoredMapping {
  readonly id: string
  readonly name: string
  readonly shape: string
  readonly plan: ImportPlan
  readonly sourceId: string | null
  readonly updatedAt: string
}

export const listMappings = (db: Db): StoredMapping[] =>
  db
    .all(
      build
        .selectFrom('importMappings')
        .select(['id', 'name', 'shape', 'config', 'sourceId', 'updatedAt'])
        .where(isActive('importMappings'))
        .orderBy('name')
        .orderBy('id'),
    )
    .flatMap(({ config, ...mapping }) => {
      // A later version of Kith may write what this one cannot read.
      const plan = importPlan.safeParse(JSON.parse(config))
      return plan.success ? [{ ...mapping, plan: plan.data }] : []
    })

/** The mapping that was saved last for files of this shape. */
export const findMapping = (db: Db, tables: readonly InspectedTable[]): StoredMapping | null => {
  const shape = shapeOf(tables)
  const [last] = listMappings(db)
    .filter((mapping) => mapping.shape === shape)
    .toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))
  return last ?? null
}

/** The saved plan with the writing of these files; a stage name or word that is new in them keeps what is proposed for it. */
export const followMapping = (
  { id, plan, sourceId }: StoredMapping,
  proposed: Pick<ImportPlan, 'dialects' | 'headingRows' | 'tables'>,
): ImportPlan => ({
  ...plan,
  ...{ mappingId: id, sourceId, dialects: proposed.dialects, headingRows: proposed.headingRows, edits: [], decisions: [] },
  tables: plan.tables.map((table) => {
    const now = proposed.tables.find((one) => one.entity === table.entity && one.file === table.file && one.table === table.table)
    const known = new Set(table.stages.map(({ name }) => name))
    return {
      ...table,
      columns: table.columns.map((column, place) => withNewWords(column, now?.columns[place])),
      stages: [...table.stages, ...(now?.stages ?? []).filter(({ name }) => !known.has(name))].slice(0, 200),
    }
  }),
})

const withNewWords = (column: ColumnPlan, now: ColumnPlan | undefined): ColumnPlan => {
  if (now?.field !== column.field) return column
  const known = new Set(column.choices.map(({ from }) => from))
  return { ...column, choices: [...column.choices, ...now.choices.filter(({ from }) => !known.has(from))].slice(0, 500) }
}

/** Programs by headings that only their exports have. */
const PROGRAMS: readonly (readonly [name: string, headings: readonly string[]])[] = [
  ['Google Contacts', ['groupmembership', 'phone1value']],
  ['Google Contacts', ['labels', 'phone1value']],
  ['Outlook', ['businessstreet', 'emailaddress']],
  ['Outlook', ['商务地址街道', '电子邮件地址']],
  ['Outlook', ['straßegeschäftlich', 'emailadresse']],
  ['Outlook', ['adressedemessagerie', 'rueprofessionnelle']],
  ['Thunderbird', ['primaryemail', 'screenname']],
  ['WeCom 企业微信', ['添加人', '添加时间']],
  ['WeCom 企业微信', ['账号', '别名', '部门']],
  ['DingTalk 钉钉', ['员工userid']],
  ['Feishu 飞书', ['直属上级', '人员类型']],
  ['Foxmail', ['姓名', '电子邮件地址', '家庭地址']],
  ['Zoho CRM', ['recordid', 'accountowner']],
  ['HubSpot', ['recordid', 'lifecyclestage']],
  ['HubSpot', ['recordid', 'associatedcompany']],
  ['Salesforce', ['accountid', 'billingstreet']],
  ['Pipedrive', ['personname', 'dealtitle']],
]

export const programOf = (tables: readonly InspectedTable[]): string | null => {
  const folded = new Set(tables.flatMap(({ columns }) => columns.map(({ heading }) => foldHeading(heading))))
  return PROGRAMS.find(([, headings]) => headings.every((heading) => folded.has(heading)))?.[0] ?? null
}
