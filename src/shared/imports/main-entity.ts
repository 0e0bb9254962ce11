// What each row of a table is, where its headings speak of several kinds of records: firms and people, orders and their lines.
import { foldHeading } from './fold-heading.ts'
import { foldWriting } from './fold-writing.ts'
import type { InspectedColumn } from './inspection.ts'
import type { ImportEntity } from './plan.ts'
import { proposeColumns, type ScoredEntity } from './propose-columns.ts'

/** The kind that the rows are, of those that are possible; undefined where none is. */
export const mainEntity = (columns: readonly InspectedColumn[], entities: readonly ScoredEntity[]): ScoredEntity | undefined => {
  const [best] = entities
  const scored = (entity: ImportEntity): ScoredEntity | undefined => entities.find((one) => one.entity === entity)
  if ((best?.entity === 'contact' || best?.entity === 'user') && isOfColleagues(columns))
    return { entity: 'user', confidence: 0.5 }
  if (best?.entity === 'order' && isOfLines(columns)) return scored('orderLine') ?? best
  if (best?.entity === 'company' && (isOfPeople(columns) || isAbovePeople(columns))) return scored('contact') ?? best
  if (best?.entity === 'contact' && isOfFirms(columns)) return scored('company') ?? best
  return best
}

const placeOf = (entity: ImportEntity, columns: readonly InspectedColumn[], ...fields: readonly string[]): number =>
  proposeColumns(entity, columns).findIndex(
    (column, place) => column !== null && fields.includes(column.field) && columns[place]?.look !== 'empty',
  )

const has = (entity: ImportEntity, columns: readonly InspectedColumn[], ...fields: readonly string[]): boolean =>
  placeOf(entity, columns, ...fields) >= 0

/** An order that says how many of what it holds stands in several rows, one for each article. */
const isOfLines = (columns: readonly InspectedColumn[]): boolean =>
  has('orderLine', columns, 'order') && has('orderLine', columns, 'quantity') && has('orderLine', columns, 'product', 'unitPrice')

/** People who are told apart by a number of the office's own, and work for nobody else. */
const isOfColleagues = (columns: readonly InspectedColumn[]): boolean => {
  const code = columns[placeOf('user', columns, 'externalId')]
  return (
    code !== undefined &&
    !isRepeated(code) &&
    has('user', columns, 'name', 'familyName') &&
    !has('contact', columns, 'company', 'owner', 'lifecycleStage')
  )
}

/** A lead: a person with first and last name, and much about the firm. */
const isOfPeople = (columns: readonly InspectedColumn[]): boolean =>
  has('contact', columns, 'givenName') && has('contact', columns, 'familyName')

/** A firm that stands only in the first row of its people. */
const isAbovePeople = (columns: readonly InspectedColumn[]): boolean =>
  columns[placeOf('company', columns, 'name')]?.carried?.isLikely === true

const PERSON_OF_FIRM = new Set(
  'contactname contactperson contact ansprechpartner 联系人 联系人姓名 联系人名称 联络人 连络人 客户联系人 主要联系人 首要联系人 担当者 担当者名'.split(
    ' ',
  ),
)

/** A list of firms that also names whom to ask for there looks like one of people; the firm is the row, unless it has several. */
const isOfFirms = (columns: readonly InspectedColumn[]): boolean => {
  const firm = columns[placeOf('company', columns, 'name')]
  return (
    firm !== undefined &&
    columns.some(({ heading }) => PERSON_OF_FIRM.has(foldWriting(foldHeading(heading)))) &&
    // An address book knows birthdays, a list of customers does not.
    !has('contact', columns, 'birthday') &&
    !isRepeated(firm)
  )
}

/** More than a few that are there twice by accident. */
const isRepeated = ({ values, filled, carried }: InspectedColumn): boolean =>
  carried?.isLikely === true || (values.length > 0 && filled >= values.length * 1.2)
