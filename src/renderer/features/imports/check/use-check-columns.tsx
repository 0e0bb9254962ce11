// The columns of the check: the row with its fate, then every column of the file that goes somewhere, bad cells marked.
import { useMemo } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { GridColumn } from '#renderer/ui/data-grid/grid-types.ts'
import { MarkedText } from '#renderer/ui/MarkedText.tsx'
import { Sign } from '#renderer/ui/Sign.tsx'
import type { InspectedTable } from '#shared/imports/inspection.ts'
import type { TablePlan } from '#shared/imports/plan.ts'
import { fateIcon, fateTone } from './fates.ts'
import type { CheckedRow } from './use-import-rows.ts'

interface CheckColumnsOptions {
  readonly plan: TablePlan
  readonly sheet: InspectedTable | undefined
}

const [ROW_WIDTH, FATE_WIDTH] = [72, 120]
const LETTER = 8
const [NARROWEST, WIDEST] = [96, 260]

const widthOf = (texts: readonly string[]): number =>
  Math.max(NARROWEST, Math.min(WIDEST, 24 + Math.max(0, ...texts.map((text) => LETTER * (text.length + wide(text) * 0.6)))))

/** Chinese letters are wider than Latin ones. */
const wide = (text: string): number => text.match(/[\u2e80-\uffee]/gu)?.length ?? 0

export const useCheckColumns = ({ plan, sheet }: CheckColumnsOptions): readonly GridColumn<CheckedRow>[] => {
  const t = useT()
  const { number } = useFormat()
  return useMemo(() => {
    const first: readonly GridColumn<CheckedRow>[] = [
      {
        id: 'row',
        title: t('imports.check.row'),
        width: ROW_WIDTH,
        isFrozen: true,
        align: 'end',
        cell: ({ row }) => number(row),
      },
      {
        id: 'fate',
        title: t('imports.check.fate'),
        width: FATE_WIDTH,
        isFrozen: true,
        cell: ({ fate }) => <Sign icon={fateIcon[fate]} text={t(`imports.detail.${fate}`)} tone={fateTone[fate]} />,
      },
    ]
    const shown = plan.columns.flatMap(({ field }, place) => (field === null ? [] : [{ field, place }]))
    return [
      ...first,
      ...shown.map(({ field, place }): GridColumn<CheckedRow> => {
        const { heading = '', samples = [] } = sheet?.columns[place] ?? {}
        const title = heading === '' ? t('imports.columns.no_heading', { number: place + 1 }) : heading
        return {
          id: `c${place}`,
          title,
          width: widthOf([title, ...samples]),
          isEditable: true,
          cell: (row) => {
            const text = row.cells[place] ?? ''
            const problems = row.problems.filter(({ column }) => column === place)
            const change = row.changes.find((each) => each.field === field && each.keptBy === null)
            if (problems.length === 0) {
              return change ? (
                <MarkedText text={text} tone="changed" label={t('imports.check.was', { before: change.before ?? '' })} />
              ) : (
                <span title={text}>{text}</span>
              )
            }
            const isRefused = problems.some(({ severity }) => severity === 'refuse')
            const reasons = problems.map(({ messageKey, params }) => t.known(messageKey, 'errors.invalid_input', params))
            return <MarkedText text={text} tone={isRefused ? 'refused' : 'warned'} label={reasons.join(' ')} />
          },
        }
      }),
    ]
  }, [plan.columns, sheet, t, number])
}
