// Which column of a list of deals says how they ended: a status beside the stages, or instead of them.
import { choiceOfWord } from './choice-words.ts'
import { foldHeading } from './fold-heading.ts'
import type { InspectedColumn } from './inspection.ts'
import type { ProposedColumn } from './heading-meanings.ts'

const STATUS = new Set(
  'status dealstatus opportunitystatus state outcome result dealresult wonlost winloss winlose 状态 商机状态 赢单状态 成交状态 结果 商机结果 销售结果 输赢 赢输 是否成交'.split(
    ' ',
  ),
)

const known = ({ values }: InspectedColumn): number =>
  values.filter(({ value }) => choiceOfWord('deal', 'status', value) !== undefined).length

/** A column called status holds stages, unless its words are “won”, “lost” and “open” only, or another column holds the stages. */
export const withOutcome = (
  columns: readonly InspectedColumn[],
  proposed: readonly (ProposedColumn | null)[],
): (ProposedColumn | null)[] => {
  const isCalled = (place: number): boolean => STATUS.has(foldHeading(columns[place]?.heading ?? ''))
  const stage = proposed.findIndex((column) => column?.field === 'stage')
  const outcome = columns.findIndex((column, place) => {
    if (!isCalled(place) || known(column) === 0) return false
    return place === stage
      ? known(column) === column.values.length
      : proposed[place] === null && known(column) * 2 >= column.values.length
  })
  return proposed.map((column, place) => (place === outcome ? { field: 'status', by: 'name' } : column))
}
